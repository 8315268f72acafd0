#include "lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "char_class.h"
#include "rules.h"
#include "text.h"

/* Edges closer than this are one, unless the letters are so small that one fits
 * between. */
static const float slimmest = 4.5f;

/* The share of their size that letters need between two rules, and a digit. */
static const float letter_height = 0.95f, digit_width = 0.5f;

/* More rules than any page of tables has: a drawing, left alone, since
 * finding what crosses what takes the product of both directions. */
enum { CROSSINGS_MAX = 16 * 1000 * 1000 };

/* Rules that cross or touch, directly or through others, form a table: each
 * rule has the number of a rule of its group, the group's last that of
 * itself. */

static size_t
group_of(size_t *group, size_t i)
{
	while (group[i] != i)
		i = group[i] = group[group[i]];
	return i;
}

/* The higher number, which is a rule across, is the group's. */
static void
unite_groups(size_t *group, size_t i, size_t j)
{
	size_t a = group_of(group, i), b = group_of(group, j);

	if (a < b)
		group[a] = b;
	else
		group[b] = a;
}

static bool
cross(const struct page_rule *down, const struct page_rule *across)
{
	return across->at >= down->from - PAGE_SNAP &&
	    across->at <= down->to + PAGE_SNAP &&
	    down->at >= across->from - PAGE_SNAP &&
	    down->at <= across->to + PAGE_SNAP;
}

/* How many rules before and behind one are looked at that may run beside it. */
enum { BESIDE_MAX = 40 };

/* Whether both rules begin and end at the same height, so far from each other. */
static bool
run_beside(const struct page_rule *a, const struct page_rule *b, float apart)
{
	return a->across == b->across && fabsf(a->at - b->at) <= apart &&
	    fabsf(a->from - b->from) <= PAGE_SNAP &&
	    fabsf(a->to - b->to) <= PAGE_SNAP;
}

/* The cells of a table may be boxes with gaps between them, that no text fits in. */
static void
join_boxes(const struct drawn_page *page, size_t *group)
{
	for (size_t i = 0; i < page->rules; i++)
		for (size_t j = i + 1; j < page->rules && j < i + BESIDE_MAX; j++)
			if (run_beside(&page->rule[i], &page->rule[j], slimmest))
				unite_groups(group, i, j);
}

/* The side of a merged cell that goes on from the page before to the page after is
 * crossed by nothing: it is of the table whose rules beside it are as long. */
static void
join_lone_sides(const struct drawn_page *page, size_t downs, size_t *group)
{
	const float widest = 200;	/* column */

	for (size_t i = 0; i < downs; i++) {
		size_t from = i < BESIDE_MAX ? 0 : i - BESIDE_MAX;

		for (size_t j = from; j < downs && j < i + BESIDE_MAX &&
		    group[i] == i; j++)
			if (group[j] >= downs &&
			    run_beside(&page->rule[i], &page->rule[j], widest))
				group[i] = group[j];
	}
}

/* The group of each rule, which is the number of one across if there is any. */
static size_t *
groups(const struct drawn_page *page, size_t downs, struct arena *arena)
{
	size_t *group = arena_alloc(arena, page->rules * sizeof(*group));

	for (size_t i = 0; i < page->rules; i++)
		group[i] = i;
	for (size_t i = 0; i < downs; i++)
		for (size_t j = downs; j < page->rules; j++)
			if (cross(&page->rule[i], &page->rule[j]))
				unite_groups(group, i, j);
	join_boxes(page, group);
	for (size_t i = 0; i < page->rules; i++)
		group[i] = group_of(group, i);
	join_lone_sides(page, downs, group);
	return group;
}

/* One table's rules and what they enclose, while it is worked out. */
struct frame {
	struct page_rule *rule;
	size_t           rules;
	float            lowest;	/* row, and slimmest column: no text of */
	float            slimmest;	/* the page fits in less */
	struct page_grid  grid;
	bool            *wall_left;	/* [row * (cols + 1) + col] */
	bool            *wall_above;	/* [row * cols + col], rows + 1 */
};

/* Where rules in the other direction end at AT without a rule along their
 * ends (a table open at its side, or cut by the end of the page), adds one.
 * Returns whether it did. */
static bool
close_side(struct frame *frame, bool across, bool far_side, float at)
{
	float  from = HUGE_VALF, to = -HUGE_VALF;
	size_t ends = 0;

	for (size_t i = 0; i < frame->rules; i++) {
		const struct page_rule *rule = &frame->rule[i];
		float                  end = far_side ? rule->to : rule->from;

		if (rule->across == across) {
			if (fabsf(rule->at - at) <= slimmest)
				return false;
		} else if (fabsf(end - at) <= slimmest) {
			from = fminf(from, rule->at);
			to = fmaxf(to, rule->at);
			ends++;
		}
	}
	if (ends >= 2)
		frame->rule[frame->rules++] =
		    (struct page_rule){ across, at, from, to };
	return ends >= 2;
}

static void
close_sides(struct frame *frame)
{
	struct page_box extent = { HUGE_VALF, HUGE_VALF, -HUGE_VALF,
		-HUGE_VALF };

	for (size_t i = 0; i < frame->rules; i++) {
		const struct page_rule *rule = &frame->rule[i];

		if (rule->across) {
			extent.left = fminf(extent.left, rule->from);
			extent.right = fmaxf(extent.right, rule->to);
		} else {
			extent.top = fminf(extent.top, rule->from);
			extent.bottom = fmaxf(extent.bottom, rule->to);
		}
	}
	close_side(frame, false, false, extent.left);
	close_side(frame, false, true, extent.right);
	close_side(frame, true, false, extent.top);
	frame->grid.cut = close_side(frame, true, true, extent.bottom);
}

/* The places of FRAME's rules in one direction, each once, into EDGE.
 * Returns how many. */
static unsigned
edges(const struct frame *frame, bool across, float *edge)
{
	unsigned n = 0, kept = 0;
	float    apart = across ? frame->lowest : frame->slimmest;

	for (size_t i = 0; i < frame->rules; i++)
		if (frame->rule[i].across == across)
			edge[n++] = frame->rule[i].at;
	qsort(edge, n, sizeof(*edge), page_floats_in_order);
	for (unsigned i = 0; i < n; i++)
		if (kept == 0 || edge[i] - edge[kept - 1] > apart)
			edge[kept++] = edge[i];
	return kept;
}

/* The edge nearest to AT. */
static unsigned
nearest(const float *edge, unsigned n, float at)
{
	unsigned low = 0, high = n - 1;

	while (low < high) {
		unsigned middle = (low + high) / 2;

		if (edge[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && at - edge[low - 1] < edge[low] - at ? low - 1 : low;
}

/* Stands RULE as a wall between the elementary cells it runs along. */
static void
build_wall(struct frame *frame, const struct page_rule *rule)
{
	struct page_grid *grid = &frame->grid;
	const float     *along = rule->across ? grid->x : grid->y;
	const float     *over = rule->across ? grid->y : grid->x;
	unsigned         n = rule->across ? grid->cols : grid->rows;
	unsigned         line = nearest(over,
	            (rule->across ? grid->rows : grid->cols) + 1, rule->at);

	for (unsigned i = 0; i < n; i++) {
		float shared = fminf(rule->to, along[i + 1]) -
		    fmaxf(rule->from, along[i]);

		if (shared < (along[i + 1] - along[i]) / 2)
			continue;
		if (rule->across)
			frame->wall_above[line * grid->cols + i] = true;
		else
			frame->wall_left[i * (grid->cols + 1) + line] = true;
	}
}

static const unsigned unowned = (unsigned)-1;

/* Marks the elementary cells that no wall parts from the one at ROW, COL. */
static void
flood(struct frame *frame, unsigned row, unsigned col, unsigned mark,
    unsigned *stack)
{
	struct page_grid *grid = &frame->grid;
	unsigned         cols = grid->cols;
	size_t           depth = 0;

	grid->owner[row * cols + col] = mark;
	stack[depth++] = row * cols + col;
	while (depth > 0) {
		unsigned at = stack[--depth];
		unsigned r = at / cols, c = at % cols;
		struct {
			bool     open;
			unsigned to;
		} way[4] = {
			{ c > 0 && !frame->wall_left[r * (cols + 1) + c],
			    at - 1 },
			{ c + 1 < cols &&
			    !frame->wall_left[r * (cols + 1) + c + 1],
			    at + 1 },
			{ r > 0 && !frame->wall_above[at], at - cols },
			{ r + 1 < grid->rows && !frame->wall_above[at + cols],
			    at + cols },
		};

		for (size_t i = 0; i < 4; i++)
			if (way[i].open &&
			    grid->owner[way[i].to] == unowned) {
				grid->owner[way[i].to] = mark;
				stack[depth++] = way[i].to;
			}
	}
}

/* The largest rectangle of MARK whose first place is ROW, COL. */
static struct page_region
rectangle(const struct page_grid *grid, unsigned row, unsigned col)
{
	struct page_region region = { row, col, 1, 1, false };
	unsigned          mark = grid->owner[row * grid->cols + col];
	unsigned          i;

	while (col + region.cols < grid->cols &&
	    grid->owner[row * grid->cols + col + region.cols] == mark)
		region.cols++;
	for (; row + region.rows < grid->rows; region.rows++) {
		const unsigned *next =
		    &grid->owner[(row + region.rows) * grid->cols + col];

		for (i = 0; i < region.cols && next[i] == mark; i++)
			continue;
		if (i < region.cols)
			break;
	}
	return region;
}

static bool
is_open(const struct frame *frame, const struct page_region *region)
{
	const struct page_grid *grid = &frame->grid;
	unsigned               right = region->col + region->cols;
	unsigned               below = region->row + region->rows;

	for (unsigned r = region->row; r < below; r++) {
		const bool *walls = &frame->wall_left[r * (grid->cols + 1)];

		if ((region->col == 0 && !walls[0]) ||
		    (right == grid->cols && !walls[right]))
			return true;
	}
	for (unsigned c = region->col; c < right; c++)
		if ((region->row == 0 && !frame->wall_above[c]) ||
		    (below == grid->rows &&
		        !frame->wall_above[below * grid->cols + c]))
			return true;
	return false;
}

/* Turns the flooded marks into regions; one that is no rectangle becomes
 * several. */
static void
divide_into_regions(struct frame *frame, struct arena *arena)
{
	struct page_grid *grid = &frame->grid;
	size_t    places = (size_t)grid->rows * grid->cols;
	unsigned *owner = arena_alloc(arena, places * sizeof(*owner));
	unsigned *mark = grid->owner;

	grid->region = arena_alloc(arena, places * sizeof(*grid->region));
	memset(owner, 0xff, places * sizeof(*owner));
	for (unsigned place = 0; place < places; place++) {
		struct page_region region;

		if (mark[place] == unowned)
			continue;
		region = rectangle(grid, place / grid->cols,
		    place % grid->cols);
		region.open = is_open(frame, &region);
		for (unsigned r = 0; r < region.rows; r++)
			for (unsigned c = 0; c < region.cols; c++) {
				size_t at = place + (size_t)r * grid->cols + c;

				owner[at] = (unsigned)grid->regions;
				mark[at] = unowned;
			}
		grid->region[grid->regions++] = region;
	}
	grid->owner = owner;
}

static void
enclose(struct frame *frame, struct arena *arena)
{
	struct page_grid *grid = &frame->grid;
	size_t           places = (size_t)grid->rows * grid->cols;
	size_t           lefts = (size_t)grid->rows * (grid->cols + 1);
	size_t           aboves = (size_t)(grid->rows + 1) * grid->cols;
	unsigned        *stack = arena_alloc(arena, places * sizeof(*stack));
	unsigned         marks = 0;

	frame->wall_left = arena_alloc(arena, lefts);
	frame->wall_above = arena_alloc(arena, aboves);
	memset(frame->wall_left, 0, lefts);
	memset(frame->wall_above, 0, aboves);
	for (size_t i = 0; i < frame->rules; i++)
		build_wall(frame, &frame->rule[i]);
	grid->owner = arena_alloc(arena, places * sizeof(*grid->owner));
	memset(grid->owner, 0xff, places * sizeof(*grid->owner));
	for (unsigned place = 0; place < places; place++)
		if (grid->owner[place] == unowned)
			flood(frame, place / grid->cols, place % grid->cols,
			    marks++, stack);
	divide_into_regions(frame, arena);
}

/* Works out the grid of one group of rules.  Returns whether it encloses
 * anything. */
static bool
build(struct frame *frame, unsigned cells, struct arena *arena)
{
	struct page_grid *grid = &frame->grid;
	unsigned         xs, ys;

	close_sides(frame);
	grid->x = arena_alloc(arena, frame->rules * sizeof(float));
	grid->y = arena_alloc(arena, frame->rules * sizeof(float));
	xs = edges(frame, false, grid->x);
	ys = edges(frame, true, grid->y);
	if (xs < 2 || ys < 2 || (xs - 1) > cells / (ys - 1))
		return false;
	grid->cols = xs - 1;
	grid->rows = ys - 1;
	enclose(frame, arena);
	return true;
}

static float
smallest_letter(const struct drawn_page *page)
{
	float least = HUGE_VALF;

	for (size_t i = 0; i < page->glyphs; i++)
		if (!page_is_space(page->glyph[i].code))
			least = fminf(least, page->glyph[i].size);
	return least == HUGE_VALF ? 0 : least;
}

static int
by_extent(const void *a, const void *b)
{
	const struct page_grid *g = a, *h = b;
	float                  size[2] = {
		(g->x[g->cols] - g->x[0]) * (g->y[g->rows] - g->y[0]),
		(h->x[h->cols] - h->x[0]) * (h->y[h->rows] - h->y[0]),
	};

	if (size[0] != size[1])
		return size[0] > size[1] ? -1 : 1;
	return (g->y[0] > h->y[0]) - (g->y[0] < h->y[0]);
}

size_t
page_lattice(struct drawn_page *page, unsigned cells, struct arena *arena,
    struct page_grid **grids)
{
	size_t           downs = 0, n = 0;
	size_t          *group, *members;
	struct page_rule *rule;
	float            letter = smallest_letter(page);

	page_rules_tidy(page);
	while (downs < page->rules && !page->rule[downs].across)
		downs++;
	if (downs == 0 || downs == page->rules)
		return 0;
	if (downs > CROSSINGS_MAX / (page->rules - downs)) {
		page->overfull = true;
		return 0;
	}
	group = groups(page, downs, arena);
	members = arena_alloc(arena, page->rules * sizeof(*members));
	memset(members, 0, page->rules * sizeof(*members));
	for (size_t i = 0; i < page->rules; i++)
		members[group[i]]++;
	*grids = arena_alloc(arena, downs * sizeof(**grids));
	rule = arena_alloc(arena, (page->rules + 4) * sizeof(*rule));
	for (size_t first = 0; first < page->rules; first++) {
		struct frame frame = { .rule = rule,
			.lowest = fmaxf(slimmest, letter * letter_height),
			.slimmest = fminf(slimmest, letter * digit_width) };

		if (members[first] < 3)
			continue;
		for (size_t i = 0; i < page->rules; i++)
			if (group[i] == first)
				rule[frame.rules++] = page->rule[i];
		if (build(&frame, cells, arena))
			(*grids)[n++] = frame.grid;
	}
	qsort(*grids, n, sizeof(**grids), by_extent);
	return n;
}

long
page_grid_at(const struct page_grid *grid, float x, float y)
{
	unsigned row = 0, col = 0;

	if (x < grid->x[0] || x > grid->x[grid->cols] || y < grid->y[0] ||
	    y > grid->y[grid->rows])
		return PAGE_NO_REGION;
	while (col + 1 < grid->cols && x > grid->x[col + 1])
		col++;
	while (row + 1 < grid->rows && y > grid->y[row + 1])
		row++;
	return (long)grid->owner[row * grid->cols + col];
}
