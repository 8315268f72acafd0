#include "ink.h"

#include <string.h>

/* In dots, of which 300 are an inch; a speck is smaller than a full stop. */
enum { BAND = 40, APART = 16, SPECK_DOTS = 24 };

void
picture_forget(struct picture *picture, const struct picture_box *box)
{
	size_t right = box->right < picture->width ? box->right + 1 :
	    picture->width;

	for (size_t y = box->top; y <= box->bottom && y < picture->height &&
	    box->left < right; y++)
		memset(picture->grey + y * picture->width + box->left,
		    PICTURE_WHITE, right - box->left);
}

/* The dots of ink in column X of the band that begins at row TOP. */
static size_t
ink_of_column(const struct picture *picture, size_t x, size_t top)
{
	size_t n = 0;

	for (size_t y = top; y < top + BAND && y < picture->height; y++)
		n += picture_is_dark(picture, x, y);
	return n;
}

static void
read_band(const struct picture *picture, size_t top, picture_box_fn *fn,
    void *context)
{
	struct picture_box box = { .top = top, .bottom = top + BAND - 1 };
	size_t             dots = 0;

	for (size_t x = 0; x <= picture->width; x++) {
		size_t ink = x < picture->width ?
		    ink_of_column(picture, x, top) : 0;

		if (dots > 0 && (x == picture->width || (ink > 0 &&
		    x > box.right + APART))) {
			if (dots > SPECK_DOTS)
				fn(context, &box);
			dots = 0;
		}
		if (ink > 0) {
			box.left = dots == 0 ? x : box.left;
			box.right = x;
			dots += ink;
		}
	}
}

void
picture_ink_left(const struct picture *picture, picture_box_fn *fn, void *context)
{
	for (size_t top = 0; top < picture->height; top += BAND)
		read_band(picture, top, fn, context);
}
