#include "doc.h"
#include "base/left_out.h"

enum sprm {
	STYLE = 0x4600, LEVEL = 0x260A, LIST = 0x460B, OUTLINE = 0x2640,
	IN_TABLE = 0x2416, ROW_END = 0x2417, DEPTH = 0x6649,
	DEPTH_CHANGE = 0x664A, INNER_CELL = 0x244B, INNER_ROW_END = 0x244C,
	DEFINE_TABLE = 0xD608, MERGE = 0x5624, SPLIT = 0x5625,
	MERGE_DOWN = 0xD62B,
	/* more properties, at a place in the Data stream: a row of many cells
	 * does not fit where properties are kept */
	HUGE = 0x6646, HUGE_OLD = 0x6645, TABLE_HUGE = 0x646B,
};

enum {
	CELL_BYTES = 20,	/* 2.9.317 TC80 */
	NEXT_ACROSS = 0x02,	/* 2.9.318 TCGRF, as Word 97 wrote it */
	NEXT_DOWN = 0x20, FIRST_DOWN = 0x40,
	DEPTH_MAX = 1000, NESTING = 4,
};

static enum cell_merge
merge_of(unsigned flags, unsigned first, unsigned next)
{
	return flags & first ? MERGE_FIRST
	    : flags & next ? MERGE_NEXT : MERGE_NONE;
}

/* 2.9.326 TDefTableOperand: length, number of cells, their edges, and for
 * each, as far as it goes, its flags. */
static void
define_table(struct slice operand, struct row_shape *row)
{
	unsigned n = little8(operand, 2);

	if (n > ROW_CELLS_MAX)
		left_out(ROW_TOO_LONG);
	if (n > ROW_CELLS_MAX || operand.n < 3 + 2 * (n + 1))
		return;
	row->cells = n;
	for (unsigned i = 0; i <= n; i++) {
		row->edge[i] = (int16_t)little16(operand, 3 + 2 * i);
		if (i > 0 && row->edge[i] < row->edge[i - 1])
			row->edge[i] = row->edge[i - 1];
	}
	for (unsigned i = 0; i < n; i++) {
		unsigned flags = little16(operand,
		    3 + 2 * (n + 1) + CELL_BYTES * i);

		row->place[i] = (struct cell_place){
			.joined = (flags & NEXT_ACROSS) != 0,
			.down = merge_of(flags, FIRST_DOWN, NEXT_DOWN),
		};
	}
}

static void
merge_across(struct slice operand, struct row_shape *row, bool joined)
{
	unsigned first = little8(operand, 0), end = little8(operand, 1);

	for (unsigned i = first + 1; i < end && i < row->cells; i++)
		row->place[i].joined = joined;
}

static void
set_merge_down(struct slice operand, struct row_shape *row)
{
	unsigned cell = little8(operand, 1);

	if (cell < row->cells)
		row->place[cell].down = merge_of(little8(operand, 2), 2, 1);
}

static void
read_mark_properties(const struct doc *doc, struct slice properties,
    struct doc_mark *mark, int nesting)
{
	unsigned     number;
	struct slice operand;
	uint32_t     n;

	while (doc_property(&properties, &number, &operand)) {
		n = little32(operand, 0);
		switch (number) {
		case LEVEL: mark->style.level = (int)little8(operand, 0); break;
		case LIST: mark->style.list = (int)little16(operand, 0); break;
		case OUTLINE:
			mark->style.outline = (int)little8(operand, 0);
			break;
		case IN_TABLE:
			if (mark->depth == 0)
				mark->depth = little8(operand, 0) != 0;
			break;
		case ROW_END: mark->row_end = little8(operand, 0) != 0; break;
		case DEPTH: mark->depth = n < DEPTH_MAX ? n : 0; break;
		case DEPTH_CHANGE:
			n += mark->depth;
			mark->depth = n < DEPTH_MAX ? n : 0;
			break;
		case INNER_CELL:
			mark->inner_cell = little8(operand, 0) != 0;
			break;
		case INNER_ROW_END:
			mark->inner_row_end = little8(operand, 0) != 0;
			break;
		case DEFINE_TABLE: define_table(operand, &mark->row); break;
		case MERGE: merge_across(operand, &mark->row, true); break;
		case SPLIT: merge_across(operand, &mark->row, false); break;
		case MERGE_DOWN: set_merge_down(operand, &mark->row); break;
		default: doc_cell_grounds(number, operand, &mark->row); break;
		case HUGE:
		case HUGE_OLD:
		case TABLE_HUGE:
			if (nesting < NESTING)
				read_mark_properties(doc, little_part(doc->data,
				    (size_t)n + 2, little16(doc->data, n)),
				    mark, nesting + 1);
			else
				left_out(STYLES_TOO_DEEP);
			break;
		}
	}
}

void
doc_mark_read(const struct doc *doc, const struct doc_run *run,
    struct doc_mark *mark)
{
	mark->depth = 0;
	mark->row_end = mark->inner_cell = mark->inner_row_end = false;
	mark->row.cells = 0;
	mark->row.backed = 0;
	mark->style = doc_style(doc, run != NULL ? run->style : 0);
	if (run != NULL)
		read_mark_properties(doc, run->properties, mark, 0);
}
