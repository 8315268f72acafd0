/* What kind of text a text is. */
#ifndef SNIFF_TEXT_TYPE_H
#define SNIFF_TEXT_TYPE_H

#include "base/slice.h"

/* A type of registry.c for TEXT, the beginning of a file in UTF-8 or the like;
 * NAME and CLAIM as for sniff. */
const char *text_type(struct slice text, struct slice name,
    struct slice claim);

#endif
