/* OpenDocument, ISO/IEC 26300: texts and spreadsheets, in a zip file or as one
 * flat XML file.  What a file holds shows in its body, whatever its type
 * says. */
#ifndef ODF_ODF_H
#define ODF_ODF_H

#include "format/blocks/block.h"

/* Each reads the document BYTES.  Returns NULL, or why what came out may not be
 * all. */
const char *odf_read(struct slice bytes, struct sink *sink);
const char *odf_flat_read(struct slice bytes, struct sink *sink);

#endif
