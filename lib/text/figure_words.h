/* The words and marks of figures, from figure-words.tsv. */
#ifndef TEXT_FIGURE_WORDS_H
#define TEXT_FIGURE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum figure_word {
	FIGURE_WORD_NONE, FIGURE_WORD_MISSING, FIGURE_WORD_MARK, FIGURE_WORD_INEXACT_BEFORE,
	FIGURE_WORD_EXACT_BEFORE, FIGURE_WORD_INEXACT_BEHIND,
	FIGURE_WORD_INEXACT_UNIT, FIGURE_WORD_INEXACT_LAST, FIGURE_WORD_RANGE,
	FIGURE_WORD_JOINT, FIGURE_WORD_PLUS, FIGURE_WORD_MINUS,
	FIGURE_WORD_COMMA, FIGURE_WORD_POINT, FIGURE_WORD_SCALE,
	FIGURE_WORD_NO_SCALE, FIGURE_WORD_SHARE, FIGURE_WORD_FRACTION,
	FIGURE_WORD_NUMERAL_POINT, FIGURE_WORD_NOTE, FIGURE_WORD_CELL_NOTE,
	FIGURE_WORD_PAGE, FIGURE_WORD_CURRENCY,
	FIGURE_WORDS
};

/* Reads figure-words.tsv; a line of it that can never apply ends the process
 * with 2.  The functions below do it at their first call. */
void figure_words_load(void);

/* A bit for each kind that no word of which has a byte as its first one, or as its third
 * one: most text has no word of a kind, and is told so at once.  All 0 until loaded. */
extern uint32_t figure_words_not_first[256], figure_words_not_third[256];

static inline bool
figure_word_may_begin(struct slice text, enum figure_word kind)
{
	const unsigned char *p = (const unsigned char *)text.p;

	return text.n > 0 && ((figure_words_not_first[p[0]] |
	    (text.n < 3 ? 0 : figure_words_not_third[p[2]])) >> kind & 1) == 0;
}

/* For figure_word_value. */
size_t figure_word_read(struct slice text, enum figure_word kind,
    struct slice *value);

/* The longest word of KIND that TEXT begins with: its bytes, or 0, and its value in
 * *VALUE. */
static inline size_t
figure_word_value(struct slice text, enum figure_word kind,
    struct slice *value)
{
	return figure_word_may_begin(text, kind) ?
	    figure_word_read(text, kind, value) : 0;
}

/* The same without its value. */
static inline size_t
figure_word_at(struct slice text, enum figure_word kind)
{
	struct slice value;

	return figure_word_value(text, kind, &value);
}

/* The longest word of KIND that TEXT ends with, likewise. */
size_t figure_word_before(struct slice text, enum figure_word kind);

#endif
