/* The words that pinpoint's messages are made of: repair-words.tsv. */
#ifndef REPAIR_REPAIR_WORDS_H
#define REPAIR_REPAIR_WORDS_H

#include "rule/rule.h"

/* Reads them, once; a line that can never be used, or that lacks what others
 * need, ends the process with 2 and file, line and column. */
void repair_words_load(void);

/* The words of KEY in LANGUAGE; KEY itself where there are none. */
struct slice repair_words(struct slice key, enum rule_language language);

#endif
