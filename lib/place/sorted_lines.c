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

size_t
sorted_lines_behind(struct slice lines, struct slice key)
{
	size_t low = 0, high = lines.n;

	/* Lines before LOW are not behind the key, those from HIGH on are. */
	while (low < high) {
		size_t start = line_start(lines, low + (high - low) / 2);
		size_t next = next_line(lines, start);
		struct slice line = { lines.p + start, next - start };

		if (slice_cmp(sorted_line_key(line), key) > 0)
			high = start;
		else
			low = next;
	}
	return low;
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
