/* WARC files (ISO 28500, versions 1.0 and 1.1), by a reader of our own:
 * libarchive's drops wget's records, whose URIs stand in <>, rejects 1.1 and
 * keeps the HTTP head. */
#define _DEFAULT_SOURCE	/* timegm */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"

#include "cursor.h"
#include "decompress.h"
#include "http.h"
#include "archive.h"
#include "base/diagnostics.h"

enum { FIELDS_MAX = 1000 };

#define RECORD_BYTES_MAX (1ull << 60)

struct record_head {
	char               kind[32];	/* WARC-Type */
	char               uri[CURSOR_LINE_MAX];
	char               type[HTTP_VALUE_MAX], charset[HTTP_VALUE_MAX];
	char               block[DIGEST_TEXT_MAX], payload[DIGEST_TEXT_MAX];
					/* digests, or "" */
	bool               dated, sized;
	bool               truncated, segment;
	time_t             date;
	unsigned long long bytes;
};

/* A record that is being read. */
struct warc_record {
	struct stream        stream;	/* what a document is read from */
	struct stream        block;	/* all its bytes, */
	struct bounded       bounded;	/* by the length that is stated */
	struct stated_digest digest;	/* the same, digested */
	struct stream       *body;	/* what STREAM gives */
	struct http         *http;	/* of which it is the body, or NULL */
	struct lookahead    *from;
	struct source       *source;
	bool                 quotes;	/* is of a WARC file itself */
	bool                 swallows;	/* the next one begins in it */
	bool                 large;	/* its bytes share a checksum with others */
	bool                 failed;	/* that it cannot be read was told */
	const char          *lack;	/* that the head tells */
};

/* "2024-01-31T08:00:00Z", perhaps with a fraction of the second. */
static bool
read_date(struct slice value, time_t *date)
{
	struct tm when = { .tm_isdst = 0 };
	char      text[20];

	if (value.n < 19)
		return false;
	memcpy(text, value.p, 19);
	text[19] = '\0';
	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &when.tm_year,
	    &when.tm_mon, &when.tm_mday, &when.tm_hour, &when.tm_min,
	    &when.tm_sec) != 6)
		return false;
	when.tm_year -= 1900;
	when.tm_mon--;
	*date = timegm(&when);
	return *date != (time_t)-1;
}

static void
set(char *to, size_t room, struct slice value)
{
	if (value.n > 1 && value.p[0] == '<' && value.p[value.n - 1] == '>')
		value = (struct slice){ value.p + 1, value.n - 2 };
	snprintf(to, room, "%.*s", (int)value.n, value.p);
}

static void
read_field(struct record_head *head, struct slice line)
{
	struct slice value;

	if (http_field(line, "WARC-Type", &value))
		set(head->kind, sizeof(head->kind), value);
	else if (http_field(line, "WARC-Target-URI", &value))
		set(head->uri, sizeof(head->uri), value);
	else if (http_field(line, "Content-Type", &value))
		http_content_type(value, head->type, head->charset);
	else if (http_field(line, "WARC-Date", &value))
		head->dated = read_date(value, &head->date);
	else if (http_field(line, "WARC-Block-Digest", &value))
		set(head->block, sizeof(head->block), value);
	else if (http_field(line, "WARC-Payload-Digest", &value))
		set(head->payload, sizeof(head->payload), value);
	else if (http_field(line, "WARC-Truncated", &value))
		head->truncated = true;
	else if (http_field(line, "WARC-Segment-Number", &value))
		head->segment = true;
	else if (http_field(line, "Content-Length", &value))
		head->sized = digits_read(value, RECORD_BYTES_MAX,
		    &head->bytes);
}

/* Finds the next record and reads its head.  *LOST: something else stood in
 * its place.  Returns false at the end. */
static bool
read_head(struct cursor *cursor, struct record_head *head, bool *lost)
{
	char         text[CURSOR_LINE_MAX];
	struct slice line;

	*lost = false;
	*head = (struct record_head){ .kind = "" };
	for (;;) {
		if (!cursor_line(cursor, text, &line))
			return false;
		if (slice_starts(line, SLICE("WARC/1.")))
			break;
		*lost |= line.n > 0;
	}
	for (int i = 0; cursor_line(cursor, text, &line) && line.n > 0; i++) {
		if (i == FIELDS_MAX) {
			*lost = true;
			break;
		}
		read_field(head, line);
		if (slice_starts(line, SLICE("WARC/1."))) {
			*head = (struct record_head){ .kind = "" };
			*lost = true;	/* the one that began before */
		}
	}
	return true;
}

/* Where in CHUNK the head of a record begins, of which MORE bytes follow in memory;
 * chunk.n: nowhere. */
static size_t
find_head(struct slice chunk, size_t more)
{
	struct slice rest = chunk, whole = { chunk.p, chunk.n + more };
	const char  *at;

	while ((at = slice_find(rest, SLICE("\nWARC/1."))) != NULL) {
		size_t       begin = (size_t)(at - chunk.p) + 1;
		struct slice line = slice_from(whole, begin + 7);

		if (line.n > 0)		/* the minor version */
			line = slice_from(line, 1);
		if (line.n > 0 && line.p[0] == '\r')
			line = slice_from(line, 1);
		if (slice_starts(line, SLICE("\nWARC-")))
			return begin;
		rest = slice_from(chunk, begin);
	}
	return chunk.n;
}

/* Leaves what is from AT in CHUNK on to be read as records. */
static void
give_back(struct warc_record *r, struct slice *chunk, size_t at)
{
	struct cursor *cursor = r->bounded.from;

	cursor->left = (struct slice){ chunk->p + at,
		chunk->n - at + cursor->left.n };
	r->bounded.left = 0;
	r->swallows = true;
	while (at > 0 && strchr("\r\n", chunk->p[at - 1]) != NULL)
		at--;
	chunk->n = at;
}

/* The bytes of the record.  Where its length is too large, records behind it would
 * go under in it: one that begins there ends it, unless the record is a WARC file
 * itself. */
static bool
block_next(struct stream *stream, struct slice *chunk)
{
	struct warc_record *r = (struct warc_record *)((char *)stream -
	    offsetof(struct warc_record, block));
	bool                first = r->digest.bytes == 0;
	size_t              at;

	if (!r->bounded.stream.next(&r->bounded.stream, chunk)) {
		stream->reason = r->bounded.stream.reason;
		return false;
	}
	if (r->from->stream.fault != NULL)
		source_doubt(r->source, r->from->stream.fault, r->large);
	r->quotes |= first && slice_starts(*chunk, SLICE("WARC/1."));
	at = r->quotes ? chunk->n : find_head(*chunk, r->bounded.from->left.n);
	if (at < chunk->n)
		give_back(r, chunk, at);
	return true;
}

/* Reads what is left of the record.  Returns why it cannot be trusted, or NULL. */
static const char *
prove(struct warc_record *r)
{
	struct slice chunk = { NULL, 1 };
	const char  *reason = r->http != NULL && !r->swallows ?
	    http_prove(r->http) : NULL;

	while (reason == NULL && chunk.n > 0)
		if (!r->digest.stream.next(&r->digest.stream, &chunk))
			reason = r->digest.stream.reason;
	if (reason == NULL && !r->swallows &&
	    !stated_digest_holds(&r->digest))
		reason = "fails its digest";
	return reason;
}

static const char *
lack_of(const struct warc_record *r)
{
	if (r->swallows)
		return "is longer by its Content-Length than it is";
	if (r->lack != NULL)
		return r->lack;
	return r->http != NULL ? http_lack(r->http) : NULL;
}

static bool
record_next(struct stream *stream, struct slice *chunk)
{
	struct warc_record *r = (struct warc_record *)stream;

	if (!r->body->next(r->body, chunk))
		stream->reason = r->body->reason;
	else if (chunk->n == 0)
		stream->reason = prove(r);
	stream->lack = lack_of(r);
	r->failed = stream->reason != NULL;
	return !r->failed;
}

/* A record that is none of a document; damage can make one look so. */
static void
skip_record(struct source *source, struct warc_record *r, const char *reason)
{
	const char *fault = prove(r);

	r->failed = fault != NULL;
	if (fault != NULL)
		source_reject(source, fault);
	else
		source_skip(source, reason);
}

static void
take_response(struct source *source, struct warc_record *r,
    const struct record_head *head, struct member *known)
{
	struct http http;
	char        reason[64];

	/* What holds for the whole block holds for its payload. */
	http_open(&http, &r->digest.stream, r->digest.hash != NULL ?
	    SLICE("") : slice_of(head->payload));
	r->http = &http;
	r->body = http.body;
	if (http.reason != NULL)
		source_reject(source, http.reason);
	else if (http.status != 200 && http.status != 203) {
		snprintf(reason, sizeof(reason), "has HTTP status %u",
		    http.status);
		skip_record(source, r, reason);
	} else {
		known->type = slice_of(http.type);
		known->charset = slice_of(http.charset);
		source_take(source, &r->stream, known);
	}
	r->http = NULL;
	http_close(&http);
}

/* ISO 28500, 6.2 to 6.9: what is none of these may have been another one. */
static bool
is_kind(const char *kind)
{
	static const char *const kinds[] = { "warcinfo", "response", "resource",
		"request", "metadata", "revisit", "conversion",
		"continuation" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i], kind) == 0)
			return true;
	return false;
}

static void
take_record(struct source *source, struct warc_record *r,
    const struct record_head *head, struct slice url)
{
	struct member known = {
		.dated = head->dated, .mtime = head->date, .url = url,
		.type = slice_of(head->type),
		.charset = slice_of(head->charset),
	};
	char          reason[64];

	if (strcmp(head->kind, "response") == 0 &&
	    (strncmp(head->type, "application/http", 16) == 0 ||
	    slice_starts(cursor_peek(r->bounded.from), SLICE("HTTP/"))))
		take_response(source, r, head, &known);
	else if ((strcmp(head->kind, "resource") == 0 ||
	    strcmp(head->kind, "response") == 0) &&
	    strncmp(head->uri, "metadata:", 9) != 0)
		source_take(source, &r->stream, &known);
	else if (!is_kind(head->kind))
		source_reject(source, "is a record of an unknown type");
	else {
		snprintf(reason, sizeof(reason), "is a record of type %s",
		    head->kind);
		skip_record(source, r, reason);
	}
}

/* The URI as the name has it, which is UTF-8 whatever the file holds. */
static struct slice
uri_in(const struct buffer *name, size_t before, const struct record_head *head)
{
	return head->uri[0] == '\0' ? SLICE("") :
	    slice_from(buffer_slice(name), before + 1);
}

static void
record_open(struct warc_record *r, struct source *source, struct lookahead *from,
    struct cursor *cursor, const struct record_head *head)
{
	size_t n = strlen(head->uri);

	*r = (struct warc_record){
		.stream = { .next = record_next, .checked = true },
		.block = { .next = block_next },
		.body = &r->digest.stream, .from = from, .source = source,
		.quotes = strcmp(head->type, "application/warc") == 0 ||
		    (n > 5 && strcmp(head->uri + n - 5, ".warc") == 0),
		.lack = head->truncated ? "was truncated by its crawler" :
		    head->segment ? "is only a segment of its record" : NULL,
	};
	bounded_open(&r->bounded, cursor, head->bytes);
	stated_digest_open(&r->digest, &r->block, slice_of(head->block));
}

/* Goes on behind the record.  Returns false where there is nothing more. */
static bool
record_close(struct warc_record *r)
{
	struct slice chunk = { NULL, 1 };
	bool         good = true;

	while (good && chunk.n > 0)
		good = r->block.next(&r->block, &chunk);
	if (!good && !r->failed)
		source_reject(r->source, r->block.reason);
	/* A document said it of itself. */
	if (r->swallows && r->stream.lack == NULL)
		source_warn(r->source, lack_of(r));
	stated_digest_close(&r->digest);
	return good;
}

/* Returns false where nothing can follow. */
static bool
read_record(struct source *source, const struct member *container,
    struct cursor *cursor, const struct record_head *head)
{
	struct warc_record r;
	size_t             before = source_name_add(&source->name, '!',
	    slice_of(head->uri[0] != '\0' ? head->uri : head->kind));
	bool               good;

	record_open(&r, source, container->bytes, cursor, head);
	r.large = container->compressed != NULL && container->compressed->large;
	source_trust(source);
	if (container->bytes->stream.fault != NULL)
		source_doubt(source, container->bytes->stream.fault, r.large);
	if (head->sized)
		take_record(source, &r, head, uri_in(&source->name, before,
		    head));
	else
		source_reject(source, "is a record of unknown length");
	good = record_close(&r);
	source->name.n = before;
	return good;
}

void
warc_each(struct source *source, const struct member *container)
{
	struct cursor      cursor;
	struct record_head head;
	bool               lost, good = true;

	cursor_open(&cursor, &container->bytes->stream);
	while (good && read_head(&cursor, &head, &lost)) {
		if (lost)
			source_reject(source, "has damage between its records");
		if (!source_goes_on(source))
			return;
		good = read_record(source, container, &cursor, &head);
	}
	if (cursor.stream.reason != NULL)
		source_reject(source, cursor.stream.reason);
	else if (good && lost)
		source_reject(source, "has damage behind its last record");
}
