#include "decompress.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

#include "base/memory.h"

/* Chunks to give: the first one is copied to be looked at, of the others larger ones
 * cut fewer members in two. */
enum { GIVEN = 1 << 20 };

/* Nothing is judged by its ratio before it has grown to this. */
enum { RATIO_FREE_BYTES = 16 << 20, RATIO_BLOCK = 64 * 1024 };

static const char cut_off[] = "is cut off", fails[] = "fails its checksum",
    damaged[] = "has damaged compressed data";

static const struct codec *const codecs[] = {
	&codec_gzip, &codec_zstd, &codec_xz, &codec_bzip2,
};

/* Has more input, unless there is none.  False: reading failed. */
static bool
refill(struct decompress *d)
{
	if (d->input.n > 0)
		return true;
	if (!d->from->next(d->from, &d->input)) {
		d->fault = d->from->reason;
		d->ended = true;
		return false;
	}
	d->taken += d->input.n;
	if (d->fault == NULL)
		d->fault = d->from->fault;
	return true;
}

/* Room for more of the member, or none where enough is held. */
static size_t
make_room(struct decompress *d)
{
	size_t most = d->large ? STREAM_CHUNK : DECOMPRESS_PROVED;

	if (d->n == d->room && d->room < most) {
		d->room = d->room == 0 ? STREAM_CHUNK : 2 * d->room;
		d->held = memory_resize(d->held, d->room, 1);
	}
	return (d->room < most ? d->room : most) - d->n;
}

/* Zeros fill up blocks of tapes, and the words of xz. */
static bool
skip_zeros(struct decompress *d)
{
	do {
		while (d->input.n > 0 && d->input.p[0] == '\0')
			d->input = slice_from(d->input, 1);
	} while (d->input.n == 0 && refill(d) && d->input.n > 0);
	return d->input.n > 0;
}

/* A member follows, or the end. */
static bool
begin_member(struct decompress *d)
{
	if (d->members > 0 && !skip_zeros(d)) {
		d->ended = true;
		return false;
	}
	if (d->members > 0 && !d->codec->reset(d->state))
		d->ended = true;
	d->between = false;
	d->large = false;
	d->found = false;
	d->members++;
	return !d->ended;
}

/* The member ends here, and what is known of it is FAULT. */
static void
end_member(struct decompress *d, const char *fault)
{
	if (fault != NULL)
		d->fault = fault;
	d->between = true;
}

/* What cannot be decoded from its first byte on is no member, if there was one
 * before. */
static void
end_damaged(struct decompress *d, const char *fault)
{
	bool nothing = d->n == 0 && !d->large;

	d->behind = nothing && d->members > 1 && !d->found;
	d->ended = d->behind || fault == cut_off;
	d->lost = d->gap = true;
	d->between = true;
	if (!d->behind && !(nothing && d->found))
		d->fault = fault;
}

static void
decode_some(struct decompress *d, size_t room)
{
	struct codec_step step = { .out = d->held + d->n, .room = room };
	enum codec_result result;
	bool              last;

	if (!refill(d))
		return;
	last = d->input.n == 0;
	step.in = d->input;
	result = d->codec->step(d->state, &step);
	d->input = step.in;
	d->n += room - step.room;
	switch (result) {
	case CODEC_GOES_ON:
		if (last && step.room == room)
			end_damaged(d, cut_off);
		break;
	case CODEC_ENDED:
		end_member(d, NULL);
		break;
	case CODEC_UNPROVED:
		end_member(d, fails);
		d->lost = true;
		break;
	case CODEC_DAMAGED:
		end_damaged(d, damaged);
		break;
	}
}

/* Goes to where the next member may begin.  Only gzip's are looked for, by the
 * first bytes of RFC 1952, 2.3: a file of WARC has one for each record. */
static bool
find_member(struct decompress *d)
{
	static const unsigned char magic[] = { 0x1F, 0x8B, 8 };
	size_t                     met = 0;

	if (d->codec != &codec_gzip)
		return false;
	while (met < sizeof(magic)) {
		unsigned char c;

		if (!refill(d) || d->input.n == 0)
			return false;
		c = (unsigned char)d->input.p[0];
		met = c == magic[met] ? met + 1 : c == magic[0];
		d->input = slice_from(d->input, 1);
	}
	return true;
}

/* The decoder is given what find_member() has read over. */
static void
begin_found(struct decompress *d)
{
	char              none[1];
	struct codec_step step = { SLICE("\x1F\x8B\x08"), none, 0 };

	d->lost = false;
	d->between = false;
	d->large = false;
	d->found = true;
	d->members++;
	if (!d->codec->reset(d->state) ||
	    d->codec->step(d->state, &step) != CODEC_GOES_ON)
		d->ended = true;
}

static void
fill_by_codec(struct decompress *d)
{
	size_t room;

	if (d->lost && find_member(d))
		begin_found(d);
	else if (d->lost)
		d->ended = true;
	else if (d->between)
		begin_member(d);
	while (!d->ended && !d->between && (room = make_room(d)) > 0)
		decode_some(d, room);
}

/* What libarchive says in words. */
static const char *
fault_of(struct archive *archive)
{
	const char  *words = archive_error_string(archive);
	struct slice text = slice_of(words != NULL ? words : "");

	if (archive_errno(archive) == ENOMEM)
		memory_out(0);
	if (slice_find(text, SLICE("checksum")) != NULL ||
	    slice_find(text, SLICE("CRC")) != NULL)
		return fails;
	return slice_find(text, SLICE("runcated")) != NULL ? cut_off : damaged;
}

static void
fill_by_archive(struct decompress *d)
{
	d->between = false;
	while (!d->ended && make_room(d) > 0) {
		la_ssize_t n = archive_read_data(d->other, d->held + d->n,
		    make_room(d));

		if (n < 0)
			d->fault = fault_of(d->other);
		if (n > 0)
			d->n += (size_t)n;
		d->ended = n <= 0;
	}
}

/* Fills what is held with the next part of the member, or with all of it. */
static void
fill(struct decompress *d)
{
	if (d->n > 0) {		/* else it is not told yet */
		d->fault = NULL;
		d->gap = false;
	}
	d->at = d->n = 0;
	if (d->other != NULL)
		fill_by_archive(d);
	else
		fill_by_codec(d);
	d->given += d->n;
	d->large = !d->between;
}

bool
decompress_is_bomb(unsigned long long out, unsigned long long in,
    unsigned long long ratio)
{
	return out > RATIO_FREE_BYTES && out / ratio > in + RATIO_BLOCK;
}

static const char *
over_limit(const struct decompress *d)
{
	if (d->given > d->limits.bytes)
		return "unpacks to more than --archive-bytes";
	if (d->limits.ratio > 0 &&
	    decompress_is_bomb(d->given, d->taken, d->limits.ratio))
		return "unpacks to more than --ratio allows";
	return NULL;
}

static bool
decompress_next(struct stream *stream, struct slice *chunk)
{
	struct decompress *d = (struct decompress *)stream;
	size_t             n, most = d->begun ? GIVEN : STREAM_CHUNK;

	d->begun = true;
	while (d->at == d->n && !d->ended && stream->reason == NULL) {
		fill(d);
		stream->reason = over_limit(d);
	}
	n = d->n - d->at < most ? d->n - d->at : most;
	*chunk = (struct slice){ d->held + d->at, n };
	d->at += n;
	stream->fault = d->fault;
	stream->gap = d->gap && d->at == d->n;
	return stream->reason == NULL;
}

static la_ssize_t
give_bytes(struct archive *archive, void *context, const void **bytes)
{
	struct decompress *d = context;
	struct slice       chunk;

	if (!d->from->next(d->from, &chunk)) {
		archive_set_error(archive, EIO, "%s", d->from->reason);
		return ARCHIVE_FATAL;
	}
	d->taken += chunk.n;
	*bytes = chunk.p;
	return (la_ssize_t)chunk.n;
}

static const char *
open_archive(struct decompress *d)
{
	struct archive       *archive = d->other = archive_read_new();
	struct archive_entry *entry = archive_entry_new2(archive);
	bool                  begins;

	if (archive == NULL || entry == NULL ||
	    archive_read_support_filter_lz4(archive) < ARCHIVE_WARN ||
	    archive_read_support_filter_lzip(archive) < ARCHIVE_WARN ||
	    archive_read_support_filter_compress(archive) < ARCHIVE_WARN ||
	    archive_read_support_format_raw(archive) < ARCHIVE_WARN ||
	    archive_read_set_callback_data(archive, d) != ARCHIVE_OK)
		memory_out(0);	/* nothing else can be wanting */
	archive_read_set_read_callback(archive, give_bytes);
	begins = archive_read_open1(archive) == ARCHIVE_OK &&
	    archive_read_next_header2(archive, entry) == ARCHIVE_OK;
	archive_entry_free(entry);
	return begins ? NULL : fault_of(archive);
}

const char *
decompress_open(struct decompress *d, struct stream *from, struct slice head,
    const struct decompress_limits *limits)
{
	*d = (struct decompress){ .stream = { .next = decompress_next },
		.from = from, .limits = *limits, .between = true };
	for (size_t i = 0; i < sizeof(codecs) / sizeof(codecs[0]); i++)
		if (slice_starts(head, codecs[i]->magic))
			d->codec = codecs[i];
	if (d->codec == NULL)
		return open_archive(d);
	d->state = d->codec->open();
	return d->state != NULL ? NULL : "there is no memory to decompress it";
}

void
decompress_close(struct decompress *d)
{
	if (d->state != NULL)
		d->codec->close(d->state);
	if (d->other != NULL)
		archive_read_free(d->other);
	free(d->held);
}
