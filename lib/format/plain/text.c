/* Plain text and Markdown: rows of tables and paragraphs, line by line. */
#include "plain.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "markdown.h"
#include "text.h"

enum { LINE_BYTES_MAX = 1024 * 1024 };	/* a longer line is cut */

struct text_reader {
	struct text_table table;
	struct ladder     ladder;
	char             *held;		/* a line cut by a chunk's end */
	size_t            n, capacity;
	unsigned long     line;
	bool              after_return;	/* the last line ended with CR */
	bool              markdown;
	char             *marked;	/* a line while its marks are read */
	size_t            marked_capacity;
};

void *
text_open(struct sink *sink)
{
	struct text_reader *d = memory_get(sizeof(*d));

	*d = (struct text_reader){ .table = { .sink = sink }, .line = 1 };
	return d;
}

void *
markdown_open(struct sink *sink)
{
	struct text_reader *d = text_open(sink);

	d->markdown = true;
	return d;
}

static void
take_plain_line(struct text_reader *d, struct slice line)
{
	struct slice text = utf8_trim(line);

	if (memchr(line.p, '\t', line.n) == NULL &&
	    ladder_take(&d->ladder, &d->table, d->line, text))
		return;
	ladder_end(&d->ladder, &d->table);
	if (text_take_row(&d->table, d->line, line))
		return;
	if (text.n == 0)
		d->table.open = false;
	else
		text_paragraph(&d->table, d->line, text);
}

static void
take_line(struct text_reader *d, struct slice line)
{
	struct markdown_line read;

	if (!d->markdown) {
		take_plain_line(d, line);
		return;
	}
	d->marked = memory_room(d->marked, &d->marked_capacity, line.n, 1);
	if (line.n > 0)
		memcpy(d->marked, line.p, line.n);
	read = markdown_read(d->marked, line.n);
	if (read.heading) {
		ladder_end(&d->ladder, &d->table);
		text_heading(&d->table, d->line, read.text);
	} else if (!read.rule)
		take_plain_line(d, read.text);
}

/* Takes the beginning of a line that is too long, in pieces of whole
 * characters, and returns what is left. */
static struct slice
take_pieces(struct text_reader *d, struct slice line)
{
	while (line.n > LINE_BYTES_MAX) {
		size_t n = LINE_BYTES_MAX;

		while (((unsigned char)line.p[n] & 0xC0) == 0x80)
			n--;
		take_line(d, (struct slice){ line.p, n });
		line = slice_from(line, n);
	}
	return line;
}

static void
hold(struct text_reader *d, struct slice part)
{
	struct slice left;

	if (d->capacity - d->n < part.n) {
		d->capacity = 2 * d->n + part.n;
		d->held = memory_resize(d->held, d->capacity, 1);
	}
	if (part.n > 0)
		memcpy(d->held + d->n, part.p, part.n);
	left = take_pieces(d, (struct slice){ d->held, d->n + part.n });
	memmove(d->held, left.p, left.n);
	d->n = left.n;
}

/* The end of the line CHUNK begins with: LF, CR or CR LF; NULL: not here. */
static const char *
line_end(struct slice chunk)
{
	const char *feed = memchr(chunk.p, '\n', chunk.n);
	const char *carriage = memchr(chunk.p, '\r',
	    feed != NULL ? (size_t)(feed - chunk.p) : chunk.n);

	return carriage != NULL ? carriage : feed;
}

static void
take_whole_line(struct text_reader *d, struct slice line)
{
	if (d->n > 0) {
		hold(d, line);
		line = (struct slice){ d->held, d->n };
	}
	d->n = 0;
	take_line(d, take_pieces(d, line));
	d->line++;
}

const char *
text_feed(void *stream, struct slice chunk)
{
	struct text_reader *d = stream;

	if (d->after_return && chunk.n > 0 && chunk.p[0] == '\n')
		chunk = slice_from(chunk, 1);
	d->after_return = false;
	while (chunk.n > 0) {
		const char *end = line_end(chunk);
		size_t      n = end == NULL ? chunk.n : (size_t)(end - chunk.p);

		if (end == NULL) {
			hold(d, chunk);
			break;
		}
		take_whole_line(d, (struct slice){ chunk.p, n });
		chunk = slice_from(chunk, n + 1);
		if (*end != '\r')
			continue;
		d->after_return = chunk.n == 0;
		if (chunk.n > 0 && chunk.p[0] == '\n')
			chunk = slice_from(chunk, 1);
	}
	return NULL;
}

const char *
text_close(void *stream)
{
	struct text_reader *d = stream;

	if (d->n > 0)
		take_whole_line(d, (struct slice){ NULL, 0 });
	ladder_end(&d->ladder, &d->table);
	free(d->marked);
	free(d->held);
	free(d);
	return NULL;
}
