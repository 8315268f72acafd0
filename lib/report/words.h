/* The words of a page around what reports say: report-words.tsv, and what it says
 * of findings: finding-words.tsv. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "base/buffer.h"
#include "rule/rule.h"

/* What goes in the place {NAME} of a sentence: HTML. */
struct place_value {
	const char  *name;
	struct slice markup;
};

/* Looks at the words: a place that no sentence fills ends the process with 2 and
 * file, line and column. */
void report_words_load(void);

/* The words of KEY in LANGUAGE; KEY itself where there are none. */
struct slice report_word(enum rule_language language, const char *key);

/* Adds them to OUT, as HTML. */
void word_add(struct buffer *out, enum rule_language language, const char *key);

/* The same of a sentence, whose places are filled with the N VALUES. */
void phrase_add(struct buffer *out, enum rule_language language,
    const char *key, const struct place_value value[], size_t n);

/* The same where nothing is HTML: in a field of a record. */
void phrase_add_plain(struct buffer *out, enum rule_language language,
    const char *key, const struct place_value value[], size_t n);

/* The same of HTML with the number N at its place {n}. */
void phrase_count(struct buffer *out, enum rule_language language,
    const char *key, long long n);

/* What a page says of what RULE finds at WHERE, in LANGUAGE; empty: no more than
 * check does. */
struct slice finding_words(struct slice rule, struct slice where,
    enum rule_language language);

/* Adds SENTENCE to OUT, as HTML, its places filled with the N VALUES. */
void phrase_fill(struct buffer *out, struct slice sentence,
    const struct place_value value[], size_t n);

#endif
