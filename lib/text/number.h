/* Figures as Chinese offices print them: in a table cell, where the cell must
 * be nothing but the figure, and in a sentence.
 *
 * Values are exact decimal strings; nothing goes through binary floating
 * point or a locale.  Only full-width ASCII is folded: compatibility forms
 * such as a circled digit never become digits.  A footnote's mark behind a figure
 * is left out: a superscript (format/blocks/superscript.h), 69¹ is 69, 69件² too;
 * at the end of a cell also 69①, 69* and 69[1].  10⁴ may be a power and is
 * unreadable. */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"
#include "unit.h"

enum figure_state {
	FIGURE_NUMBER,
	FIGURE_BLANK,		/* nothing, or only white space */
	FIGURE_NA,		/* a mark for "does not apply" or "none" */
	FIGURE_APPROX,		/* the stated figure, marked as inexact */
	FIGURE_UNREADABLE,
};

enum { FIGURE_VALUE_MAX = 40 };	/* bytes, the trailing NUL included */

struct figure {
	enum figure_state state;
	/* A plain decimal: '-' where negative, no grouping, no leading zeros,
	 * '.' as the point, decimals as many as printed.  Empty unless the
	 * state is NUMBER or APPROX. */
	char              value[FIGURE_VALUE_MAX];
	struct slice      unit;		/* simplified, static; may be empty */
	enum unit_kind    kind;
	bool              repaired;	/* stray '?' were taken off */
	unsigned          rounded;	/* the last digits, as many, that 万 stands
					   for and nobody has seen: 3 in 3.5万 */
};

/* Reads TEXT, the whole of a table cell, UTF-8, trimmed or not.  A unit word
 * is split off and does not change the value (523.15 of 万元); only 万 and 亿
 * without a currency behind them multiply (1.2万条 is 12000 of 条). */
void figure_cell(struct slice text, struct figure *figure);

/* Reads the figure TEXT begins with, in a sentence: digits or Chinese numerals,
 * marks of inexactness behind them, scale and unit.  Returns the bytes it
 * takes up, 0 when TEXT begins with none.  What is written with digits but
 * states no single number (3-5, 8:30, 三分之一) is UNREADABLE and consumed as
 * a whole. */
size_t figure_in_text(struct slice text, struct figure *figure);

/* Whether BEFORE ends with a word that makes the figure behind it inexact
 * (约, 近, 超过).  Its length in bytes, or 0. */
size_t figure_hedge_before(struct slice before);

#endif
