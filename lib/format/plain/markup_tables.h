/* Tables that a language of markup writes: of MediaWiki, AsciiDoc, LaTeX and Typst. */
#ifndef PLAIN_MARKUP_TABLES_H
#define PLAIN_MARKUP_TABLES_H

#include "adoc_table.h"
#include "latex_table.h"
#include "typst_table.h"
#include "wiki_table.h"

enum markup { MARKUP_NONE, MARKUP_WIKI, MARKUP_ADOC, MARKUP_LATEX, MARKUP_TYPST };

struct markup_tables {		/* all zero: none is open */
	enum markup         open;
	struct placed_cells cells;
	struct adoc_table   adoc;
	struct latex_table  latex;
	struct typst_table  typst;
};

/* Whether LINE begins a table, none being open. */
bool markup_begins(struct markup_tables *m, struct slice line);

/* Takes LINE, number NUMBER, which begins a table or belongs to the open one, which
 * goes to T. */
void markup_take(struct markup_tables *m, struct text_table *t,
    unsigned long number, struct slice line);

/* Ends the open table, if any, and frees what M has. */
void markup_close(struct markup_tables *m, struct text_table *t);

#endif
