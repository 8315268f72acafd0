/* The name of a member as it grows: archive, `!', path in the archive. */
#ifndef SOURCE_NAME_H
#define SOURCE_NAME_H

#include <stddef.h>

#include "base/buffer.h"

/* Appends PART to NAME, behind SEPARATOR unless that is NUL.  Bytes that are
 * not UTF-8 are decoded as GB18030, or as Big5 where they look more like it.
 * Returns the length before, for cutting it off again. */
size_t name_add(struct buffer *name, char separator, struct slice part);

#endif
