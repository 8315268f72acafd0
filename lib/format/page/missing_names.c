#include "missing_names.h"

#include <math.h>

#include "more_rules.h"
#include "text_extent.h"
#include "wide_cells.h"

/* What the texts of region number I in its column COL reach from and to.  Returns
 * whether it has any there, and none that reaches beyond. */
static bool
extent_in(const struct wide_cells *wide, size_t i, unsigned col,
    struct text_extent *extent)
{
	const float *x = &wide->grid->x[col];

	*extent = (struct text_extent){ HUGE_VALF, -HUGE_VALF };
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
			wide_cells_add_rule(page, wide, i, r->col + k);
		added = true;
	}
	return added;
}

bool
page_add_missing_names(struct drawn_page *page, const struct page_grid *grid,
    size_t n, const struct page_cell_glyphs *glyphs, struct arena *arena)
{
	return wide_cells_each(page, grid, n, glyphs, add_names, arena);
}
