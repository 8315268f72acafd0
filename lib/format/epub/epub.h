/* EPUB: pages of XHTML in a zip file. */
#ifndef EPUB_EPUB_H
#define EPUB_EPUB_H

#include "format/blocks/block.h"

/* Reads the pages in the order of the spine [EPUB 3.3, 5.7].  Returns NULL, or
 * why what came out may not be all. */
const char *epub_read(struct slice bytes, struct sink *sink);

#endif
