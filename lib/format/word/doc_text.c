#include "base/utf16.h"
#include "base/utf8.h"
#include "charset/windows1252.h"
#include "doc.h"

/* Characters with a meaning of their own: 2.4.1, 2.8.25, and the list in
 * 2.6.1 at sprmCFSpec. */
enum {
	PICTURE = 0x01, CELL_END = 0x07, SHAPE = 0x08, TAB = 0x09,
	LINE_END = 0x0B, SECTION_END = 0x0C, PARAGRAPH_END = 0x0D,
	COLUMN_END = 0x0E, FIELD = 0x13,
	FIELD_RESULT = 0x14, FIELD_END = 0x15, HYPHEN = 0x1E, SYMBOL = 0x28,
};

enum {				/* 2.6.1 */
	DELETED = 0x0800, SPECIAL = 0x0855, CODE = 0x6A09, STYLE = 0x4A30,
	POSITION = 0x4845,
};

struct doc_walk {
	struct doc          *doc;
	enum doc_story       story;
	struct table_buffer *tables;
	struct buffer        text;
	struct doc_mark      mark;
	unsigned             depth;	/* of the open tables */
	unsigned long long   codes;	/* open fields, as in docx_text.c */
	uint32_t             high;	/* first half of a surrogate pair */
	/* of the run of characters: */
	bool             deleted, special;
	bool             picture;	/* in the paragraph */
	unsigned         symbol;	/* what stands for SYMBOL */
	struct run_style run;
	bool             unseen;	/* white letters on white */
	long             position;	/* of the paragraph's first run */
};

/* 2.9.327 ToggleOperand: 0, 1, or 80h and 81h, like the style and unlike. */
static int
toggled(int value, int style)
{
	return value < 0 ? style : (value & 1) != (value >= 0x80 && style > 0);
}

/* What the style of the paragraph at OFFSET, and the character style NUMBER,
 * say of the characters there. */
static struct run_style
style_at(struct doc_walk *w, uint32_t offset, unsigned number)
{
	const struct doc     *doc = w->doc;
	const struct doc_run *run;
	struct run_style      paragraph = RUN_SAYS_NOTHING, own = paragraph;

	if (!doc->dresses)
		return own;
	run = doc_run(&w->doc->paragraphs, offset);
	if (run != NULL && run->style < doc->styles &&
	    !doc->style[run->style].of_runs)
		paragraph = doc_style(doc, run->style).run;
	own = doc_style(doc, number).run;
	return run_style_joined(&paragraph, &own);
}

/* Whether white letters at OFFSET may have something below them: what boxes are
 * filled with is not read. */
static bool
is_backed(struct doc_walk *w, uint32_t offset)
{
	return w->run.backed > 0 || w->story == STORY_BOXES || w->depth > 1 ||
	    doc_ground_at(w->doc, offset, row_cells(w->tables));
}

static void
begin_run(struct doc_walk *w, const struct doc_run *run, uint32_t offset)
{
	struct run_style own = RUN_SAYS_NOTHING, style;
	struct slice     properties = { NULL, 0 }, operand;
	unsigned         number, style_number = DOC_NO_STYLE;
	long             position = 0;

	w->deleted = w->special = false;
	w->symbol = 0;
	if (run != NULL)
		properties = run->properties;
	while (doc_property(&properties, &number, &operand))
		switch (number) {
		case DELETED: w->deleted = little8(operand, 0) & 1; break;
		case SPECIAL: w->special = little8(operand, 0) == 1; break;
		case CODE:
			w->symbol = little16(operand, 2);
			w->special = true;
			break;
		case STYLE: style_number = little16(operand, 0); break;
		case POSITION:
			position = (int16_t)little16(operand, 0);
			break;
		default: doc_run_property(number, operand, &own);
		}
	style = style_at(w, offset, style_number);
	w->run.hidden = toggled(own.hidden, style.hidden);
	w->run.struck = toggled(own.struck, style.struck);
	w->run.align = own.align >= 0 ? own.align : style.align;
	w->run.white = own.white >= 0 ? own.white : style.white;
	w->run.backed = own.backed >= 0 ? own.backed : style.backed;
	w->unseen = !run_style_shows(&w->run) ||
	    (w->run.white > 0 && !is_backed(w, offset));
	if (paragraph_text(&w->text).n == 0)
		w->position = position;
	if (w->run.align <= 0 && position != 0)
		w->run.align = (int)run_style_raised(position, w->position);
}

/* Adds the paragraph to its cell, or hands it on. */
static void
write_paragraph(struct doc_walk *w)
{
	style_write_paragraph(&w->mark.style, buffer_slice(&w->text),
	    table_buffer_count(w->tables), &w->doc->lists, w->tables);
	w->text.n = 0;
}

/* The mark C ends a paragraph, a cell or a row; which of them only its
 * properties tell. */
static void
end_at_mark(struct doc_walk *w, uint32_t c, const struct doc_run *run)
{
	const struct doc_mark *mark = &w->mark;
	bool                   row_end, cell_end;

	w->codes = 0;
	doc_mark_read(w->doc, run, &w->mark);
	row_end = mark->depth > 1 ? mark->inner_row_end
	    : c == CELL_END && mark->row_end;
	cell_end = mark->depth > 1 ? mark->inner_cell : c == CELL_END;
	if (w->deleted && c == PARAGRAPH_END && !row_end && !cell_end)
		return;		/* its text goes on in the next */
	row_shape_depth(w->tables, &w->depth, mark->depth);
	if (w->tables->failed != NULL)
		return;
	if (row_end) {
		row_shape_close(&mark->row, w->tables, !w->deleted);
		w->text.n = 0;
		return;
	}
	if (!cell_is_open(w->tables))
		cell_open(w->tables);
	if (w->picture)
		cell_picture(w->tables);
	w->picture = false;
	write_paragraph(w);
	if (cell_end)
		cell_close(w->tables);
}

static void
add_utf16_unit(struct doc_walk *w, uint32_t unit)
{
	uint32_t c;

	if (utf16_take(&w->high, unit, &c) && !w->deleted && !w->unseen &&
	    w->codes == 0)
		superscript_character(&w->text, c, w->run.align > 0
		    ? (enum vertical_align)w->run.align : ALIGN_BASELINE);
}

/* A picture in the line, where it is shown.  The first thing in a cell opens it
 * only at its end. */
static void
add_picture(struct doc_walk *w)
{
	w->picture |= w->special && !w->deleted && w->codes == 0 &&
	    run_style_shows(&w->run);
}

/* Symbol fonts have their characters where others have none: a tick is as good as a
 * picture. */
static void
add_symbol_character(struct doc_walk *w)
{
	if (!w->special)
		add_utf16_unit(w, SYMBOL);
	else if (w->symbol >= ' ' && w->symbol < 0xD800)
		add_utf16_unit(w, w->symbol);
	else
		add_picture(w);
}

static void
take_character(struct doc_walk *w, uint32_t c, uint32_t offset, uint32_t width)
{
	const struct doc_run *run;

	switch (c) {
	case FIELD: w->codes = w->codes << 1 | 1; break;
	case FIELD_RESULT: w->codes &= ~1ULL; break;
	case FIELD_END: w->codes >>= 1; break;
	case TAB:
	case LINE_END:
	case COLUMN_END: add_utf16_unit(w, ' '); break;
	case HYPHEN: add_utf16_unit(w, '-'); break;
	case PICTURE:
	case SHAPE: add_picture(w); break;	/* a box, a picture that floats */
	case SYMBOL: add_symbol_character(w); break;
	case SECTION_END:
	case PARAGRAPH_END:
	case CELL_END:
		run = doc_run(&w->doc->paragraphs, offset);
		/* the same character breaks a page within a paragraph */
		if (c == SECTION_END && run != NULL &&
		    run->end > offset + width)
			add_utf16_unit(w, ' ');
		else
			end_at_mark(w, c, run);
		break;
	default:
		if (c >= ' ')
			add_utf16_unit(w, c);
	}
}

/* The characters from START to END of PIECE. */
static void
walk_piece(struct doc_walk *w, const struct doc_piece *piece, uint32_t start,
    uint32_t end)
{
	uint32_t width = piece->narrow ? 1 : 2;
	uint32_t at = piece->offset + (start - piece->start) * width;
	uint32_t stop = piece->offset + (end - piece->start) * width;

	while (at < stop && w->tables->failed == NULL) {
		const struct doc_run *run = doc_run(&w->doc->characters, at);
		uint32_t next = run != NULL && run->end < stop ? run->end
		    : run != NULL ? stop : at + width;

		begin_run(w, run, at);
		for (; at < next; at += width) {
			uint32_t c = little(w->doc->main, at, width);

			if (piece->narrow)	/* 2.9.73 */
				c = windows1252_character((unsigned char)c);
			take_character(w, c, at, width);
		}
	}
}

/* U+FFFD at its end makes a figure, and its row, unreadable. */
static void
mark_cut(struct doc_walk *w)
{
	bool in_row = w->depth > 0 && row_cell_place(w->tables, 0) != NULL;

	if (w->text.n == 0 && !in_row)
		return;
	if (w->depth > 0 && !cell_is_open(w->tables))
		cell_open(w->tables);
	paragraph_character(&w->text, UTF8_REPLACEMENT);
}

void
doc_text(struct doc *doc, enum doc_story story, struct table_buffer *tables)
{
	struct doc_walk w = { .doc = doc, .story = story, .tables = tables };
	uint64_t        start = 0, end;

	for (int i = STORY_MAIN; i < (int)story; i++)
		start += doc->length[i];
	end = start + doc->length[story];
	for (size_t i = 0; i < doc->pieces && tables->failed == NULL; i++) {
		const struct doc_piece *piece = &doc->piece[i];

		if (piece->end <= start || piece->start >= end)
			continue;
		walk_piece(&w, piece,
		    piece->start > start ? piece->start : (uint32_t)start,
		    piece->end < end ? piece->end : (uint32_t)end);
	}
	w.mark.style = (struct paragraph_style)STYLE_SAYS_NOTHING;
	if (tables->failed == NULL) {
		if (doc->cut)
			mark_cut(&w);
		write_paragraph(&w);	/* what no mark ends */
		row_shape_depth(tables, &w.depth, 0);
	}
	buffer_free(&w.text);
}
