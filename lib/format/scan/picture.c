#include "picture.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Takes the next number of a head off *REST, behind blanks.  0: there is none. */
static size_t
take_number(struct slice *rest)
{
	size_t n = 0, digits = 0;

	while (rest->n > 0 && (*rest->p == ' ' || *rest->p == '\n'))
		*rest = slice_from(*rest, 1);
	for (; rest->n > 0 && *rest->p >= '0' && *rest->p <= '9' && digits < 6;
	    digits++) {
		n = 10 * n + (size_t)(*rest->p - '0');
		*rest = slice_from(*rest, 1);
	}
	return n;
}

bool
picture_read(struct picture *picture, struct slice pgm)
{
	size_t most, n;

	if (!slice_starts(pgm, SLICE("P5\n")))
		return false;
	pgm = slice_from(pgm, 2);
	picture->width = take_number(&pgm);
	picture->height = take_number(&pgm);
	most = take_number(&pgm);
	n = picture->width * picture->height;
	if (n == 0 || n > PICTURE_DOTS_MAX || most != PICTURE_WHITE ||
	    pgm.n < n + 1)
		return false;
	picture->grey = memory_get(n);
	memcpy(picture->grey, pgm.p + 1, n);
	return true;
}

void
picture_free(struct picture *picture)
{
	free(picture->grey);
	picture->grey = NULL;
}
