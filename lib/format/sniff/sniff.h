/* The media type of bytes: by what they hold first, by their name second. */
#ifndef SNIFF_SNIFF_H
#define SNIFF_SNIFF_H

#include <stdbool.h>

#include "base/slice.h"

enum {
	SNIFF_BYTES = 64 * 1024,	/* tells every type but ... */
	SNIFF_DEEP_BYTES = 4 * 1024 * 1024,	/* ... these containers' */
};

/* Returns a type of registry.c: "text/html", "application/zip" ...  HEAD is
 * the beginning of the bytes; NAME: a path or URL; CLAIM: the type that its
 * transport gave, or empty. */
const char *sniff(struct slice head, struct slice name, struct slice claim);

/* Whether the type hides deeper in the bytes, so that HEAD should have
 * SNIFF_DEEP_BYTES: office documents in ZIP and OLE2. */
bool sniff_is_deep(struct slice head);

#endif
