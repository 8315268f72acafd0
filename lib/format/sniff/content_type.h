/* The media type of bytes that magic alone does not tell. */
#ifndef SNIFF_CONTENT_TYPE_H
#define SNIFF_CONTENT_TYPE_H

#include <stdbool.h>

#include "base/slice.h"

/* What kind of document a ZIP or OLE2 file is, by the names in it; NULL where
 * HEAD, its beginning, does not tell. */
const char *content_type_zip(struct slice head);
const char *content_type_ole2(struct slice head);

/* What kind of text TEXT is, the beginning of a file in UTF-8 or the like;
 * NAME and CLAIM as for sniff. */
const char *content_type_text(struct slice text, struct slice name,
    struct slice claim);

/* Whether PATH names what a desktop or an office program leaves beside documents. */
bool is_desktop_name(struct slice path);

#endif
