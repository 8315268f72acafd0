#include "tsv.h"

/* Cuts off what stands before BYTE, or all, and steps behind it. */
static struct slice
cut(struct slice *text, char byte)
{
	const char  *at = text->n > 0 ? memchr(text->p, byte, text->n) : NULL;
	struct slice before = *text;

	if (at != NULL)
		before.n = (size_t)(at - text->p);
	*text = slice_from(*text, before.n + (at != NULL));
	return before;
}

bool
tsv_line(struct slice *data, struct slice *line)
{
	while (data->n > 0) {
		*line = cut(data, '\n');
		if (line->n > 0 && line->p[0] != '#')
			return true;
	}
	return false;
}

struct slice
tsv_field(struct slice *line)
{
	return cut(line, '\t');
}
