/* The Word binary format: [MS-DOC].  Section numbers in doc_*.c are of it. */
#ifndef WORD_DOC_H
#define WORD_DOC_H

#include "base/little_endian.h"
#include "paragraph_style.h"
#include "row_shape.h"

/* The parts of the text, one behind the other: 2.5.4 FibRgLw97. */
enum doc_story {
	STORY_MAIN, STORY_FOOTNOTES, STORY_HEADERS, STORY_MACROS,
	STORY_COMMENTS, STORY_ENDNOTES, STORY_BOXES,
	STORIES
};

/* Text that lies together in the file: 2.8.35 PlcPcd. */
struct doc_piece {
	uint32_t start, end;	/* character positions */
	uint32_t offset;	/* in the main stream */
	bool     narrow;	/* a byte a character, else two */
};

/* Properties of the bytes from start to end of the main stream. */
struct doc_run {
	uint32_t     start, end;
	unsigned     style;	/* of paragraphs */
	struct slice properties;	/* a grpprl: 2.6 */
};

struct doc_runs {
	struct doc_run *run;
	size_t          n, capacity;
	size_t          latest;	/* found last: the next is often near */
};

struct doc_style {
	bool                   of_runs;	/* not of paragraphs */
	unsigned               based_on;	/* DOC_NO_STYLE: nothing */
	struct paragraph_style own;	/* what it hides or strikes out are
					   ToggleOperands */
};

enum { DOC_NO_STYLE = 0xFFF };

struct doc {
	struct slice      main, table, data;	/* streams */
	uint32_t          length[STORIES];	/* in characters */
	struct doc_piece *piece;
	size_t            pieces, pieces_room;
	struct doc_runs   paragraphs, characters;
	struct doc_style *style;
	size_t            styles;
	bool              cut;		/* text lies beyond the stream's end */
	bool              dresses;	/* some style says how runs look */
	bool              backed;	/* white letters may have a shape below
					   them */
	bool              scattered;	/* the text is not in order in the
					   stream */
	struct lists      lists;
	struct arena      arena;
};

/* The structure whose offset and length stand at AT of the file information
 * block (2.5.5 and on), from the table stream. */
static inline struct slice
doc_structure(const struct doc *doc, size_t at)
{
	return little_part(doc->table, little32(doc->main, at),
	    little32(doc->main, at + 4));
}

/* Read the parts of a document.  Each returns NULL, or what is wrong. */
const char *doc_pieces_read(struct doc *doc);
const char *doc_runs_read(struct doc *doc);
void        doc_styles_read(struct doc *doc);
void        doc_lists_read(struct doc *doc);

/* The run that the byte at OFFSET belongs to, or NULL. */
const struct doc_run *doc_run(struct doc_runs *runs, uint32_t offset);

/* One property after the other from *PROPERTIES: its number (2.6: a sprm) and
 * OPERAND.  False at the end, or where it is broken. */
bool doc_property(struct slice *properties, unsigned *number,
    struct slice *operand);

/* Lets RUN say what the property NUMBER does.  What it hides or strikes out are
 * ToggleOperands (2.9.327). */
void doc_run_property(unsigned number, struct slice operand,
    struct run_style *run);

/* White as Word 97 numbers colours (2.9.119 Ico), and as later ones have it
 * (2.9.43 COLORREF). */
enum { DOC_WHITE_97 = 8, DOC_WHITE = 0xFFFFFF };

/* Whether a ground of this shading is not white: a Shd80 (2.9.249), a Shd
 * (2.9.248). */
bool doc_shade_97_shows(unsigned shade);
bool doc_shade_shows(struct slice shade);

/* Sets *BACKED (-1: not said) if the property NUMBER is a paragraph's ground. */
void doc_paragraph_ground(unsigned number, struct slice operand, int *backed);

/* Lets the cells of ROW have the grounds that the property NUMBER gives them. */
void doc_cell_grounds(unsigned number, struct slice operand,
    struct row_shape *row);

/* Whether shapes or pictures of DOC stand behind its text. */
bool doc_has_shapes_behind(const struct doc *doc);

/* Whether white letters at OFFSET of the main stream, in cell number CELL (from 0)
 * if a table is there, may have something below them. */
bool doc_ground_at(struct doc *doc, uint32_t offset, size_t cell);

/* What style NUMBER and those it is based on say. */
struct paragraph_style doc_style(const struct doc *doc, unsigned number);

/* Hands the text of a story on. */
void doc_text(struct doc *doc, enum doc_story story,
    struct table_buffer *tables);

/* What the mark at the end of a paragraph, cell or row tells. */
struct doc_mark {
	unsigned               depth;	/* of tables around the paragraph */
	bool                   row_end;	/* it ends a row */
	bool                   inner_cell, inner_row_end; /* of nested tables */
	struct paragraph_style style;	/* of the paragraph itself, too */
	struct row_shape       row;	/* of a row's end */
};

/* Reads RUN, which may be NULL. */
void doc_mark_read(const struct doc *doc, const struct doc_run *run,
    struct doc_mark *mark);

#endif
