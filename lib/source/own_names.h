/* The names of a run's documents, so that no two have the same: of each 12 bytes
 * are kept, and up to as many are free.  They are told apart by their hashes:
 * two names in 10^19 could be taken for one, which costs the second a suffix
 * that it does not need. */
#ifndef SOURCE_OWN_NAMES_H
#define SOURCE_OWN_NAMES_H

#include <stdint.h>

#include "base/buffer.h"

struct own_names {		/* all zero: empty */
	uint64_t *hash;		/* 0: free */
	uint32_t *copies;	/* that had the name so far */
	size_t    slots, n;
};

/* Makes NAME one that no document has, "a.txt" the second time "a.txt~2". */
void own_names_add(struct own_names *names, struct buffer *name);

void own_names_free(struct own_names *names);

#endif
