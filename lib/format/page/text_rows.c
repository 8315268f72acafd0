#include "text_rows.h"

#include <string.h>

#include "char_class.h"
#include "rows_found.h"

/* Puts PIECE of LINE in ROW; as more of the text above it, if that is there and it
 * GOES_ON. */
static void
put(struct rows_found *rows, struct line_piece *piece,
    const struct line_row *line, unsigned row, bool goes_on)
{
	const struct line_piece *above = rows->last[piece->col].piece;

	piece->row = row;
	if (goes_on && above != NULL && above->row == row) {
		piece->col = above->col;
		piece->cols = above->cols;
	}
	for (unsigned i = 0; i < piece->cols; i++)
		rows->last[piece->col + i] = (struct last_text){ piece, line,
			row };
}

static bool
is_ruled_off(const struct rows_found *rows, const struct line_row *above,
    const struct line_row *line)
{
	return text_rule_between(rows->rules, above, line, rows->width / 2);
}

/* Whether LINE is of another row than ABOVE: there is a rule between, or space. */
static bool
is_parted(const struct rows_found *rows, const struct line_row *above,
    const struct line_row *line)
{
	return is_ruled_off(rows, above, line) || (!rows->ruled &&
	    line_row_distance(above, line) > text_row_gap * rows->leading);
}

/* Whether all pieces of LINE, with no label, are texts in columns that have text in
 * the last row: its cells go on. */
static bool
cells_go_on(const struct rows_found *rows, const struct line_row *line)
{
	for (size_t i = 0; i < line->pieces; i++) {
		const struct line_piece *piece = &line->piece[i];

		if (piece->col < rows->values || piece->figure ||
		    rows->last[piece->col].piece == NULL ||
		    rows->last[piece->col].row != rows->n - 1)
			return false;
	}
	return true;
}

/* Whether the last row has text in a column that LINE has some in. */
static bool
is_taken(const struct rows_found *rows, const struct line_row *line)
{
	for (size_t i = 0; i < line->pieces; i++) {
		const struct last_text *last = &rows->last[line->piece[i].col];

		if (last->piece != NULL && last->row == rows->n - 1)
			return true;
	}
	return false;
}

/* Whether PIECE, below the figure ABOVE, is no more than the last digits of one that
 * its column was too narrow for. */
static bool
is_last_digits(const struct line_piece *piece, const struct line_piece *above)
{
	enum { MOST = 2, LEAST = 3 };
	size_t letters = line_piece_letters(piece);

	return letters <= MOST && line_piece_letters(above) >= LEAST &&
	    is_digit(piece->word[0].glyph[letters - 1].code);
}

/* Whether LINE has what had no room in the last row, as rows are apart or it is so
 * little: figures below figures, with or without more of the label. */
static bool
row_goes_on(const struct rows_found *rows, const struct line_row *line)
{
	for (size_t i = 0; i < line->pieces; i++) {
		const struct line_piece *piece = &line->piece[i];
		const struct last_text  *last = &rows->last[piece->col];

		if (piece->col < rows->values ? !rows_text_goes_on(rows, piece, line) :
		    last->piece == NULL || last->row != rows->n - 1 ||
		    (!rows->spaced && !is_last_digits(piece, last->piece)))
			return false;
	}
	return true;
}

/* Notes of the figures of LINE which go on with one above. */
static void
mark_broken(const struct rows_found *rows, struct line_row *line)
{
	for (size_t i = 0; i < line->pieces; i++) {
		struct line_piece      *piece = &line->piece[i];
		const struct last_text *last = &rows->last[piece->col];

		piece->broken = piece->figure && last->piece != NULL &&
		    last->row == rows->n - 1 && last->piece->figure &&
		    page_was_full(rows_room_beside(rows, last->piece),
		    line->line->size, piece->box.right - piece->box.left);
	}
}

/* Whether the label PIECE, which figures stand beside, goes on with the one above,
 * which has none: one set further in, that does not begin small, is an item of that. */
static bool
label_with_figures_goes_on(const struct rows_found *rows,
    const struct line_piece *piece, const struct line_row *line)
{
	const struct last_text *last = &rows->last[piece->col];
	uint32_t                c = page_first(piece->text);

	return rows_text_goes_on(rows, piece, line) && (page_is_wide(c) ||
	    (c >= 'a' && c <= 'z') || piece->box.left <
	    last->piece->box.left + text_hanging * line->line->size);
}

/* A line with figures: a row, or the figures of the label begun above. */
static void
take_values(struct rows_found *rows, struct line_row *line,
    const struct line_row *above)
{
	const struct line_piece *first = &line->piece[0];
	bool labelled = first->col < rows->values;
	bool same = above != NULL && !is_parted(rows, above, line);

	if (same && (is_taken(rows, line) || (!rows->ruled &&
	    !line_rows_overlap(above, line))))
		same = rows->open ? !labelled ||
		    label_with_figures_goes_on(rows, first, line) :
		    cells_go_on(rows, line) || row_goes_on(rows, line);
	if (same)
		mark_broken(rows, line);
	rows->n += !same;
	rows->open = false;
	for (size_t i = 0; i < line->pieces; i++)
		put(rows, &line->piece[i], line, rows->n - 1,
		    i == 0 && labelled && same);
}

/* Whether the label PIECE, which has no figure beside it, is of the row of what is
 * above it in its column. */
static bool
label_goes_on(const struct rows_found *rows, const struct line_piece *piece,
    const struct line_row *line, const struct line_row *above)
{
	const struct last_text *last = &rows->last[piece->col];

	if (last->piece == NULL ||
	    (page_begins_item(piece->text) && !rows->ruled))
		return false;
	if (text_rule_passes(rows->rules, last->line, line,
	    (piece->box.left + piece->box.right) / 2))
		return false;
	return rows->ruled || rows_text_goes_on(rows, piece, line) ||
	    line_rows_overlap(above, line);
}

/* Whether the label PIECE of LINE stands beside the last row's figures, which are
 * ABOVE and have none in its column. */
static bool
is_beside_figures(const struct rows_found *rows, const struct line_piece *piece,
    const struct line_row *line, const struct line_row *above)
{
	const struct last_text *last = &rows->last[piece->col];

	return above != NULL && !rows->open && line_rows_overlap(above, line) &&
	    !is_ruled_off(rows, above, line) &&
	    (last->piece == NULL || last->row != rows->n - 1);
}

/* A line of labels only: each goes on with the label above it in its column, or all
 * that do not begin a row, unless the last one has but labels, in other columns, right
 * above. */
static void
take_labels(struct rows_found *rows, struct line_row *line,
    const struct line_row *above)
{
	bool   begins = false, taken = false;
	size_t n = line->pieces;

	for (size_t i = 0; i < n; i++) {
		struct line_piece *piece = &line->piece[i];
		struct last_text  *last = &rows->last[piece->col];

		if (is_beside_figures(rows, piece, line, above)) {
			piece->row = rows->n - 1;
			continue;
		}
		piece->row = above != NULL &&
		    label_goes_on(rows, piece, line, above) ?
		    last->row : rows->n;
		if (piece->row < rows->n)
			continue;
		begins = true;
		taken = taken || (last->piece != NULL &&
		    last->row == rows->n - 1);
	}
	if (begins && rows->open && !taken && !is_parted(rows, above, line)) {
		for (size_t i = 0; i < n; i++)
			if (line->piece[i].row == rows->n)
				line->piece[i].row--;
	} else if (begins) {
		rows->n++;
		rows->open = true;
	}
	for (size_t i = 0; i < n; i++)
		put(rows, &line->piece[i], line, line->piece[i].row, true);
}

/* Finds whether those of the N lines at ROW that have values are apart from those
 * with values before them: not few of them, and nearly all by rules. */
static void
find_spacing(struct rows_found *rows, const struct line_row *row, size_t n)
{
	const struct line_row *last = NULL;
	size_t                 all = 0, parted = 0, ruled = 0;

	for (size_t i = 0; i < n; i++) {
		if (!rows_have_values(rows, &row[i]))
			continue;
		if (last != NULL) {
			all++;
			parted += is_parted(rows, last, &row[i]);
			ruled += is_ruled_off(rows, last, &row[i]);
		}
		last = &row[i];
	}
	rows->spaced = parted * 5 >= all * 2;
	rows->ruled = all > 1 && ruled * 10 >= all * 9;
}

unsigned
text_rows_number(struct line_row *row, size_t n, unsigned cols,
    const struct text_extent *extent, const struct text_rules *rules,
    struct arena *arena)
{
	struct rows_found found = { .row = row, .rows = n, .extent = extent,
		.rules = rules,
		.leading = text_leading(row, n),
		.values = text_first_values(row, n, cols),
		.width = extent[cols - 1].right - extent[0].left };

	find_spacing(&found, row, n);
	found.last = arena_alloc(arena, (cols + 1) * sizeof(*found.last));
	memset(found.last, 0, (cols + 1) * sizeof(*found.last));
	for (size_t i = 0; i < n; i++) {
		const struct line_row *above = i > 0 ? &row[i - 1] : NULL;

		if (rows_have_values(&found, &row[i]))
			take_values(&found, &row[i], above);
		else
			take_labels(&found, &row[i], above);
	}
	return found.n;
}
