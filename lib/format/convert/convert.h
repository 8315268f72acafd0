/* Rare families of documents, through LibreOffice into the formats that are
 * read. */
#ifndef CONVERT_CONVERT_H
#define CONVERT_CONVERT_H

#include "format/blocks/block.h"

/* For one document, as an office starts slowly; and for each more of a batch. */
enum { CONVERT_SECONDS = 120, CONVERT_MORE_SECONDS = 4 };

/* LibreOffice has addresses for far more than it uses. */
#define CONVERT_MEMORY (8ull << 30)

/* Where what LibreOffice made of the next document that convert_read gets is, or
 * NULL: nothing. */
extern const char *convert_made;

/* Reads the document BYTES, of a family that is converted.  Returns NULL, or why
 * what came out may not be all. */
const char *convert_read(struct slice bytes, struct sink *sink);

#endif
