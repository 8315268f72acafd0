/* An HTTP response as a WARC record holds it (RFC 9112). */
#ifndef SOURCE_HTTP_H
#define SOURCE_HTTP_H

#include "coding.h"
#include "cursor.h"
#include "stated_digest.h"

enum { HTTP_VALUE_MAX = 256 };

/* Body in chunks: RFC 9112, 7.1. */
struct dechunk {
	struct stream      stream;
	struct cursor     *from;
	unsigned long long left;	/* of the current chunk */
	bool               begun, plain;
	bool               unended;	/* no last chunk came */
};

struct http {
	unsigned             status;
	char                 type[HTTP_VALUE_MAX];	/* Content-Type */
	char                 charset[HTTP_VALUE_MAX];	/* its parameter, or "" */
	struct stream       *body;		/* decoded */
	const char          *reason;		/* why there is none */
	unsigned long long   length;		/* Content-Length */
	bool                 sized, chunked, coded;	/* as fields say */
	struct cursor        cursor;
	struct stated_digest payload;		/* behind the head */
	struct cursor        rest;		/* likewise */
	struct dechunk       dechunk;
	struct stated_digest entity;		/* without chunks */
	struct coding        coding;
};

/* Reads the head of a response from FROM and puts HTTP->body behind it.  DIGEST is
 * that of its payload, or empty. */
void http_open(struct http *http, struct stream *from, struct slice digest);
void http_close(struct http *http);

/* To be asked when the body has been read: reads what is behind it, and returns why
 * it cannot be trusted, or NULL. */
const char *http_prove(struct http *http);

/* Then: why the body is not all there was, or NULL. */
const char *http_lack(const struct http *http);

/* Splits "text/html; charset=gb2312" into its type and charset. */
void http_content_type(struct slice value, char type[HTTP_VALUE_MAX],
    char charset[HTTP_VALUE_MAX]);

/* Whether LINE is the field NAME; *VALUE is then its value, trimmed. */
bool http_field(struct slice line, const char *name, struct slice *value);

#endif
