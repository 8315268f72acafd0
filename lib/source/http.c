#include "http.h"

#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/digits.h"
#include "base/memory.h"
#include "charset/charset.h"

enum { FIELDS_MAX = 1000 };

#define LENGTH_MAX (1ull << 60)

bool
http_field(struct slice line, const char *name, struct slice *value)
{
	size_t n = strlen(name);

	if (line.n <= n || line.p[n] != ':' ||
	    strncasecmp(line.p, name, n) != 0)
		return false;
	*value = slice_trim(slice_from(line, n + 1));
	return true;
}

static void
set(char to[HTTP_VALUE_MAX], struct slice value)
{
	if (value.n > HTTP_VALUE_MAX - 1)
		value.n = HTTP_VALUE_MAX - 1;
	memcpy(to, value.p, value.n);
	to[value.n] = '\0';
}

static bool
contains(struct slice value, const char *word)
{
	size_t n = strlen(word);

	for (; value.n >= n; value = slice_from(value, 1))
		if (strncasecmp(value.p, word, n) == 0)
			return true;
	return false;
}

void
http_content_type(struct slice value, char type[HTTP_VALUE_MAX],
    char charset[HTTP_VALUE_MAX])
{
	const char  *end = memchr(value.p, ';', value.n);
	struct slice rest;

	type[0] = charset[0] = '\0';
	if (value.n == 0)
		return;
	rest = slice_from(value, end == NULL ? value.n :
	    (size_t)(end - value.p));
	set(type, slice_trim((struct slice){ value.p, value.n - rest.n }));
	for (; rest.n > 8; rest = slice_from(rest, 1))
		if (strncasecmp(rest.p, "charset=", 8) == 0) {
			rest = slice_from(rest, 8);
			if (rest.n > 0 && strchr("\"'", rest.p[0]) != NULL)
				rest = slice_from(rest, 1);
			for (size_t i = 0; i < rest.n; i++)
				if (strchr("\"'; ,", rest.p[i]) != NULL)
					rest.n = i;
			set(charset, rest);
			return;
		}
}

/* The size line of a chunk.  False: it is none. */
static bool
chunk_size(struct slice line, unsigned long long *size)
{
	size_t n = 0;

	*size = 0;
	for (; n < line.n && n < 12; n++) {
		int digit = hex_digit(line.p[n]);

		if (digit < 0)
			break;
		*size = *size * 16 + (unsigned long long)digit;
	}
	return n > 0 && (n == line.n || strchr("; \t", line.p[n]) != NULL);
}

/* Some crawlers keep the field and store the body without chunks: what does
 * not begin with a size is taken as it is. */
static bool
begins_with_size(struct cursor *from)
{
	struct slice       line, chunk;
	const char        *end;
	unsigned long long size;

	if (!from->stream.next(&from->stream, &chunk) || chunk.n == 0)
		return false;
	from->left = chunk;	/* only looked at */
	end = memchr(chunk.p, '\n', chunk.n);
	line = (struct slice){ chunk.p, end == NULL ? chunk.n :
	    (size_t)(end - chunk.p) };
	return chunk_size(slice_trim(line), &size);
}

static bool
dechunk_next(struct stream *stream, struct slice *chunk)
{
	struct dechunk *d = (struct dechunk *)stream;
	struct bounded  part;
	char            text[CURSOR_LINE_MAX];
	struct slice    line;
	bool            good;

	*chunk = (struct slice){ NULL, 0 };
	if (!d->begun) {
		d->begun = true;
		d->plain = !begins_with_size(d->from);
	}
	if (d->plain) {
		good = d->from->stream.next(&d->from->stream, chunk);
		stream->reason = d->from->stream.reason;
		return good;
	}
	while (d->left == 0) {
		if (!cursor_line(d->from, text, &line)) {
			d->unended = true;
			stream->reason = d->from->stream.reason;
			return stream->reason == NULL;
		}
		if (line.n == 0)
			continue;	/* behind a chunk's bytes */
		if (!chunk_size(line, &d->left)) {
			stream->reason = "a chunk of its body has no size";
			return false;
		}
		if (d->left == 0)
			return true;	/* the last; trailers follow */
	}
	bounded_open(&part, d->from, d->left);
	good = part.stream.next(&part.stream, chunk);
	d->left = part.left;
	if (!good && d->from->stream.reason == NULL)
		return d->unended = good = true;	/* within a chunk */
	stream->reason = part.stream.reason;
	return good;
}

/* Codings laid over each other are not met; sets of characters are, from sites that
 * take the one field for another, and browsers pass over them. */
static void
read_coding(struct http *http, struct slice value, char coding[HTTP_VALUE_MAX])
{
	if (value.n == 0 || slice_is_nocase(value, SLICE("identity")) ||
	    slice_is_nocase(value, SLICE("none")) ||
	    charset_named(value) != CHARSET_UNKNOWN)
		return;
	if (coding_is_known(value))
		set(coding, value);
	else
		http->reason = "has an unknown content coding";
}

static void
read_fields(struct http *http, char coding[HTTP_VALUE_MAX])
{
	char         text[CURSOR_LINE_MAX];
	struct slice line, value;

	for (int i = 0; cursor_line(&http->cursor, text, &line) && line.n > 0;
	    i++) {
		if (i == FIELDS_MAX) {
			http->reason = "has more fields than are read";
			return;
		}
		if (http_field(line, "Content-Type", &value))
			http_content_type(value, http->type, http->charset);
		else if (http_field(line, "Transfer-Encoding", &value))
			http->chunked = contains(value, "chunked");
		else if (http_field(line, "Content-Length", &value))
			http->sized = digits_read(value, LENGTH_MAX,
			    &http->length);
		else if (http_field(line, "Content-Encoding", &value))
			read_coding(http, value, coding);
	}
}

/* The status line.  False: it is none. */
static bool
read_status(struct http *http)
{
	char               text[CURSOR_LINE_MAX];
	struct slice       line;
	const char        *space;
	unsigned long long status;

	if (!cursor_line(&http->cursor, text, &line) ||
	    !slice_starts(line, SLICE("HTTP/")))
		return false;
	space = memchr(line.p, ' ', line.n);
	if (space == NULL)
		return false;
	line = slice_from(line, (size_t)(space - line.p) + 1);
	if (line.n > 3)
		line.n = 3;
	digits_at(line, &status);
	http->status = (unsigned)status;
	return true;
}

/* Takes what was done to the body for its way off it again. */
static void
open_body(struct http *http, struct slice digest, struct slice coding)
{
	http->coded = coding.n > 0;
	stated_digest_open(&http->payload, &http->cursor.stream, digest);
	cursor_open(&http->rest, &http->payload.stream);
	http->body = &http->rest.stream;
	if (http->chunked) {
		http->dechunk = (struct dechunk){
			.stream = { .next = dechunk_next },
			.from = &http->rest };
		http->body = &http->dechunk.stream;
	}
	stated_digest_open(&http->entity, http->body, digest);
	coding_open(&http->coding, &http->entity.stream, coding);
	http->body = &http->coding.stream;
}

void
http_open(struct http *http, struct stream *from, struct slice digest)
{
	char coding[HTTP_VALUE_MAX] = "";

	*http = (struct http){ .status = 0 };
	cursor_open(&http->cursor, from);
	if (read_status(http))
		read_fields(http, coding);
	else
		http->reason = "is no HTTP response";
	open_body(http, digest, slice_of(coding));
}

/* Whether the body was decoded by who stored it, and the fields were left. */
static bool
is_undone(const struct http *http)
{
	return (http->coded && http->coding.codec == NULL) ||
	    (http->chunked && http->dechunk.plain);
}

/* Some digest the chunks, some what is in them; and who stores something else than
 * what came may have digested what came. */
const char *
http_prove(struct http *http)
{
	struct slice chunk = { NULL, 1 };

	while (chunk.n > 0)
		if (!http->rest.stream.next(&http->rest.stream, &chunk))
			return http->rest.stream.reason;
	return stated_digest_holds(&http->payload) ||
	    stated_digest_holds(&http->entity) || is_undone(http) ? NULL :
	    "fails its digest";
}

const char *
http_lack(const struct http *http)
{
	if (http->chunked)
		return http->dechunk.unended ? "has no last chunk" :
		    http->coding.stream.lack;
	if (http->sized && http->payload.bytes < http->length &&
	    !is_undone(http))
		return "is shorter than its Content-Length";
	return http->coding.stream.lack;
}

void
http_close(struct http *http)
{
	coding_close(&http->coding);
	stated_digest_close(&http->entity);
	stated_digest_close(&http->payload);
}
