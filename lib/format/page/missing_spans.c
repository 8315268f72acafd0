#include "missing_spans.h"

#include <math.h>

#include "line_words.h"
#include "more_rules.h"
#include "text_extent.h"

enum { ROWS_MIN = 3 };		/* that have text on both sides of a rule */

/* A grid, and the lines of its cells over several columns. */
struct wide_cells {
	const struct page_grid *grid;
	struct line_row        *row;
	size_t                 *from;	/* of each region, its first row */
};

/* Puts the lines of the cells over several columns into WIDE.  Returns whether there
 * are any. */
static bool
find_wide(struct wide_cells *wide, const struct page_cell_glyphs *glyphs,
    size_t owner, struct arena *arena)
{
	const struct page_grid *grid = wide->grid;
	size_t first = glyphs->from[owner], rows = 0, regions = 0;
	size_t all = glyphs->from[owner + grid->regions] - first;

	for (size_t i = 0; i < grid->regions; i++)
		regions += grid->region[i].cols > 1;
	if (regions == 0)
		return false;
	wide->row = arena_alloc(arena, all * sizeof(*wide->row));
	wide->from = arena_alloc(arena, (grid->regions + 1) *
	    sizeof(*wide->from));
	for (size_t i = 0; i < grid->regions; i++) {
		struct page_line *line;
		size_t            lines;

		wide->from[i] = rows;
		if (grid->region[i].cols == 1)
			continue;
		lines = page_region_lines(glyphs, owner + i, arena, &line);
		for (size_t j = 0; j < lines; j++)
			wide->row[rows++] = line_row_of(&line[j], arena);
	}
	wide->from[grid->regions] = rows;
	return true;
}

/* How the texts of region number I stand to the rule at X between two columns of its:
 * -1 where it would run through one, 1 if both columns have text, else 0. */
static int
side_of(const struct wide_cells *wide, size_t i, float before, float x,
    float behind)
{
	bool left = false, right = false;

	for (size_t j = wide->from[i]; j < wide->from[i + 1]; j++)
		for (size_t k = 0; k < wide->row[j].words; k++) {
			const struct page_box *box = &wide->row[j].word[k].box;

			if (box->left < x && box->right > x)
				return -1;
			left = left || (box->left >= before && box->right <= x);
			right = right || (box->left >= x &&
			    box->right <= behind);
		}
	return left && right;
}

static bool
is_over(const struct page_region *region, unsigned edge)
{
	return region->col < edge && region->col + region->cols > edge;
}

/* Whether the words of region number I that a rule at X would part are apart. */
static bool
are_apart(const struct wide_cells *wide, size_t i, float x)
{
	const float apart = 0.8f;	/* em */

	for (size_t j = wide->from[i]; j < wide->from[i + 1]; j++) {
		const struct line_row *row = &wide->row[j];

		for (size_t k = 0; k + 1 < row->words; k++)
			if (row->word[k].box.right <= x &&
			    row->word[k + 1].box.left >= x)
				return line_word_gap(&row->word[k],
				    row->line->size) > apart;
	}
	return false;
}

/* Whether the edge number EDGE is a rule that the cells over it lack: enough of them
 * have text on either side, few through it. */
static bool
is_missing(const struct wide_cells *wide, unsigned edge)
{
	const struct page_grid *grid = wide->grid;
	const float            *x = &grid->x[edge];
	size_t                  parted = 0, through = 0;

	for (size_t i = 0; i < grid->regions; i++) {
		int side = is_over(&grid->region[i], edge) ?
		    side_of(wide, i, x[-1], x[0], x[1]) : 0;

		parted += side > 0 && are_apart(wide, i, x[0]);
		through += side < 0;
	}
	return parted >= ROWS_MIN && through * 4 <= parted;
}

/* Adds to PAGE a rule at edge number EDGE through region number I. */
static void
add_rule(struct drawn_page *page, const struct wide_cells *wide, size_t i, unsigned edge)
{
	const struct page_grid   *grid = wide->grid;
	const struct page_region *r = &grid->region[i];

	page->rule[page->rules++] = (struct page_rule){ false, grid->x[edge],
		grid->y[r->row], grid->y[r->row + r->rows] };
}

static bool
add_edge(struct drawn_page *page, const struct wide_cells *wide, unsigned edge,
    struct arena *arena)
{
	const struct page_grid *grid = wide->grid;
	const float            *x = &grid->x[edge];

	if (!is_missing(wide, edge))
		return false;
	page_make_room_for_rules(page, grid->regions, arena);
	for (size_t i = 0; i < grid->regions; i++)
		if (is_over(&grid->region[i], edge) &&
		    wide->from[i] < wide->from[i + 1] &&
		    side_of(wide, i, x[-1], x[0], x[1]) >= 0)
			add_rule(page, wide, i, edge);
	return true;
}

/* What the texts of region number I in its column COL reach from and to.  Returns
 * whether it has any there, and none that reaches beyond. */
static bool
extent_in(const struct wide_cells *wide, size_t i, unsigned col, struct text_extent *extent)
{
	const float *x = &wide->grid->x[col];

	*extent = (struct text_extent){ HUGE_VALF, -HUGE_VALF, 0 };
	for (size_t j = wide->from[i]; j < wide->from[i + 1]; j++)
		for (size_t k = 0; k < wide->row[j].words; k++) {
			const struct page_box *box = &wide->row[j].word[k].box;

			if (box->right <= x[0] || box->left >= x[1])
				continue;
			if (box->left < x[0] || box->right > x[1])
				return false;
			extent->left = fminf(extent->left, box->left);
			extent->right = fmaxf(extent->right, box->right);
		}
	return extent->left < extent->right;
}

/* Whether the texts of region number I are a name for each of its columns: they stand
 * apart, at the left of all of them, in their middles or at the right. */
static bool
are_names(const struct wide_cells *wide, size_t i)
{
	const float apart = 0.6f, near = 0.3f;		/* ems */
	const struct page_region *r = &wide->grid->region[i];
	const float              *x = wide->grid->x;
	struct text_extent        first, last = { 0 }, e;
	float em, left = 0, middle = 0, right = 0;

	if (r->cols < 2 || wide->from[i] == wide->from[i + 1] ||
	    !extent_in(wide, i, r->col, &first))
		return false;
	em = wide->row[wide->from[i]].line->size;
	for (unsigned col = r->col; col < r->col + r->cols; col++, last = e) {
		float off = x[col] - x[r->col], end = x[col + 1] - x[r->col + 1];

		if (!extent_in(wide, i, col, &e) ||
		    (col > r->col && e.left - last.right < apart * em))
			return false;
		left = fmaxf(left, fabsf(e.left - off - first.left));
		right = fmaxf(right, fabsf(e.right - end - first.right));
		middle = fmaxf(middle, fabsf(e.left + e.right - x[col] -
		    x[col + 1]) / 2);
	}
	return fminf(fminf(left, right), middle) < near * em;
}

static bool
add_names(struct drawn_page *page, const struct wide_cells *wide, struct arena *arena)
{
	const struct page_grid *grid = wide->grid;
	bool                    added = false;

	for (size_t i = 0; i < grid->regions; i++) {
		const struct page_region *r = &grid->region[i];

		if (!are_names(wide, i))
			continue;
		page_make_room_for_rules(page, r->cols, arena);
		for (unsigned k = 1; k < r->cols; k++)
			add_rule(page, wide, i, r->col + k);
		added = true;
	}
	return added;
}

bool
page_add_missing_spans(struct drawn_page *page, const struct page_grid *grid,
    size_t n, const struct page_cell_glyphs *glyphs, struct arena *arena)
{
	struct wide_cells wide;
	size_t            owner = 1;
	bool              added = false;

	for (size_t i = 0; i < n; i++) {
		wide.grid = &grid[i];
		if (find_wide(&wide, glyphs, owner, arena)) {
			for (unsigned edge = 1; edge < grid[i].cols; edge++)
				added = add_edge(page, &wide, edge, arena) ||
				    added;
			added = add_names(page, &wide, arena) || added;
		}
		owner += grid[i].regions;
	}
	return added;
}
