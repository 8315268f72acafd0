#include "picture.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Slopes are so many dots down in SLOPE dots along.  The steepest is three degrees.  Of
 * COARSE rows and columns one is looked at. */
enum { SLOPE = 1024, STEEPEST = 54, COARSE = 3 };

/* How far a line of SLOPE has gone down after N dots. */
static long
down(long slope, size_t n)
{
	return slope * (long)n / SLOPE;
}

/* How sharply rows of ink and of none alternate if lines run at SLOPE: the sum of the
 * squares of what each has of it. */
static unsigned long long
sharpness(const struct picture *picture, long slope, uint32_t *ink)
{
	size_t             margin = (size_t)labs(down(slope, picture->width));
	unsigned long long sum = 0;

	memset(ink, 0, (picture->height + 2 * margin + 1) * sizeof(*ink));
	for (size_t y = 0; y < picture->height; y += COARSE) {
		for (size_t x = 0; x < picture->width; x += COARSE) {
			if (picture_is_dark(picture, x, y))
				ink[((long)(y + margin) - down(slope, x)) / COARSE]++;
		}
	}
	for (size_t i = 0; i < picture->height + 2 * margin + 1; i++)
		sum += (unsigned long long)ink[i] * ink[i];
	return sum;
}

static long
slope_of(const struct picture *picture)
{
	uint32_t *ink = memory_get((picture->height + picture->width / 4 + 4) *
	    sizeof(*ink));
	unsigned long long best = 0, sum;
	long      slope = 0;

	for (long s = -STEEPEST; s <= STEEPEST; s++) {
		sum = sharpness(picture, s, ink);
		if (sum > best) {
			best = sum;
			slope = s;
		}
	}
	free(ink);
	return slope;
}

/* A dot of FROM, or white beyond it. */
static uint8_t
dot(const struct picture *from, long x, long y)
{
	return x < 0 || y < 0 || (size_t)x >= from->width ||
	    (size_t)y >= from->height ? PICTURE_WHITE :
	    from->grey[(size_t)y * from->width + (size_t)x];
}

void
picture_straighten(struct picture *picture)
{
	long           slope = slope_of(picture);
	struct picture from = *picture;

	if (labs(down(slope, picture->width)) < 3)
		return;
	picture->grey = memory_get(from.width * from.height);
	for (size_t y = 0; y < from.height; y++) {
		for (size_t x = 0; x < from.width; x++)
			picture->grey[y * from.width + x] = dot(&from,
			    (long)x - down(slope, y), (long)y + down(slope, x));
	}
	picture_free(&from);
}
