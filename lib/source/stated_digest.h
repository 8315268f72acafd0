/* A stream that is digested on its way, to be compared with a digest that was
 * stated: "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", in base32 (RFC 4648) or hex, of
 * SHA-1, SHA-256, SHA-512 or MD5, as WARC has it (ISO 28500, 5.8 and 5.9). */
#ifndef SOURCE_STATED_DIGEST_H
#define SOURCE_STATED_DIGEST_H

#include "stream.h"

struct nettle_hash;

enum { DIGEST_BYTES_MAX = 64, DIGEST_TEXT_MAX = 2 * DIGEST_BYTES_MAX + 16 };

struct stated_digest {
	struct stream             stream;
	struct stream            *from;
	const struct nettle_hash *hash;	/* NULL: none is stated */
	void                     *state;
	unsigned char             stated[DIGEST_BYTES_MAX];
	unsigned long long        bytes;	/* that came so far */
};

/* STATED may be empty; what is not understood is as good as that.  FROM must outlive
 * it. */
void stated_digest_open(struct stated_digest *digest, struct stream *from,
    struct slice stated);

/* Whether what has been read since has the digest that was stated, or none was. */
bool stated_digest_holds(const struct stated_digest *digest);

void stated_digest_close(struct stated_digest *digest);

#endif
