/* Which year a report's sentences are about, where nothing says it. */
#ifndef IDENTITY_COUNTED_YEAR_H
#define IDENTITY_COUNTED_YEAR_H

#include <stddef.h>

#include "section/parts.h"

/* The year that the parts of PARTS from I on name most, the later of two; 0 where they
 * name none.  One that they compare with or count from, and that of a signature, which
 * is the year after, say nothing. */
int identity_counted_year(const struct parts *parts, size_t i);

#endif
