#include "layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lattice.h"
#include "cell_of_glyph.h"
#include "base/digits.h"
#include "missing_names.h"
#include "missing_rows.h"
#include "missing_rules.h"
#include "missing_spans.h"
#include "struck.h"
#include "text_rules.h"

/* Turns BOX so that text of COURSE runs from left to right. */
static struct page_box
upright(struct page_box box, enum page_course course)
{
	switch (course) {
	case PAGE_TURNED_LEFT:
		return (struct page_box){ -box.bottom, box.left, -box.top,
			box.right };
	case PAGE_TURNED_RIGHT:
	case PAGE_DOWNWARDS:
		return (struct page_box){ box.top, -box.right, box.bottom,
			-box.left };
	case PAGE_UPSIDE_DOWN:
		return (struct page_box){ -box.right, -box.bottom, -box.left,
			-box.top };
	case PAGE_ALONG:
	case PAGE_ASKEW:
		break;
	}
	return box;
}

static struct page_box
turned_back(struct page_box box, enum page_course course)
{
	switch (course) {
	case PAGE_TURNED_LEFT:
		return (struct page_box){ box.top, -box.right, box.bottom,
			-box.left };
	case PAGE_TURNED_RIGHT:
	case PAGE_DOWNWARDS:
		return (struct page_box){ -box.bottom, box.left, -box.top,
			box.right };
	case PAGE_UPSIDE_DOWN:
		return upright(box, course);
	case PAGE_ALONG:
	case PAGE_ASKEW:
		break;
	}
	return box;
}

static int
by_course(const void *a, const void *b)
{
	const struct page_glyph *g = a, *h = b;

	return (g->course > h->course) - (g->course < h->course);
}

/* The lines of N glyphs, those of each course apart. */
static size_t
lines_of(struct page_glyph *glyph, size_t n, unsigned page,
    struct arena *arena, struct page_line **lines)
{
	size_t count = 0;

	*lines = arena_alloc(arena, n * sizeof(**lines));
	qsort(glyph, n, sizeof(*glyph), by_course);
	for (size_t i = 0, end; i < n; i = end) {
		enum page_course  course = glyph[i].course;
		struct page_line *some;
		size_t           made;

		for (end = i; end < n && glyph[end].course == course; end++)
			glyph[end].box = upright(glyph[end].box, course);
		made = page_lines(glyph + i, end - i, arena, &some);
		for (size_t j = 0; j < made; j++) {
			some[j].box = turned_back(some[j].box, course);
			some[j].page = page;
			some[j].furniture = course >= PAGE_UPSIDE_DOWN;
		}
		memcpy(*lines + count, some, made * sizeof(*some));
		count += made;
	}
	return count;
}

/* The numbers of lines on a page: what stands beside each other, in a cell or
 * not, is one line. */
struct ruler {
	float *middle;		/* of each line that counts, in order */
	size_t n;
};

static float
middle_of_box(const struct page_box *box)
{
	return (box->top + box->bottom) / 2;
}

static void
ruler_order(struct ruler *ruler, float apart)
{
	size_t kept = 0;

	qsort(ruler->middle, ruler->n, sizeof(*ruler->middle),
	    page_floats_in_order);
	for (size_t i = 0; i < ruler->n; i++)
		if (kept == 0 ||
		    ruler->middle[i] - ruler->middle[kept - 1] > apart)
			ruler->middle[kept++] = ruler->middle[i];
	ruler->n = kept;
}

/* The page while it is being laid out. */
struct desk {
	struct arena          *arena;
	unsigned               page;
	float                  width;	/* of the page */
	struct page_cell_glyphs shares;
	struct ruler           ruler;
	unsigned               above;	/* lines of other parts of the page */
	const struct page_box **mark;	/* pictures and shapes that may stand for
					   text */
	size_t                 marks;
};

static const float lines_apart = 4;	/* points: half a small letter */

/* The number of the line at AT. */
static unsigned
line_number(const struct desk *desk, float at)
{
	const struct ruler *ruler = &desk->ruler;
	size_t              low = 0, high = ruler->n;

	while (low < high) {
		size_t half = (low + high) / 2;

		if (ruler->middle[half] <= at + lines_apart / 4)
			low = half + 1;
		else
			high = half;
	}
	return desk->above + (low > 0 ? (unsigned)low : 1);
}

static void
rule_off(struct desk *desk, const struct page_line *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		desk->ruler.middle[desk->ruler.n++] =
		    middle_of_box(&line[i].box);
}

/* Finds the pictures and the shapes of PAGE that are no boxes: figures that were drawn
 * as outlines, ticks. */
static void
find_marks(struct desk *desk, const struct drawn_page *page)
{
	enum { MARKS_MAX = 4000 };

	desk->mark = arena_alloc(desk->arena,
	    page->grounds * sizeof(*desk->mark));
	for (size_t i = 0; i < page->grounds && desk->marks < MARKS_MAX; i++)
		if (page->ground[i].many)
			desk->mark[desk->marks++] = &page->ground[i].box;
}

/* Whether a mark stands within BOX, of a cell: what fills it is its ground. */
static bool
holds_mark(const struct desk *desk, const struct page_box *box)
{
	const float most = 0.85f, beyond = 1;	/* of the cell; points */

	for (size_t i = 0; i < desk->marks; i++) {
		const struct page_box *mark = desk->mark[i];

		if (mark->left > box->left - beyond &&
		    mark->right < box->right + beyond &&
		    mark->top > box->top - beyond &&
		    mark->bottom < box->bottom + beyond &&
		    (mark->right - mark->left < (box->right - box->left) * most ||
		    mark->bottom - mark->top < (box->bottom - box->top) * most))
			return true;
	}
	return false;
}

/* Padding inside the borders of a cell, both sides together, that is neither
 * text nor room for more [Word: 0.19 cm a side]. */
static const float padding = 10.8f;

/* The cell of REGION with the N lines at LINE. */
static struct page_cell
cell_of(struct desk *desk, const struct page_grid *grid,
    const struct page_region *region, const struct page_line *line, size_t n)
{
	struct page_cell cell = {
		.box = { grid->x[region->col], grid->y[region->row],
                    grid->x[region->col + region->cols],
                    grid->y[region->row + region->rows] },
		.row = region->row, .col = region->col,
		.rows = region->rows, .cols = region->cols,
		.page = desk->page,
	};
	float           width = cell.box.right - cell.box.left - padding;

	cell.room = width;
	cell.middle = middle_of_box(&cell.box);
	if (n == 0 && holds_mark(desk, &cell.box))
		cell.text = SLICE("\xEF\xBF\xBC");
	if (n == 0)
		return cell;
	cell.text = page_join_lines(line, n, width, desk->arena);
	cell.head = line[0].head;
	cell.size = line[n - 1].size;
	cell.room = width - (line[n - 1].box.right - line[n - 1].box.left);
	cell.middle = middle_of_box(&line[0].box);
	return cell;
}

/* Marks in USED the edges where a cell begins or ends. */
static void
note_edges(unsigned *used, const struct page_table *table, bool rows)
{
	for (size_t i = 0; i < table->cells; i++) {
		const struct page_cell *cell = &table->cell[i];

		used[rows ? cell->row : cell->col] = 1;
		used[rows ? cell->row + cell->rows : cell->col + cell->cols] =
		    1;
	}
}

/* Replaces each edge of a grid by how many used ones stand before it.
 * Returns how many spaces there are between used edges. */
static unsigned
renumber(unsigned *used, unsigned edges)
{
	unsigned n = 0;

	for (unsigned i = 0; i < edges; i++) {
		unsigned is_used = used[i];

		used[i] = n;
		n += is_used;
	}
	return n > 0 ? n - 1 : 0;
}

/* Leaves out the rows and columns of the grid that part no cells. */
static void
compress(struct page_table *table, const struct page_grid *grid,
    struct arena *arena)
{
	unsigned *row = arena_alloc(arena, (grid->rows + 1) * sizeof(*row));
	unsigned *col = arena_alloc(arena, (grid->cols + 1) * sizeof(*col));

	memset(row, 0, (grid->rows + 1) * sizeof(*row));
	memset(col, 0, (grid->cols + 1) * sizeof(*col));
	note_edges(row, table, true);
	note_edges(col, table, false);
	table->rows = renumber(row, grid->rows + 1);
	table->cols = renumber(col, grid->cols + 1);
	table->x = arena_alloc(arena, (grid->cols + 1) * sizeof(float));
	for (unsigned i = grid->cols + 1; i > 0; i--)
		table->x[col[i - 1]] = grid->x[i - 1];
	for (size_t i = 0; i < table->cells; i++) {
		struct page_cell *cell = &table->cell[i];
		unsigned         below = cell->row + cell->rows;
		unsigned         right = cell->col + cell->cols;

		cell->rows = row[below] - row[cell->row];
		cell->row = row[cell->row];
		cell->cols = col[right] - col[cell->col];
		cell->col = col[cell->col];
	}
}

static size_t
lines_of_owner(struct desk *desk, size_t owner, struct page_line **line)
{
	size_t from = desk->shares.from[owner];

	return lines_of(desk->shares.glyph + from,
	    desk->shares.from[owner + 1] - from, desk->page, desk->arena,
	    line);
}

/* The lines that a cell was made of. */
struct cell_lines {
	struct page_line *line;
	size_t           n;
};

/* Whether TEXT is made of what figures are. */
static bool
is_of_figures(struct slice text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!is_digit((unsigned char)text.p[i]) &&
		    strchr(".,%- ", text.p[i]) == NULL)
			return false;
	return text.n > 0;
}

/* Whether a cell beside cell number AT of TABLE has as many lines, LINES, that
 * are apart: then the row is several, without a rule between. */
static bool
row_is_several(const struct page_table *table, size_t at,
    const struct cell_lines *lines)
{
	const struct page_cell *cell = table->cell;

	for (size_t i = 0; i < table->cells; i++)
		if (i != at && lines[i].n == lines[at].n &&
		    cell[i].row == cell[at].row &&
		    cell[i].rows == cell[at].rows &&
		    page_lines_are_apart(lines[i].line, lines[i].n,
		    cell[i].box.right - cell[i].box.left - padding))
			return true;
	return false;
}

/* A figure that was cut by its narrow column is one; but not two, 1234 over 5678,
 * of two labels over each other: those stay apart. */
static void
part_stacked(struct page_table *table, const struct cell_lines *lines,
    struct arena *arena)
{
	for (size_t i = 0; i < table->cells; i++)
		if (lines[i].n > 1 && is_of_figures(table->cell[i].text) &&
		    row_is_several(table, i, lines))
			table->cell[i].text = page_join_lines(lines[i].line,
			    lines[i].n, HUGE_VALF, arena);
}

static struct page_table *
table_of_grid(struct desk *desk, const struct page_grid *grid,
    size_t first_owner)
{
	struct page_table  *table = arena_alloc(desk->arena, sizeof(*table));
	struct cell_lines *lines = arena_alloc(desk->arena,
	    grid->regions * sizeof(*lines));

	*table = (struct page_table){ .top = grid->y[0],
		.bottom = grid->y[grid->rows], .page_width = desk->width };
	table->cell = arena_alloc(desk->arena,
	    grid->regions * sizeof(*table->cell));
	for (size_t i = 0; i < grid->regions; i++) {
		struct page_cell cell;

		table->lines = lines_of_owner(desk, first_owner + i,
		    &table->line);
		rule_off(desk, table->line, table->lines);
		cell = cell_of(desk, grid, &grid->region[i], table->line,
		    table->lines);
		lines[table->cells] = (struct cell_lines){ table->line,
			table->lines };
		if (cell.text.n > 0 || !grid->region[i].open)
			table->cell[table->cells++] = cell;
	}
	part_stacked(table, lines, desk->arena);
	compress(table, grid, desk->arena);
	if (table->cells > 1)
		table->lines = 0;
	return table;
}

static void
number_lines(struct desk *desk, struct page_layout *layout)
{
	ruler_order(&desk->ruler, lines_apart);
	for (size_t i = 0; i < layout->parts; i++) {
		struct page_line  *line = layout->part[i].line;
		struct page_table *table = layout->part[i].table;

		if (line != NULL)
			line->number = line_number(desk,
			    middle_of_box(&line->box));
		for (size_t j = 0; table != NULL && j < table->lines; j++)
			table->line[j].number = line_number(desk,
			    middle_of_box(&table->line[j].box));
		for (size_t j = 0; table != NULL && j < table->cells; j++)
			table->cell[j].line = line_number(desk,
			    table->cell[j].middle);
	}
}

static int
by_top(const void *a, const void *b)
{
	const struct page_part *p = a, *q = b;
	float                  x = page_part_top(p), y = page_part_top(q);

	return (x > y) - (x < y);
}

/* What looks for rules that ruled tables lack, in turn. */
static bool (*const complete[])(struct drawn_page *page,
    const struct page_grid *grid, size_t n,
    const struct page_cell_glyphs *glyphs, struct arena *arena) = {
	page_add_missing_rows, page_add_missing_spans, page_add_missing_names,
	page_add_missing_rules,
};

/* The grids of PAGE, in *GRID, with the rules added that they lack: those between rows
 * may show others between columns, and these the other way round. */
static size_t
complete_grids(struct drawn_page *page, unsigned cells, struct arena *arena,
    struct page_grid **grid, struct page_cell_glyphs *glyphs)
{
	enum { KINDS = sizeof(complete) / sizeof(*complete), ROUNDS = 3 };
	size_t grids = page_lattice(page, cells, arena, grid), idle = 0;

	*glyphs = page_glyphs_by_cell(page, *grid, &grids, arena);
	for (size_t i = 0; i < KINDS * ROUNDS && idle < KINDS; i++) {
		idle++;
		if (!complete[i % KINDS](page, *grid, grids, glyphs, arena))
			continue;
		idle = 0;
		grids = page_lattice(page, cells, arena, grid);
		*glyphs = page_glyphs_by_cell(page, *grid, &grids, arena);
	}
	return grids;
}

struct page_layout
page_lay_out(struct drawn_page *page, unsigned number, unsigned cells,
    struct arena *arena)
{
	struct page_layout layout = { .width = page->width,
		.height = page->height };
	struct desk       desk = { .arena = arena, .page = number,
		.width = page->width, .above = page->lines_above };
	struct page_grid  *grid = NULL;
	struct page_line  *line;
	struct text_rules rules;
	size_t            grids, lines, owner = 1;

	page_drop_struck(page, arena);
	grids = complete_grids(page, cells, arena, &grid, &desk.shares);
	find_marks(&desk, page);
	desk.ruler.middle = arena_alloc(arena,
	    page->glyphs * sizeof(*desk.ruler.middle));
	lines = lines_of_owner(&desk, 0, &line);
	rule_off(&desk, line, lines);
	layout.part = arena_alloc(arena,
	    (lines + grids) * sizeof(*layout.part));
	rules = text_rules_of(page, grid, grids, line, &lines, arena);
	layout.parts = page_columns(line, lines, &rules, arena, layout.part);
	for (size_t i = 0; i < grids; i++) {
		layout.part[layout.parts++] = (struct page_part){
			.table = table_of_grid(&desk, &grid[i], owner),
		};
		owner += grid[i].regions;
	}
	number_lines(&desk, &layout);
	layout.lines = page->lines_above + (unsigned)desk.ruler.n;
	qsort(layout.part, layout.parts, sizeof(*layout.part), by_top);
	return layout;
}
