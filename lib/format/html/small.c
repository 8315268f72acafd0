/* Text above or below the line: 69 with a note 1, m2, 10 to the power of 4. */
#include "flow.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "format/blocks/superscript.h"

static bool
is_bracketed(struct slice text)
{
	static const struct slice pairs[][2] = {
		{ { "(", 1 }, { ")", 1 } }, { { "[", 1 }, { "]", 1 } },
		{ { "〔", 3 }, { "〕", 3 } }, { { "【", 3 }, { "】", 3 } },
		{ { "（", 3 }, { "）", 3 } }, { { "［", 3 }, { "］", 3 } },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (slice_starts(text, pairs[i][0]) &&
		    slice_ends(text, pairs[i][1]))
			return true;
	return false;
}

/* Whether the paragraph of FLOW ends in a digit so far. */
static bool
is_behind_digit(const struct html_flow *flow)
{
	const struct html_text *text = &flow->text;

	return text->n > text->start && !text->space &&
	    is_digit(text->p[text->n - 1]);
}

/* Writes TEXT as LOOK has it to SMALL.  A link is small only where it is the
 * number of a note, in brackets or BEHIND a digit.  False: it stays as it is. */
static bool
make_small(struct buffer *small, struct slice text, unsigned look, bool behind)
{
	enum vertical_align align = (look & HTML_RAISED) != 0 ||
	    look == HTML_LINKED ? ALIGN_SUPERSCRIPT : ALIGN_SUBSCRIPT;

	if (look == HTML_LINKED && !(has_digit(text) &&
	    (is_bracketed(text) || (behind && is_digit(text.p[0])))))
		return false;
	small->n = 0;
	superscript_add(small, text, align);
	return !slice_eq(buffer_slice(small), text);
}

void
html_small_begin(struct html_flow *flow, unsigned look)
{
	struct html_small *small = &flow->small;

	if (small->open++ == 0) {
		small->look = 0;
		small->plain = false;
	}
	small->look |= look;
}

void
html_small_end(struct html_flow *flow)
{
	if (flow->small.open == 1)
		html_small_flush(flow);
	flow->small.open--;
}

/* Hands TEXT, which was WRITTEN otherwise, on to the paragraph.  While that is
 * nothing else, it is kept how it was written. */
static void
give_small(struct html_flow *flow, struct slice text, struct slice written)
{
	struct html_small *small = &flow->small;
	size_t             so_far = flow->text.n - flow->text.start;
	bool               alone = so_far == small->begins && !small->plain;

	if (so_far == 0)
		small->as_written.n = 0;
	if (alone && so_far > 0 && flow->text.space)
		buffer_add(&small->as_written, SLICE(" "));
	html_flow_add(flow, text, NULL);
	if (so_far == 0)
		flow->line = small->line;
	if (!alone)
		return;
	buffer_add(&small->as_written, written);
	small->begins = flow->text.n - flow->text.start;
}

void
html_small_flush(struct html_flow *flow)
{
	struct html_small *small = &flow->small;
	struct html_text   text = small->text;
	struct slice       written = { text.p, text.n };
	unsigned           asides = flow->asides;

	if (text.n == 0)
		return;
	/* It is none of what is not shown, if that has begun since. */
	flow->asides = 0;
	small->text = (struct html_text){ 0 };
	if (!small->plain && make_small(&small->made, written,
	    small->look, is_behind_digit(flow)))
		give_small(flow, buffer_slice(&small->made), written);
	else {
		if (is_digit(written.p[0]) && small->look != HTML_LINKED)
			html_flow_add(flow, SLICE(" "), NULL);
		give_small(flow, written, written);
	}
	if (text.space)
		html_flow_add(flow, text.line_feed ? SLICE("\n") : SLICE(" "),
		    NULL);
	html_text_cut(&text, 0);
	small->text = text;
	flow->asides = asides;
}

void
html_small_text(struct html_flow *flow, struct slice text, const char *at)
{
	struct html_small *small = &flow->small;
	const char        *first = NULL;
	bool               in_chunk = at == text.p;
	size_t             blanks = 0;

	while (small->text.n == 0 && blanks < text.n &&
	    (unsigned char)text.p[blanks] <= ' ')
		blanks++;
	if (small->plain || blanks > 0)
		html_flow_add(flow, (struct slice){ text.p,
		    small->plain ? text.n : blanks }, at);
	if (small->plain || blanks == text.n)
		return;
	text = slice_from(text, blanks);
	(void)html_text_add(&small->text, text, &first);
	if (first != NULL)
		small->line = html_line(flow->tokens, in_chunk ? first : at);
	if (small->text.n > HTML_SMALL_MAX) {
		small->plain = true;
		html_small_flush(flow);
	}
}

void
html_small_settle(struct html_flow *flow)
{
	struct html_small *small = &flow->small;
	struct html_text  *text = &flow->text;
	size_t             n;
	struct slice       rest;

	html_small_flush(flow);
	n = text->n - text->start;
	rest = (struct slice){ text->p + text->start, n };
	if (small->begins > 0 && n >= small->begins) {
		rest = slice_from(rest, small->begins);
		/* Small characters have more bytes than others. */
		if (utf8_blanks(rest) == rest.n &&
		    small->as_written.n <= small->begins) {
			memcpy(text->p + text->start, small->as_written.p,
			    small->as_written.n);
			text->n = text->start + small->as_written.n;
		}
	}
	small->begins = 0;
}
