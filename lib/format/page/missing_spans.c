#include "missing_spans.h"

#include "more_rules.h"
#include "wide_cells.h"

enum { ROWS_MIN = 3 };		/* that have text on both sides of a rule */

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
			wide_cells_add_rule(page, wide, i, edge);
	return true;
}

static bool
add_spans(struct drawn_page *page, const struct wide_cells *wide, struct arena *arena)
{
	bool added = false;

	for (unsigned edge = 1; edge < wide->grid->cols; edge++)
		added = add_edge(page, wide, edge, arena) || added;
	return added;
}

bool
page_add_missing_spans(struct drawn_page *page, const struct page_grid *grid,
    size_t n, const struct page_cell_glyphs *glyphs, struct arena *arena)
{
	return wide_cells_each(page, grid, n, glyphs, add_spans, arena);
}
