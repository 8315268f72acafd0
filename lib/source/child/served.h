/* A request as the process sees it that reads documents for extract. */
#ifndef CHILD_SERVED_H
#define CHILD_SERVED_H

#include "format/registry.h"
#include "protocol.h"
#include "source/source.h"

struct served {
	struct read_request request;
	struct limits       limits;
	struct slice        spool;	/* mapped */
	struct slice        frames;	/* what is left of it */
};

struct served_document {
	struct document_sent sent;	/* its texts and bytes are the spool's */
	struct memory_stream bytes;
	struct lookahead     ahead;
	char                 mark[PROTOCOL_TEXT_MAX];
	struct member        member;	/* without a media type */
};

/* Waits for a request, which served_end ends.  Returns false when there will be
 * none. */
bool served_begin(struct served *served);
void served_end(struct served *served);

/* Opens the next document, to be closed.  False: there is none. */
bool served_next(struct served *served, struct served_document *document);
void served_close(struct served_document *document);

/* What FIND has for the type of the document. */
const struct media *served_media(const struct served_document *document,
    media_fn *find);

#endif
