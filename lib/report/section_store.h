/* The sections of a page, which are made document by document, until it is known which
 * of them are shown, and where. */
#ifndef REPORT_SECTION_STORE_H
#define REPORT_SECTION_STORE_H

#include <sys/types.h>

#include "base/buffer.h"

struct section_store {		/* all zero: empty */
	int   fd;		/* of a file on the disk; 0: none yet */
	off_t end;
};

struct kept_section {
	off_t  at;
	size_t bytes;
};

/* Keeps TEXT.  A disk that does not take it ends the process with 2. */
struct kept_section section_keep(struct section_store *store, struct slice text);

/* Adds SECTION to OUT; likewise. */
void section_add(const struct section_store *store, struct kept_section section,
    struct buffer *out);

void section_store_close(struct section_store *store);

#endif
