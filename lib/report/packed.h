/* The bytes of a part of a package, deflated as they come (RFC 1951).
 *
 *	packed_begin(&packed, 1);
 *	packed_add(&packed, store, bytes);	any number of times
 *	packed_end(&packed, store);
 *	packing_put(&packing, "xl/styles.xml", &packed, store);
 *	packed_free(&packed);
 */
#ifndef REPORT_PACKED_H
#define REPORT_PACKED_H

#include "section_store.h"

struct packed {
	struct z_stream_s   *stream;	/* NULL: it has ended */
	struct kept_section *kept;	/* of what is deflated, on the disk */
	size_t               keeps, room;
	struct buffer        waiting;	/* the rest of it */
	unsigned long        crc;	/* of the bytes */
	size_t               bytes, size;	/* as they were, and deflated */
};

/* LEVEL: how much is done to make it small, 1 to 9; -1: what is usual. */
void packed_begin(struct packed *packed, int level);

/* Adds BYTES.  What is deflated waits in STORE; NULL: in memory. */
void packed_add(struct packed *packed, struct section_store *store,
    struct slice bytes);

void packed_end(struct packed *packed, struct section_store *store);
void packed_free(struct packed *packed);

#endif
