/* The names of a run's documents, so that no two have the same.  Of each 20 bytes
 * are kept, in a table that is between a third and three quarters full. */
#ifndef SOURCE_OWN_NAMES_H
#define SOURCE_OWN_NAMES_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/hash.h"

struct own_names {		/* all zero: empty */
	struct digest *name;
	uint32_t      *copies;	/* that had it so far; 0: free */
	size_t         slots, n;
};

/* Makes NAME one that no document has, "a.txt" the second time "a.txt~2". */
void own_names_add(struct own_names *names, struct buffer *name);

void own_names_free(struct own_names *names);

#endif
