/* A page as a scanner saw it: shades of grey, row by row from above. */
#ifndef SCAN_PICTURE_H
#define SCAN_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct picture {
	uint8_t *grey;		/* owned; 0 is black */
	size_t   width, height;	/* dots */
};

enum {
	PICTURE_WHITE = 255,
	PICTURE_DARK = 140,	/* darker is ink */
	PICTURE_FAINT = 180,	/* darker is a thin rule, laid askew */
};

/* More dots than that are no page that is read: A2 at 300 to the inch. */
enum { PICTURE_DOTS_MAX = 64 * 1024 * 1024 };

/* Reads PGM, a binary one as pdftoppm writes it.  False, with nothing to be freed, if
 * it is none, or not all of it. */
bool picture_read(struct picture *picture, struct slice pgm);
void picture_free(struct picture *picture);

static inline bool
picture_is_dark(const struct picture *picture, size_t x, size_t y)
{
	return picture->grey[y * picture->width + x] < PICTURE_DARK;
}

/* Turns PICTURE so that its lines run along it, if it was laid askew by no more than
 * three degrees. */
void picture_straighten(struct picture *picture);

#endif
