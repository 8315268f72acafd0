#include "text_extent.h"

#include <math.h>

#include "char_class.h"
#include "text_columns.h"

const float text_row_gap = 1.25f;

float
text_leading(const struct line_row *row, size_t n)
{
	const struct line_row *last[TEXT_COLUMNS_MAX + 1] = { NULL };
	float                  least = HUGE_VALF;

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_row **above =
			    &last[row[i].piece[j].col];

			if (*above != NULL && *above != &row[i] &&
			    !line_rows_overlap(*above, &row[i]))
				least = fminf(least,
				    line_row_distance(*above, &row[i]));
			*above = &row[i];
		}
	return least;
}

static void
widen(struct text_extent *e, const struct page_box *box)
{
	e->left = fminf(e->left, box->left);
	e->right = fmaxf(e->right, box->right);
}

struct text_extent *
text_extents(const struct line_row *row, size_t n, unsigned cols,
    struct arena *arena)
{
	struct text_extent *extent = arena_alloc(arena, cols * sizeof(*extent));

	for (unsigned i = 0; i < cols; i++)
		extent[i] = (struct text_extent){ HUGE_VALF, -HUGE_VALF };
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			if (piece->cols == 1)
				widen(&extent[piece->col], &piece->box);
		}
	return extent;
}

/* Whether TEXT is what stands where a figure would. */
static bool
may_be_value(struct slice text)
{
	uint32_t c = page_first(text);

	return !page_begins_item(text) &&
	    (is_digit(c) || !page_is_wide(c) || text.n <= 3);
}

unsigned
text_first_values(const struct line_row *row, size_t n, unsigned cols)
{
	size_t values[TEXT_COLUMNS_MAX + 1] = { 0 }, all[TEXT_COLUMNS_MAX + 1] = { 0 };

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < row[i].pieces; j++) {
			const struct line_piece *piece = &row[i].piece[j];

			all[piece->col]++;
			values[piece->col] += may_be_value(piece->text);
		}
	for (unsigned col = 1; col < cols; col++)
		if (values[col] * 2 > all[col])
			return col;
	return 1;
}
