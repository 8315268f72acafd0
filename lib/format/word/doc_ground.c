#include "doc.h"

/* What white letters of a DOC may stand on: 2.6.2, 2.6.3. */
enum {
	PARAGRAPH_97 = 0x442D, PARAGRAPH = 0xC64D,
	CELLS_97 = 0xD609,	/* of all cells */
	CELLS = 0xD612, CELLS_2 = 0xD616, CELLS_3 = 0xD60C,
	OWN = 0xD670, OWN_2 = 0xD671, OWN_3 = 0xD672,
	SET_97 = 0x7627, SET = 0xD62D,	/* of some */
	TABLE = 0xD660,
	SHADE_BYTES = 10,
	CELLS_A_PART = 22,	/* in each of the three */
	NIL_97 = 0xFFFF, NIL = 0xFFFF,
	CLEAR = 0, SOLID = 1,	/* 2.9.121 Ipat */
};

bool
doc_shade_97_shows(unsigned shade)
{
	unsigned fore = shade & 0x1F, back = shade >> 5 & 0x1F;
	unsigned pattern = shade >> 10;

	if (shade == NIL_97)
		return false;
	if (pattern == CLEAR)
		return back != 0 && back != DOC_WHITE_97;
	return pattern != SOLID || fore != DOC_WHITE_97;
}

bool
doc_shade_shows(struct slice shade)
{
	enum { AUTOMATIC = 0xFF };
	uint32_t fore = little32(shade, 0), back = little32(shade, 4);
	unsigned pattern = little16(shade, 8);

	if (shade.n < SHADE_BYTES || pattern == NIL)
		return false;
	if (pattern == CLEAR)
		return back >> 24 != AUTOMATIC && back != DOC_WHITE;
	return pattern != SOLID || fore != DOC_WHITE;
}

void
doc_paragraph_ground(unsigned number, struct slice operand, int *backed)
{
	if (number == PARAGRAPH_97)
		*backed = doc_shade_97_shows(little16(operand, 0));
	else if (number == PARAGRAPH)
		*backed = doc_shade_shows(slice_from(operand, 1));
}

static void
add_ground(struct row_shape *row, size_t cell, bool shows)
{
	if (cell < ROW_CELLS_MAX)
		row->backed |= (uint64_t)shows << cell;
}

/* Shadings of the cells from FIRST on. */
static void
add_grounds(struct slice shades, size_t first, struct row_shape *row)
{
	for (size_t i = 0; (i + 1) * SHADE_BYTES <= shades.n; i++)
		add_ground(row, first + i, doc_shade_shows(slice_from(shades,
		    i * SHADE_BYTES)));
}

static void
set_grounds(struct slice range, bool shows, struct row_shape *row)
{
	for (size_t i = little8(range, 0); i < little8(range, 1); i++)
		add_ground(row, i, shows);
}

void
doc_cell_grounds(unsigned number, struct slice operand, struct row_shape *row)
{
	struct slice behind = slice_from(operand, 1);	/* its length */

	switch (number) {
	case CELLS_97:
		for (size_t i = 0; 2 * i + 1 < behind.n; i++)
			add_ground(row, i, doc_shade_97_shows(
			    little16(behind, 2 * i)));
		break;
	case CELLS:
	case OWN: add_grounds(behind, 0, row); break;
	case CELLS_2:
	case OWN_2: add_grounds(behind, CELLS_A_PART, row); break;
	case CELLS_3:
	case OWN_3: add_grounds(behind, 2 * (size_t)CELLS_A_PART, row); break;
	case SET_97:
		set_grounds(operand, doc_shade_97_shows(little16(operand, 2)),
		    row);
		break;
	case SET:
		set_grounds(behind, doc_shade_shows(slice_from(behind, 2)),
		    row);
		break;
	case TABLE:
		if (doc_shade_shows(behind))
			row->backed = UINT64_MAX;
		break;
	}
}

/* 2.8.37 PlcfSpa: places, one more than there are shapes, then what each is like
 * (2.9.253 Spa). */
bool
doc_has_shapes_behind(const struct doc *doc)
{
	enum { SHAPES = 0x1DA, SPA_BYTES = 26, FLAGS_AT = 20, BEHIND = 0x4000 };
	struct slice plc = doc_structure(doc, SHAPES);
	size_t       n = plc.n < 4 ? 0 : (plc.n - 4) / (4 + SPA_BYTES);

	for (size_t i = 0; i < n; i++)
		if (little16(plc, 4 * (n + 1) + SPA_BYTES * i + FLAGS_AT) &
		    BEHIND)
			return true;
	return false;
}

static bool
paragraph_is_backed(const struct doc *doc, const struct doc_run *run)
{
	struct slice properties = run->properties, operand;
	unsigned     number;
	int          backed = -1;

	while (doc_property(&properties, &number, &operand))
		doc_paragraph_ground(number, operand, &backed);
	if (backed < 0)
		backed = doc_style(doc, run->style).run.backed;
	return backed > 0;
}

/* Whether cell number CELL of the row that RUN stands in may have a ground: the
 * row tells at its end.  Tables in tables are not looked through. */
static bool
cell_is_backed(const struct doc *doc, const struct doc_run *run, size_t cell)
{
	enum { LOOKED_AT_MAX = 1000 };	/* not told in them: it may */
	const struct doc_run *end = doc->paragraphs.run + doc->paragraphs.n;
	struct doc_mark       mark = { .depth = 0 };

	for (int i = 0; i < LOOKED_AT_MAX && run < end; i++, run++) {
		doc_mark_read(doc, run, &mark);
		if (mark.depth != 1)
			return mark.depth > 0;
		if (mark.row_end)
			return row_shape_backs(&mark.row, cell);
	}
	return true;
}

bool
doc_ground_at(struct doc *doc, uint32_t offset, size_t cell)
{
	const struct doc_run *run = doc_run(&doc->paragraphs, offset);

	return doc->backed || doc->scattered || run == NULL ||
	    paragraph_is_backed(doc, run) || cell_is_backed(doc, run, cell);
}
