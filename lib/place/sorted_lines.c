#include "sorted_lines.h"

static size_t
next_line(struct slice lines, size_t at)
{
	const char *lf = memchr(lines.p + at, '\n', lines.n - at);

	return lf != NULL ? (size_t)(lf + 1 - lines.p) : lines.n;
}

/* Where the line begins that holds byte AT. */
static size_t
line_start(struct slice lines, size_t at)
{
	while (at > 0 && lines.p[at - 1] != '\n')
		at--;
	return at;
}

struct slice
sorted_lines(struct slice text)
{
	size_t at = next_line(text, 0);

	while (at < text.n && text.p[at] == '#')
		at = next_line(text, at);
	return slice_from(text, at);
}

struct slice
sorted_line_key(struct slice line)
{
	const char *tab = line.n > 0 ? memchr(line.p, '\t', line.n) : NULL;

	return (struct slice){ line.p,
	    tab != NULL ? (size_t)(tab - line.p) : line.n };
}

/* Where in LINES the first line begins that comes behind KEY, by the first KEY.n
 * bytes alone if CUT; that does not come before it, if NOT_BEFORE. */
static size_t
find_line(struct slice lines, struct slice key, bool cut, bool not_before)
{
	size_t low = 0, high = lines.n;

	/* Lines before LOW come before the one looked for. */
	while (low < high) {
		size_t       start = line_start(lines, low + (high - low) / 2);
		size_t       next = next_line(lines, start);
		struct slice field = sorted_line_key((struct slice){
		    lines.p + start, next - start });
		int          order;

		if (cut && field.n > key.n)
			field.n = key.n;
		order = slice_cmp(field, key);
		if (order > 0 || (order == 0 && not_before))
			high = start;
		else
			low = next;
	}
	return low;
}

size_t
sorted_lines_behind(struct slice lines, struct slice key)
{
	return find_line(lines, key, false, false);
}

struct slice
sorted_lines_starting(struct slice lines, struct slice start)
{
	size_t from = find_line(lines, start, true, true);

	lines = slice_from(lines, from);
	/* Mostly there is none. */
	lines.n = slice_starts(lines, start) ?
	    find_line(lines, start, true, false) : 0;
	return lines;
}

struct slice
sorted_line_before(struct slice lines, size_t end)
{
	size_t start;

	if (end == 0)
		return (struct slice){ lines.p, 0 };
	start = line_start(lines, end - 1);
	return (struct slice){ lines.p + start, end - 1 - start };
}
