#include "glob.h"

/* Where to go on when what follows a star does not fit: the star takes one
 * byte more.  Only the last star and the last double star need to be kept: a
 * later one can take whatever an earlier one would. */
struct star {
	size_t glob, name;	/* behind it, behind what it took so far */
	bool   met;
};

static bool
is_star(struct slice glob, size_t i)
{
	return i < glob.n && glob.p[i] == '*';
}

/* Whether GLOB is a star and what names are to end with, as most are. */
static bool
is_plain_end(struct slice glob)
{
	return is_star(glob, 0) && memchr(glob.p + 1, '*', glob.n - 1) == NULL;
}

bool
glob_matches(struct slice glob, struct slice name, char separator)
{
	struct star single = { .met = false }, both = { .met = false };
	const char *star = glob.n > 0 ? memchr(glob.p, '*', glob.n) : NULL;
	size_t      g, n;

	if (star == NULL)
		return slice_eq(glob, name);
	g = n = (size_t)(star - glob.p);
	if (!slice_starts(name, (struct slice){ glob.p, n }))
		return false;
	if (glob.n - g == 2 && is_star(glob, g + 1))	/* requests.** */
		return true;
	if (glob.n - g == 1)
		return separator == '\0' || name.n == n ||
		    memchr(name.p + n, separator, name.n - n) == NULL;
	if (separator == '\0' && is_plain_end(glob))
		return slice_ends(name, slice_from(glob, 1));
	while (n < name.n) {
		if (is_star(glob, g) && is_star(glob, g + 1)) {
			both = (struct star){ g += 2, n, true };
			single.met = false;
		} else if (is_star(glob, g))
			single = (struct star){ ++g, n, true };
		else if (g < glob.n && glob.p[g] == name.p[n]) {
			g++;
			n++;
		} else if (single.met && (separator == '\0' ||
		    name.p[single.name] != separator)) {
			g = single.glob;
			n = ++single.name;
		} else if (both.met) {
			single.met = false;
			g = both.glob;
			n = ++both.name;
		} else
			return false;
	}
	while (is_star(glob, g))
		g++;
	return g == glob.n;
}
