/* The words and marks of figures, from figure-words.tsv. */
#ifndef TEXT_FIGURE_WORDS_H
#define TEXT_FIGURE_WORDS_H

#include <stddef.h>

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

/* The longest word of KIND that TEXT begins with: its bytes, or 0. */
size_t figure_word_at(struct slice text, enum figure_word kind);

/* The same, and the word's value in *VALUE. */
size_t figure_word_value(struct slice text, enum figure_word kind,
    struct slice *value);

/* The longest word of KIND that TEXT ends with, likewise. */
size_t figure_word_before(struct slice text, enum figure_word kind);

#endif
