/* Bytes coded for their way over HTTP (RFC 9110, 8.4.1): gzip, deflate, br
 * (RFC 7932), zstd (RFC 8878). */
#ifndef SOURCE_CODING_H
#define SOURCE_CODING_H

#include "stream.h"

struct codec;

struct coding {
	struct stream               stream;	/* decoded */
	struct lookahead            from;	/* as they came */
	const struct codec         *codec;	/* NULL: they are as they are */
	void                       *state;
	struct slice                input;	/* not decoded yet */
	bool                        ended;
	char                       *buffer;
};

/* Whether NAME, of a field Content-Encoding, is a coding read here. */
bool coding_is_known(struct slice name);

/* Decodes what FROM gives, which is said to be coded as NAME (empty: not
 * coded): the bytes decide.  Crawlers undo a coding and keep the field, and
 * servers write fields that are not true, so what is no coding's is taken as it
 * is.  FROM must outlive it. */
void coding_open(struct coding *coding, struct stream *from,
    struct slice name);
void coding_close(struct coding *coding);

#endif
