/* What a scraper noted about its files: a CSV or TSV with a header, a line a
 * file, found again by the member's path or URL. */
#ifndef SOURCE_MANIFEST_H
#define SOURCE_MANIFEST_H

#include <stdbool.h>

#include "manifest_columns.h"

struct manifest_line {
	struct slice  value[MANIFEST_COLUMNS];	/* empty: not given */
	unsigned long line;
	bool          used;
};

struct manifest;

/* Reads FILE, in any of the character sets of charset.h.  Returns NULL, the
 * reason in *REASON, when it cannot be used. */
struct manifest *manifest_read(const char *file, const char **reason);
void             manifest_free(struct manifest *manifest);

/* The line of the member NAME ("a.zip!b/c.html": its path may be given from
 * any `/' or `!' on) or of URL; NULL: none. */
const struct manifest_line *manifest_find(struct manifest *manifest,
    struct slice name, struct slice url);

/* Reports the lines that were never found. */
void manifest_report(const struct manifest *manifest);

#endif
