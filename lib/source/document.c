#include "document.h"

#include <nettle/sha2.h>
#include <stdio.h>

#include "../cli/warn.h"
#include "../format/charset.h"

/* A member this large is held whole before its first record is written, so
 * that a broken one leaves no half document behind and the meta records can
 * stand in front; a larger one is streamed. */
enum { HOLD_BYTES = 4 * 1024 * 1024 };

/* Room for the fields that are numbers and codes. */
enum { FIELDS_BYTES = 192 };

/* The document being written. */
struct writing {
	struct sink          sink;
	struct writer       *out;
	const struct member *member;
	enum charset         charset;
	bool                 plain;	/* nothing to escape in its name */
	bool                 begun;	/* its first records are written */
	bool                 digested;	/* their values were known by then */
	struct sha256_ctx    sha256;
	unsigned long long   bytes;
};

/* The name of the document, which seldom has anything to escape. */
static void
put_name(struct writing *w)
{
	if (w->plain)
		writer_raw(w->out, w->member->name);
	else
		writer_field(w->out, w->member->name);
}

static bool
is_plain(struct slice name)
{
	for (size_t i = 0; i < name.n; i++)
		if (strchr("\t\n\r\\", name.p[i]) != NULL)
			return false;
	return true;
}

static void
meta(struct writing *w, const char *property, struct slice value)
{
	put_name(w);
	writer_raw(w->out, SLICE(""));
	writer_raw(w->out, SLICE("meta"));
	writer_string(w->out, property);
	writer_number(w->out, 0);
	writer_number(w->out, 0);
	writer_number(w->out, 0);
	writer_raw(w->out, SLICE(""));
	writer_field(w->out, value);
	writer_end(w->out);
}

static void
meta_number(struct writing *w, const char *property, unsigned long long n)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%llu", n);
	meta(w, property, slice_of(digits));
}

static void
digest(struct writing *w)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t           bytes[SHA256_DIGEST_SIZE];
	char              text[2 * SHA256_DIGEST_SIZE];

	sha256_digest(&w->sha256, sizeof(bytes), bytes);
	for (size_t i = 0; i < sizeof(bytes); i++) {
		text[2 * i] = hex[bytes[i] >> 4];
		text[2 * i + 1] = hex[bytes[i] & 15];
	}
	meta_number(w, "bytes", w->bytes);
	meta(w, "sha256", (struct slice){ text, sizeof(text) });
}

static void
meta_mtime(struct writing *w)
{
	struct tm when;
	char      text[64];
	size_t    n = 0;

	if (w->member->dated && gmtime_r(&w->member->mtime, &when) != NULL)
		n = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &when);
	if (n > 0)
		meta(w, "mtime", (struct slice){ text, n });
}

static void
meta_known(struct writing *w, const char *property, struct slice value)
{
	if (value.n > 0)
		meta(w, property, value);
}

static void
begin(struct writing *w)
{
	const struct member *member = w->member;

	if (w->begun)
		return;
	w->begun = true;
	meta(w, "type", slice_of(member->media->type));
	if (!member->media->format->binary)
		meta(w, "charset", slice_of(charset_name(w->charset)));
	w->digested = member->bytes->ended;
	if (w->digested)
		digest(w);
	meta_mtime(w);
	meta_known(w, "url", member->url);
	meta_known(w, "title", member->title);
	meta_known(w, "date", member->date);
}

static void
sink_meta(struct sink *sink, const char *property, struct slice value)
{
	struct writing *w = (struct writing *)sink;

	begin(w);
	meta(w, property, value);
}

/* Puts the digits of N at TO; returns the place behind them. */
static char *
put_number(char *to, unsigned long n)
{
	char  digits[20];
	char *p = digits + sizeof(digits);

	do
		*--p = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	memcpy(to, p, (size_t)(digits + sizeof(digits) - p));
	return to + (digits + sizeof(digits) - p);
}

static char *
put_text(char *to, struct slice text)
{
	memcpy(to, text.p, text.n);
	return to + text.n;
}

/* The fields between the document's name and the text, in one piece: this is
 * what most of the time goes into. */
static size_t
put_place(char fields[FIELDS_BYTES], const struct block *block)
{
	static const struct slice kinds[] = {
		[BLOCK_IS_HEAD] = { "\thead\t", 6 },
		[BLOCK_IS_TEXT] = { "\ttext\t", 6 },
		[BLOCK_IS_CELL] = { "\tcell\t", 6 },
	};
	char *to = fields;

	if (block->page > 0)
		to = put_number(put_text(to, SLICE("P")), block->page);
	if (block->line > 0)
		to = put_number(put_text(to, SLICE("L")), block->line);
	to = put_text(to, kinds[block->kind]);
	if (block->furniture)
		to = put_text(to, SLICE("furniture"));
	to = put_number(put_text(to, SLICE("\t")), block->table);
	to = put_number(put_text(to, SLICE("\t")), block->row);
	to = put_number(put_text(to, SLICE("\t")), block->col);
	to = put_text(to, SLICE("\t"));
	if (block->kind == BLOCK_IS_CELL) {
		to = put_number(to, block->rows);
		to = put_number(put_text(to, SLICE("x")), block->cols);
	}
	return (size_t)(to - fields);
}

static void
sink_block(struct sink *sink, const struct block *block)
{
	struct writing *w = (struct writing *)sink;
	char            fields[FIELDS_BYTES];
	size_t          n = put_place(fields, block);

	begin(w);
	put_name(w);
	writer_raw(w->out, (struct slice){ fields, n });
	writer_field(w->out, block->text);
	writer_end(w->out);
}

/* The bytes of a member on their way: counted, digested, decoded, fed. */
struct feeding {
	struct writing      *writing;
	const struct limits *limits;
	const struct format *format;
	struct decoder      *decoder;
	struct decoding      decoding;
};

static const char *
feed_utf8(void *context, struct slice utf8)
{
	struct feeding *feeding = context;

	return feeding->format->feed(feeding->decoder, utf8);
}

static const char *
feed(struct feeding *feeding, struct slice chunk)
{
	struct writing *w = feeding->writing;

	w->bytes += chunk.n;
	if (w->bytes > feeding->limits->member_bytes)
		return "is larger than --member-bytes";
	sha256_update(&w->sha256, chunk.n, (const uint8_t *)chunk.p);
	if (feeding->format->binary)
		return feeding->format->feed(feeding->decoder, chunk);
	return decoding_feed(&feeding->decoding, chunk);
}

static const char *
feed_all(struct feeding *feeding)
{
	struct ahead *bytes = feeding->writing->member->bytes;
	const char   *reason = NULL;
	struct slice  chunk;

	while (reason == NULL) {
		if (!bytes->stream.next(&bytes->stream, &chunk))
			return bytes->stream.reason;
		if (chunk.n == 0)
			break;
		reason = feed(feeding, chunk);
	}
	if (reason == NULL && !feeding->format->binary)
		reason = decoding_end(&feeding->decoding);
	return reason;
}

/* What is known only now.  FAILED: why the document was given up, LATE: why it
 * may not be all there.  One of which records are written already says so in
 * a record. */
static const char *
end(struct writing *w, unsigned long long replaced, const char *failed,
    const char *late)
{
	const char *reason = failed != NULL ? failed : late;
	char        place[1024];

	if (reason != NULL && !w->begun)
		return reason;	/* nothing came out of it */
	begin(w);
	if (!w->digested && failed == NULL)
		digest(w);
	if (replaced > 0)
		meta_number(w, "replaced", replaced);
	if (reason != NULL)
		meta(w, "error", slice_of(reason));
	if (failed == NULL && late != NULL) {
		snprintf(place, sizeof(place), "%.*s",
		    (int)w->member->name.n, w->member->name.p);
		warn_at(place, "%s", late);
	}
	return failed;
}

static enum charset
charset_of(const struct member *member)
{
	struct slice head = ahead_held(member->bytes);
	enum charset claim = charset_named(member->charset);

	if (claim == CHARSET_UNKNOWN)
		claim = charset_claimed(head);
	return charset_detect(head, member->bytes->ended, claim);
}

const char *
document_write(void *context, const struct member *member)
{
	const struct document_writer *to = context;
	struct decode_limits          limits = {
		.bytes = to->limits->member_bytes,
		.cells = (unsigned)to->limits->cells,
		.depth = (unsigned)to->limits->tables,
	};
	struct writing                w = {
		.sink = { sink_block, sink_meta },
		.out = to->out, .member = member,
		.plain = is_plain(member->name),
	};
	struct feeding                feeding = {
		.writing = &w, .limits = to->limits,
		.format = member->media->format,
	};
	const char                   *failed, *late;

	if (!ahead_hold(member->bytes, HOLD_BYTES))
		return member->bytes->stream.reason;
	w.charset = charset_of(member);
	sha256_init(&w.sha256);
	feeding.decoder = feeding.format->open(&w.sink, &limits);
	decoding_start(&feeding.decoding, w.charset, feed_utf8, &feeding);
	failed = feed_all(&feeding);
	late = feeding.format->close(feeding.decoder);
	return end(&w, feeding.decoding.replaced, failed, late);
}
