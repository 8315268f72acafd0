/* Cells down the page with an empty line or two between them: where the empty
 * cells are kept, they show as wider gaps. */
#include "read_cells.h"

#include "base/digits.h"

enum {
	GAP_MAX = 16,		/* lines; wider gaps are no cells */
	ENOUGH = 12,		/* gaps of one width make a layout */
	BLANKS_MAX = 12,	/* in one gap */
};

/* The line that LOC names, 0 if none. */
static unsigned long
line_of(struct slice loc)
{
	unsigned long long line = 0;

	return loc.n > 1 && loc.p[0] == 'L' &&
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

/* The gap that most cells keep; 0 when there is no such rule. */
static unsigned long
usual_gap(const struct cells *cells)
{
	unsigned      count[GAP_MAX + 1] = { 0 }, all = 0;
	unsigned long usual = 0;

	for (size_t i = 1; i < cells->rows; i++) {
		unsigned long gap = gap_before(cells, i);

		if (gap == 0 || gap > GAP_MAX)
			continue;
		all++;
		if (++count[gap] > count[usual] || usual == 0)
			usual = gap;
	}
	return usual > 0 && count[usual] >= ENOUGH && count[usual] * 2 > all ?
	    usual : 0;
}

/* How many empty cells the gap before row I stands for. */
static unsigned long
blanks_before(const struct cells *cells, size_t i, unsigned long usual)
{
	unsigned long gap = gap_before(cells, i);

	if (gap <= usual || gap % usual != 0 || gap / usual - 1 > BLANKS_MAX)
		return 0;
	return gap / usual - 1;
}

static void
fill_before(struct cells *cells, const struct cells *from, size_t i,
    unsigned long usual)
{
	unsigned long n = blanks_before(from, i, usual);

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
	unsigned long usual = usual_gap(cells);

	/* In single lines a cell behind an empty one has a gap of 2. */
	if (usual >= 2)
		cells_rewrite(cells, fill_before, usual);
}
