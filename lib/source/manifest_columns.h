/* What scrapers call the columns of their lists of files. */
#ifndef SOURCE_MANIFEST_COLUMNS_H
#define SOURCE_MANIFEST_COLUMNS_H

#include "base/slice.h"

enum manifest_column {
	MANIFEST_NONE, MANIFEST_PATH, MANIFEST_URL, MANIFEST_TITLE,
	MANIFEST_DATE, MANIFEST_COLUMNS
};

/* Reads manifest-columns.tsv; a line that is wrong, or a user's own that can
 * never apply, ends the process with 2. */
void manifest_columns_load(void);

/* The column that TEXT, in letters of either case, is a name of. */
enum manifest_column manifest_column_named(struct slice text);

#endif
