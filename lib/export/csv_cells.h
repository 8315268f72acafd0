/* Records as lines of CSV (RFC 4180): cells in quotes where they need them,
 * numbers bare, nothing for nothing, CR LF at the end. */
#ifndef EXPORT_CSV_CELLS_H
#define EXPORT_CSV_CELLS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "export/record_type.h"
#include "record/writer.h"

struct csv_cells {
	struct writer *writer;
	bool           verbatim;	/* cells that may be formulas too */
	struct buffer  quoted, defused;	/* the cell at hand */
};

/* The line of TYPE's names. */
void csv_cells_header(struct csv_cells *csv, const struct record_type *type);

void csv_cells_record(struct csv_cells *csv, const struct record_type *type,
    const struct slice cell[]);

void csv_cells_free(struct csv_cells *csv);

#endif
