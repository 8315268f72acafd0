/* Figures stated in sentences.
 *
 * A sentence is cut into words (lexicon.tsv), a figure goes with the words of
 * its clause, and the decision table (decisions.tsv) says from their classes
 * (收到 and 受理 are both `receive') which item it is; measures.tsv says in which
 * units an item is counted and what the parts of a list under it are.  A figure
 * is claimed for an item only if every word of it is accounted for.
 * nianbao-sentences(5) describes the files and the items.
 *
 * Facts come in the order of the text.  A list is a head fact (such as
 * prose.proactive.total) and the facts that follow it until the next fact
 * that is no part of it: prose.proactive.category and its -share, channels,
 * results, parts.  The parts have the head's suffix and, in a list that has
 * no head, none at all goes before them.  `raw' is the clause, the head's too.
 *
 * Figures that are not the office's of the reporting year are kept under other
 * names so that no sum can take them for these; the column says what they are of:
 *	ITEM.cumulative	since the beginning, or since a year before
 *	ITEM.other-year	of another year
 *	ITEM.period	of less or more than the year (上半年, 近三年)
 *	ITEM.below	of offices below, or of the office without them (各乡镇)
 *	ITEM.part	of a part: the words that nothing accounts for (征地类)
 * Percentages of parts of a list are ITEM.share (占75%), but for categories'. */
#ifndef PROSE_PROSE_H
#define PROSE_PROSE_H

#include "data/data.h"
#include "record/fact.h"
#include "record/reader.h"
#include "explanation.h"

struct prose;

/* The words, measures and decisions of the suite's data (data/data.h).  A
 * malformed line ends the process with a message.  To be given to
 * prose_free. */
struct prose *prose_load(void);
void          prose_free(struct prose *prose);

/* Whether these lines bear each other: ends the process with 2 where one names what
 * is not there, two overlap, or one of a user's own can never apply.  Asked of those
 * built in when the programs are built (lib/compile/lexicon.c), not at each start. */
void prose_vet(void);

/* Calls EMIT with CONTEXT for every figure stated in DOCUMENT, which comes
 * from sectionize.  YEAR is the reporting year, 0 when it is not known (then
 * no year in the text is another).  The fields of a fact are not escaped and
 * live for the call. */
void prose_read(struct prose *prose, const struct document *document,
    int year, fact_fn *emit, void *context);

/* While EMIT is called: the line of decisions.tsv that claims the figure; NULL
 * for a part of a list, and for a figure with no other words than the time. */
const struct data_row *prose_source(const struct prose *prose);

/* From here on EXPLAIN is called with prose_read's CONTEXT for each figure that
 * is looked at. */
void prose_explain(struct prose *prose, prose_explain_fn *explain);

#endif
