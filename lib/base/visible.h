/* Text of others for a reader's eye: what a terminal or a page would obey, or show
 * nothing of, stands there as an escape: \x1B for a byte, \u202E or \U000E0001 for
 * a character.  pipelines/shown.awk does the same for the scripts.
 *
 *	while (text.n > 0) {
 *		n = visible_length(text);
 *		put(text.p, n);
 *		text = slice_from(text, n);
 *		if (text.n > 0)
 *			put(escape, visible_escape(escape, &text));
 *	}
 */
#ifndef BASE_VISIBLE_H
#define BASE_VISIBLE_H

#include "slice.h"

/* How many bytes TEXT begins with in which nothing is hidden: no control
 * character, none that turns the direction of writing or that nobody sees, and
 * nothing that is no UTF-8. */
size_t visible_length(struct slice text);

enum { VISIBLE_ESCAPE = 11 };	/* bytes of the longest, and NUL */

/* Takes what is hidden off the beginning of TEXT and puts its escape, a string,
 * into OUT.  Returns how long that is. */
size_t visible_escape(char out[VISIBLE_ESCAPE], struct slice *text);

#endif
