#define _GNU_SOURCE		/* memmem, in POSIX since 2024 */
#include "slice.h"

const char *
slice_find(struct slice a, struct slice needle)
{
	if (a.n < needle.n || a.n == 0)	/* p may be NULL */
		return NULL;
	return memmem(a.p, a.n, needle.p, needle.n);
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice
slice_trim(struct slice a)
{
	while (a.n > 0 && is_space(a.p[0]))
		a = slice_from(a, 1);
	while (a.n > 0 && is_space(a.p[a.n - 1]))
		a.n--;
	return a;
}

int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int    order = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

unsigned long long
slice_hash(struct slice a)
{
	unsigned long long h = 0xcbf29ce484222325ULL;

	for (size_t i = 0; i < a.n; i++)
		h = (h ^ (unsigned char)a.p[i]) * 0x100000001b3ULL;
	return h;
}
