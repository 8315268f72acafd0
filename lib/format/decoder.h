/* One document on its way through a format, whichever way the format takes
 * it: whole or as it comes. */
#ifndef FORMAT_DECODER_H
#define FORMAT_DECODER_H

#include "format.h"

struct decoder;

/* Begins a document whose blocks go to SINK, which must outlive it. */
struct decoder *decoder_open(const struct format *format, struct sink *sink);

/* Takes the next chunk.  Returns NULL, or why the document is given up; then
 * only decoder_close may follow. */
const char *decoder_feed(struct decoder *decoder, struct slice chunk);

/* Ends the document and frees DECODER.  Returns NULL, or the reason why what
 * came out may not be all. */
const char *decoder_close(struct decoder *decoder);

#endif
