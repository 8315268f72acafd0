/* A zip archive of parts, as office suites have their documents in (APPNOTE.TXT of
 * PKWARE): the same bytes for the same parts.
 *
 *	packing_open(&packing, "letter.docx");
 *	packing_add_part(&packing, "word/document.xml", bytes);
 *	packing_put(&packing, "word/styles.xml", &packed, store);
 *	reason = packing_close(&packing);
 */
#ifndef REPORT_PACKING_H
#define REPORT_PACKING_H

#include "packed.h"

struct packing {
	const char    *path;
	int            fd;		/* -1: it could not be opened */
	int            error;		/* of the first call that failed; 0: none */
	unsigned       parts;
	size_t         at;		/* bytes written */
	struct buffer  head;		/* of the part at hand */
	struct buffer  directory;	/* of all */
};

struct packing_part {
	const char  *name;	/* "word/document.xml" */
	struct slice bytes;
};

/* Begins the package PATH, which lives longer than it; what is there goes. */
void packing_open(struct packing *packing, const char *path);

/* Adds a part of BYTES, deflated as small as is usual. */
void packing_add_part(struct packing *packing, const char *name,
    struct slice bytes);

/* Adds what PACKED holds, which has ended, some of it in STORE. */
void packing_put(struct packing *packing, const char *name,
    const struct packed *packed, const struct section_store *store);

/* Ends the package.  Returns NULL, or why it could not be written; then there is no such
 * file. */
const char *packing_close(struct packing *packing);

/* Writes the N PARTS as the file PATH; likewise. */
const char *packing_write(const char *path, const struct packing_part part[],
    size_t n);

#endif
