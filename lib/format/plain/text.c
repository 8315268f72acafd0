/* Plain text and Markdown: rows of tables and paragraphs, line by line. */
#include "plain.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "line_readers.h"

enum { LINE_BYTES_MAX = 1024 * 1024 };	/* a longer line is cut in pieces */

struct text_reader {
	struct line_readers readers;
	struct buffer       held;	/* a line cut by a chunk's end */
	unsigned long       line;
	bool                after_return;	/* the last line ended with CR */
};

void *
text_open(struct sink *sink)
{
	struct text_reader *d = memory_get(sizeof(*d));

	*d = (struct text_reader){ .readers.table.sink = sink, .line = 1 };
	return d;
}

void *
markdown_open(struct sink *sink)
{
	struct text_reader *d = text_open(sink);

	d->readers.markdown = d->readers.frame.markdown = true;
	return d;
}

/* Takes the beginning of a line that is too long, in pieces of whole
 * characters, and returns what is left. */
static struct slice
take_pieces(struct text_reader *d, struct slice line)
{
	while (line.n > LINE_BYTES_MAX) {
		size_t n = LINE_BYTES_MAX;

		left_out("a line longer than is read in one piece");
		while (((unsigned char)line.p[n] & 0xC0) == 0x80)
			n--;
		lines_take(&d->readers, d->line, (struct slice){ line.p, n });
		line = slice_from(line, n);
	}
	return line;
}

static void
hold_line(struct text_reader *d, struct slice part)
{
	struct slice left;

	buffer_add(&d->held, part);
	left = take_pieces(d, buffer_slice(&d->held));
	if (left.n < d->held.n)
		memmove(d->held.p, left.p, left.n);
	d->held.n = left.n;
}

/* The end of the line CHUNK begins with: LF, CR or CR LF; NULL: not here. */
static const char *
find_line_end(struct slice chunk)
{
	const char *feed = memchr(chunk.p, '\n', chunk.n);
	const char *carriage = memchr(chunk.p, '\r',
	    feed != NULL ? (size_t)(feed - chunk.p) : chunk.n);

	return carriage != NULL ? carriage : feed;
}

static void
take_whole_line(struct text_reader *d, struct slice line)
{
	if (d->held.n > 0) {
		hold_line(d, line);
		line = buffer_slice(&d->held);
	}
	d->held.n = 0;
	lines_take(&d->readers, d->line, take_pieces(d, line));
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
		const char *end = find_line_end(chunk);
		size_t      n = end == NULL ? chunk.n : (size_t)(end - chunk.p);

		if (end == NULL) {
			hold_line(d, chunk);
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
	const char         *reason;

	if (d->held.n > 0)
		take_whole_line(d, (struct slice){ NULL, 0 });
	reason = lines_close(&d->readers);
	buffer_free(&d->held);
	free(d);
	return reason;
}
