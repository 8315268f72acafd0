#include "frame_cells.h"

#include "base/digits.h"
#include "base/utf8.h"

#define ALL ((uint64_t)-1)

static bool
has_bit(uint64_t bits, size_t i)
{
	return (bits >> i & 1) != 0;
}

/* The bits FROM to TO - 1. */
static uint64_t
bits_between(size_t from, size_t to)
{
	return (((uint64_t)1 << (to - from)) - 1) << from;
}

static bool
has_bars(const struct framed_line *line, size_t from, size_t to)
{
	return has_bit(line->bars, from) && has_bit(line->bars, to);
}

/* What stands on LINE between verticals FROM and TO; empty also where LINE does
 * not have one of them. */
static struct slice
piece_at(const struct framed_line *line, size_t from, size_t to)
{
	return has_bars(line, from, to) ?
	    utf8_trim(frame_text(line, from, to)) : (struct slice){ NULL, 0 };
}

/* The fewest blanks around any text of the lines, 2 at most: what converters
 * put there. */
static unsigned
find_padding(const struct frame_lines *lines)
{
	unsigned padding = 2;

	for (size_t i = 0; i < lines->lines; i++)
		for (size_t j = 0; j + 1 < lines->verticals; j++) {
			const struct framed_line *line = &lines->line[i];
			struct slice piece = piece_at(line, j, j + 1);
			unsigned     blanks;

			if (piece.n == 0 || has_bit(line->rules, j))
				continue;
			blanks = frame_columns(lines,
			    frame_text(line, j, j + 1)) -
			    frame_columns(lines, piece);
			if (blanks < padding)
				padding = blanks;
		}
	return padding;
}

static bool
is_han(struct slice piece)
{
	return piece.n >= 3 && (piece.p[0] & 0xF0) == 0xE0;
}

/* Whether PIECE, between verticals FROM and TO, leaves no room for one more
 * character of its kind. */
static bool
is_filled(const struct frame_cells *cells, struct slice piece, size_t from,
    size_t to)
{
	return frame_columns(cells->lines, piece) + cells->padding +
	    is_han(piece) >= frame_room(cells->lines, from, to);
}

static bool
is_number(struct slice piece)
{
	size_t i = 0;

	while (i < piece.n && (is_digit(piece.p[i]) || piece.p[i] == '.' ||
	    piece.p[i] == ','))
		i++;
	return i > 0 && i == piece.n;
}

/* How often a text that is broken leaves room on its first line, and on no
 * other; and how often figures do so, and on other lines. */
struct breaks {
	unsigned texts, figures, loose;
};

/* Notes what is broken at vertical J between LINE and END. */
static void
note_break(const struct frame_cells *cells, const struct framed_line *line,
    const struct framed_line *end, size_t j, struct breaks *breaks)
{
	struct slice first = piece_at(line, j, j + 1);
	bool         room = !is_filled(cells, first, j, j + 1), full = true;

	if (piece_at(line + 1, j, j + 1).n == 0)
		return;
	for (line++; line < end; line++) {
		struct slice piece = piece_at(line, j, j + 1);

		full &= piece.n == 0 || is_filled(cells, piece, j, j + 1);
	}
	if (is_number(first)) {
		breaks->figures += room && full;
		breaks->loose += room && !full;
	} else
		breaks->texts += room && full && is_han(first);
}

/* Whether texts are broken so that all lines are full but the first, which
 * pandoc does where nothing tells it where to break. */
static bool
find_early(const struct frame_cells *cells)
{
	enum { TEXTS = 2, FIGURES = 3 };
	const struct framed_line *line = cells->lines->line, *next;
	const struct framed_line *end = line + cells->lines->lines;
	struct breaks             breaks = { .texts = 0 };

	for (; line < end; line = next) {
		for (next = line; next < end && next->rules == 0;)
			next++;
		for (size_t j = 0; next > line + 1 &&
		    j + 1 < cells->lines->verticals; j++)
			note_break(cells, line, next, j, &breaks);
		next += next == line;
	}
	return breaks.texts >= TEXTS ||
	    (breaks.figures >= FIGURES && breaks.loose == 0);
}

/* In how many places of lines FIRST to END - 1 a figure stands below one that
 * leaves room for more digits. */
static size_t
figures_stacked(const struct frame_cells *cells, size_t first, size_t end)
{
	const struct framed_line *line = cells->lines->line;
	size_t                    stacked = 0;

	for (size_t j = 0; j + 1 < cells->lines->verticals; j++)
		for (size_t i = first; i + 1 < end; i++) {
			struct slice piece = piece_at(&line[i], j, j + 1);

			stacked += is_number(piece) &&
			    is_number(piece_at(&line[i + 1], j, j + 1)) &&
			    !is_filled(cells, piece, j, j + 1);
		}
	return stacked;
}

/* The column of the first text on LINE; where there is none, behind the last. */
static size_t
first_column(const struct frame_cells *cells, const struct framed_line *line)
{
	size_t j = 0;

	while (j + 1 < cells->lines->verticals &&
	    piece_at(line, j, j + 1).n == 0)
		j++;
	return j;
}

/* In how many places of lines FIRST to END - 1 a label stands below one that leaves
 * room for its first character: it is no rest of that. */
static size_t
labels_stacked(const struct frame_cells *cells, size_t first, size_t end)
{
	const struct framed_line *line = cells->lines->line;
	size_t                    stacked = 0;

	for (size_t i = first; i + 1 < end; i++) {
		size_t j = first_column(cells, &line[i]);

		stacked += first_column(cells, &line[i + 1]) == j &&
		    is_han(piece_at(&line[i + 1], j, j + 1)) &&
		    is_han(piece_at(&line[i], j, j + 1)) &&
		    !is_filled(cells, piece_at(&line[i], j, j + 1), j, j + 1);
	}
	return stacked;
}

static size_t
count_rules(const struct frame_lines *lines)
{
	size_t rules = 0;

	for (size_t i = 0; i < lines->lines; i++)
		rules += lines->line[i].rules != 0;
	return rules;
}

/* Whether LINE begins with a label. */
static bool
is_labelled(const struct frame_cells *cells, const struct framed_line *line)
{
	size_t j = first_column(cells, line);

	return j + 1 < cells->lines->verticals &&
	    !is_number(piece_at(line, j, j + 1));
}

/* Whether a name stands in column J of one of lines FIRST to END - 1. */
static bool
has_name(const struct frame_cells *cells, size_t first, size_t end, size_t j)
{
	for (size_t i = first; i < end; i++) {
		struct slice piece = piece_at(&cells->lines->line[i], j, j + 1);

		if (piece.n > 0 && !is_number(piece))
			return true;
	}
	return false;
}

/* Whether the last of lines FIRST to END - 1 has figures and nothing else, each below a
 * name: those of the reviews, with no rule below their head. */
static bool
are_below_names(const struct frame_cells *cells, size_t first, size_t end)
{
	enum { SEVERAL = 3 };
	size_t figures = 0;

	for (size_t j = 0; j + 1 < cells->lines->verticals; j++) {
		struct slice piece = piece_at(&cells->lines->line[end - 1], j,
		    j + 1);

		if (piece.n > 0 && (!is_number(piece) ||
		    !has_name(cells, first, end - 1, j)))
			return false;
		figures += piece.n > 0;
	}
	return figures >= SEVERAL;
}

/* Whether lines FIRST to END - 1, between two rules, are a row each: the frame
 * has no rules but around it and below its head, and each line has a label, and
 * figures or labels are stacked; or the last has figures below names. */
static bool
are_rows(const struct frame_cells *cells, size_t first, size_t end)
{
	enum { RULES = 4, LABELS = 2 };

	if (count_rules(cells->lines) <= RULES &&
	    are_below_names(cells, first, end))
		return true;
	for (size_t i = first; i < end; i++)
		if (!is_labelled(cells, &cells->lines->line[i]))
			return false;
	return count_rules(cells->lines) <= RULES &&
	    (figures_stacked(cells, first, end) > 0 ||
	    labels_stacked(cells, first, end) >= LABELS);
}

static void
add_row(struct frame_cells *cells, size_t first, size_t end, uint64_t above)
{
	struct frame_row *row = &cells->row[cells->rows++];

	*row = (struct frame_row){ first, end, above, ALL };
	for (size_t i = first; i < end; i++)
		row->bars &= cells->lines->line[i].bars;
}

/* Adds what lies between two rules, the lines FIRST to END - 1. */
static void
add_rows(struct frame_cells *cells, size_t first, size_t end, uint64_t above)
{
	if (end > first && are_rows(cells, first, end))
		for (size_t i = first; i < end; i++)
			add_row(cells, i, i + 1, i == first ? above : ALL);
	else if (end > first)
		add_row(cells, first, end, above);
}

void
frame_find_rows(struct frame_cells *cells, const struct frame_lines *lines,
    struct arena *arena)
{
	uint64_t above = ALL;
	size_t   first = 0;

	*cells = (struct frame_cells){
		.lines = lines, .padding = find_padding(lines),
		.row = arena_alloc(arena,
		    (lines->lines + 1) * sizeof(*cells->row)),
	};
	cells->early = find_early(cells);
	for (size_t i = 0; i < lines->lines; i++) {
		uint64_t rules = lines->line[i].rules;

		if (rules == 0)
			continue;
		add_rows(cells, first, i, above);
		above = i > first ? rules : above | rules;
		first = i + 1;
	}
	add_rows(cells, first, lines->lines, above);
}

/* Whether the row behind those of CELL has it too. */
static bool
goes_on(const struct frame_cells *cells, const struct frame_cell *cell)
{
	const struct frame_row *next = &cells->row[cell->row + cell->rows];
	uint64_t                inside = bits_between(cell->from, cell->to);

	return cell->row + cell->rows < cells->rows &&
	    (next->above & inside) == 0 && has_bit(next->bars, cell->from) &&
	    has_bit(next->bars, cell->to) &&
	    (next->bars & inside & ~bits_between(cell->from, cell->from + 1)) ==
	    0;
}

struct frame_cell
frame_cell_at(const struct frame_cells *cells, size_t row, size_t from)
{
	struct frame_cell cell = { row, from, 1, from + 1 };

	while (!has_bit(cells->row[row].bars, cell.to) &&
	    cell.to + 1 < cells->lines->verticals)
		cell.to++;
	while (goes_on(cells, &cell))
		cell.rows++;
	return cell;
}

/* The next piece of CELL from line *I on, which moves behind it, and whether
 * an empty line stands before it.  Returns an empty one at the end. */
static struct slice
next_piece(const struct frame_cells *cells, const struct frame_cell *cell,
    size_t *i, bool *parted)
{
	size_t end = cells->row[cell->row + cell->rows - 1].end;

	*parted = false;
	while (*i < end) {
		struct slice piece = piece_at(&cells->lines->line[(*i)++],
		    cell->from, cell->to);

		if (piece.n > 0)
			return piece;
		*parted = true;
	}
	return (struct slice){ NULL, 0 };
}

/* Whether the pieces of CELL are one text that had to be wrapped: all of them
 * fill the column but the last, or, in a table like that, the first. */
static bool
is_wrapped(const struct frame_cells *cells, const struct frame_cell *cell)
{
	size_t       i = cells->row[cell->row].first, unfilled = 0;
	bool         parted, first = true, last = true;
	struct slice piece = next_piece(cells, cell, &i, &parted), next;

	for (bool begins = true; piece.n > 0; piece = next, begins = false) {
		bool filled = is_filled(cells, piece, cell->from, cell->to);

		next = next_piece(cells, cell, &i, &parted);
		if (parted && next.n > 0)
			return false;
		unfilled += !filled;
		if (begins)
			first = filled;
		last = filled;
	}
	return unfilled == !last || (cells->early && unfilled == !first);
}

/* Whether two pieces belong together without a blank between them, whatever
 * their room: Han characters have none. */
static bool
meet(struct slice before, struct slice piece)
{
	return (unsigned char)before.p[before.n - 1] >= 0x80 ||
	    (unsigned char)piece.p[0] >= 0x80;
}

void
frame_cell_text(const struct frame_cells *cells,
    const struct frame_cell *cell, struct buffer *text)
{
	size_t       i = cells->row[cell->row].first;
	bool         wrapped = is_wrapped(cells, cell), parted;
	struct slice before = { NULL, 0 }, piece;

	text->n = 0;
	while ((piece = next_piece(cells, cell, &i, &parted)).n > 0) {
		if (before.n > 0 && !wrapped &&
		    (parted || !meet(before, piece)))
			buffer_add(text, SLICE(" "));
		buffer_add(text, piece);
		before = piece;
	}
}
