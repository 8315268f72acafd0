#include "cell_of_glyph.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "char_class.h"

/* The region of GRID that GLYPH, whose middle is X, Y, belongs to. */
static long
region_of(const struct page_glyph *glyph, const struct page_grid *grid, float x,
    float y)
{
	float low = grid->y[grid->rows];
	long  region;

	if (y <= low || y > low + glyph->size)
		return page_grid_at(grid, x, y);
	/* Below a cell cut off by the page's end, which has no rule there. */
	region = page_grid_at(grid, x, low);
	return region != PAGE_NO_REGION &&
	    (grid->cut || grid->region[region].open) ? region : PAGE_NO_REGION;
}

static size_t
cell_index(const struct page_glyph *glyph, const struct page_grid *grid,
    const size_t *first, size_t grids)
{
	float x = (glyph->box.left + glyph->box.right) / 2;
	float y = (glyph->box.top + glyph->box.bottom) / 2;

	if (glyph->course >= PAGE_UPSIDE_DOWN)
		return 0;
	for (size_t i = grids; i > 0; i--) {
		long region = region_of(glyph, &grid[i - 1], x, y);

		if (region != PAGE_NO_REGION)
			return first[i - 1] + (size_t)region;
	}
	return 0;
}

/* Whether NEXT was drawn right behind GLYPH in one word. */
static bool
follows(const struct page_glyph *glyph, const struct page_glyph *next)
{
	float near = glyph->size / 8;

	return glyph->course == PAGE_ALONG && next->course == PAGE_ALONG &&
	    fabsf(next->box.left - glyph->box.right) < near &&
	    fabsf(next->box.bottom - glyph->box.bottom) < near &&
	    !page_is_space(glyph->code) && !page_is_space(next->code);
}

static bool
in_figure(const struct page_glyph *glyph)
{
	return is_digit(glyph->code) || glyph->code == '.' ||
	    glyph->code == ',' || glyph->code == UTF8_REPLACEMENT;
}

/* A cell's text may be wider than the cell: what runs on beyond the table
 * still belongs to it, and all of a figure to where most of it is. */
static void
keep_words(const struct drawn_page *page, size_t *owner)
{
	const struct page_glyph *glyph = page->glyph;

	for (size_t i = 0, end; i < page->glyphs; i = end) {
		for (end = i + 1; end < page->glyphs; end++)
			if (!in_figure(&glyph[end - 1]) ||
			    !in_figure(&glyph[end]) ||
			    !follows(&glyph[end - 1], &glyph[end]))
				break;
		for (size_t j = i; j < end; j++)
			owner[j] = owner[i + (end - i) / 2];
		if (i > 0 && owner[i] == 0 && owner[i - 1] != 0 &&
		    follows(&glyph[i - 1], &glyph[i]))
			for (size_t j = i; j < end; j++)
				owner[j] = owner[i - 1];
	}
}

/* Which cells of which tables a page's glyphs are counted in. */
struct glyph_count {
	const struct drawn_page *page;
	struct page_grid       *grid;
	size_t                 grids;
	size_t                *first;	/* the cells of each grid, by number */
	size_t                *owner;	/* the cell of each glyph */
	size_t                *counted;	/* the glyphs of each cell */
};

static void
count_glyphs(struct glyph_count *c)
{
	memset(c->counted, 0, c->first[c->grids] * sizeof(*c->counted));
	for (size_t i = 0; i < c->page->glyphs; i++)
		c->owner[i] = cell_index(&c->page->glyph[i], c->grid, c->first,
		    c->grids);
	keep_words(c->page, c->owner);
	for (size_t i = 0; i < c->page->glyphs; i++)
		c->counted[c->owner[i]]++;
}

static bool
holds_another(const struct page_grid *outer, const struct page_grid *grid,
    size_t grids)
{
	for (size_t i = 0; i < grids; i++)
		if (&grid[i] != outer &&
		    page_grid_at(outer, grid[i].x[0], grid[i].y[0]) !=
		        PAGE_NO_REGION)
			return true;
	return false;
}

/* Whether grid number I may be a table.  A single box is a frame around text
 * unless it is low: then it may be the first or last row of a table. */
static bool
is_table(const struct glyph_count *c, size_t i)
{
	const struct page_grid *g = &c->grid[i];
	const size_t          *counted = c->counted + c->first[i];
	size_t                 cells = 0, texts = 0;

	for (size_t r = 0; r < g->regions; r++) {
		cells += counted[r] > 0 || !g->region[r].open;
		texts += counted[r] > 0;
	}
	if (cells == 1 && (g->y[g->rows] - g->y[0] > c->page->height / 4 ||
	    holds_another(g, c->grid, c->grids)))
		return false;
	return cells >= 1 && texts > 0;
}

static void
number_regions(struct glyph_count *c)
{
	c->first[0] = 1;
	for (size_t i = 0; i < c->grids; i++)
		c->first[i + 1] = c->first[i] + c->grid[i].regions;
}

/* Drops the grids that are no tables, which may make tables of others none,
 * and counts anew. */
static void
keep_tables(struct glyph_count *c, bool *table)
{
	size_t before;

	do {
		before = c->grids;
		number_regions(c);
		count_glyphs(c);
		for (size_t i = 0; i < before; i++)
			table[i] = is_table(c, i);
		c->grids = 0;
		for (size_t i = 0; i < before; i++)
			if (table[i])
				c->grid[c->grids++] = c->grid[i];
	} while (c->grids < before);
}

struct page_cell_glyphs
page_glyphs_by_cell(const struct drawn_page *page, struct page_grid *grid,
    size_t *grids, struct arena *arena)
{
	struct glyph_count c = { .page = page, .grid = grid, .grids = *grids };
	struct page_glyph  *glyph =
	    arena_alloc(arena, page->glyphs * sizeof(*glyph));
	size_t            *from, *next, cells;

	c.first = arena_alloc(arena, (*grids + 1) * sizeof(*c.first));
	c.owner = arena_alloc(arena, page->glyphs * sizeof(*c.owner));
	number_regions(&c);
	c.counted = arena_alloc(arena, c.first[*grids] * sizeof(*c.counted));
	keep_tables(&c, arena_alloc(arena, *grids * sizeof(bool)));
	*grids = c.grids;

	cells = c.first[c.grids];
	from = arena_alloc(arena, (cells + 1) * sizeof(*from));
	next = arena_alloc(arena, cells * sizeof(*next));
	from[0] = 0;
	for (size_t i = 0; i < cells; i++) {
		next[i] = from[i];
		from[i + 1] = from[i] + c.counted[i];
	}
	for (size_t i = 0; i < page->glyphs; i++)
		glyph[next[c.owner[i]]++] = page->glyph[i];
	return (struct page_cell_glyphs){ glyph, from };
}
