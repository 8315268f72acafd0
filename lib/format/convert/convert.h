/* Rare families of documents, through LibreOffice into the formats that are
 * read. */
#ifndef CONVERT_CONVERT_H
#define CONVERT_CONVERT_H

#include "format/blocks/block.h"

enum { CONVERT_SECONDS = 120 };	/* for one document; an office starts slowly */

/* LibreOffice has addresses for far more than it uses. */
#define CONVERT_MEMORY (8ull << 30)

/* Whether LibreOffice and bubblewrap, behind whose walls it is run, are
 * there. */
bool convert_is_there(void);

/* Reads the document BYTES, of a family that is converted; a process is run
 * for it, so no sandbox may stand in the way.  Returns NULL, or why what came out
 * may not be all. */
const char *convert_read(struct slice bytes, struct sink *sink);

#endif
