/* Where the lines of a text stand in columns, by the gaps in them. */
#ifndef PAGE_TEXT_COLUMNS_H
#define PAGE_TEXT_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "text.h"

enum { TEXT_COLUMNS_MAX = 64 };

struct line_piece {			/* of a line, between gaps */
	struct page_box          box;
	const struct page_glyph *glyph;
	size_t                  glyphs;
	struct slice            text;
	unsigned                row, col, cols;
};

struct line_row {			/* a line */
	struct page_line   *line;
	struct line_piece *piece;
	size_t             pieces;
};

/* The spaces between columns. */
struct text_columns {
	float    from[TEXT_COLUMNS_MAX], to[TEXT_COLUMNS_MAX];
	unsigned n;
};

/* LINE as a row of pieces (in ARENA), split where its gaps are wide. */
struct line_row line_row_of(struct page_line *line, struct arena *arena);

/* Whether ROW was split. */
bool line_is_in_columns(const struct line_row *row);

/* Finds the columns that the N rows at ROW stand in, splitting them anew, at
 * narrower gaps; each piece learns its columns and its text.  Returns whether
 * they are a table. */
bool text_columns_find(struct text_columns *columns, struct line_row *row,
    size_t n, struct arena *arena);

/* The middle of the space behind column I. */
float text_column_end(const struct text_columns *columns, unsigned i);

#endif
