#include "frame.h"

#include "base/utf8.h"
#include "frame_cells.h"
#include "markdown.h"

/* The first character of LINE behind blanks; 0 if none. */
static uint32_t
first_character(struct slice line)
{
	struct slice text = slice_from(line, utf8_blanks(line));
	uint32_t     c = 0;

	if (text.n > 0)
		utf8_decode(text, &c);
	return c;
}

/* Whether LINE is a rule from end to end: the top of a frame. */
static bool
is_top(struct slice line)
{
	struct slice text = utf8_trim(line);
	size_t       crossings = 0;
	bool         rule = false;

	while (text.n > 0) {
		uint32_t c;
		unsigned edges;

		text = slice_from(text, utf8_decode(text, &c));
		edges = frame_edges(c);
		if (c != ':' && (edges & FRAME_ACROSS) == 0)
			return false;
		crossings += (edges & FRAME_UPRIGHT) != 0;
		rule |= (edges & FRAME_UPRIGHT) == 0;
	}
	return rule && crossings >= 2;
}

static bool
begins(struct slice line)
{
	uint32_t c = first_character(line);

	return (c == '+' || frame_edges(c) == (FRAME_RIGHT | FRAME_DOWN)) &&
	    is_top(line);
}

/* Whether LINE may go on the open frame: it begins with one of its verticals,
 * and is not the top of another. */
static bool
goes_on(const struct frame_reader *frame, struct slice line)
{
	uint32_t c = first_character(line);
	unsigned edges = frame_edges(c);

	return (edges & FRAME_UPRIGHT) != 0 &&
	    edges != (FRAME_RIGHT | FRAME_DOWN) && frame->box == (c >= 0x80);
}

/* No frame after all: each line a cell by itself, but for rules. */
static void
write_lines(const struct frame_reader *frame, struct text_table *t)
{
	for (size_t i = 0; i < frame->held.count; i++) {
		struct slice line = utf8_trim(held_text(&frame->held, i));

		if (is_top(line))
			continue;
		text_row(t);
		text_cell(t, frame->held.line[i].number, line);
	}
	t->open = false;
}

/* Writes the cell that is in row ROW at vertical FROM, and sets the bits of the
 * places it takes in TAKEN.  Returns the vertical behind it. */
static size_t
write_cell(const struct frame_reader *frame, struct text_table *t,
    const struct frame_cells *cells, struct frame_cell cell,
    struct buffer *text, uint64_t taken[])
{
	for (size_t row = cell.row; row < cell.row + cell.rows; row++)
		for (size_t j = cell.from; j < cell.to; j++)
			taken[row] |= (uint64_t)1 << j;
	frame_cell_text(cells, &cell, text);
	if (frame->markdown)
		text->n = markdown_inline(text->p, text->n).n;
	text_grid_cell(t, (struct block){
		.line = cells->lines->line[cells->row[cell.row].first].number,
		.row = (unsigned)cell.row + 1, .rows = (unsigned)cell.rows,
		.col = (unsigned)cell.from + 1,
		.cols = (unsigned)(cell.to - cell.from),
		.text = buffer_slice(text),
	});
	return cell.to;
}

static void
write_cells(const struct frame_reader *frame, struct text_table *t,
    const struct frame_cells *cells, struct arena *arena)
{
	size_t        size = cells->rows * sizeof(uint64_t);
	uint64_t     *taken = arena_alloc(arena, size);
	struct buffer text = { .n = 0 };

	memset(taken, 0, size);
	text_grid(t);
	for (size_t row = 0; row < cells->rows; row++)
		for (size_t j = 0; j + 1 < cells->lines->verticals;)
			if ((taken[row] >> j & 1) != 0)
				j++;
			else
				j = write_cell(frame, t, cells,
				    frame_cell_at(cells, row, j), &text, taken);
	buffer_free(&text);
}

void
frame_end(struct frame_reader *frame, struct text_table *t)
{
	struct arena       arena = { .first = NULL };
	struct frame_lines lines;
	struct frame_cells cells;

	if (frame->held.count == 0)
		return;
	if (frame_measure(&lines, &frame->held, &arena)) {
		frame_find_rows(&cells, &lines, &arena);
		write_cells(frame, t, &cells, &arena);
	} else
		write_lines(frame, t);
	arena_free(&arena);
	held_clear(&frame->held);
}

bool
frame_begins(const struct frame_reader *frame, struct slice line)
{
	return frame->held.count == 0 && begins(line);
}

bool
frame_take(struct frame_reader *frame, struct text_table *t,
    unsigned long number, struct slice line)
{
	if (frame->held.count > 0 && goes_on(frame, line) &&
	    held_add(&frame->held, number, line))
		return true;
	frame_end(frame, t);
	if (!begins(line) || !held_add(&frame->held, number, line))
		return false;
	frame->box = first_character(line) >= 0x80;
	return true;
}

void
frame_free(struct frame_reader *frame)
{
	held_free(&frame->held);
}
