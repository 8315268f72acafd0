/* The words of structure-words.tsv: which of the five matters a first section speaks
 * of, and whether a year opens what is said of it. */
#ifndef STRUCTURE_STRUCTURE_WORDS_H
#define STRUCTURE_STRUCTURE_WORDS_H

#include <stdbool.h>

#include "base/slice.h"

/* What 总体情况 is to speak of on the forms of 2019 and 2021. */
enum matter { MATTER_PROACTIVE, MATTER_REQUESTS, MATTER_MANAGEMENT,
	MATTER_PLATFORM, MATTER_SUPERVISION, MATTERS };

enum { MATTERS_ALL = (1 << MATTERS) - 1 };

extern const char *const matter_name[MATTERS];

/* Reads the file; a line that is not understood ends the process with 2.  The
 * functions below do it at their first call. */
void structure_words_load(void);

/* Those of the matters WANTED, a bit each, that TEXT says nothing of. */
unsigned matters_unsaid(struct slice text, unsigned wanted);

/* Whether the bytes FROM to before TO of TEXT, a year, open a clause and are not
 * looked back to: 2022年，我局…, but not 较2022年, 2022年以来, 2022年9条，本年8条. */
bool year_opens_clause(struct slice text, size_t from, size_t to);

#endif
