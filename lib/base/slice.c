#include "slice.h"

/* By the last byte, as slice_starts does, and the one before it: memchr passes over thirty
 * bytes a step, memmem takes three instructions for each. */
const char *
slice_find(struct slice a, struct slice needle)
{
	size_t last = needle.n - 1;

	if (a.n < needle.n || a.n == 0)	/* p may be NULL */
		return NULL;
	if (needle.n == 0)
		return a.p;
	if (needle.n == 1)
		return memchr(a.p, needle.p[0], a.n);
	for (size_t i = last; i < a.n; i++) {
		const char *at = memchr(a.p + i, needle.p[last], a.n - i);

		if (at == NULL)
			return NULL;
		if (at[-1] == needle.p[last - 1] &&
		    memcmp(at - last, needle.p, last - 1) == 0)
			return at - last;
		i = (size_t)(at - a.p);
	}
	return NULL;
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

bool
slice_cut(struct slice *list, char mark, struct slice *word)
{
	const char *end;

	while (list->n > 0 && list->p[0] == mark)
		*list = slice_from(*list, 1);
	if (list->n == 0)
		return false;
	end = memchr(list->p, mark, list->n);
	*word = (struct slice){ list->p,
	    end != NULL ? (size_t)(end - list->p) : list->n };
	*list = slice_from(*list, word->n);
	return true;
}

int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int    order = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}
