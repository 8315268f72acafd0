/* Spools (base/spool.h) filled from a stream, and copied to records. */
#ifndef CHILD_SPOOL_H
#define CHILD_SPOOL_H

#include <stdbool.h>

#include "base/spool.h"
#include "record/writer.h"
#include "source/stream.h"

/* Fills the empty spool FD with what FROM gives, LIMIT bytes at most.  Returns
 * NULL, or why not all of it is there. */
const char *spool_fill(int fd, struct stream *from,
    unsigned long long limit);

/* Appends all of the spool FD, which is whole records, to OUT.  Returns false
 * when reading failed. */
bool spool_copy(int fd, struct writer *out);

#endif
