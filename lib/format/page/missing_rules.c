#include "missing_rules.h"

#include <string.h>

#include "char_class.h"
#include "more_rules.h"
#include "text_columns.h"

/* In ems: a gap this wide is not within a word. */
static const float gap_min = 1.2f;

enum { ROWS_MIN = 2 };		/* with a gap, that make it worth a look */

/* One column of a grid, and the cells that are as wide as it. */
struct wide_column {
	const struct page_grid        *grid;
	const struct page_cell_glyphs *glyphs;
	size_t                        owner;	/* of the grid's first cell */
	unsigned                      col;
	struct page_line              *line;	/* of all cells */
	size_t                       *from;	/* of each region, its first */
	size_t                        lines;
};

static bool
is_as_wide(const struct wide_column *c, size_t i)
{
	return c->grid->region[i].col == c->col && c->grid->region[i].cols == 1;
}

/* Whether the N glyphs at GLYPH are one line with more room in it than letters
 * take. */
static bool
has_gap(const struct page_glyph *glyph, size_t n)
{
	struct page_box extent;
	float          inked = 0;

	if (n == 0)
		return false;
	extent = glyph[0].box;
	for (size_t i = 0; i < n; i++) {
		const struct page_box *box = &glyph[i].box;

		if (glyph[i].course != PAGE_ALONG)
			return false;
		if (!page_is_space(glyph[i].code))
			inked += box->right - box->left;
		if (box->left < extent.left)
			extent.left = box->left;
		if (box->right > extent.right)
			extent.right = box->right;
		if (box->top > extent.bottom || box->bottom < extent.top)
			return false;
	}
	return extent.right - extent.left - inked > gap_min * glyph[0].size;
}

static bool
is_worth_a_look(const struct wide_column *c)
{
	unsigned gaps = 0;

	for (size_t i = 0; i < c->grid->regions; i++) {
		size_t at = c->glyphs->from[c->owner + i];

		gaps += is_as_wide(c, i) && has_gap(c->glyphs->glyph + at,
		    c->glyphs->from[c->owner + i + 1] - at);
	}
	return gaps >= ROWS_MIN;
}

/* The lines of the column's cells. */
static void
make_lines(struct wide_column *c, struct arena *arena)
{
	const struct page_grid *grid = c->grid;
	size_t first = c->glyphs->from[c->owner];
	size_t all = c->glyphs->from[c->owner + grid->regions] - first;

	c->line = arena_alloc(arena, all * sizeof(*c->line));
	c->from = arena_alloc(arena, (grid->regions + 1) * sizeof(*c->from));
	c->lines = 0;
	for (size_t i = 0; i < grid->regions; i++) {
		struct page_line *line;
		size_t            made;

		c->from[i] = c->lines;
		if (!is_as_wide(c, i))
			continue;
		made = page_region_lines(c->glyphs, c->owner + i, arena, &line);
		for (size_t j = 0; j < made; j++)
			c->line[c->lines++] = line[j];
	}
	c->from[grid->regions] = c->lines;
}

/* Whether most of what stands behind the first column, below the first line,
 * are figures: text in columns may also be a form's, or spread. */
static bool
has_figures(const struct line_row *row, size_t n)
{
	size_t figures = 0, all = 0;

	for (size_t i = 1; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			all += piece->col > 0;
			figures += piece->col > 0 &&
			    is_digit(page_first(piece->text));
		}
	return figures > 0 && figures * 2 >= all;
}

/* Whether a rule at X would run through a text of region I. */
static bool
crosses_text(const struct wide_column *c, const struct line_row *row,
    size_t i, float x)
{
	for (size_t j = c->from[i]; j < c->from[i + 1]; j++)
		for (size_t k = 0; k < row[j].pieces; k++) {
			const struct page_box *box = &row[j].piece[k].box;

			if (x > box->left && x < box->right)
				return true;
		}
	return false;
}

/* Whether region I has one text, which reaches over several of COLUMNS: a title
 * within the table. */
static bool
is_title(const struct wide_column *c, const struct line_row *row, size_t i,
    const struct text_columns *columns)
{
	bool reaches = false;

	for (size_t j = c->from[i]; j < c->from[i + 1]; j++)
		if (row[j].pieces > 1)
			return false;
	for (unsigned k = 0; k < columns->n; k++)
		reaches = reaches || crosses_text(c, row, i,
		    text_column_end(columns, k));
	return reaches;
}

static void
add_rules(struct drawn_page *page, const struct wide_column *c,
    const struct line_row *row, const struct text_columns *columns,
    unsigned behind)
{
	float        x = text_column_end(columns, behind);
	const float *y = c->grid->y;

	for (size_t i = 0; i < c->grid->regions; i++) {
		const struct page_region *region = &c->grid->region[i];

		if (is_as_wide(c, i) && !crosses_text(c, row, i, x) &&
		    !is_title(c, row, i, columns))
			page->rule[page->rules++] = (struct page_rule){ false,
				x, y[region->row],
				y[region->row + region->rows] };
	}
}

static bool
divide_column(struct drawn_page *page, struct wide_column *c,
    struct arena *arena)
{
	struct text_columns columns = { .n = 0 };
	struct line_row    *row;
	size_t              first = 0;

	if (!is_worth_a_look(c))
		return false;
	make_lines(c, arena);
	row = arena_alloc(arena, c->lines * sizeof(*row));
	for (size_t i = 0; i < c->lines; i++)
		row[i] = line_row_of(&c->line[i], arena);
	while (first < c->lines && !row[first].in_columns)
		first++;
	if (first == c->lines || !text_columns_find(&columns, row + first,
	    c->lines - first, TEXT_ROWS_MIN, arena) ||
	    !has_figures(row + first, c->lines - first))
		return false;
	page_make_room_for_rules(page, c->grid->regions * columns.n, arena);
	for (unsigned i = 0; i < columns.n; i++)
		add_rules(page, c, row, &columns, i);
	return true;
}

bool
page_add_missing_rules(struct drawn_page *page, const struct page_grid *grid,
    size_t n, const struct page_cell_glyphs *glyphs, struct arena *arena)
{
	struct wide_column c = { .glyphs = glyphs, .owner = 1 };
	bool                added = false;

	for (size_t i = 0; i < n; i++) {
		c.grid = &grid[i];
		for (c.col = 0; c.col < grid[i].cols; c.col++)
			added = divide_column(page, &c, arena) || added;
		c.owner += grid[i].regions;
	}
	return added;
}
