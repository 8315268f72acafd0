/* All rules: those built in, and a user's own laid over them. */
#ifndef RULE_RULES_H
#define RULE_RULES_H

#include "vet.h"

struct rules {
	const struct forms *forms;
	struct rule        *rule;
	size_t              n, room;
	struct slice       *id;		/* all there were, silenced ones too */
	size_t              ids, id_room;
	struct known_cells  known;	/* what they may speak of */
	struct arena        arena;
};

/* The rules built in, those of the data folder (data_overlay), and those of
 * the user's file PATH unless it is NULL.  A rule takes the place of those of
 * its id in earlier files, for the forms it names; with the level `off' it
 * only removes them.  A user's line that is not understood, or can never
 * apply, ends the process with 2 and file, line and column.  FORMS stay in
 * use. */
void rules_load(struct rules *rules, const struct forms *forms,
    const char *path);

/* Adds the rules of TABLE to RULES, in which forms is set; STRICT: lines that
 * are built in must be able to apply too.  What is wrong is reported.  Returns
 * whether nothing is. */
bool rules_add(struct rules *rules, const struct data_table *table,
    bool strict);

/* Whether there is, or was, a rule ID. */
bool rules_know(const struct rules *rules, struct slice id);

/* Whether RULE applies to a report of FORM; `not-report' for what is none.
 * What holds for a form holds for those derived from it, unless a line of the
 * same id speaks of these. */
bool rules_cover(const struct rules *rules, const struct rule *rule,
    struct slice form);

/* Whether a rule over figures names FORM, or one that it is derived from. */
bool rules_name_form(const struct rules *rules, struct slice form);

/* What tells this set of rules from others, with its number of rules: a hash of
 * what decides on a finding, not of the words it is told in. */
enum { RULES_VERSION_BYTES = 48 };
void rules_version(const struct rules *rules,
    char version[RULES_VERSION_BYTES]);

void rules_free(struct rules *rules);

#endif
