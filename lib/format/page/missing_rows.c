#include "missing_rows.h"

#include "char_class.h"
#include "more_rules.h"
#include "row_band.h"
#include "text_rows.h"

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

/* Whether BELOW had no room behind ABOVE, in a cell of EXTENT; behind dots that led
 * to the end there was. */
static bool
lacked_room(const struct text_extent *extent, const struct line_piece *above,
    const struct line_piece *below)
{
	float room = extent->right - extent->left -
	    (above->box.right - above->box.left);

	return !above->word[above->words - 1].leader &&
	    page_was_full(room, below->word[0].glyph->size, page_head_width(
	    below->word[0].glyph, line_piece_letters(below)));
}

static struct row_gap
row_gap_at(const struct row_band *band, const struct text_extent *extent, size_t i)
{
	struct row_gap c = { 0 };

	for (size_t j = 0; j < band->row[i].pieces; j++) {
		const struct line_piece *below = &band->row[i].piece[j];
		const struct line_piece *above = row_band_last(band, i, below->col);
		bool full;

		if (above == NULL)
			continue;
		full = lacked_room(&extent[below->col], above, below);
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
proof_of(const struct row_band *band, const struct text_extent *extent, size_t i,
    float leading)
{
	const float     wide = 1.35f;
	struct row_gap c = row_gap_at(band, extent, i);
	unsigned        texts = 0;
	bool            apart = line_row_distance(&band->row[i - 1],
	               &band->row[i]) > wide * leading;

	for (unsigned cell = 0; cell < band->cells; cell++)
		texts += row_band_last(band, band->rows, cell) != NULL;
	if (c.broken && c.two == 0)
		return PROOF_NONE;
	if (c.common > 1 && c.common * 2 >= texts && (c.figures > 1 ||
	    (c.full == 0 && (c.figures > 0 || row_band_is_complete(band))) ||
	    (apart && c.common == texts)))
		return PROOF_ROW;
	return (apart || c.full == 0) && (is_label(&band->row[i]) ||
	    is_label(&band->row[i - 1])) ? PROOF_LABEL : PROOF_NONE;
}

/* Whether line I of BAND begins a row: all of it is of another than what is above. */
static bool
begins_row(const struct row_band *band, size_t i)
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
add_rule_above(struct drawn_page *page, const struct row_band *band, size_t i)
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
divide_band(struct drawn_page *page, struct row_band *band, struct arena *arena)
{
	const struct text_rules none = { NULL, 0 };
	struct text_extent     *extent;
	enum proof              proof;
	bool                   *begins, proved = false;
	size_t                  added = 0;
	float                   leading;

	row_band_make_rows(band, arena);
	extent = row_band_extents(band, arena);
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
	struct row_band band = { .glyphs = glyphs, .owner = 1 };
	bool        added = false;

	for (size_t i = 0; i < n; i++) {
		band.grid = &grid[i];
		band.region = arena_alloc(arena,
		    grid[i].regions * sizeof(*band.region));
		for (size_t j = 0; j < grid[i].regions; j++)
			if (row_band_find(&band, j))
				added = divide_band(page, &band, arena) || added;
		band.owner += grid[i].regions;
	}
	return added;
}
