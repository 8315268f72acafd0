/* Bytes kept in a nameless file, to be handed from process to process. */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H

#include <stdbool.h>

#include "slice.h"

/* A new empty spool: its descriptor, or -1 and errno. */
int spool_open(void);

/* Empties the spool FD and goes to its beginning. */
bool spool_rewind(int fd);

/* Appends BYTES to the spool FD. */
bool spool_write(int fd, struct slice bytes);

#endif
