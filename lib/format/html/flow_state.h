/* Where the flow of a page is: what is open, and what is held back. */
#ifndef HTML_FLOW_STATE_H
#define HTML_FLOW_STATE_H

#include "format/blocks/block.h"
#include "grid.h"
#include "text.h"
#include "token.h"

struct html_piece {		/* a paragraph */
	size_t        at, n;	/* in flow->text */
	unsigned long line;
	bool          heading, furniture;
	bool          direct;	/* in its cell, in front of blocks */
};

struct html_entry {
	bool          cell;	/* else one paragraph */
	size_t        first, pieces;
	unsigned      row, col, rows, cols;
	unsigned long line;
	bool          furniture;
};

enum { HTML_TABLES_MAX = 64 };	/* open at once */

enum html_table_kind { HTML_UNDECIDED, HTML_DATA_TABLE, HTML_LAYOUT };

struct html_table {
	enum html_table_kind kind;
	unsigned             ordinal;	/* of a data table */
	struct html_grid     grid;
	bool                 flowing;	/* its open cell is no datum */
	bool                 flowed;	/* one of its cells was none */
	unsigned             cells, texts;	/* of the row */
	unsigned             pairs, triples, wide;	/* rows */
	size_t               group;	/* first held entry of the row group */
	unsigned             headings, preformatted;	/* open around it */
};

struct html_flow {
	struct sink           *sink;
	struct html_tokenizer *tokens;
	const char            *reason;	/* to give up, or NULL */

	struct html_text   text;	/* of what is held */
	struct html_piece *piece;	/* paragraphs, in cells too */
	size_t             pieces, piece_room;
	struct html_entry *entry;	/* cells, and paragraphs outside */
	size_t             entries, entry_room;
	bool               in_cell;	/* the last entry is open */
	bool               behind_block;	/* in the cell */
	unsigned long      line;	/* of the paragraph being gathered */

	struct html_text   aside;	/* text not shown, inside a paragraph */
	unsigned long      aside_line;
	unsigned           asides;

	unsigned           headings, preformatted;	/* open */
	unsigned           unseen, navigation;	/* open */
	bool               navigation_refuted;	/* it has text or figures
						   that belong in none */

	struct html_table  table[HTML_TABLES_MAX];
	unsigned           tables;	/* open */
	unsigned           ordinal;	/* of the last data table */
};

#endif
