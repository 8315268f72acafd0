/* The words of rule expressions, shared by scan.c and parse.c only. */
#ifndef RULE_SCAN_H
#define RULE_SCAN_H

#include "expression.h"

struct parser {
	struct slice       text;
	size_t             at;
	const char        *reason;	/* the first thing wrong */
	size_t             reason_at;
	struct expression *e;
	int                depth, stack;
};

/* Notes the first thing wrong, here. */
void scan_fail(struct parser *p, const char *reason);

void scan_space(struct parser *p);

/* Steps over WORD, if it comes next: a sign as it is, a word as a whole. */
bool scan_accept(struct parser *p, const char *word);

/* The same; that it does not come next is a failure. */
bool scan_expect(struct parser *p, const char *word);

/* A plain number with an optional sign, into *AMOUNT. */
bool scan_amount(struct parser *p, long long *amount);

/* ITEM[@COL][{N}]; stands at its first character. */
bool scan_reference(struct parser *p, struct reference *reference);

#endif
