#include "coding.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "codec.h"

/* Those with a magic are known by it whatever the field says; the others are
 * tried where it says so. */
static const struct codec *const codecs[] = {
	&codec_gzip, &codec_zstd, &codec_zlib, &codec_deflate, &codec_brotli,
};

enum { CODECS = sizeof(codecs) / sizeof(codecs[0]) };

/* "x-gzip" is gzip by an older name. */
static bool
is_named(const struct codec *codec, struct slice name)
{
	if (slice_starts_nocase(name, SLICE("x-")))
		name = slice_from(name, 2);
	return slice_is_nocase(name, slice_of(codec->name));
}

bool
coding_is_known(struct slice name)
{
	for (size_t i = 0; i < CODECS; i++)
		if (is_named(codecs[i], name))
			return true;
	return false;
}

/* What a codec makes of the beginning of what is coded. */
struct attempt {
	enum codec_result result;
	size_t            given;	/* bytes */
	bool              text;		/* the first of them are UTF-8 */
};

static struct attempt
try_codec(const struct codec *codec, struct slice head)
{
	enum { HALF_CHARACTER = UTF8_BYTES_MAX - 1 };
	struct attempt      attempt = { .result = CODEC_GOES_ON };
	char              out[1024];
	struct codec_step step = { head, out, sizeof(out) };
	void             *state = codec->open();

	while (state != NULL && attempt.result == CODEC_GOES_ON && step.in.n > 0) {
		size_t n;

		step.out = out;
		step.room = sizeof(out);
		attempt.result = codec->step(state, &step);
		n = sizeof(out) - step.room;
		if (attempt.given == 0 && n > 0)
			attempt.text = utf8_valid_length((struct slice){ out, n })
			    + HALF_CHARACTER >= n;
		attempt.given += n;
	}
	if (state != NULL)
		codec->close(state);
	return attempt;
}

/* Whether CODEC makes anything of HEAD.  What is no text, and may go on to be coded so, is
 * cut off before its first byte. */
static bool
makes_sense(const struct codec *codec, struct slice head)
{
	struct attempt attempt = try_codec(codec, head);

	return attempt.result == CODEC_ENDED || (attempt.result == CODEC_GOES_ON &&
	    (attempt.given > 0 || !utf8_is_valid(head)));
}

/* Whether HEAD is coded as CODEC has it, by its magic, of which the name may have to do
 * for the end, or by NAME. */
static bool
is_coded(const struct codec *codec, struct slice head, struct slice name)
{
	if (codec->magic.n == 0)
		return is_named(codec, name) && makes_sense(codec, head);
	return slice_starts(head, codec->magic) || (head.n > 0 &&
	    is_named(codec, name) && slice_starts(codec->magic, head));
}

/* Of what is neither what it says nor text: the codec that makes text of it. */
static const struct codec *
unnamed_codec(struct slice head)
{
	static const struct codec *const others[] = { &codec_zlib,
		&codec_brotli };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		struct attempt attempt = try_codec(others[i], head);

		if (attempt.text && attempt.result != CODEC_DAMAGED)
			return others[i];
	}
	return NULL;
}

static const struct codec *
codec_of(struct slice head, struct slice name)
{
	for (size_t i = 0; i < CODECS; i++)
		if (is_coded(codecs[i], head, name))
			return codecs[i];
	return utf8_is_valid(head) ? NULL : unnamed_codec(head);
}

/* Decodes a step; more input is fetched when it is used up. */
static const char *
decode_some(struct coding *c, struct codec_step *step)
{
	size_t            room = step->room;
	bool              cut_off = false;
	enum codec_result result;

	if (c->input.n == 0) {
		if (!c->from.stream.next(&c->from.stream, &c->input))
			return c->from.stream.reason;
		cut_off = c->input.n == 0;
	}
	step->in = c->input;
	result = c->codec->step(c->state, step);
	c->input = step->in;
	c->ended = result == CODEC_ENDED;
	if (result == CODEC_DAMAGED)
		return "its compressed body is damaged";
	if (result == CODEC_UNPROVED)
		return "the checksum of its compressed body fails";
	return cut_off && !c->ended && step->room == room ?
	    "its compressed body is cut off" : NULL;
}

/* Bytes behind the end, another member of gzip among them, no browser shows. */
static void
look_behind(struct coding *c)
{
	if (c->input.n == 0 &&
	    !c->from.stream.next(&c->from.stream, &c->input))
		c->stream.reason = c->from.stream.reason;
	else if (c->input.n > 0)
		c->stream.lack = "has bytes behind the end of its compressed body";
}

static bool
coding_next(struct stream *stream, struct slice *chunk)
{
	struct coding     *c = (struct coding *)stream;
	struct codec_step step = { .out = c->buffer, .room = STREAM_CHUNK };

	if (c->codec == NULL) {
		bool good = c->from.stream.next(&c->from.stream, chunk);

		stream->reason = c->from.stream.reason;
		return good;
	}
	while (!c->ended && step.room == STREAM_CHUNK &&
	    stream->reason == NULL)
		stream->reason = decode_some(c, &step);
	*chunk = (struct slice){ c->buffer, STREAM_CHUNK - step.room };
	if (chunk->n == 0 && c->ended)
		look_behind(c);
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
		coding->codec = codec_of(lookahead_bytes(&coding->from),
		    name);
	if (coding->codec == NULL)
		return;
	coding->state = coding->codec->open();
	coding->buffer = memory_get(STREAM_CHUNK);
	if (coding->state == NULL)
		coding->stream.reason = "no memory to decompress its body";
}

void
coding_close(struct coding *coding)
{
	if (coding->state != NULL)
		coding->codec->close(coding->state);
	free(coding->buffer);
	lookahead_close(&coding->from);
}
