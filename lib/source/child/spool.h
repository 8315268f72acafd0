/* Bytes kept in a nameless file, to be handed from process to process. */
#ifndef CHILD_SPOOL_H
#define CHILD_SPOOL_H

#include <stdbool.h>

#include "record/writer.h"
#include "source/stream.h"

/* A new empty spool: its descriptor, or -1 and errno. */
int spool_open(void);

/* Empties the spool FD and goes to its beginning. */
bool spool_rewind(int fd);

/* Fills the empty spool FD with what FROM gives, LIMIT bytes at most.  Returns
 * NULL, or why not all of it is there. */
const char *spool_fill(int fd, struct stream *from,
    unsigned long long limit);

/* Appends BYTES to the spool FD. */
bool spool_write(int fd, struct slice bytes);

/* Appends all of the spool FD, which is whole records, to OUT.  Returns false
 * when reading failed. */
bool spool_copy(int fd, struct writer *out);

#endif
