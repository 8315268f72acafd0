/* Plain text and Markdown: a line with TABs or pipes is a row of a table, any
 * other line a paragraph. */
#include <stdlib.h>

#include "../record/memory.h"
#include "../text/utf8.h"
#include "format.h"

enum { LINE_MAX_BYTES = 1024 * 1024 };	/* a longer line is cut */

struct decoder {
	struct sink  *sink;
	size_t        bytes, bytes_max;
	char         *line;		/* a line cut by a chunk's end */
	size_t        n, capacity;
	unsigned long number;
	bool          after_return;	/* the chunk before ended with CR */
	bool          in_table;
	unsigned      table, row;
};

static struct decoder *
text_open(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	*d = (struct decoder){ .sink = sink, .bytes_max = limits->bytes };
	return d;
}

static void
paragraph(struct decoder *d, struct slice text)
{
	struct block block = {
		.kind = BLOCK_IS_TEXT, .line = d->number, .text = text,
	};

	d->in_table = false;
	d->sink->block(d->sink, &block);
}

static void
cell(struct decoder *d, unsigned col, struct slice text)
{
	struct block block = {
		.kind = BLOCK_IS_CELL, .line = d->number, .table = d->table,
		.row = d->row, .col = col, .rows = 1, .cols = 1,
		.text = slice_trim(text),
	};

	d->sink->block(d->sink, &block);
}

/* Markdown's line between head and body, and its like in tabbed text. */
static bool
is_rule(struct slice line)
{
	size_t dashes = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (strchr("-:|\t =", line.p[i]) == NULL)
			return false;
		dashes += line.p[i] == '-' || line.p[i] == '=';
	}
	return dashes >= 3;
}

static void
row(struct decoder *d, struct slice line, char separator)
{
	unsigned col = 1;

	if (!d->in_table) {
		d->in_table = true;
		d->table++;
		d->row = 0;
	}
	if (is_rule(line))
		return;
	d->row++;
	for (;;) {
		const char *end = memchr(line.p, separator, line.n);

		if (end == NULL)
			break;
		cell(d, col++, (struct slice){ line.p,
		    (size_t)(end - line.p) });
		line = slice_from(line, (size_t)(end - line.p) + 1);
	}
	cell(d, col, line);
}

static void
take_line(struct decoder *d, struct slice line)
{
	struct slice text = slice_trim(line);

	d->number++;
	if (memchr(line.p, '\t', line.n) != NULL)
		row(d, line, '\t');
	else if (text.n == 0)
		d->in_table = false;
	else if (text.n > 1 && text.p[0] == '|' && text.p[text.n - 1] == '|')
		row(d, (struct slice){ text.p + 1, text.n - 2 }, '|');
	else
		paragraph(d, text);
}

static void
keep(struct decoder *d, struct slice part)
{
	if (d->capacity - d->n < part.n) {
		d->capacity = 2 * d->n + part.n;
		d->line = memory_resize(d->line, d->capacity, 1);
	}
	memcpy(d->line + d->n, part.p, part.n);
	d->n += part.n;
}

static const char *
text_feed(struct decoder *d, struct slice chunk)
{
	d->bytes += chunk.n;
	if (d->bytes > d->bytes_max)
		return "is larger than the limit";
	while (chunk.n > 0) {
		const char  *end = memchr(chunk.p, '\n', chunk.n);
		struct slice part = { chunk.p, end == NULL ? chunk.n :
		    (size_t)(end - chunk.p) };

		if (end == NULL) {
			keep(d, part);
			break;
		}
		if (d->n > 0) {
			keep(d, part);
			part = (struct slice){ d->line, d->n };
			d->n = 0;
		}
		take_line(d, part);
		chunk = slice_from(chunk, (size_t)(end - chunk.p) + 1);
	}
	return NULL;
}

static const char *
text_close(struct decoder *d)
{
	if (d->n > 0)
		take_line(d, (struct slice){ d->line, d->n });
	free(d->line);
	free(d);
	return NULL;
}

const struct format format_text = {
	"text/plain", false, text_open, text_feed, text_close,
};
