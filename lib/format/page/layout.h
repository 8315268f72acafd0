/* A page laid out: its lines and tables in reading order. */
#ifndef PAGE_LAYOUT_H
#define PAGE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "page.h"
#include "text.h"

struct page_cell {
	struct page_box box;
	unsigned       row, col;	/* from 0 */
	unsigned       rows, cols;
	struct slice   text;		/* empty: a blank cell */
	unsigned       page, line;	/* where it begins */
	float          middle;		/* of its first line */
	float          room;		/* left behind its last line */
	float          head, size;	/* as in its first and last line */
	bool           recognised;	/* as of a page: empty is not blank */
};

struct page_table {
	float           *x;		/* edges of columns, cols + 1 */
	float            top, bottom;
	float            page_width;
	unsigned         rows, cols;
	unsigned         head;		/* its first rows that are names; if it
					   is loose */
	struct page_cell *cell;		/* by row, then column */
	size_t           cells;
	bool             loose;		/* without rules: x is a guess */
	struct page_line *line;		/* of the cell of a single box, which */
	size_t           lines;		/* is a table only as part of one */
};

struct page_part {		/* of a page: either of */
	struct page_line  *line;
	struct page_table *table;
};

struct page_layout {
	float            width, height;
	struct page_part *part;		/* from top to bottom */
	size_t           parts;
	unsigned         lines;		/* numbers given to lines */
};

/* Lays out PAGE, which is number NUMBER, in memory from ARENA; PAGE's glyphs
 * and rules are reordered and may be others, in ARENA, afterwards.  CELLS bounds
 * a table's grid. */
struct page_layout page_lay_out(struct drawn_page *page, unsigned number,
    unsigned cells, struct arena *arena);

static inline float
page_part_top(const struct page_part *part)
{
	return part->line != NULL ? part->line->box.top : part->table->top;
}

/* A copy of LAYOUT in ARENA, out of the memory it was made in; its lines have
 * no glyphs any more. */
struct page_layout page_layout_copy(const struct page_layout *layout,
    struct arena *arena);

struct text_rules;

/* Tables without rules: puts the N lines at LINE, from top to bottom, into
 * PART: each a line of text or, where several stand in columns, together a
 * table (in ARENA), whose head and rows RULES, which enclose no cells, may tell.
 * PART has room for N.  Returns how many parts there are. */
size_t page_columns(struct page_line *line, size_t n,
    const struct text_rules *rules, struct arena *arena,
    struct page_part *part);

/* Marks the lines of the N pages at PAGE that are no part of the text: page
 * numbers, running heads. */
void page_mark_furniture(struct page_layout *page, size_t n);

/* Whether NEXT, the first thing on a page, goes on with TABLE, the last on
 * the page before: their columns stand at the same places. */
bool page_table_goes_on(const struct page_table *table,
    const struct page_table *next);

/* Appends NEXT to TABLE: a repeated head is left out, a row or a merged cell
 * that the page's end cut in two becomes one.  Memory is ARENA's. */
void page_table_append(struct page_table *table, const struct page_table *next,
    struct arena *arena);

#endif
