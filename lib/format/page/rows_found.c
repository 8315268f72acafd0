#include "rows_found.h"

#include <math.h>

#include "char_class.h"

const float text_hanging = 0.5f;

float
rows_room_beside(const struct rows_found *rows, const struct line_piece *piece)
{
	unsigned last = piece->col + piece->cols - 1;
	float    before = piece->box.left - rows->extent[piece->col].left;
	float    behind = rows->extent[last].right - piece->box.right;
	float    em = piece->word[0].glyph->size;

	if (piece->col < rows->values && last >= rows->values)
		return 0;
	return fabsf(before - behind) < em ? before + behind : behind;
}

bool
rows_have_values(const struct rows_found *rows, const struct line_row *line)
{
	return line->piece[line->pieces - 1].col >= rows->values;
}

/* Whether several labels are as wide as PIECE though they are whole: figures beside
 * them and beside what is below. */
static bool
others_are_as_wide(const struct rows_found *rows, const struct line_piece *piece)
{
	enum { SEVERAL = 2 };
	float  least = piece->box.right - text_hanging * piece->word[0].glyph->size;
	size_t n = 0;

	for (size_t i = 0; i + 1 < rows->rows; i++) {
		const struct line_row *line = &rows->row[i];

		n += line->pieces > 1 && line->piece[0].col == piece->col &&
		    line->piece[0].box.right >= least &&
		    rows_have_values(rows, line) && rows_have_values(rows, line + 1) &&
		    line[1].piece[0].col == piece->col;
	}
	return n >= SEVERAL;
}

bool
rows_text_goes_on(const struct rows_found *rows, const struct line_piece *piece,
    const struct line_row *line)
{
	const struct last_text *last = &rows->last[piece->col];
	float                   em = line->line->size;
	uint32_t                c = page_first(piece->text);

	if (last->piece == NULL || page_begins_item(piece->text) ||
	    line_row_distance(last->line, line) > text_row_gap * rows->leading)
		return false;
	if (c >= 'a' && c <= 'z')
		return true;
	if (piece->box.left < last->piece->box.left - text_hanging * em ||
	    others_are_as_wide(rows, last->piece))
		return false;
	if (!page_is_wide(c) && piece->figure)
		return false;
	return page_was_full(rows_room_beside(rows, last->piece), em,
	    page_head_width(piece->word[0].glyph, line_piece_letters(piece)));
}
