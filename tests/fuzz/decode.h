/* A harness for a decoder: any bytes, cut into chunks of any size, give valid
 * blocks, and the same whatever the size. */
#ifndef TESTS_FUZZ_DECODE_H
#define TESTS_FUZZ_DECODE_H

#include <stdint.h>
#include <stdlib.h>

#include "charset/charset.h"
#include "format/format.h"
#include "base/hash.h"
#include "base/utf8.h"

struct fuzz_sink {
	struct sink        sink;
	unsigned long long hash;
};

static inline void
fuzz_require(int condition)
{
	if (!condition)
		abort();
}

static inline void
fuzz_mix(struct fuzz_sink *sink, unsigned long long value)
{
	sink->hash = (sink->hash ^ value) * 1099511628211u;
}

static inline void
fuzz_block(struct sink *sink, const struct block *block)
{
	struct fuzz_sink *s = (struct fuzz_sink *)sink;

	fuzz_require(utf8_is_valid(block->text));
	fuzz_require(block->text.n == 0 ||
	    memchr(block->text.p, '\n', block->text.n) == NULL);
	if (block->kind == BLOCK_IS_CELL)
		fuzz_require(block->table > 0 && block->row > 0 &&
		    block->col > 0 && block->rows > 0 && block->cols > 0);
	fuzz_mix(s, block->kind);
	fuzz_mix(s, block->table);
	fuzz_mix(s, block->row);
	fuzz_mix(s, block->col);
	fuzz_mix(s, block->line);
	fuzz_mix(s, block->furniture);
	fuzz_mix(s, hash_of(block->text));
}

static inline void
fuzz_meta(struct sink *sink, const char *property, struct slice value)
{
	struct fuzz_sink *s = (struct fuzz_sink *)sink;

	fuzz_require(utf8_is_valid(value));
	fuzz_mix(s, hash_of(slice_of(property)));
	fuzz_mix(s, hash_of(value));
}

#define FUZZ_SINK { fuzz_block, fuzz_meta, { 4 << 20, 100000, 16 } }

static inline const char *
fuzz_utf8(void *context, struct slice utf8)
{
	return decoder_feed(context, utf8);
}

/* Decodes DATA in chunks of CHUNK bytes; returns a hash of what came out. */
static inline unsigned long long
fuzz_decode(const struct format *format, struct slice data, size_t chunk)
{
	struct fuzz_sink sink = { FUZZ_SINK, 1 };
	struct decoder  *decoder = decoder_open(format, &sink.sink);
	struct decoding  decoding;
	const char      *reason = NULL;

	if (!format->binary)
		decoding_start(&decoding, charset_detect(data, true,
		    CHARSET_UNKNOWN), fuzz_utf8, decoder);
	while (data.n > 0 && reason == NULL) {
		size_t n = data.n < chunk ? data.n : chunk;
		/* In memory of its own, so that a look beyond it shows. */
		char        *copy = memcpy(malloc(n), data.p, n);
		struct slice part = { copy, n };

		reason = format->binary ? decoder_feed(decoder, part) :
		    decoding_feed(&decoding, part);
		free(copy);
		data = slice_from(data, n);
	}
	if (reason == NULL && !format->binary)
		decoding_end(&decoding);
	decoder_close(decoder);
	return sink.hash;
}

static inline void
fuzz_format(const struct format *format, const uint8_t *bytes, size_t n)
{
	struct slice       data = { (const char *)bytes, n };
	unsigned long long hash;

	if (n == 0)
		return;
	hash = fuzz_decode(format, data, SIZE_MAX);
	/* Only some, as it takes as long once more; of a format that gathers all
	 * bytes first, none. */
	if (n % 4 == 0 && format->read == NULL)
		fuzz_require(hash == fuzz_decode(format, data,
		    1 + bytes[n - 1] % 64));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#define FUZZ_FORMAT(format)                                                   \
	int                                                                   \
	LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)                \
	{                                                                     \
		fuzz_format(&format, bytes, n);                               \
		return 0;                                                     \
	}

#endif
