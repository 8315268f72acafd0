#include "vocabulary.h"

#include "base/utf8.h"

enum { CHARACTERS_MAX = 64 };	/* no label of the forms is longer */

static size_t
characters(struct slice key, uint32_t out[CHARACTERS_MAX])
{
	size_t n = 0;

	while (key.n > 0 && n < CHARACTERS_MAX)
		key = slice_from(key, utf8_decode(key, &out[n++]));
	return n;
}

static unsigned
least(unsigned a, unsigned b, unsigned c)
{
	unsigned ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Wagner and Fischer's recurrence, one row at a time. */
unsigned
label_distance(struct slice a, struct slice b, unsigned limit)
{
	uint32_t x[CHARACTERS_MAX], y[CHARACTERS_MAX];
	size_t   m = characters(a, x), n = characters(b, y);
	unsigned row[CHARACTERS_MAX + 1];

	if ((m > n ? m - n : n - m) > limit)
		return limit + 1;
	for (size_t j = 0; j <= n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 1; i <= m; i++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= n; j++) {
			unsigned above = row[j];

			row[j] = least(above + 1, row[j - 1] + 1,
			    diagonal + (x[i - 1] != y[j - 1]));
			diagonal = above;
		}
	}
	return row[n] <= limit ? row[n] : limit + 1;
}
