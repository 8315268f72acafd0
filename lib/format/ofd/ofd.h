/* OFD: GB/T 33190-2016, the national standard for official documents of fixed
 * layout: a zip file of XML parts, in which pages are drawn as in PDF. */
#ifndef OFD_OFD_H
#define OFD_OFD_H

#include "format/blocks/block.h"

/* Reads the document BYTES.  Returns NULL, or why what came out may not be
 * all.  What is laid over a page is no part of its text: annotations,
 * seals. */
const char *ofd_read(struct slice bytes, struct sink *sink);

#endif
