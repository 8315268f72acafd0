/* What a report says of each series: its facts in, others out, whose items are the
 * series.  Where a table and sentences both state a figure the table's is taken, and
 * what the sentences state besides is kept. */
#ifndef SERIES_READING_H
#define SERIES_READING_H

#include "base/buffer.h"
#include "plan.h"
#include "record/reader.h"
#include "record/state.h"
#include "summary/choice.h"

/* How a fact of a series came about. */
struct series_source {
	const struct crossing *crossing;
	struct slice           form;	/* of the report; empty: of sentences */
	int                    caveat;	/* its number, or -1 */
};

struct series_reader {
	const struct crosswalk *crosswalk;
	struct choice          *sources;	/* table, prose: of facts */
	struct series_plan             plan[FORMS_KNOWN_MAX + 1];	/* the last: of
						 * reports without a table */
	bool                    is_planned[FORMS_KNOWN_MAX + 1];
	struct found           *found;		/* by slot, of the document */
	size_t                  found_room;
	struct document         document;	/* what comes out */
	size_t                  record_room;
	struct series_source   *source;		/* by number of its record */
	size_t                  sources_n, source_room;
	struct arena            arena;		/* of the document */
};

/* Makes facts about series of DOCUMENT's: behind those about the report itself one
 * for each series of which it says anything, in the order of series.tsv.  item is the
 * series, col "count", raw what else the report states.  Lives until the next call. */
const struct document *series_read(struct series_reader *reader,
    const struct document *document);

/* How RECORD of what series_read gave last came about; NULL: a fact about the report
 * itself. */
const struct series_source *series_source_of(
    const struct series_reader *reader, const struct record *record);

void series_reader_free(struct series_reader *reader);

#endif
