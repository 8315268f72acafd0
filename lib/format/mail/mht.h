/* A page with its parts in one message: RFC 2557, as browsers and office
 * suites save them. */
#ifndef MAIL_MHT_H
#define MAIL_MHT_H

#include "format/blocks/block.h"

/* Reads the parts that are HTML, in their order: a workbook has one for each
 * sheet.  Returns NULL, or why what came out may not be all. */
const char *mht_read(struct slice bytes, struct sink *sink);

#endif
