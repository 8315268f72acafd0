#include "http.h"

#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/digits.h"
#include "base/memory.h"

enum { FIELDS_MAX = 1000 };

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
		if (!cursor_line(d->from, text, &line))
			break;
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
	stream->reason = part.stream.reason;
	return good;
}

/* Decompresses what input there is; more is fetched when it is used up. */
static int
inflate_some(struct inflate *i)
{
	struct slice chunk;
	int          result;

	if (i->z.avail_in == 0) {
		if (!i->from->next(i->from, &chunk)) {
			i->stream.reason = i->from->reason;
			return Z_ERRNO;
		}
		if (chunk.n == 0)
			return Z_BUF_ERROR;
		i->z.next_in = (unsigned char *)(uintptr_t)chunk.p;
		i->z.avail_in = (unsigned)chunk.n;
	}
	result = inflate(&i->z, Z_NO_FLUSH);
	/* "deflate" without zlib's frame, as some servers send it. */
	if (result == Z_DATA_ERROR && !i->any && i->z.total_out == 0) {
		i->z.next_in -= i->z.total_in;
		i->z.avail_in += (unsigned)i->z.total_in;
		inflateReset2(&i->z, -MAX_WBITS);
		result = inflate(&i->z, Z_NO_FLUSH);
	}
	i->any = true;
	return result;
}

static bool
inflate_next(struct stream *stream, struct slice *chunk)
{
	struct inflate *i = (struct inflate *)stream;
	int             result = i->ended ? Z_STREAM_END : Z_OK;

	i->z.next_out = (unsigned char *)i->buffer;
	i->z.avail_out = STREAM_CHUNK;
	while (result == Z_OK && i->z.avail_out == STREAM_CHUNK)
		result = inflate_some(i);
	*chunk = (struct slice){ i->buffer, STREAM_CHUNK - i->z.avail_out };
	i->ended |= result == Z_STREAM_END;
	if (result == Z_OK || result == Z_STREAM_END || chunk->n > 0)
		return true;
	if (stream->reason == NULL)
		stream->reason = result == Z_BUF_ERROR ?
		    "its compressed body is cut off" :
		    "its compressed body is damaged";
	return false;
}

static void
inflate_open(struct http *http)
{
	struct inflate *i = &http->inflate;

	*i = (struct inflate){ .stream = { .next = inflate_next },
		.from = http->body, .open = true,
		.buffer = memory_get(STREAM_CHUNK) };
	/* 32: gzip or zlib, whichever it is. */
	if (inflateInit2(&i->z, 32 + MAX_WBITS) != Z_OK)
		http->reason = "no memory to decompress its body";
	http->body = &i->stream;
}

static void
read_fields(struct http *http, bool *chunked, bool *compressed)
{
	char         text[CURSOR_LINE_MAX];
	struct slice line, value;

	for (int i = 0; i < FIELDS_MAX && cursor_line(&http->cursor, text,
	    &line) && line.n > 0; i++) {
		if (http_field(line, "Content-Type", &value))
			http_content_type(value, http->type, http->charset);
		else if (http_field(line, "Transfer-Encoding", &value))
			*chunked = contains(value, "chunked");
		else if (!http_field(line, "Content-Encoding", &value) ||
		    value.n == 0 || contains(value, "identity"))
			continue;
		else if (contains(value, "gzip") || contains(value, "deflate"))
			*compressed = true;
		else
			http->reason = "has an unknown content coding";
	}
}

void
http_open(struct http *http, struct stream *from)
{
	char               text[CURSOR_LINE_MAX];
	struct slice       line;
	bool               chunked = false, compressed = false;
	unsigned long long status;

	*http = (struct http){ .status = 0 };
	cursor_open(&http->cursor, from);
	http->body = &http->cursor.stream;
	if (!cursor_line(&http->cursor, text, &line) ||
	    !slice_starts(line, SLICE("HTTP/")) ||
	    memchr(line.p, ' ', line.n) == NULL) {
		http->reason = "is no HTTP response";
		return;
	}
	line = slice_from(line, (size_t)((const char *)memchr(line.p, ' ',
	    line.n) - line.p) + 1);
	if (line.n > 3)
		line.n = 3;
	digits_at(line, &status);
	http->status = (unsigned)status;
	read_fields(http, &chunked, &compressed);
	if (chunked) {
		http->dechunk = (struct dechunk){
			.stream = { .next = dechunk_next },
			.from = &http->cursor };
		http->body = &http->dechunk.stream;
	}
	if (compressed)
		inflate_open(http);
}

void
http_close(struct http *http)
{
	if (http->inflate.open)
		inflateEnd(&http->inflate.z);
	free(http->inflate.buffer);
}
