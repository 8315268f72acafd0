/* The name of a member as it grows: archive, `!', path in the archive. */
#ifndef SOURCE_NAME_H
#define SOURCE_NAME_H

#include <stddef.h>

#include "base/slice.h"

struct name {			/* all zero: empty */
	char  *text;		/* UTF-8 */
	size_t n, capacity;
};

/* Appends PART, behind SEPARATOR unless that is NUL.  Bytes that are not UTF-8
 * are decoded as GB18030, or as Big5 where they look more like it.  Returns
 * the length before, for name_cut. */
size_t name_add(struct name *name, char separator, struct slice part);
void   name_cut(struct name *name, size_t n);
void   name_free(struct name *name);

static inline struct slice
name_slice(const struct name *name)
{
	return (struct slice){ name->text, name->n };
}

#endif
