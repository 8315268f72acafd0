/* Figures stated in sentences.
 *
 * The words of a sentence become concepts (concepts.tsv: 收到 and 受理 are both
 * `receive'), and a figure is claimed for an item when a pattern of concepts
 * around it (patterns.tsv: `receive request @') says so; measures.tsv says in
 * which units an item is counted and what the parts of a list under it are.
 * What no pattern knows is not claimed.  nianbao-patterns(5) describes the
 * files and the items.
 *
 * Facts come in the order of the text.  A list is a head fact (such as
 * prose.proactive.total) and the facts that follow it until the next fact
 * that is no part of it: prose.proactive.category and its -share, channels,
 * results, parts.  The parts have the head's suffix and, in a list that has
 * no head, none at all goes before them.  `raw' is the clause, the head's too.
 *
 * Of figures that are not the reporting year's, two kinds are kept, under
 * other names so that no sum can take them for the year's:
 *	ITEM.cumulative	since the beginning, or since a year before
 *	ITEM.other-year	of the year in `col' (which replaces the column) */
#ifndef PROSE_PROSE_H
#define PROSE_PROSE_H

#include "data/data.h"
#include "record/fact.h"
#include "record/reader.h"

struct prose;

/* The concepts, measures and patterns of the suite's data (data/data.h).  A
 * malformed line ends the process with a message.  To be given to
 * prose_free. */
struct prose *prose_load(void);
void          prose_free(struct prose *prose);

/* Calls EMIT with CONTEXT for every figure stated in DOCUMENT, which comes
 * from sectionize.  YEAR is the reporting year, 0 when it is not known (then
 * no year in the text is another).  The fields of a fact are not escaped and
 * live for the call. */
void prose_read(struct prose *prose, const struct document *document,
    int year, fact_fn *emit, void *context);

/* While EMIT is called: the line of patterns.tsv that claims the figure; NULL
 * for a part of a list, and for a figure with no other words than the time. */
const struct data_row *prose_source(const struct prose *prose);

#endif
