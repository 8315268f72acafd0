/* Plain text and Markdown: rows of tables and paragraphs, line by line. */
#include "plain.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "frame.h"
#include "html_passage.h"
#include "markdown.h"
#include "pipe_lines.h"

enum { LINE_BYTES_MAX = 1024 * 1024 };	/* a longer line is cut */

struct text_reader {
	struct text_table   table;
	struct pipe_lines   pipes;
	struct frame_reader frame;
	struct html_passage html;
	struct buffer       held;	/* a line cut by a chunk's end */
	unsigned long       line;
	bool                after_return;	/* the last line ended with CR */
	bool                markdown;
	struct buffer       marked;	/* a line while its marks are read */
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

	d->markdown = d->frame.markdown = true;
	return d;
}

static void
take_plain_line(struct text_reader *d, struct slice line)
{
	struct slice text = utf8_trim(line);

	if (memchr(line.p, '\t', line.n) == NULL &&
	    pipe_lines_take(&d->pipes, &d->table, d->line, text))
		return;
	pipe_lines_end(&d->pipes, &d->table);
	if (text_take_row(&d->table, d->line, line))
		return;
	if (text.n == 0)
		d->table.open = false;
	else
		text_paragraph(&d->table, d->line, text);
}

/* What is held back of other tables goes before a frame. */
static bool
take_framed_line(struct text_reader *d, struct slice line)
{
	bool open = d->frame.held.count > 0;

	if (!frame_take(&d->frame, &d->table, d->line, line))
		return false;
	if (!open)
		pipe_lines_end(&d->pipes, &d->table);
	return true;
}

/* Takes what LINE has of HTML.  Returns what stands behind it. */
static struct slice
take_html(struct text_reader *d, struct slice line, size_t begin)
{
	frame_end(&d->frame, &d->table);
	pipe_lines_end(&d->pipes, &d->table);
	return html_passage_take(&d->html, &d->table, d->line,
	    slice_from(line, begin));
}

static void
take_marked_line(struct text_reader *d, struct slice line)
{
	struct markdown_line read;

	if (take_framed_line(d, line))
		return;
	if (!d->markdown) {
		take_plain_line(d, line);
		return;
	}
	d->marked.n = 0;
	buffer_add(&d->marked, line);
	read = markdown_read(d->marked.p, line.n);
	if (read.heading) {
		pipe_lines_end(&d->pipes, &d->table);
		text_heading(&d->table, d->line, read.text);
	} else if (!read.rule)
		take_plain_line(d, read.text);
}

static void
take_text_line(struct text_reader *d, struct slice line)
{
	bool   open = d->html.stream != NULL;
	size_t begin = open ? 0 : html_passage_begin(line);

	if (!open && begin == line.n) {
		take_marked_line(d, line);
		return;
	}
	if (begin > 0)
		take_marked_line(d, (struct slice){ line.p, begin });
	line = take_html(d, line, begin);
	if (line.n > 0)
		take_marked_line(d, line);
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
		take_text_line(d, (struct slice){ line.p, n });
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
	take_text_line(d, take_pieces(d, line));
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
	reason = html_passage_end(&d->html);
	frame_end(&d->frame, &d->table);
	pipe_lines_end(&d->pipes, &d->table);
	frame_free(&d->frame);
	buffer_free(&d->marked);
	buffer_free(&d->held);
	free(d);
	return reason;
}
