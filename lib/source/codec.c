#include "codec.h"

#include <stdint.h>
#include <stdlib.h>

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/memory.h"

/* A dictionary of xz is at most 1.5 GiB, of xz -9 64 MiB. */
#define XZ_MEMORY (1ull << 30)

static void *
zlib_new(int window_bits)
{
	z_stream *z = memory_get(sizeof(*z));

	*z = (z_stream){ .next_in = NULL };
	if (inflateInit2(z, window_bits) == Z_OK)
		return z;
	free(z);
	return NULL;
}

static void *
gzip_open(void)
{
	return zlib_new(16 + MAX_WBITS);
}

static void *
zlib_open(void)
{
	return zlib_new(MAX_WBITS);
}

static void *
deflate_open(void)
{
	return zlib_new(-MAX_WBITS);
}

static bool
zlib_reset(void *state)
{
	return inflateReset(state) == Z_OK;
}

/* zlib tells only in words that it is the CRC-32, the Adler-32 or the length that is
 * not right. */
static bool
is_check(const char *message)
{
	return message != NULL &&
	    (strcmp(message, "incorrect data check") == 0 ||
	    strcmp(message, "incorrect length check") == 0);
}

static enum codec_result
zlib_step(void *state, struct codec_step *step)
{
	z_stream *z = state;
	int       result;

	z->next_in = (unsigned char *)(uintptr_t)step->in.p;
	z->avail_in = (unsigned)step->in.n;
	z->next_out = (unsigned char *)step->out;
	z->avail_out = (unsigned)step->room;
	result = inflate(z, Z_NO_FLUSH);
	if (result == Z_MEM_ERROR)
		memory_out(0);
	step->in = slice_from(step->in, step->in.n - z->avail_in);
	step->out += step->room - z->avail_out;
	step->room = z->avail_out;
	return result == Z_STREAM_END ? CODEC_ENDED :
	    result == Z_OK || result == Z_BUF_ERROR ? CODEC_GOES_ON :
	    is_check(z->msg) ? CODEC_UNPROVED : CODEC_DAMAGED;
}

static void
zlib_close(void *state)
{
	inflateEnd(state);
	free(state);
}

static void *
brotli_open(void)
{
	return BrotliDecoderCreateInstance(NULL, NULL, NULL);
}

static bool
brotli_lacks_memory(const BrotliDecoderState *state)
{
	BrotliDecoderErrorCode error = BrotliDecoderGetErrorCode(state);

	return error <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
	    error >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
}

static enum codec_result
brotli_step(void *state, struct codec_step *step)
{
	const uint8_t      *in = (const uint8_t *)step->in.p;
	uint8_t            *out = (uint8_t *)step->out;
	size_t              left = step->in.n;
	BrotliDecoderResult result = BrotliDecoderDecompressStream(state,
	    &left, &in, &step->room, &out, NULL);

	step->in = slice_from(step->in, step->in.n - left);
	step->out = (char *)out;
	if (result == BROTLI_DECODER_RESULT_ERROR && brotli_lacks_memory(state))
		memory_out(0);
	return result == BROTLI_DECODER_RESULT_SUCCESS ? CODEC_ENDED :
	    result == BROTLI_DECODER_RESULT_ERROR ? CODEC_DAMAGED :
	    CODEC_GOES_ON;
}

static void
brotli_close(void *state)
{
	BrotliDecoderDestroyInstance(state);
}

static void *
zstd_open(void)
{
	return ZSTD_createDStream();
}

static bool
zstd_reset(void *state)
{
	return !ZSTD_isError(ZSTD_initDStream(state));
}

static enum codec_result
zstd_step(void *state, struct codec_step *step)
{
	ZSTD_inBuffer  in = { step->in.p, step->in.n, 0 };
	ZSTD_outBuffer out = { step->out, step->room, 0 };
	size_t         result = ZSTD_decompressStream(state, &out, &in);

	step->in = slice_from(step->in, in.pos);
	step->out += out.pos;
	step->room -= out.pos;
	if (!ZSTD_isError(result))
		return result == 0 ? CODEC_ENDED : CODEC_GOES_ON;
	if (ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation)
		memory_out(0);
	return ZSTD_getErrorCode(result) == ZSTD_error_checksum_wrong ?
	    CODEC_UNPROVED : CODEC_DAMAGED;
}

static void
zstd_close(void *state)
{
	ZSTD_freeDStream(state);
}

static bool
xz_reset(void *state)
{
	lzma_ret result = lzma_stream_decoder(state, XZ_MEMORY, 0);

	if (result == LZMA_MEM_ERROR)
		memory_out(0);
	return result == LZMA_OK;
}

static void *
xz_open(void)
{
	lzma_stream *xz = memory_get(sizeof(*xz));

	*xz = (lzma_stream)LZMA_STREAM_INIT;
	if (xz_reset(xz))
		return xz;
	free(xz);
	return NULL;
}

static enum codec_result
xz_step(void *state, struct codec_step *step)
{
	lzma_stream *xz = state;
	lzma_ret     result;

	xz->next_in = (const uint8_t *)step->in.p;
	xz->avail_in = step->in.n;
	xz->next_out = (uint8_t *)step->out;
	xz->avail_out = step->room;
	result = lzma_code(xz, LZMA_RUN);
	if (result == LZMA_MEM_ERROR)
		memory_out(0);
	step->in = slice_from(step->in, step->in.n - xz->avail_in);
	step->out += step->room - xz->avail_out;
	step->room = xz->avail_out;
	return result == LZMA_STREAM_END ? CODEC_ENDED :
	    result == LZMA_OK || result == LZMA_BUF_ERROR ? CODEC_GOES_ON :
	    CODEC_DAMAGED;
}

static void
xz_close(void *state)
{
	lzma_end(state);
	free(state);
}

static void *
bzip2_open(void)
{
	bz_stream *bz = memory_get(sizeof(*bz));

	*bz = (bz_stream){ .next_in = NULL };
	if (BZ2_bzDecompressInit(bz, 0, 0) == BZ_OK)
		return bz;
	free(bz);
	return NULL;
}

static bool
bzip2_reset(void *state)
{
	bz_stream *bz = state;

	BZ2_bzDecompressEnd(bz);
	*bz = (bz_stream){ .next_in = NULL };
	if (BZ2_bzDecompressInit(bz, 0, 0) != BZ_OK)
		memory_out(0);	/* nothing else can be wrong */
	return true;
}

static enum codec_result
bzip2_step(void *state, struct codec_step *step)
{
	bz_stream *bz = state;
	int        result;

	bz->next_in = (char *)(uintptr_t)step->in.p;
	bz->avail_in = (unsigned)step->in.n;
	bz->next_out = step->out;
	bz->avail_out = (unsigned)step->room;
	result = BZ2_bzDecompress(bz);
	if (result == BZ_MEM_ERROR)
		memory_out(0);
	step->in = slice_from(step->in, step->in.n - bz->avail_in);
	step->out += step->room - bz->avail_out;
	step->room = bz->avail_out;
	return result == BZ_STREAM_END ? CODEC_ENDED :
	    result == BZ_OK ? CODEC_GOES_ON : CODEC_DAMAGED;
}

static void
bzip2_close(void *state)
{
	BZ2_bzDecompressEnd(state);
	free(state);
}

const struct codec
codec_gzip = { "gzip", { "\x1F\x8B", 2 }, gzip_open, zlib_reset, zlib_step,
    zlib_close },
codec_zstd = { "zstd", { "\x28\xB5\x2F\xFD", 4 }, zstd_open, zstd_reset,
    zstd_step, zstd_close },
codec_xz = { "xz", { "\xFD" "7zXZ\0", 6 }, xz_open, xz_reset, xz_step,
    xz_close },
codec_bzip2 = { "bzip2", { "BZh", 3 }, bzip2_open, bzip2_reset, bzip2_step,
    bzip2_close },
codec_zlib = { "deflate", { NULL, 0 }, zlib_open, zlib_reset, zlib_step,
    zlib_close },
codec_deflate = { "deflate", { NULL, 0 }, deflate_open, zlib_reset, zlib_step,
    zlib_close },
codec_brotli = { "br", { NULL, 0 }, brotli_open, NULL, brotli_step,
    brotli_close };
