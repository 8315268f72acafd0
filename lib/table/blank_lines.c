/* Cells down the page with an empty line or two between them: where the empty
 * cells are kept, they show as wider gaps. */
#include "cells.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"

enum {
	GAP_MAX = 16,		/* lines; wider gaps are no cells */
	ENOUGH = 12,		/* gaps of one width make a layout */
	BLANKS_MAX = 12,	/* in one gap */
};

/* The line that LOC names, 0 if none. */
static unsigned long
line_of(struct slice loc)
{
	unsigned long n = 0;

	if (loc.n < 2 || loc.p[0] != 'L')
		return 0;
	for (size_t i = 1; i < loc.n; i++) {
		if (!is_digit(loc.p[i]))
			return 0;
		n = n * 10 + (unsigned long)(loc.p[i] - '0');
	}
	return n;
}

/* Lines from the row before row I to it, when both are one cell of a table
 * written down the page; else 0. */
static unsigned long
gap_before(const struct sheet *sheet, size_t i)
{
	const struct row *row = &sheet->row[i], *before = row - 1;
	unsigned long     line, line_before;

	if (i == 0 || row->apart || row->table != 0 || before->table != 0 ||
	    row->end - row->first != 1 || before->end - before->first != 1)
		return 0;
	line = line_of(sheet->cell[row->first].loc);
	line_before = line_of(sheet->cell[before->first].loc);
	return line > line_before && line_before > 0 ? line - line_before : 0;
}

/* The gap that most cells keep; 0 when there is no such rule. */
static unsigned long
usual_gap(const struct sheet *sheet)
{
	unsigned      count[GAP_MAX + 1] = { 0 }, all = 0;
	unsigned long usual = 0;

	for (size_t i = 1; i < sheet->rows; i++) {
		unsigned long gap = gap_before(sheet, i);

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
blanks_before(const struct sheet *sheet, size_t i, unsigned long usual)
{
	unsigned long gap = gap_before(sheet, i);

	if (gap <= usual || gap % usual != 0 || gap / usual - 1 > BLANKS_MAX)
		return 0;
	return gap / usual - 1;
}

void
sheet_fill_gaps(struct sheet *sheet)
{
	unsigned long usual = usual_gap(sheet);
	struct sheet  filled = { .cells = 0 };

	if (usual < 2)
		return;		/* single lines: an empty cell is a gap of 2 */
	for (size_t i = 0; i < sheet->rows; i++) {
		const struct row *row = &sheet->row[i];
		unsigned long     n = blanks_before(sheet, i, usual);

		filled.gaps |= n > 0;
		for (; n > 0; n--) {
			sheet_row(&filled, 0);
			filled.row[filled.rows - 1].flowing = true;
			sheet_cell(&filled, (struct cell){ .kind = CELL_BLANK,
			    .text = { "", 0 },
			    .loc = sheet->cell[row->first].loc, .cols = 1 });
		}
		sheet_copy_row(&filled, sheet, i);
	}
	sheet_free(sheet);
	*sheet = filled;
}
