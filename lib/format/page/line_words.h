/* A line as words, and as pieces: words with no wide gap between them. */
#ifndef PAGE_LINE_WORDS_H
#define PAGE_LINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "overrun.h"
#include "text.h"

struct line_word {
	struct page_box          box;
	const struct page_glyph *glyph;
	size_t                  glyphs;
	bool                    figure;	/* or a mark that stands for none */
	bool                    leader;	/* dots that lead to the next word */
	bool                    apart;	/* drawn by itself, not with the word
					   before it */
};

struct line_piece {
	struct page_box         box;
	const struct line_word *word;
	size_t                 words;
	struct slice           text;
	unsigned               row, col, cols;
	bool                   figure;	/* most of it is */
	bool                   broken;	/* it goes on with the figure above, which
					   had no room */
};

struct line_row {
	struct page_line  *line;
	struct line_word  *word;
	size_t            words;
	struct line_piece *piece;
	size_t            pieces;
	bool              in_columns;	/* its gaps are wide */
	bool              whole;	/* it was one piece when it was split */
};

/* LINE as a row of pieces (in ARENA), split where its gaps are wide; LINE learns
 * whether it is more than two. */
struct line_row line_row_of(struct page_line *line, struct arena *arena);

/* Splits ROW anew, at narrower gaps where figures stand.  MANNER: how its words
 * were drawn. */
void line_row_split(struct line_row *row, const struct page_manner *manner,
    struct arena *arena);

/* The words of ROW from number FROM up to END as a piece, whose text is in ARENA. */
struct line_piece line_piece_of(const struct line_row *row, size_t from,
    size_t end, struct arena *arena);

/* The room between WORD and the one behind it, in ems of SIZE. */
float line_word_gap(const struct line_word *word, float size);

/* How many letters PIECE has. */
size_t line_piece_letters(const struct line_piece *piece);

/* How far below the top of the page the middle of ROW is. */
float line_row_middle(const struct line_row *row);

/* How far the middle of B is below that of A. */
float line_row_distance(const struct line_row *a, const struct line_row *b);

/* Whether B begins beside A, which is the line before it. */
bool line_rows_overlap(const struct line_row *a, const struct line_row *b);

#endif
