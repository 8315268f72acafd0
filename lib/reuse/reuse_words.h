/* The words that reuse's messages are made of: reuse-words.tsv. */
#ifndef REUSE_REUSE_WORDS_H
#define REUSE_REUSE_WORDS_H

#include "rule/rule.h"

/* Reads them, once; a line that can never be used ends the process with 2 and file, line
 * and column. */
void reuse_words_load(void);

/* The words of KEY in LANGUAGE; an empty slice where there are none. */
struct slice reuse_words(struct slice key, enum rule_language language);

#endif
