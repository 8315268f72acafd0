#include "line_readers.h"

#include "base/utf8.h"
#include "markdown.h"
#include "terminal_line.h"

/* BROKEN: the line ended with two blanks, a break of Markdown. */
static void
take_plain(struct line_readers *r, unsigned long number, struct slice line,
    bool broken)
{
	struct slice text = utf8_trim(line);

	if ((line.n == 0 || memchr(line.p, '\t', line.n) == NULL) &&
	    pipe_lines_take(&r->pipes, &r->table, number, text, broken))
		return;
	pipe_lines_end(&r->pipes, &r->table);
	if (text_take_row(&r->table, number, line))
		return;
	if (text.n == 0)
		r->table.open = false;
	else
		text_paragraph(&r->table, number, text);
}

/* Takes a line that is part of no larger table. */
static void
take_single(struct line_readers *r, unsigned long number, struct slice line)
{
	bool                 broken = slice_ends(line, SLICE("  "));
	struct markdown_line read;

	if (!r->markdown) {
		take_plain(r, number, line, broken);
		return;
	}
	r->marked.n = 0;
	buffer_add(&r->marked, line);
	read = markdown_read(r->marked.p, line.n);
	if (read.heading) {
		pipe_lines_end(&r->pipes, &r->table);
		text_heading(&r->table, number, read.text);
	} else if (!read.rule)
		take_plain(r, number, read.text, broken);
}

/* Gives the lines that a reader has HELD, and that are none of its, to TAKE, which
 * asks the readers behind it in the order. */
static void
give_back(struct line_readers *r, struct held_lines *held,
    void (*take)(struct line_readers *, unsigned long, struct slice))
{
	for (size_t i = 0; i < held->count; i++)
		take(r, held->line[i].number, held_text(held, i));
	held_clear(held);
}

/* Takes a line of a table with rules, or of none; what a reader behind them in
 * the order has held back goes before it. */
static void
take_ruled(struct line_readers *r, unsigned long number, struct slice line)
{
	bool framed = r->frame.held.count > 0, ruled = r->ruled.open;

	if (!ruled && frame_begins(&r->frame, line))
		give_back(r, &r->ruled.held, take_single);
	if (!ruled && frame_take(&r->frame, &r->table, number, line)) {
		if (!framed)
			pipe_lines_end(&r->pipes, &r->table);
		return;
	}
	if (ruled_take(&r->ruled, &r->table, number, line) == RULED_TAKEN) {
		if (!ruled && r->ruled.open)
			pipe_lines_end(&r->pipes, &r->table);
		return;
	}
	give_back(r, &r->ruled.held, take_single);
	take_single(r, number, line);
}

static void
take_text(struct line_readers *r, unsigned long number, struct slice line)
{
	if (parted_lets_go(&r->parted, line))
		give_back(r, &r->parted.held, take_ruled);
	if (!parted_take(&r->parted, &r->table, number, line))
		take_ruled(r, number, line);
}

/* Ends all tables that are open. */
static void
end_tables(struct line_readers *r)
{
	parted_end(&r->parted, &r->table);
	give_back(r, &r->parted.held, take_ruled);
	frame_end(&r->frame, &r->table);
	ruled_end(&r->ruled, &r->table);
	give_back(r, &r->ruled.held, take_single);
	pipe_lines_end(&r->pipes, &r->table);
}

/* Whether LINE is an empty cell of a table that is written a cell a line, each
 * set in the middle of its column by blanks: far more of them than any indent. */
static bool
is_padded_blank(const struct line_readers *r, struct slice line)
{
	enum { PADDING_MIN = 20 };

	if (line.n < PADDING_MIN || !r->behind_text ||
	    r->frame.held.count > 0 || r->ruled.open)
		return false;
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != ' ' && line.p[i] != '\r')
			return false;
	return true;
}

static void
write_blank(struct line_readers *r, unsigned long number)
{
	end_tables(r);
	text_row(&r->table);
	text_cell(&r->table, number, SLICE(""));
	r->table.open = false;
}

/* Takes a line that no table holds whose columns spaces keep apart. */
static void
take_line(void *context, unsigned long number, struct slice line)
{
	struct line_readers *r = context;
	bool   open = r->html.stream != NULL;
	size_t begin = open ? 0 : html_passage_begin(line);

	if (!open && (r->markup.open != MARKUP_NONE ||
	    markup_begins(&r->markup, line))) {
		end_tables(r);
		markup_take(&r->markup, &r->table, number, line);
		return;
	}
	if (!open && is_padded_blank(r, line)) {
		write_blank(r, number);
		return;
	}
	r->behind_text = utf8_blanks(line) < line.n;
	if (!open && begin == line.n) {
		take_text(r, number, line);
		return;
	}
	if (begin > 0)
		take_text(r, number, (struct slice){ line.p, begin });
	if (!open)
		end_tables(r);
	line = html_passage_take(&r->html, &r->table, number,
	    slice_from(line, begin));
	if (line.n > 0)
		take_text(r, number, line);
}

static void
end_held(void *context)
{
	end_tables(context);
}

static void
end_spaced(struct line_readers *r)
{
	struct spaced_readers behind = { take_line, end_held, r };

	if (r->spaced.held.count > 0)
		spaced_end(&r->spaced, &r->table, &behind);
}

/* Takes a line that is no table's of words. */
static void
take_unworded(struct line_readers *r, unsigned long number, struct slice line)
{
	if (!r->markdown && r->markup.open == MARKUP_NONE &&
	    r->html.stream == NULL && !r->ruled.open &&
	    spaced_hold(&r->spaced, number, line))
		return;
	end_spaced(r);
	take_line(r, number, line);
}

/* Writes the table of words that is held; what is none is read otherwise. */
static void
end_worded(struct line_readers *r)
{
	if (worded_is_table(&r->worded)) {
		end_spaced(r);
		end_tables(r);
		worded_write(&r->worded, &r->table);
	} else
		for (size_t i = 0; i < r->worded.held.count; i++)
			take_unworded(r, r->worded.held.line[i].number,
			    held_text(&r->worded.held, i));
	held_clear(&r->worded.held);
	r->worded.numbered = r->worded.marked = r->worded.dashed = false;
}

/* Takes a line that is folded with none. */
static void
take_unfolded(struct line_readers *r, unsigned long number, struct slice line)
{
	bool may = !r->markdown && r->markup.open == MARKUP_NONE &&
	    r->html.stream == NULL && !r->ruled.open &&
	    r->frame.held.count == 0;

	if (may && worded_hold(&r->worded, number, line))
		return;
	if (r->worded.held.count > 0)
		end_worded(r);
	if (!may || !worded_hold(&r->worded, number, line))
		take_unworded(r, number, line);
}

/* Reads the folded rows that are held as one line; what is none is read otherwise. */
static void
end_folded(struct line_readers *r)
{
	struct held_lines *held = &r->folded.held;
	struct slice       whole;

	if (held->count == 0)
		return;
	whole = folded_row_whole(&r->folded);
	if (whole.p != NULL) {
		end_worded(r);
		end_spaced(r);
		end_tables(r);
		if (!folded_row_write(&r->folded, &r->table))
			take_unfolded(r, held->line[0].number, whole);
	} else
		give_back(r, held, take_unfolded);
	held_clear(held);
}

/* Takes a line of no value in brackets. */
static void
take_unbracketed(struct line_readers *r, unsigned long number, struct slice line)
{
	if (!r->markdown && r->markup.open == MARKUP_NONE &&
	    r->html.stream == NULL && folded_row_take(&r->folded, number, line))
		return;
	end_folded(r);
	take_unfolded(r, number, line);
}

/* Writes the value that is held, if it is a table's; else its lines are read otherwise. */
static void
end_bracketed(struct line_readers *r)
{
	struct held_lines *held = &r->json.held;

	if (held->count == 0)
		return;
	end_folded(r);
	end_worded(r);
	end_spaced(r);
	end_tables(r);
	if (!json_rows_write(&r->json, &r->table))
		for (size_t i = 0; i < held->count; i++)
			take_unbracketed(r, held->line[i].number,
			    held_text(held, i));
	json_rows_clear(&r->json);
}

void
lines_take(struct line_readers *r, unsigned long number, struct slice line)
{
	bool may = r->json.held.count > 0 || (r->markup.open == MARKUP_NONE &&
	    r->html.stream == NULL);

	line = terminal_line(line, &r->shown);
	switch (may ? json_rows_take(&r->json, number, line) : JSON_ROWS_NOT) {
	case JSON_ROWS_NOT:
		end_bracketed(r);
		take_unbracketed(r, number, line);
		break;
	case JSON_ROWS_HELD:
		break;
	case JSON_ROWS_WHOLE:
		end_bracketed(r);
		break;
	}
}

const char *
lines_close(struct line_readers *r)
{
	const char *reason;

	end_bracketed(r);
	end_folded(r);
	end_worded(r);
	end_spaced(r);
	reason = html_passage_end(&r->html);
	end_tables(r);
	markup_close(&r->markup, &r->table);
	json_rows_free(&r->json);
	frame_free(&r->frame);
	ruled_free(&r->ruled);
	folded_row_free(&r->folded);
	worded_free(&r->worded);
	spaced_free(&r->spaced);
	parted_free(&r->parted);
	buffer_free(&r->marked);
	buffer_free(&r->shown);
	return reason;
}
