/* The figures of the document at hand, found by their cells, and what is to be
 * marked of them. */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include <stdbool.h>

#include "base/map.h"
#include "record/reader.h"

#define FIGURE_NONE ((size_t)-1)

/* How a cell is drawn, what says most last. */
enum mark {
	MARK_NONE,
	MARK_TERM,		/* part of a sum that does not hold */
	MARK_MAYBE,		/* one of several that may be wrong */
	MARK_WRONG,		/* probably wrong */
};

struct figure_mark {
	enum mark    mark;
	size_t       entry;	/* the number of the entry that says why */
	struct slice repaired;	/* what it should be; empty: not known */
};

struct figures {		/* all zero: none yet */
	const struct document *document;
	const struct slice    *head;	/* the fields of its first fact */
	struct map             map;
	struct figure_mark    *mark;	/* of each fact */
	size_t                *sentence;	/* the fact that states it too, or
						 * FIGURE_NONE */
	size_t                 room;
};

/* Takes DOCUMENT in place of the one before; it stays in use. */
void figures_take(struct figures *figures, const struct document *document);

/* The number of the first fact of ITEM and COL; FIGURE_NONE: none. */
size_t figures_find(const struct figures *figures, struct slice item,
    struct slice col);

/* The fields of fact number I. */
const struct slice *figure_fields(const struct figures *figures, size_t i);

/* Marks the cell of ITEM and COL, if there is one, unless it is marked with more. */
void figures_mark(struct figures *figures, struct slice item, struct slice col,
    struct figure_mark mark);

/* Whether any but those of the document's structure has a value. */
bool figures_have_values(const struct figures *figures);

/* Whether any is marked. */
bool figures_have_marks(const struct figures *figures);

void figures_free(struct figures *figures);

#endif
