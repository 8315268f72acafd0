/* The media type of bytes: by what they hold first, by their name second. */
#ifndef FORMAT_SNIFF_H
#define FORMAT_SNIFF_H

#include <stdbool.h>

#include "../record/slice.h"

/* This much of the beginning is enough to tell every type. */
enum { SNIFF_BYTES = 64 * 1024 };

/* Returns a type of registry.h: "text/html", "application/zip" ...  COMPLETE:
 * HEAD is all there is. */
const char *sniff(struct slice head, bool complete, struct slice name);

#endif
