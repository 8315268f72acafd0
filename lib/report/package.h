/* A zip archive of parts, as office suites have their documents in. */
#ifndef REPORT_PACKAGE_H
#define REPORT_PACKAGE_H

#include <stddef.h>

#include "base/slice.h"

struct package_part {
	const char  *name;	/* "word/document.xml" */
	struct slice bytes;
};

/* Writes the N PARTS as the new file PATH, the same bytes for the same parts.
 * Returns NULL, or why it could not be written; then there is no such file. */
const char *package_write(const char *path, const struct package_part part[],
    size_t n);

#endif
