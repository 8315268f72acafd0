/* The formats of word processors.  Each reads a whole document; the reason
 * returned, if not NULL, tells why what came out may not be all. */
#ifndef WORD_WORD_H
#define WORD_WORD_H

#include "format/blocks/block.h"

const char *doc_read(struct slice bytes, struct sink *sink);
const char *docx_read(struct slice bytes, struct sink *sink);
const char *rtf_read(struct slice bytes, struct sink *sink);

#endif
