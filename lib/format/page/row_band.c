#include "row_band.h"

#include <math.h>
#include <stdlib.h>

#include "char_class.h"
#include "more_rules.h"
#include "text_columns.h"

/* In points, both sides together: what a cell has besides its text. */
static const float padding = 6;

/* In ems: lines of two cells that are no further apart stand beside each other. */
static const float beside = 0.45f;

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

bool
row_band_find(struct row_band *band, size_t first)
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

void
row_band_make_rows(struct row_band *band, struct arena *arena)
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

struct text_extent *
row_band_extents(const struct row_band *band, struct arena *arena)
{
	const struct page_grid *grid = band->grid;
	struct text_extent     *extent = arena_alloc(arena,
	        band->cells * sizeof(*extent));

	for (unsigned i = 0; i < band->cells; i++) {
		const struct page_region *r = &grid->region[band->region[i]];
		float right = grid->x[r->col + r->cols] - padding / 2;

		extent[i] = (struct text_extent){ grid->x[r->col] + padding / 2,
			right };
	}
	return extent;
}

const struct line_piece *
row_band_last(const struct row_band *band, size_t end, unsigned cell)
{
	for (size_t i = end; i > 0; i--)
		for (size_t j = 0; j < band->row[i - 1].pieces; j++)
			if (band->row[i - 1].piece[j].col == cell)
				return &band->row[i - 1].piece[j];
	return NULL;
}

bool
row_band_is_complete(const struct row_band *band)
{
	enum { ROWS_MIN = 3 };

	for (size_t i = 0; i < band->rows; i++)
		if (band->row[i].pieces < band->cells)
			return false;
	return band->rows >= ROWS_MIN;
}
