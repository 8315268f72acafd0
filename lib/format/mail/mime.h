/* Internet messages: headers (RFC 5322), bodies in parts (RFC 2046), transfer
 * encodings (RFC 2045). */
#ifndef MAIL_MIME_H
#define MAIL_MIME_H

#include "base/slice.h"

struct mime_entity {
	struct slice head, body;
};

/* Parts TEXT at its first blank line. */
struct mime_entity mime_entity(struct slice text);

/* The value of the header NAME, lines joined as they stand; .n 0: none. */
struct slice mime_header(struct slice head, const char *name);

/* Whether the media type VALUE begins with TYPE ("multipart/"). */
bool mime_is(struct slice value, const char *type);

/* The parameter NAME of VALUE (a Content-Type), without its quotes. */
struct slice mime_parameter(struct slice value, const char *name);

/* Takes the next part off *BODY.  The text before the first delimiter is no
 * part.  False when there is no more. */
bool mime_part(struct slice *body, struct slice boundary, struct slice *part);

/* Undoes the transfer ENCODING of BODY into OUT, which has room for body.n
 * bytes: results are no longer.  Returns their length. */
size_t mime_decode(struct slice encoding, struct slice body, char *out);

#endif
