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
	bool              separated;	/* the separator is known */
	struct buffer     first;	/* the first line, until it is whole */
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

/* The separator is the one the first line has most of. */
static void
choose_separator(struct csv_reader *d)
{
	static const char candidates[] = ",;\t|";
	size_t most = 0;

	for (size_t i = 0; i < sizeof(candidates) - 1; i++) {
		size_t found = 0;

		for (size_t at = 0; at < d->first.n; at++)
			found += d->first.p[at] == candidates[i];
		if (found > most) {
			most = found;
			csv_set_delim(&d->parser,
			    (unsigned char)candidates[i]);
		}
	}
	d->separated = true;
}

const char *
csv_feed(void *stream, struct slice chunk)
{
	struct csv_reader *d = stream;

	if (!d->separated) {
		const char  *end = memchr(chunk.p, '\n', chunk.n);
		struct slice head = { chunk.p, end == NULL ? chunk.n :
		    (size_t)(end - chunk.p) };
		const char  *reason;

		buffer_add(&d->first, head);
		if (end == NULL && d->first.n < PIECE_BYTES)
			return NULL;
		choose_separator(d);
		reason = parse_fields(d, buffer_slice(&d->first));
		if (reason != NULL)
			return reason;
		chunk = slice_from(chunk, head.n);
	}
	return parse_fields(d, chunk);
}

const char *
csv_close(void *stream)
{
	struct csv_reader *d = stream;
	const char        *reason = NULL;

	if (!d->separated) {
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
