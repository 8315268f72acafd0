#include "wide_cells.h"

#include "more_rules.h"

/* Puts the lines of the cells over several columns into WIDE, whose grid is set.  OWNER
 * is the number of its first cell.  Returns whether there are any. */
static bool
find(struct wide_cells *wide, const struct page_cell_glyphs *glyphs, size_t owner,
    struct arena *arena)
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

bool
wide_cells_each(struct drawn_page *page, const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs,
    bool (*add)(struct drawn_page *, const struct wide_cells *, struct arena *),
    struct arena *arena)
{
	struct wide_cells wide;
	size_t            owner = 1;
	bool              added = false;

	for (size_t i = 0; i < n; i++) {
		wide.grid = &grid[i];
		if (find(&wide, glyphs, owner, arena))
			added = add(page, &wide, arena) || added;
		owner += grid[i].regions;
	}
	return added;
}

void
wide_cells_add_rule(struct drawn_page *page, const struct wide_cells *wide,
    size_t i, unsigned edge)
{
	const struct page_grid   *grid = wide->grid;
	const struct page_region *r = &grid->region[i];

	page->rule[page->rules++] = (struct page_rule){ false, grid->x[edge],
		grid->y[r->row], grid->y[r->row + r->rows] };
}
