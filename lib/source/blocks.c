#include "blocks.h"

#include <nettle/sha2.h>

#include "base/digits.h"
#include "charset/charset.h"
#include "format/format.h"

/* So much of a member is looked at to find out its character set. */
enum { LOOK_BYTES = 4 * 1024 * 1024 };

/* Properties that a document says of itself; more is no title. */
enum { PROPERTIES_BYTES = 256 * 1024 };

static const char too_much_text[] = "has more text than --text-bytes";

/* Room for the fields that are numbers and codes. */
enum { FIELDS_BYTES = 192 };

/* The document being read.  Its records are kept until it is known to be
 * whole: one that is given up leaves none behind, and what is known only at
 * the end stands in front. */
struct block_sink {
	struct sink          sink;
	const struct member *member;
	enum charset         charset;
	bool                 plain;	/* nothing to escape in its name */
	struct sha256_ctx    sha256;
	unsigned long long   bytes;
	struct writer        blocks, properties;
};

/* The name of the document, which seldom has anything to escape. */
static void
put_name(const struct block_sink *r, struct writer *out)
{
	if (r->plain)
		writer_raw(out, r->member->name);
	else
		writer_field(out, r->member->name);
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
meta(const struct block_sink *r, struct writer *out, const char *property,
    struct slice value)
{
	put_name(r, out);
	writer_raw(out, SLICE("\tmeta"));
	writer_string(out, property);
	writer_raw(out, SLICE("0\t0\t0\t"));
	writer_field(out, value);
	writer_end(out);
}

static void
meta_known(const struct block_sink *r, struct writer *out, const char *property,
    struct slice value)
{
	if (value.n > 0)
		meta(r, out, property, value);
}

static void
meta_number(const struct block_sink *r, struct writer *out, const char *property,
    unsigned long long n)
{
	char  digits[DIGITS_BYTES], *end = digits + sizeof(digits);
	char *p = digits_before(end, n);

	meta(r, out, property, (struct slice){ p, (size_t)(end - p) });
}

static void
meta_sha256(struct block_sink *r, struct writer *out)
{
	static const char hex[] = "0123456789abcdef";
	uint8_t           bytes[SHA256_DIGEST_SIZE];
	char              text[2 * SHA256_DIGEST_SIZE];

	sha256_digest(&r->sha256, sizeof(bytes), bytes);
	for (size_t i = 0; i < sizeof(bytes); i++) {
		text[2 * i] = hex[bytes[i] >> 4];
		text[2 * i + 1] = hex[bytes[i] & 15];
	}
	meta(r, out, "sha256", (struct slice){ text, sizeof(text) });
}

static void
meta_mtime(const struct block_sink *r, struct writer *out)
{
	struct tm when;
	char      text[64];
	size_t    n = 0;

	if (r->member->dated && gmtime_r(&r->member->mtime, &when) != NULL)
		n = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &when);
	meta_known(r, out, "mtime", (struct slice){ text, n });
}

static void
sink_meta(struct sink *sink, const char *property, struct slice value)
{
	struct block_sink *r = (struct block_sink *)sink;

	meta(r, &r->properties, property, value);
}

static char *
put_text(char *to, struct slice text)
{
	memcpy(to, text.p, text.n);
	return to + text.n;
}

static char *
put_number(char *to, unsigned long n)
{
	char  digits[DIGITS_BYTES], *end = digits + sizeof(digits), *p;

	if (n < 10) {
		*to = (char)('0' + n);
		return to + 1;
	}
	p = digits_before(end, n);
	return put_text(to, (struct slice){ p, (size_t)(end - p) });
}

/* Where BLOCK stands, of a document that has lines or pages. */
static char *
put_lines(char *to, const struct block *block)
{
	if (block->page > 0)
		to = put_number(put_text(to, SLICE("P")), block->page);
	if (block->line > 0)
		to = put_number(put_text(to, SLICE("L")), block->line);
	return to;
}

/* The fields between the document's name, or an address, and the text, in one
 * piece: this is what most of the time goes into. */
static size_t
put_place(char fields[FIELDS_BYTES], const struct block *block)
{
	static const struct slice kinds[] = {
		[BLOCK_IS_HEAD] = { "head\t", 5 },
		[BLOCK_IS_TEXT] = { "text\t", 5 },
		[BLOCK_IS_CELL] = { "cell\t", 5 },
	};
	char                     *to = fields;

	if (block->address.n == 0)
		to = put_text(put_lines(to, block), SLICE("\t"));
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
	struct block_sink *r = (struct block_sink *)sink;
	char               fields[FIELDS_BYTES];
	struct slice       piece[4];
	unsigned           escaped = r->plain ? 0 : 1;
	int                n = 0;

	if (r->blocks.error != 0)
		return;
	piece[n++] = r->member->name;
	if (block->address.n > 0) {
		escaped |= 1u << n;
		piece[n++] = block->address;
	}
	piece[n++] = (struct slice){ fields, put_place(fields, block) };
	escaped |= 1u << n;
	piece[n++] = block->text;
	writer_fields(&r->blocks, piece, n, escaped);
	writer_end(&r->blocks);
}

/* The bytes of a member on their way: counted, digested, decoded, fed. */
struct feeding {
	struct block_sink   *reading;
	const struct limits *limits;
	const struct format *format;
	struct decoder      *decoder;
	struct decoding      decoding;
};

static const char *
feed_utf8(void *context, struct slice utf8)
{
	struct feeding *feeding = context;

	return decoder_feed(feeding->decoder, utf8);
}

static const char *
feed(struct feeding *feeding, struct slice chunk)
{
	struct block_sink *r = feeding->reading;
	const char        *reason;

	r->bytes += chunk.n;
	if (r->bytes > feeding->limits->member_bytes)
		return "is larger than --member-bytes";
	sha256_update(&r->sha256, chunk.n, (const uint8_t *)chunk.p);
	reason = feeding->format->binary ?
	    decoder_feed(feeding->decoder, chunk) :
	    decoding_feed(&feeding->decoding, chunk);
	return reason == NULL && r->blocks.error != 0 ? too_much_text : reason;
}

static const char *
feed_all(struct feeding *feeding)
{
	struct lookahead *bytes = feeding->reading->member->bytes;
	const char       *reason = NULL;
	struct slice      chunk;

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

/* Writes a document that was read.  LATE: why it may not be all there. */
static void
write_document(struct block_sink *r, struct writer *out,
    unsigned long long replaced, const char *late)
{
	const struct member *member = r->member;
	const char          *mark = member_mark(member);

	meta(r, out, "type", slice_of(member->media->type));
	if (!member->media->format->binary)
		meta(r, out, "charset", slice_of(charset_name(r->charset)));
	meta_number(r, out, "bytes", r->bytes);
	meta_sha256(r, out);
	meta_mtime(r, out);
	meta_known(r, out, "url", member->url);
	meta_known(r, out, "title", member->title);
	meta_known(r, out, "date", member->date);
	if (replaced > 0)
		meta_number(r, out, "replaced", replaced);
	writer_move(&r->properties, out);
	if (late != NULL)
		meta(r, out, "error", slice_of(late));
	if (mark != NULL)
		meta(r, out, "error", slice_of(mark));
	writer_move(&r->blocks, out);
	writer_commit(out);
}

/* The character set of MEMBER.  A binary format has its own, or none: half of the time
 * that a DOC takes went into looking for one. */
static enum charset
charset_of(const struct member *member)
{
	struct slice head = lookahead_bytes(member->bytes);
	enum charset claim = charset_named(member->charset);

	if (member->media->format->binary)
		return CHARSET_UNKNOWN;
	if (claim == CHARSET_UNKNOWN)
		claim = charset_claimed(head);
	return charset_detect(head, member->bytes->ended, claim);
}

/* Reads R's member.  Returns why it was given up, or NULL. */
static const char *
read_document(struct block_sink *r, const struct limits *limits,
    unsigned long long *replaced, const char **late)
{
	struct feeding feeding = {
		.reading = r, .limits = limits,
		.format = r->member->media->format,
	};
	const char    *reason;

	r->charset = charset_of(r->member);
	sha256_init(&r->sha256);
	feeding.decoder = decoder_open(feeding.format, &r->sink);
	decoding_start(&feeding.decoding, r->charset, feed_utf8, &feeding);
	reason = feed_all(&feeding);
	*late = decoder_close(feeding.decoder);
	*replaced = feeding.decoding.replaced;
	if (reason == NULL && r->blocks.error != 0)
		reason = too_much_text;
	/* Not all of it, and that is nothing. */
	if (reason == NULL && r->blocks.used + r->properties.used == 0)
		reason = *late;
	/* A page of pictures: nobody can say what it is. */
	if (*late == NULL && r->blocks.used == 0)
		*late = "no text in it";
	return reason;
}

const char *
blocks_write(void *context, const struct member *member)
{
	struct block_output *to = context;
	struct block_sink    r = {
		.sink = { sink_block, sink_meta, {
			.bytes = to->limits->member_bytes,
			.cells = (unsigned)to->limits->cells,
			.depth = (unsigned)to->limits->tables,
		} },
		.member = member, .plain = is_plain(member->name),
	};
	unsigned long long   replaced;
	const char          *reason;

	to->late = NULL;
	if (!lookahead_fill(member->bytes, LOOK_BYTES))
		return member->bytes->stream.reason;
	writer_open_memory(&r.blocks, to->limits->text_bytes);
	writer_open_memory(&r.properties, PROPERTIES_BYTES);
	reason = read_document(&r, to->limits, &replaced, &to->late);
	if (reason == NULL)
		write_document(&r, to->out, replaced, to->late);
	writer_free(&r.blocks);
	writer_free(&r.properties);
	return reason;
}

void
blocks_mark(struct writer *out, struct slice name, const char *reason)
{
	writer_field(out, name);
	writer_string(out, "");
	writer_string(out, "meta");
	writer_string(out, "error");
	writer_raw(out, SLICE("0\t0\t0\t"));
	writer_string(out, reason);
	writer_end(out);
}
