#include "html_passage.h"

#include "base/utf8.h"
#include "format/html/html.h"

/* What TEXT holds from its next `<' on; empty if there is none. */
static struct slice
next_tag(struct slice text)
{
	const char *at = text.n > 0 ? memchr(text.p, '<', text.n) : NULL;

	return at != NULL ? slice_from(text, (size_t)(at - text.p)) :
	    slice_from(text, text.n);
}

/* Whether TEXT begins with the tag MARK (`<table'), whatever its attributes. */
static bool
is_tag(struct slice text, struct slice mark)
{
	return slice_starts_nocase(text, mark) && (text.n == mark.n ||
	    strchr(" \t>/", text.p[mark.n]) != NULL);
}

/* Whether LINE begins with a row, of a table that has no tag of its own. */
static bool
is_row(struct slice line)
{
	return is_tag(utf8_trim(line), SLICE("<tr"));
}

size_t
html_passage_begin(struct slice line)
{
	struct slice tag = next_tag(line);

	if (tag.n == 0)
		return line.n;
	if (is_row(line))
		return 0;
	while (tag.n > 0 && !is_tag(tag, SLICE("<table")))
		tag = next_tag(slice_from(tag, 1));
	if (tag.n == 0)
		return line.n;
	return utf8_trim(line).p[0] == '<' ? 0 : line.n - tag.n;
}

static void
take_block(struct sink *sink, const struct block *block)
{
	struct html_passage *passage = (struct html_passage *)(void *)sink;
	struct block         placed = *block;

	if (placed.line > 0)
		placed.line += passage->line - 1;
	if (placed.kind == BLOCK_IS_CELL) {
		placed.table += passage->table;
		passage->to->table = placed.table;
	}
	passage->to->sink->block(passage->to->sink, &placed);
}

/* What the passage says of itself is not the document's. */
static void
drop_meta(struct sink *sink, const char *property, struct slice value)
{
	(void)sink;
	(void)property;
	(void)value;
}

static void
begin(struct html_passage *passage, struct text_table *t,
    unsigned long number)
{
	passage->sink = (struct sink){
		take_block, drop_meta, t->sink->limits,
	};
	passage->to = t;
	passage->open = 0;
	passage->rows = passage->in_tag = false;
	passage->line = number;
	passage->table = t->table;
	t->open = false;
	passage->stream = html_open(&passage->sink);
}

/* How much of LINE belongs to the passage: all, while tables stay open, else as
 * far as the end of the last one, with further tags right behind it. */
static size_t
take_tables(struct html_passage *passage, struct slice line)
{
	struct slice rest = line;

	for (struct slice tag = next_tag(line); tag.n > 0;
	    tag = next_tag(slice_from(tag, 1))) {
		const char *end;

		passage->open += is_tag(tag, SLICE("<table"));
		if (passage->open == 0 || !is_tag(tag, SLICE("</table")))
			continue;
		passage->open--;
		end = memchr(tag.p, '>', tag.n);
		rest = end != NULL ? slice_from(tag,
		    (size_t)(end + 1 - tag.p)) : slice_from(tag, tag.n);
	}
	if (passage->open > 0 || slice_starts(rest, SLICE("<")))
		return line.n;
	return line.n - rest.n;
}

/* Whether LINE goes on a table of rows that has no tag of its own: it begins with one,
 * or stands within one's text. */
static bool
goes_on(const struct html_passage *passage, struct slice line)
{
	return slice_starts(utf8_trim(line), SLICE("<")) || passage->in_tag;
}

struct slice
html_passage_take(struct html_passage *passage, struct text_table *t,
    unsigned long number, struct slice line)
{
	const char *reason;
	size_t      n;

	if (passage->stream == NULL) {
		begin(passage, t, number);
		passage->rows = is_row(line);
		if (passage->rows)
			html_feed(passage->stream, SLICE("<table>"));
	}
	if (passage->rows && !goes_on(passage, line)) {
		html_passage_end(passage);
		return line;
	}
	passage->in_tag = !slice_ends(utf8_trim(line), SLICE(">"));
	n = passage->rows ? line.n : take_tables(passage, line);
	reason = html_feed(passage->stream, (struct slice){ line.p, n });
	if (reason == NULL)
		reason = html_feed(passage->stream, SLICE("\n"));
	if (passage->reason == NULL)
		passage->reason = reason;
	if ((passage->open == 0 && !passage->rows) || reason != NULL)
		html_passage_end(passage);
	return slice_from(line, n);
}

const char *
html_passage_end(struct html_passage *passage)
{
	const char *reason;

	if (passage->stream != NULL) {
		reason = html_close(passage->stream);
		passage->stream = NULL;
		if (passage->reason == NULL)
			passage->reason = reason;
	}
	return passage->reason;
}
