#include "glob.h"

bool
pattern_matches(struct slice pattern, struct slice name)
{
	size_t p = 0, n = 0;
	size_t star = 0, resume = 0;	/* behind the last star, what it took */
	bool   starred = false, deep = false;

	while (n < name.n) {
		if (p < pattern.n && pattern.p[p] == '*') {
			deep = p + 1 < pattern.n && pattern.p[p + 1] == '*';
			p += deep ? 2 : 1;
			starred = true;
			star = p;
			resume = n;
		} else if (p < pattern.n && pattern.p[p] == name.p[n]) {
			p++;
			n++;
		} else if (starred && (deep || name.p[resume] != '.')) {
			p = star;
			n = ++resume;
		} else
			return false;
	}
	while (p < pattern.n && pattern.p[p] == '*')
		p++;
	return p == pattern.n;
}

struct slice
pattern_fill(struct slice pattern, struct slice item, struct arena *arena)
{
	char *copy;

	if (pattern.n == 0 || pattern.p[0] != '$')
		return pattern;
	copy = arena_alloc(arena, item.n + pattern.n);
	memcpy(copy, item.p, item.n);
	memcpy(copy + item.n, pattern.p + 1, pattern.n - 1);
	return (struct slice){ copy, item.n + pattern.n - 1 };
}
