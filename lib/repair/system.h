/* A report's identities as linear equations over its cells, to find out which
 * cells are wrong when the identities do not hold. */
#ifndef REPAIR_SYSTEM_H
#define REPAIR_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>

#include "rule/finding.h"

/* What it takes to believe that a figure is wrong.  A sentence, and last
 * year's report, are outside evidence: rather one more cell is wrong than
 * either of them.  A blank may become anything from 0, and so may the slack of
 * an inequality. */
enum { WEIGHT_FREE = 0, WEIGHT_CELL = 2, WEIGHT_EVIDENCE = 3 };

struct variable {
	unsigned           number;	/* in names; NAMES_NONE: a slack */
	bool               previous;	/* of the office's last report */
	bool               is_signed;	/* may be negative */
	const struct report_cell *cell;	/* NULL: a slack */
	long long          amount;	/* as it stands, a blank as 0 */
	unsigned           weight;
	unsigned           part;	/* set by system_divide */
	unsigned           of_whole;	/* its number before system_take */
};

struct equation_term {
	unsigned variable;
	short    coefficient;
};

/* The coefficients' sum over the variables' changes is the residual. */
struct equation {
	size_t                first, terms;	/* in system->term */
	long long             constant;	/* what the terms make is less this */
	long long             residual;	/* 0: it holds */
	bool                  is_hard;	/* of an identity, not of evidence */
	const struct instance *origin;
};

enum { VARIABLES_MAX = 1024, EQUATIONS_MAX = 256 };

struct system {			/* all zero: empty */
	struct variable variable[VARIABLES_MAX];
	size_t          variables;
	struct equation equation[EQUATIONS_MAX];
	size_t          equations;
	struct equation_term *term;
	size_t          terms, term_room;
	unsigned       *of_cell;	/* variables, + 1, by number and report */
	size_t          cells;
	bool            is_cut;		/* a report larger than any form */
};

/* Takes the identities, and the evidence, of PLAN's rules over EVIDENCE into
 * SYSTEM in place of what it held. */
void system_build(struct system *system, const struct plan *plan,
    const struct evidence *evidence);

/* Numbers the parts of SYSTEM that have no cell in common: each can be mended
 * by itself.  Returns how many there are. */
unsigned system_divide(struct system *system);

/* Takes the parts of WHOLE that are IN, by number, into SYSTEM in place of what
 * it held. */
void system_take(struct system *system, const struct system *whole,
    const bool in[]);

/* The part that equation E of SYSTEM is of; equations have terms. */
unsigned system_part(const struct system *system, const struct equation *e);

/* Adds COEFFICIENT times VARIABLE to the last equation of SYSTEM. */
void system_add_term(struct system *system, unsigned variable,
    short coefficient);

/* Gives VARIABLE another figure, or makes it free; system_close sets equations
 * right once all are given. */
void system_set(struct system *system, unsigned variable, long long amount,
    bool is_free);
void system_close(struct system *system);

void system_free(struct system *system);

#endif
