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
	unsigned long usual;	/* lines from a cell to the next; 0: no rule */
	unsigned long blank;	/* lines that an empty cell adds */
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

/* Lines from the row before row I to it, when both are one cell of a table
 * written down the page; else 0. */
static unsigned long
gap_before(const struct cells *cells, size_t i)
{
	const struct cell_row *row = &cells->row[i], *before = row - 1;
	unsigned long          line, line_before;

	if (i == 0 || row->after_prose || row->table != 0 ||
	    before->table != 0 ||
	    row->end - row->first != 1 || before->end - before->first != 1)
		return 0;
	line = line_of(cells->cell[row->first].loc);
	line_before = line_of(cells->cell[before->first].loc);
	return line > line_before && line_before > 0 ? line - line_before : 0;
}

/* Counts the gaps by their width; with FIGURES set only those before figures.
 * Returns how many there are. */
static unsigned
count_gaps(const struct cells *cells, bool figures,
    unsigned count[GAP_MAX + 1])
{
	unsigned all = 0;

	memset(count, 0, (GAP_MAX + 1) * sizeof(*count));
	for (size_t i = 1; i < cells->rows; i++) {
		unsigned long gap = gap_before(cells, i);

		if (gap == 0 || gap > GAP_MAX || (figures && cells->cell[
		    cells->row[i].first].kind != CELL_FIGURE))
			continue;
		count[gap]++;
		all++;
	}
	return all;
}

/* Whether an empty cell is a line: before figures, gaps of one line more are
 * those that are most often too wide. */
static bool
adds_a_line(const struct cells *cells, unsigned long usual)
{
	unsigned count[GAP_MAX + 1];

	count_gaps(cells, true, count);
	return usual > 1 && 2 * usual <= GAP_MAX &&
	    count[usual + 1] >= UNEVEN &&
	    count[usual + 1] > count[2 * usual];
}

/* The gap that most cells keep, and what is added to it. */
static struct gap_rule
find_rule(const struct cells *cells)
{
	unsigned      count[GAP_MAX + 1], all = count_gaps(cells, false, count);
	unsigned long usual = 0;

	for (unsigned long gap = 1; gap <= GAP_MAX; gap++)
		if (count[gap] > count[usual])
			usual = gap;
	if (usual == 0 || count[usual] < ENOUGH || count[usual] * 2 <= all)
		return (struct gap_rule){ 0, 0 };
	return (struct gap_rule){ usual,
		adds_a_line(cells, usual) ? 1 : usual };
}

/* How many empty cells the gap before row I stands for. */
static unsigned long
blanks_before(const struct cells *cells, size_t i, struct gap_rule rule)
{
	unsigned long gap = gap_before(cells, i);

	if (gap <= rule.usual || (gap - rule.usual) % rule.blank != 0 ||
	    (gap - rule.usual) / rule.blank > BLANKS_MAX)
		return 0;
	return (gap - rule.usual) / rule.blank;
}

static void
fill_before(struct cells *cells, const struct cells *from, size_t i,
    const void *context)
{
	const struct gap_rule *rule = context;
	unsigned long          n = blanks_before(from, i, *rule);

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
	struct gap_rule rule = find_rule(cells);

	/* In single lines a cell behind an empty one has a gap of 2. */
	if (rule.usual >= 2)
		cells_rewrite(cells, fill_before, &rule);
}
