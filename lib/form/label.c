#include "label.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "text/fold.h"

/* Punctuation says nothing in a label, and scraping loses or changes it. */
bool
label_is_punctuation(uint32_t c)
{
	if (c < 0x80)
		return !is_digit(c) && !(c >= 'a' && c <= 'z');
	return (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3020) ||
	    (c >= 0xFF00 && c < 0xFF66) || c == 0xB7 || c == UTF8_REPLACEMENT;
}

struct slice
label_key(struct arena *arena, struct slice text)
{
	struct slice folded = fold_label(arena, text);
	char        *key = arena_alloc(arena, folded.n);
	size_t       n = 0;

	while (folded.n > 0) {
		uint32_t c;
		size_t   length = utf8_decode(folded, &c);

		if (!label_is_punctuation(c)) {
			memcpy(key + n, folded.p, length);
			n += length;
		}
		folded = slice_from(folded, length);
	}
	return (struct slice){ key, n };
}

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
