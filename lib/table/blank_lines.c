/* Cells down the page with an empty line or two between them: where the empty
 * cells are kept, they show as wider gaps.  An empty cell has the lines that any
 * cell has, or it is one line of its own. */
#include "read_cells.h"

#include "base/digits.h"

enum {
	GAP_MAX = 16,		/* lines; wider gaps are no cells */
	ENOUGH = 12,		/* gaps of one width make a layout */
	BLANKS_MAX = 12,	/* in one gap */
	UNEVEN = 3,		/* as many gaps show that a blank is a line */
};

/* How the gaps between cells are to be read. */
struct gap_rule {
	const unsigned long *gap;	/* before each row */
	unsigned long        usual;	/* lines from a cell to the next; 0: no rule */
	unsigned long        blank;	/* lines that an empty cell adds */
};

/* The line that LOC names, or the paragraph; 0 if none. */
static unsigned long
line_of(struct slice loc)
{
	unsigned long long line = 0;

	return loc.n > 1 && (loc.p[0] == 'L' || loc.p[0] == 'G') &&
	    digits_read(slice_from(loc, 1), (unsigned long)-1, &line) ?
	    (unsigned long)line : 0;
}

/* The gap before each row of CELLS: the lines from the row before to it, or to a note
 * between them, when both are one cell of a table written down the page; else 0. */
static const unsigned long *
find_gaps(const struct cells *cells)
{
	unsigned long *gap = arena_alloc(cells->arena,
	    (cells->rows + 1) * sizeof(*gap));
	unsigned long  before = 0;

	for (size_t i = 0; i < cells->rows; i++) {
		const struct cell_row *row = &cells->row[i];
		unsigned long          line = row->table == 0 &&
		    row->end - row->first == 1 ?
		    line_of(cells->cell[row->first].loc) : 0;
		unsigned long          to = line > 0 && row->note.n > 0 ?
		    line_of(row->note) : line;

		gap[i] = !row->after_prose && before > 0 && to > before ?
		    to - before : 0;
		before = line;
	}
	return gap;
}

/* Counts the gaps by their width; with FIGURES set only those before figures.
 * Returns how many there are. */
static unsigned
count_gaps(const struct cells *cells, const unsigned long gap[], bool figures,
    unsigned count[GAP_MAX + 1])
{
	unsigned all = 0;

	memset(count, 0, (GAP_MAX + 1) * sizeof(*count));
	for (size_t i = 1; i < cells->rows; i++) {
		if (gap[i] == 0 || gap[i] > GAP_MAX || (figures && cells->cell[
		    cells->row[i].first].kind != CELL_FIGURE))
			continue;
		count[gap[i]]++;
		all++;
	}
	return all;
}

/* Whether an empty cell is a line: before figures, gaps of one line more are
 * those that are most often too wide. */
static bool
adds_a_line(const struct cells *cells, const unsigned long gap[],
    unsigned long usual)
{
	unsigned count[GAP_MAX + 1];

	count_gaps(cells, gap, true, count);
	return usual > 1 && 2 * usual <= GAP_MAX &&
	    count[usual + 1] >= UNEVEN &&
	    count[usual + 1] > count[2 * usual];
}

/* The gap that most cells keep, and what is added to it. */
static struct gap_rule
find_rule(const struct cells *cells, const unsigned long gap[])
{
	struct gap_rule rule = { .gap = gap };
	unsigned        count[GAP_MAX + 1];
	unsigned        all = count_gaps(cells, gap, false, count);
	unsigned long   usual = 0;

	for (unsigned long width = 1; width <= GAP_MAX; width++)
		if (count[width] > count[usual])
			usual = width;
	if (usual == 0 || count[usual] < ENOUGH || count[usual] * 2 <= all)
		return rule;
	rule.usual = usual;
	rule.blank = adds_a_line(cells, gap, usual) ? 1 : usual;
	return rule;
}

/* How many empty cells the gap before row I stands for. */
static unsigned long
blanks_before(const struct gap_rule *rule, size_t i)
{
	unsigned long gap = rule->gap[i];

	if (gap <= rule->usual || (gap - rule->usual) % rule->blank != 0 ||
	    (gap - rule->usual) / rule->blank > BLANKS_MAX)
		return 0;
	return (gap - rule->usual) / rule->blank;
}

static void
fill_before(struct cells *cells, const struct cells *from, size_t i,
    const void *context)
{
	unsigned long n = blanks_before(context, i);

	cells->blank_lines |= n > 0;
	for (; n > 0; n--) {
		cells_add_row(cells, 0)->flowing = true;
		cells_add(cells, (struct table_cell){ .kind = CELL_BLANK,
		    .text = { "", 0 }, .cols = 1,
		    .loc = from->cell[from->row[i].first].loc });
	}
	cells_copy_row(cells, from, i);
}

void
cells_fill_blank_lines(struct cells *cells)
{
	struct gap_rule rule = find_rule(cells, find_gaps(cells));
	bool            any = false;

	/* In single lines a cell behind an empty one has a gap of 2. */
	if (rule.usual < 2)
		return;
	for (size_t i = 0; i < cells->rows && !any; i++)
		any = blanks_before(&rule, i) > 0;
	if (any)
		cells_rewrite(cells, fill_before, &rule);
}
