#include "cell_of_glyph.h"

#include <string.h>

#include "base/utf8.h"
#include "overrun.h"

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

/* Which cells of which tables a page's glyphs are counted in. */
struct glyph_count {
	const struct drawn_page *page;
	struct page_grid       *grid;
	size_t                 grids;
	size_t                *first;	/* the cells of each grid, by number */
	size_t                *owner;	/* the cell of each glyph */
	bool                  *doubted;	/* of each: whose it is */
	size_t                *counted;	/* the glyphs of each cell */
};

static struct page_box
box_of_owner(const void *of, size_t owner)
{
	const struct glyph_count *c = of;
	const struct page_grid   *grid;
	const struct page_region *region;
	size_t                    i = 0;

	while (owner >= c->first[i + 1])
		i++;
	grid = &c->grid[i];
	region = &grid->region[owner - c->first[i]];
	return (struct page_box){ grid->x[region->col], grid->y[region->row],
		grid->x[region->col + region->cols],
		grid->y[region->row + region->rows] };
}

static void
count_glyphs(struct glyph_count *c)
{
	struct page_walls walls = { box_of_owner, c };

	memset(c->doubted, 0, c->page->glyphs * sizeof(*c->doubted));
	memset(c->counted, 0, c->first[c->grids] * sizeof(*c->counted));
	for (size_t i = 0; i < c->page->glyphs; i++)
		c->owner[i] = cell_index(&c->page->glyph[i], c->grid, c->first,
		    c->grids);
	page_keep_figures(c->page, &walls, c->owner, c->doubted);
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
	c.doubted = arena_alloc(arena, page->glyphs * sizeof(*c.doubted));
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
	for (size_t i = 0; i < page->glyphs; i++) {
		struct page_glyph *at = &glyph[next[c.owner[i]]++];

		*at = page->glyph[i];
		if (c.doubted[i])
			at->code = UTF8_REPLACEMENT;
	}
	return (struct page_cell_glyphs){ glyph, from };
}
