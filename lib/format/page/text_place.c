#include "text_place.h"

#include <math.h>

#include "column_entry.h"

float
text_column_end(const struct text_columns *columns, unsigned i)
{
	return (columns->from[i] + columns->to[i]) / 2;
}

/* Which columns PIECE stands in: those whose texts it is below or above, up to where
 * the next piece begins, in column LIMIT; where it is between two, the nearer. */
static void
place_piece(struct line_piece *piece, const struct text_columns *columns,
    unsigned limit)
{
	float    slack = column_overlap * piece->word[0].glyph->size;
	unsigned first = 0, last = columns->n;

	while (first < columns->n &&
	    piece->box.left >= columns->from[first] - slack)
		first++;
	while (last > 0 && piece->box.right <= columns->to[last - 1] + slack)
		last--;
	if (last < first)
		last = first = piece->box.left + piece->box.right <
		    columns->from[last] + columns->to[last] ? last : first;
	piece->col = first;
	if (last >= limit)
		last = limit > first ? limit - 1 : first;
	piece->cols = last - first + 1;
}

static void
place_pieces(struct line_row *row, const struct text_columns *columns)
{
	unsigned limit = columns->n + 1;

	for (size_t i = row->pieces; i > 0; i--) {
		place_piece(&row->piece[i - 1], columns, limit);
		limit = row->piece[i - 1].col;
	}
}

/* The usual room between the words of PIECE, in ems of SIZE. */
static float
usual_gap(const struct line_piece *piece, float size)
{
	float sum = 0;

	for (size_t i = 0; i + 1 < piece->words; i++)
		sum += line_word_gap(&piece->word[i], size);
	return piece->words > 1 ? sum / (float)(piece->words - 1) : 0;
}

/* Whether PIECE is two where the room behind its word number I is over that between
 * two columns: two figures, words drawn one by one, a gap wider than the others. */
static bool
words_part_at(const struct line_piece *piece, size_t i, float size)
{
	const float             apart = 0.08f;	/* em between words drawn one by one */
	const struct line_word *word = &piece->word[i];
	float                   gap = line_word_gap(word, size);

	return (word->figure && word[1].figure) ||
	    (word[1].apart && gap > apart) ||
	    gap > 1.5f * usual_gap(piece, size);
}

/* Whether PIECE, over column K of COLUMNS and the next one, is two names, of which the
 * second begins behind word number I: both end where their columns do, or both are in
 * the middle of them. */
static bool
are_aligned(const struct line_piece *piece, size_t i, unsigned k, float size,
    const struct text_columns *columns)
{
	const float near = 0.5f;	/* em */
	float       left = piece->word[i].box.right;
	float       right = piece->word[i + 1].box.left;
	float       off, off_next;

	if (piece->cols != 2 || k != piece->col || k == 0 || k + 1 >= columns->n)
		return false;
	off = left - columns->from[k];
	off_next = piece->box.right - columns->from[k + 1];
	if (fabsf(off) < near * size && fabsf(off_next) < near * size)
		return true;
	off += piece->box.left - columns->to[k - 1];
	off_next += right - columns->to[k];
	return fabsf(off) < near * size && fabsf(off_next) < near * size;
}

/* The number of words of PIECE, of ROW, before the first that is in another column
 * than those before it; all of them if there is none. */
static size_t
words_before_channel(const struct line_piece *piece, float size, bool among_names,
    const struct text_columns *columns)
{
	for (size_t i = 0; i + 1 < piece->words; i++) {
		const struct line_word *word = &piece->word[i];

		for (unsigned k = piece->col; k + 1 < piece->col + piece->cols;
		    k++)
			if (word->box.right <= columns->to[k] &&
			    word[1].box.left >= columns->from[k] &&
			    word[1].box.left > word->box.left &&
			    (words_part_at(piece, i, size) || (among_names &&
			    are_aligned(piece, i, k, size, columns))))
				return i + 1;
	}
	return piece->words;
}

/* Whether most texts of ROW behind the first are each in one column. */
static bool
has_names(const struct line_row *row)
{
	size_t single = 0, wide = 0;

	for (size_t i = 1; i < row->pieces; i++) {
		single += row->piece[i].cols == 1;
		wide += row->piece[i].cols > 1;
	}
	return single > 1 && single > wide;
}

/* Splits the pieces of ROW, placed in COLUMNS, that stand over several though they
 * need not. */
static void
split_at_channels(struct line_row *row, const struct text_columns *columns,
    struct arena *arena)
{
	struct line_piece *old = row->piece;
	size_t             n = row->pieces;
	bool               among_names = has_names(row);

	row->piece = arena_alloc(arena, row->words * sizeof(*row->piece));
	row->pieces = 0;
	for (size_t i = 0; i < n; i++) {
		struct line_piece rest = old[i];

		for (size_t first = (size_t)(rest.word - row->word), words;
		    rest.words > 0; first += words) {
			struct line_piece *piece = &row->piece[row->pieces++];

			words = rest.cols > 1 ? words_before_channel(&rest,
			    row->line->size, among_names, columns) : rest.words;
			*piece = line_piece_of(row, first, first + words, arena);
			if (words == rest.words)
				break;
			rest = line_piece_of(row, first + words,
			    first + rest.words, arena);
			place_piece(&rest, columns, columns->n + 1);
		}
	}
	place_pieces(row, columns);
}

void
text_place(struct line_row *row, const struct text_columns *columns,
    struct arena *arena)
{
	place_pieces(row, columns);
	split_at_channels(row, columns, arena);
}
