#include "coding.h"

#include <stdint.h>
#include <stdlib.h>

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include "base/memory.h"

/* What a decoder is given and gives. */
struct coding_step {
	struct slice in;	/* what it has not taken is left */
	char        *out;
	size_t       room;	/* left behind OUT */
};

enum coding_result { CODING_GOES_ON, CODING_ENDED, CODING_DAMAGED };

struct coding_method {
	const char  *name;	/* as the field has it */
	struct slice magic;	/* empty: there is none */
	void              *(*open)(void);
	enum coding_result (*step)(void *state, struct coding_step *step);
	void               (*close)(void *state);
};

static void *
zlib_open(int window_bits)
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
	return zlib_open(16 + MAX_WBITS);
}

static void *
framed_open(void)
{
	return zlib_open(MAX_WBITS);
}

static void *
raw_open(void)
{
	return zlib_open(-MAX_WBITS);
}

static enum coding_result
zlib_step(void *state, struct coding_step *step)
{
	z_stream *z = state;
	int       result;

	z->next_in = (unsigned char *)(uintptr_t)step->in.p;
	z->avail_in = (unsigned)step->in.n;
	z->next_out = (unsigned char *)step->out;
	z->avail_out = (unsigned)step->room;
	result = inflate(z, Z_NO_FLUSH);
	step->in = slice_from(step->in, step->in.n - z->avail_in);
	step->out += step->room - z->avail_out;
	step->room = z->avail_out;
	return result == Z_STREAM_END ? CODING_ENDED :
	    result == Z_OK || result == Z_BUF_ERROR ? CODING_GOES_ON :
	    CODING_DAMAGED;
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

static enum coding_result
brotli_step(void *state, struct coding_step *step)
{
	const uint8_t      *in = (const uint8_t *)step->in.p;
	uint8_t            *out = (uint8_t *)step->out;
	size_t              left = step->in.n;
	BrotliDecoderResult result = BrotliDecoderDecompressStream(state,
	    &left, &in, &step->room, &out, NULL);

	step->in = slice_from(step->in, step->in.n - left);
	step->out = (char *)out;
	return result == BROTLI_DECODER_RESULT_SUCCESS ? CODING_ENDED :
	    result == BROTLI_DECODER_RESULT_ERROR ? CODING_DAMAGED :
	    CODING_GOES_ON;
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

static enum coding_result
zstd_step(void *state, struct coding_step *step)
{
	ZSTD_inBuffer  in = { step->in.p, step->in.n, 0 };
	ZSTD_outBuffer out = { step->out, step->room, 0 };
	size_t         result = ZSTD_decompressStream(state, &out, &in);

	step->in = slice_from(step->in, in.pos);
	step->out += out.pos;
	step->room -= out.pos;
	return ZSTD_isError(result) ? CODING_DAMAGED :
	    result == 0 ? CODING_ENDED : CODING_GOES_ON;
}

static void
zstd_close(void *state)
{
	ZSTD_freeDStream(state);
}

/* Those with a magic are known by it whatever the field says; the others are
 * tried where it says so.  "deflate" without zlib's frame is what some servers
 * send. */
static const struct coding_method methods[] = {
	{ "gzip", { "\x1F\x8B", 2 }, gzip_open, zlib_step, zlib_close },
	{ "zstd", { "\x28\xB5\x2F\xFD", 4 }, zstd_open, zstd_step,
	    zstd_close },
	{ "deflate", { NULL, 0 }, framed_open, zlib_step, zlib_close },
	{ "deflate", { NULL, 0 }, raw_open, zlib_step, zlib_close },
	{ "br", { NULL, 0 }, brotli_open, brotli_step, brotli_close },
};

enum { METHODS = sizeof(methods) / sizeof(methods[0]) };

/* "x-gzip" is gzip by an older name. */
static bool
is_named(const struct coding_method *method, struct slice name)
{
	if (slice_starts_nocase(name, SLICE("x-")))
		name = slice_from(name, 2);
	return slice_is_nocase(name, slice_of(method->name));
}

bool
coding_is_known(struct slice name)
{
	for (size_t i = 0; i < METHODS; i++)
		if (is_named(&methods[i], name))
			return true;
	return false;
}

/* Whether METHOD makes anything of HEAD, the beginning of what is coded. */
static bool
makes_sense(const struct coding_method *method, struct slice head)
{
	char               out[1024];
	struct coding_step step = { head, out, sizeof(out) };
	enum coding_result result = CODING_GOES_ON;
	void              *state = method->open();
	size_t             given = 0;

	while (state != NULL && result == CODING_GOES_ON && step.in.n > 0) {
		step.out = out;
		step.room = sizeof(out);
		result = method->step(state, &step);
		given += sizeof(out) - step.room;
	}
	if (state != NULL)
		method->close(state);
	return result == CODING_ENDED ||
	    (result == CODING_GOES_ON && given > 0);
}

static const struct coding_method *
method_of(struct slice head, struct slice name)
{
	for (size_t i = 0; i < METHODS; i++) {
		const struct coding_method *method = &methods[i];

		if (method->magic.n > 0 ? slice_starts(head, method->magic) :
		    is_named(method, name) && makes_sense(method, head))
			return method;
	}
	return NULL;
}

/* Decodes a step; more input is fetched when it is used up. */
static const char *
decode_some(struct coding *c, struct coding_step *step)
{
	size_t             room = step->room;
	bool               cut_off = false;
	enum coding_result result;

	if (c->input.n == 0) {
		if (!c->from.stream.next(&c->from.stream, &c->input))
			return c->from.stream.reason;
		cut_off = c->input.n == 0;
	}
	step->in = c->input;
	result = c->method->step(c->state, step);
	c->input = step->in;
	c->ended = result == CODING_ENDED;
	if (result == CODING_DAMAGED)
		return "its compressed body is damaged";
	return cut_off && !c->ended && step->room == room ?
	    "its compressed body is cut off" : NULL;
}

static bool
coding_next(struct stream *stream, struct slice *chunk)
{
	struct coding     *c = (struct coding *)stream;
	struct coding_step step = { .out = c->buffer, .room = STREAM_CHUNK };

	if (c->method == NULL) {
		bool good = c->from.stream.next(&c->from.stream, chunk);

		stream->reason = c->from.stream.reason;
		return good;
	}
	while (!c->ended && step.room == STREAM_CHUNK &&
	    stream->reason == NULL)
		stream->reason = decode_some(c, &step);
	*chunk = (struct slice){ c->buffer, STREAM_CHUNK - step.room };
	return stream->reason == NULL || chunk->n > 0;
}

void
coding_open(struct coding *coding, struct stream *from, struct slice name)
{
	*coding = (struct coding){ .stream = { .next = coding_next } };
	lookahead_open(&coding->from, from);
	if (name.n == 0)
		return;
	if (lookahead_fill(&coding->from, STREAM_CHUNK))
		coding->method = method_of(lookahead_bytes(&coding->from),
		    name);
	if (coding->method == NULL)
		return;
	coding->state = coding->method->open();
	coding->buffer = memory_get(STREAM_CHUNK);
	if (coding->state == NULL)
		coding->stream.reason = "no memory to decompress its body";
}

void
coding_close(struct coding *coding)
{
	if (coding->state != NULL)
		coding->method->close(coding->state);
	free(coding->buffer);
	lookahead_close(&coding->from);
}
