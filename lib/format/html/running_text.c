/* The text of a paragraph as it comes, and in it what stands above or below the
 * line, which is kept apart until it ends. */
#include "flow.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "breadcrumb.h"

void
html_flow_end_paragraph(struct html_flow *flow)
{
	size_t            before = flow->text.start;
	struct html_piece piece = { .at = before, .line = flow->line,
	    .heading = flow->headings > 0, .direct = !flow->behind_block };
	struct slice      text;

	if (flow->small.open > 0 || flow->small.begins > 0)
		html_small_settle(flow);
	text = html_text_end(&flow->text);
	piece.n = text.n;
	piece.field = text.n <= flow->fields;
	flow->fields = 0;
	if (text.n == 0) {
		html_text_cut(&flow->text, before);
		return;
	}
	if (html_is_running(text))
		flow->navigation_refuted = true;
	piece.furniture = html_is_around_report(flow);
	if (flow->in_cell && piece.furniture &&
	    !html_buffered_cell(flow)->furniture) {
		/* Not shown inside a cell: no part of its text. */
		html_give_paragraph(flow, &piece);
		html_text_cut(&flow->text, before);
		return;
	}
	piece.furniture |= html_is_breadcrumb(text);
	html_buffer_paragraph(flow, &piece);
}

void
html_flow_end_aside(struct html_flow *flow)
{
	struct slice text = html_text_end(&flow->aside);
	struct block block = { .kind = BLOCK_IS_TEXT, .furniture = true,
	    .line = flow->aside_line, .text = text };

	if (text.n > 0)
		flow->sink->block(flow->sink, &block);
	html_text_cut(&flow->aside, 0);
}

void
html_flow_add(struct html_flow *flow, struct slice text, const char *at)
{
	bool              in_chunk = at == text.p;
	bool              aside = flow->asides > 0;
	struct html_text *to = aside ? &flow->aside : &flow->text;

	for (;;) {
		const char *first = NULL;

		text = html_text_add(to, text, &first);
		if (first != NULL && aside)
			flow->aside_line = html_line(flow->tokens,
			    in_chunk ? first : at);
		else if (first != NULL)
			flow->line = html_line(flow->tokens,
			    in_chunk ? first : at);
		if (text.n == 0)
			return;
		if (aside)
			html_flow_end_aside(flow);
		else
			html_flow_end_paragraph(flow);
	}
}

/* Whether the paragraph of FLOW ends in a digit so far. */
static bool
is_behind_digit(const struct html_flow *flow)
{
	const struct html_text *text = &flow->text;

	return text->n > text->start && !text->space &&
	    is_digit(text->p[text->n - 1]);
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
	if (!small->plain && html_small_make(&small->made, written,
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
	if (small->begins > 0 && n >= small->begins) {
		rest = (struct slice){ text->p + text->start + small->begins,
		    n - small->begins };
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
