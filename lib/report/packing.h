/* A zip archive of parts, as office suites have their documents in: the same bytes for
 * the same parts.
 *
 *	packing_open(&packing, "letter.docx", NULL);
 *	packing_begin_part(&packing, "word/document.xml", n);
 *	packing_add(&packing, bytes);		N bytes in all
 *	reason = packing_close(&packing);
 */
#ifndef REPORT_PACKING_H
#define REPORT_PACKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct archive;

struct packing {
	const char     *path;
	struct archive *archive;
	bool            is_good;	/* nothing has failed yet */
};

struct packing_part {
	const char  *name;	/* "word/document.xml" */
	struct slice bytes;
};

/* Begins the package PATH, which lives longer than it; what is there goes.  LEVEL is
 * how much is done to make it small, "1" to "9"; NULL: what is usual. */
void packing_open(struct packing *packing, const char *path,
    const char *level);

/* Begins the part NAME, of N bytes, and adds to it. */
void packing_begin_part(struct packing *packing, const char *name, size_t n);
void packing_add(struct packing *packing, struct slice bytes);

/* A whole part. */
void packing_add_part(struct packing *packing, const char *name,
    struct slice bytes);

/* Ends the package.  Returns NULL, or why it could not be written, which holds until
 * the next one is closed; then there is no such file. */
const char *packing_close(struct packing *packing);

/* Writes the N PARTS as the file PATH; likewise. */
const char *packing_write(const char *path, const struct packing_part part[],
    size_t n);

#endif
