/* The number notations that cells and sentences have in common; number.h is
 * what others use. */
#ifndef TEXT_NOTATION_H
#define TEXT_NOTATION_H

#include "decimal.h"
#include "number.h"

/* Words of a list: the longest that TEXT begins or ends with; its bytes, or
 * 0. */
struct words {
	const struct slice *word;
	size_t              count;
};

#define WORDS(array) \
	((struct words){ (array), sizeof(array) / sizeof(*(array)) })

size_t words_at(struct slice text, struct words words);
size_t words_before(struct slice text, struct words words);

/* Blanks of all kinds: how many bytes of them TEXT begins with; TEXT without
 * those at its ends. */
size_t       notation_blanks(struct slice text);
struct slice notation_trim(struct slice text);

/* The digits TEXT begins with, how many in *COUNT; appended to D unless NULL,
 * *FITS is false when they do not fit. */
size_t notation_digits(struct slice text, struct decimal *d, size_t *count,
    bool *fits);

/* A number without what stands around it. */
size_t notation_bare(struct slice text, struct decimal *d, bool *valid);

/* A number with all that belongs to it, from its first digit to its unit and
 * a last hedge.  Returns the bytes, 0 without a number; figure->state is
 * NUMBER, APPROX or UNREADABLE.  FIGURE was cleared. */
size_t notation_figure(struct slice text, bool negative,
    struct figure *figure);

void notation_clear(struct figure *figure);
void notation_refuse(struct figure *figure);

#endif
