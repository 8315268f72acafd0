/* What of a picture's ink nobody has read. */
#ifndef SCAN_INK_H
#define SCAN_INK_H

#include "rules.h"

/* Makes BOX of PICTURE white: it was read. */
void picture_forget(struct picture *picture, const struct picture_box *box);

/* Tells FN of what ink is left, in pieces of a row; specks are none. */
void picture_ink_left(const struct picture *picture, picture_box_fn *fn, void *context);

#endif
