/* Comma-separated values, by libcsv: one table. */
#include "plain.h"

#include <csv.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { FIELD_BYTES_MAX = 1024 * 1024, PIECE_BYTES = 64 * 1024 };

struct csv_reader {
	struct sink      *sink;
	struct csv_parser parser;
	bool              separated;	/* it is known, or all there is to go by */
	struct buffer     first;	/* lines, until one has a separator */
	unsigned long     line, row_line;
	unsigned          row, col;
};

void *
csv_open(struct sink *sink)
{
	struct csv_reader *d = memory_get(sizeof(*d));

	*d = (struct csv_reader){
		.sink = sink, .line = 1, .row_line = 1, .row = 1,
	};
	csv_init(&d->parser, 0);
	return d;
}

/* One blank for each run of line ends and TABs, as in any cell. */
static struct slice
on_one_line(char *text, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (strchr("\r\n\t", text[i]) == NULL || text[i] == '\0')
			text[kept++] = text[i];
		else if (kept > 0 && text[kept - 1] != ' ')
			text[kept++] = ' ';
	}
	return utf8_trim((struct slice){ text, kept });
}

static void
take_csv_field(void *field, size_t n, void *context)
{
	struct csv_reader *d = context;
	struct block       block = {
		.kind = BLOCK_IS_CELL, .line = d->row_line, .table = 1,
		.row = d->row, .col = ++d->col, .rows = 1, .cols = 1,
		.text = on_one_line(field, n),
	};

	d->sink->block(d->sink, &block);
}

static void
take_csv_row(int end, void *context)
{
	struct csv_reader *d = context;

	(void)end;
	d->row++;
	d->col = 0;
}

static const char *
parse_fields(struct csv_reader *d, struct slice bytes)
{
	while (bytes.n > 0) {
		const char *end = memchr(bytes.p, '\n', bytes.n);
		size_t      n = end == NULL ? bytes.n :
		    (size_t)(end + 1 - bytes.p);

		if (n > PIECE_BYTES) {
			n = PIECE_BYTES;
			end = NULL;
		}
		if (csv_parse(&d->parser, bytes.p, n, take_csv_field,
		    take_csv_row, d) != n)
			return csv_strerror(csv_error(&d->parser));
		if (csv_get_buffer_size(&d->parser) > FIELD_BYTES_MAX)
			return "a quoted field does not end";
		d->line += end != NULL;
		if (d->col == 0 && !d->parser.quoted)
			d->row_line = d->line;
		bytes = slice_from(bytes, n);
	}
	return NULL;
}

enum { CANDIDATES = 4 };

static const char candidates[CANDIDATES + 1] = ",;\t|";

/* How often each candidate stands in LINE outside of quotes, in FOUND. */
static void
count_separators(struct slice line, size_t found[CANDIDATES])
{
	bool quoted = false;

	memset(found, 0, CANDIDATES * sizeof(*found));
	for (size_t at = 0; at < line.n; at++) {
		quoted ^= line.p[at] == '"';
		for (int i = 0; i < CANDIDATES; i++)
			found[i] += !quoted && line.p[at] == candidates[i];
	}
}

/* The separator is the one that the first line with any has most of: a title may stand
 * before. */
static bool
choose_separator(struct csv_reader *d)
{
	struct slice rest = buffer_slice(&d->first);
	size_t       found[CANDIDATES], most = 0;

	while (rest.n > 0 && most == 0) {
		const char  *end = memchr(rest.p, '\n', rest.n);
		struct slice line = { rest.p, end == NULL ? rest.n :
		    (size_t)(end - rest.p) };

		if (end == NULL && !d->separated)
			return false;
		count_separators(line, found);
		for (int i = 0; i < CANDIDATES; i++) {
			if (found[i] <= most)
				continue;
			most = found[i];
			csv_set_delim(&d->parser, (unsigned char)candidates[i]);
		}
		rest = slice_from(rest, line.n + (end != NULL));
	}
	d->separated |= most > 0;
	return d->separated;
}

const char *
csv_feed(void *stream, struct slice chunk)
{
	struct csv_reader *d = stream;

	if (d->separated)
		return parse_fields(d, chunk);
	buffer_add(&d->first, chunk);
	d->separated = d->first.n >= PIECE_BYTES;
	return choose_separator(d) ?
	    parse_fields(d, buffer_slice(&d->first)) : NULL;
}

const char *
csv_close(void *stream)
{
	struct csv_reader *d = stream;
	const char        *reason = NULL;

	if (!d->separated) {
		d->separated = true;
		choose_separator(d);
		reason = parse_fields(d, buffer_slice(&d->first));
	}
	/* Strict only here: a quote within a field is common, one that never
	 * closes has swallowed the rest. */
	csv_set_opts(&d->parser, CSV_STRICT | CSV_STRICT_FINI);
	if (csv_fini(&d->parser, take_csv_field, take_csv_row, d) != 0)
		reason = "a quoted field does not end";
	csv_free(&d->parser);
	buffer_free(&d->first);
	free(d);
	return reason;
}
