#include "rows_of_text.h"

#include "format/plain/plain.h"

enum { BYTES_MAX = 256 * 1024 * 1024 };

struct csv_rows {
	struct sink         sink;
	struct roster_rows *rows;
	unsigned long       before;	/* lines before what is being read */
	unsigned            row;	/* of the last cell; 0: none yet */
};

/* TEXT as it stands in records: a backslash has another in front. */
static struct slice
escaped(struct arena *arena, struct slice text)
{
	char  *out;
	size_t n = 0;

	if (text.n == 0 || memchr(text.p, '\\', text.n) == NULL)
		return text;
	out = arena_alloc(arena, 2 * text.n);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\\')
			out[n++] = '\\';
		out[n++] = text.p[i];
	}
	return (struct slice){ out, n };
}

static void
take_cell(struct sink *sink, const struct block *block)
{
	struct csv_rows *r = (struct csv_rows *)sink;

	if (block->row != r->row)
		roster_rows_add(r->rows, r->before + block->line,
		    SLICE(""));
	r->row = block->row;
	roster_rows_put(r->rows, block->col, escaped(&r->rows->arena,
	    block->text));
}

static void
ignore_meta(struct sink *sink, const char *property, struct slice value)
{
	(void)sink;
	(void)property;
	(void)value;
}

/* The bytes of the lines of TEXT before the first one that anything parts: titles,
 * by which no separator is found.  0 where nothing does. */
static size_t
titles(struct slice text, unsigned long *lines)
{
	size_t begin = 0;

	*lines = 0;
	for (size_t i = 0; i < text.n; i++) {
		if (memchr(",;\t|", text.p[i], 4) != NULL)
			return begin;
		if (text.p[i] == '\n') {
			begin = i + 1;
			++*lines;
		}
	}
	*lines = 0;
	return 0;
}

static const char *
read_part(struct roster_rows *rows, struct slice text, unsigned long before)
{
	struct csv_rows r = { .sink = { take_cell, ignore_meta,
	    { .bytes = BYTES_MAX } }, .rows = rows, .before = before };
	void       *csv = csv_open(&r.sink);
	const char *reason = csv_feed(csv, text), *late = csv_close(csv);

	return reason != NULL ? reason : late;
}

const char *
roster_rows_of_text(struct roster_rows *rows, struct slice text)
{
	unsigned long lines;
	size_t        n = titles(text, &lines);
	const char   *reason = NULL;

	if (n > 0)
		reason = read_part(rows, (struct slice){ text.p, n }, 0);
	return reason != NULL ? reason :
	    read_part(rows, slice_from(text, n), lines);
}
