/* The rules of tables in a picture. */
#ifndef SCAN_RULES_H
#define SCAN_RULES_H

#include "picture.h"

struct picture_box {		/* dots; the last ones are in it */
	size_t left, top, right, bottom;
};

typedef void picture_box_fn(void *context, const struct picture_box *box);

/* Tells FN of each rule of PICTURE, across and down, and makes it white, so that who
 * reads the letters takes it for none of them. */
void picture_take_rules(struct picture *picture, picture_box_fn *fn, void *context);

#endif
