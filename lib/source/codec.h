/* Decoders of compressed bytes, all behind one step: gzip (RFC 1952), zlib and
 * raw deflate (RFC 1950, 1951), zstd (RFC 8878), brotli (RFC 7932), xz, bzip2.
 * Each checks what its format has of checksums. */
#ifndef SOURCE_CODEC_H
#define SOURCE_CODEC_H

#include <stdbool.h>

#include "base/slice.h"

/* What a decoder is given and gives. */
struct codec_step {
	struct slice in;	/* what it has not taken is left */
	char        *out;
	size_t       room;	/* left behind OUT */
};

enum codec_result {
	CODEC_GOES_ON,
	CODEC_ENDED,		/* and what it checks is right */
	CODEC_DAMAGED,
	CODEC_UNPROVED,		/* all was decoded; its checksum fails */
};

struct codec {
	const char  *name;	/* as a field Content-Encoding has it */
	struct slice magic;	/* empty: there is none */
	void              *(*open)(void);	/* NULL: no memory */
	/* Makes STATE as it was when it was opened. */
	bool               (*reset)(void *state);
	enum codec_result  (*step)(void *state, struct codec_step *step);
	void               (*close)(void *state);
};

/* "deflate" without zlib's frame is what some servers send. */
extern const struct codec codec_gzip, codec_zstd, codec_xz, codec_bzip2,
    codec_zlib, codec_deflate, codec_brotli;

#endif
