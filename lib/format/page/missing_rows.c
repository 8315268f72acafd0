#include "missing_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"
#include "more_rules.h"
#include "text_columns.h"
#include "text_rows.h"

/* In points, both sides together: what a cell has besides its text. */
static const float padding = 6;

/* In ems: lines of two cells that are no further apart stand beside each other. */
static const float beside = 0.45f;

/* The cells of one row of a grid that are no higher. */
struct band {
	const struct page_grid        *grid;
	const struct page_cell_glyphs *glyphs;
	size_t                         owner;	/* of the grid's first cell */
	size_t                        *region;	/* their numbers */
	unsigned                       cells;
	struct line_row               *row;	/* lines over all of them */
	size_t                         rows;
};

/* Whether the letters of OWNER are in several lines. */
static bool
is_high(const struct page_cell_glyphs *glyphs, size_t owner)
{
	const float least = 1.8f;	/* of a letter */
	float       top = HUGE_VALF, bottom = -HUGE_VALF, size = 0;

	for (size_t i = glyphs->from[owner]; i < glyphs->from[owner + 1]; i++) {
		const struct page_glyph *glyph = &glyphs->glyph[i];

		if (glyph->course != PAGE_ALONG)
			return false;
		if (page_is_space(glyph->code))
			continue;
		top = fminf(top, glyph->box.top);
		bottom = fmaxf(bottom, glyph->box.bottom);
		size = fmaxf(size, glyph->size);
	}
	return bottom - top > least * size;
}

/* Finds the cells of BAND, as high as region number FIRST of its grid, which is the
 * leftmost of them.  Returns whether several have several lines. */
static bool
find_cells(struct band *band, size_t first)
{
	const struct page_region *like = &band->grid->region[first];
	unsigned                  high = 0;

	band->cells = 0;
	for (size_t i = 0; i < band->grid->regions; i++) {
		const struct page_region *region = &band->grid->region[i];

		if (region->row != like->row || region->rows != like->rows)
			continue;
		if (i < first)
			return false;
		band->region[band->cells++] = i;
		high += is_high(band->glyphs, band->owner + i);
	}
	return high > 1 && band->cells <= TEXT_COLUMNS_MAX;
}

/* A line of a cell. */
struct cell_line {
	struct page_line *line;
	unsigned          cell;
};

static float
middle(const struct cell_line *line)
{
	return (line->line->box.top + line->line->box.bottom) / 2;
}

static int
by_middle_of_line(const void *a, const void *b)
{
	const struct cell_line *l = a, *m = b;

	if (middle(l) != middle(m))
		return middle(l) < middle(m) ? -1 : 1;
	return (l->cell > m->cell) - (l->cell < m->cell);
}

static int
by_cell(const void *a, const void *b)
{
	const struct cell_line *l = a, *m = b;

	return (l->cell > m->cell) - (l->cell < m->cell);
}

/* Makes one row of the N lines at LINE, which stand beside each other. */
static struct line_row
row_of_lines(struct cell_line *line, size_t n, struct arena *arena)
{
	struct line_row row = { .line = arena_alloc(arena, sizeof(*row.line)) };

	qsort(line, n, sizeof(*line), by_cell);
	*row.line = *line[0].line;
	row.piece = arena_alloc(arena, n * sizeof(*row.piece));
	for (size_t i = 0; i < n; i++) {
		struct line_row    one = line_row_of(line[i].line, arena);
		struct page_box    *box = &row.line->box;

		row.piece[row.pieces] = line_piece_of(&one, 0, one.words, arena);
		row.piece[row.pieces].col = line[i].cell;
		row.piece[row.pieces++].cols = 1;
		box->left = fminf(box->left, line[i].line->box.left);
		box->right = fmaxf(box->right, line[i].line->box.right);
	}
	return row;
}

/* Puts the lines of BAND's cells together to rows. */
static void
make_rows(struct band *band, struct arena *arena)
{
	size_t            all = 0, n = 0;
	struct cell_line *line;

	for (unsigned i = 0; i < band->cells; i++)
		all += band->glyphs->from[band->owner + band->region[i] + 1] -
		    band->glyphs->from[band->owner + band->region[i]];
	line = arena_alloc(arena, all * sizeof(*line));
	for (unsigned i = 0; i < band->cells; i++) {
		struct page_line *of_cell;
		size_t            lines = page_region_lines(band->glyphs,
		               band->owner + band->region[i], arena, &of_cell);

		for (size_t j = 0; j < lines; j++)
			line[n++] = (struct cell_line){ &of_cell[j], i };
	}
	qsort(line, n, sizeof(*line), by_middle_of_line);
	band->row = arena_alloc(arena, n * sizeof(*band->row));
	band->rows = 0;
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && middle(&line[end]) -
		    middle(&line[i]) < beside * line[i].line->size; end++)
			continue;
		band->row[band->rows++] = row_of_lines(&line[i], end - i, arena);
	}
}

/* What the cells of BAND leave for text. */
static struct text_extent *
extents_of(const struct band *band, struct arena *arena)
{
	const struct page_grid *grid = band->grid;
	struct text_extent     *extent = arena_alloc(arena,
	        band->cells * sizeof(*extent));

	for (unsigned i = 0; i < band->cells; i++) {
		const struct page_region *r = &grid->region[band->region[i]];
		float right = grid->x[r->col + r->cols] - padding / 2;

		extent[i] = (struct text_extent){ grid->x[r->col] + padding / 2,
			right, right };
	}
	return extent;
}

/* The last piece of the rows before number END in cell CELL, or NULL. */
static const struct line_piece *
last_in(const struct band *band, size_t end, unsigned cell)
{
	for (size_t i = end; i > 0; i--)
		for (size_t j = 0; j < band->row[i - 1].pieces; j++)
			if (band->row[i - 1].piece[j].col == cell)
				return &band->row[i - 1].piece[j];
	return NULL;
}

/* Whether all cells of BAND have text in each of several lines. */
static bool
is_complete(const struct band *band)
{
	enum { ROWS_MIN = 3 };

	for (size_t i = 0; i < band->rows; i++)
		if (band->row[i].pieces < band->cells)
			return false;
	return band->rows >= ROWS_MIN;
}

/* Where TEXT has its first point, or its LAST; its length if it has none, or anything
 * but digits and points. */
static size_t
find_point(struct slice text, bool last)
{
	size_t at = text.n;

	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == '.' || text.p[i] == ',')
			at = last || at == text.n ? i : at;
		else if (!is_digit((unsigned char)text.p[i]))
			return text.n;
	return at;
}

/* Whether the figure ABOVE cannot go on with BELOW: there would be other than three
 * digits between two points, or behind the last of several of one kind. */
static bool
are_two(struct slice above, struct slice below)
{
	size_t end = find_point(above, true), next = find_point(below, false);

	if (end == above.n || next == below.n)
		return false;
	return above.n - end - 1 + next != 3 || (above.p[end] == below.p[next] &&
	    below.n - find_point(below, true) - 1 != 3);
}

/* What the texts on both sides of a row of a band have in common. */
struct row_gap {
	unsigned common;	/* cells with text above and below */
	unsigned figures;	/* with figures */
	unsigned two;		/* with figures that cannot be one */
	unsigned full;		/* with a text above that lacked room for the one
				   below */
	bool     broken;	/* a figure may have */
};

static struct row_gap
row_gap_at(const struct band *band, const struct text_extent *extent, size_t i)
{
	struct row_gap c = { 0 };

	for (size_t j = 0; j < band->row[i].pieces; j++) {
		const struct line_piece *below = &band->row[i].piece[j];
		const struct line_piece *above = last_in(band, i, below->col);
		bool full;

		if (above == NULL)
			continue;
		full = !above->word[above->words - 1].leader && page_was_full(extent[below->col].right -
		    extent[below->col].left - (above->box.right -
		    above->box.left), band->row[i].line->size,
		    page_head_width(below->word[0].glyph,
		    line_piece_letters(below)));
		c.common++;
		c.full += full;
		c.broken = c.broken || (full && above->figure);
		c.figures += above->figure && below->figure;
		c.two += are_two(above->text, below->text);
	}
	return c;
}

static bool
is_label(const struct line_row *row)
{
	return row->pieces == 1 && row->piece[0].col == 0;
}

/* What proves that line I of BAND begins a row. */
enum proof {
	PROOF_NONE,
	PROOF_LABEL,		/* it, or what is above, has a label alone: if other
				   rows are proved */
	PROOF_ROW,		/* most cells have text on both sides, and there was
				   room for it above, with figures in several, or in
				   one and room in all, or text in every line of all;
				   or there is a wider space between all of them */
};

static enum proof
proof_of(const struct band *band, const struct text_extent *extent, size_t i,
    float leading)
{
	const float     wide = 1.35f;
	struct row_gap c = row_gap_at(band, extent, i);
	unsigned        texts = 0;
	bool            apart = line_row_distance(&band->row[i - 1],
	               &band->row[i]) > wide * leading;

	for (unsigned cell = 0; cell < band->cells; cell++)
		texts += last_in(band, band->rows, cell) != NULL;
	if (c.broken && c.two == 0)
		return PROOF_NONE;
	if (c.common > 1 && c.common * 2 >= texts && (c.figures > 1 ||
	    (c.full == 0 && (c.figures > 0 || is_complete(band))) ||
	    (apart && c.common == texts)))
		return PROOF_ROW;
	return (apart || c.full == 0) && (is_label(&band->row[i]) ||
	    is_label(&band->row[i - 1])) ? PROOF_LABEL : PROOF_NONE;
}

/* Whether line I of BAND begins a row: all of it is of another than what is above. */
static bool
begins_row(const struct band *band, size_t i)
{
	unsigned least = band->row[i].piece[0].row;

	for (size_t j = 0; j < band->row[i].pieces; j++)
		if (band->row[i].piece[j].row != least)
			return false;
	for (size_t k = 0; k < i; k++)
		for (size_t j = 0; j < band->row[k].pieces; j++)
			if (band->row[k].piece[j].row >= least)
				return false;
	return true;
}

/* Adds to PAGE a rule above line I of BAND, through all its cells. */
static void
add_rule_above(struct drawn_page *page, const struct band *band, size_t i)
{
	const struct page_grid *grid = band->grid;
	float at = (band->row[i - 1].line->box.bottom +
	    band->row[i].line->box.top) / 2;

	for (unsigned cell = 0; cell < band->cells; cell++) {
		const struct page_region *r = &grid->region[band->region[cell]];

		page->rule[page->rules++] = (struct page_rule){ true, at,
			grid->x[r->col], grid->x[r->col + r->cols] };
	}
}

/* Divides BAND's row.  Every line that begins one must be proved to. */
static bool
divide_band(struct drawn_page *page, struct band *band, struct arena *arena)
{
	const struct text_rules none = { NULL, 0 };
	struct text_extent     *extent;
	enum proof              proof;
	bool                   *begins, proved = false;
	size_t                  added = 0;
	float                   leading;

	make_rows(band, arena);
	extent = extents_of(band, arena);
	leading = text_leading(band->row, band->rows);
	if (text_rows_number(band->row, band->rows, band->cells, extent, &none,
	    arena) < 2)
		return false;
	begins = arena_alloc(arena, band->rows * sizeof(*begins));
	for (size_t i = 1; i < band->rows; i++) {
		begins[i] = begins_row(band, i);
		if (!begins[i])
			continue;
		proof = proof_of(band, extent, i, leading);
		if (proof == PROOF_NONE)
			return false;
		proved = proved || proof == PROOF_ROW;
		added++;
	}
	if (!proved)
		return false;
	page_make_room_for_rules(page, added * band->cells, arena);
	for (size_t i = 1; i < band->rows; i++)
		if (begins[i])
			add_rule_above(page, band, i);
	return true;
}

bool
page_add_missing_rows(struct drawn_page *page, const struct page_grid *grid,
    size_t n, const struct page_cell_glyphs *glyphs, struct arena *arena)
{
	struct band band = { .glyphs = glyphs, .owner = 1 };
	bool        added = false;

	for (size_t i = 0; i < n; i++) {
		band.grid = &grid[i];
		band.region = arena_alloc(arena,
		    grid[i].regions * sizeof(*band.region));
		for (size_t j = 0; j < grid[i].regions; j++)
			if (find_cells(&band, j))
				added = divide_band(page, &band, arena) || added;
		band.owner += grid[i].regions;
	}
	return added;
}
