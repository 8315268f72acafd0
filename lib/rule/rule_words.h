/* The words of rule-words.tsv: those that make a figure a rough one, the
 * names of the rest of a list, what conditions are read out as. */
#ifndef RULE_RULE_WORDS_H
#define RULE_RULE_WORDS_H

#include <stdbool.h>

#include "base/slice.h"

/* How many percent a rough figure may be off; LLONG_MAX: any number.  One that
 * is only rounded (3.5万) is off by less than HALF, an amount, else 0. */
struct roughness {
	long long below, above;
	long long half;
};

/* Reads rule-words.tsv; a line that is wrong, or a user's own that can never
 * apply, ends the process with 2.  To be called before those below, as
 * rules_load does. */
void rule_words_load(void);

/* How rough the figure is that RAW prints. */
struct roughness roughness_of(struct slice raw);

/* How many zeros the word for a power of ten stands for that UNIT begins with (4:
 * 万元); 0: with none. */
long zeros_of(struct slice unit);

/* Whether RAW has a word that says that parts of what was counted follow (其中). */
bool has_link_word(struct slice raw);

/* What the WORD of a condition is read out as; empty where nobody says. */
struct slice word_said(struct slice word, bool chinese);

/* Whether NAME is the rest, so that a list with it leaves nothing out. */
bool is_rest(struct slice name);

#endif
