/* Reading what LibreOffice makes of documents, many of which it gets at once. */
#ifndef CHILD_CONVERTER_H
#define CHILD_CONVERTER_H

#include "worker.h"

/* Answers requests (protocol.h) to keep documents and to read those that were kept, until
 * the other side closes the socket. */
void converter_serve(struct worker *worker);

#endif
