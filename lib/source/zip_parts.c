#include "zip_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

/* APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16: the end of the directory, with a comment
 * behind it; before it, of a large file, a record with more digits and its
 * locator. */
enum {
	END_BYTES = 22, COMMENT_MAX = 65535, LOCATOR_BYTES = 20, LARGE_BYTES = 56,
	PARTS_MAX = 10000,
};

static bool
window_next(struct stream *stream, struct slice *chunk)
{
	struct window *w = (struct window *)stream;

	*chunk = (struct slice){ NULL, 0 };
	if (w->at >= w->end)
		return true;
	if (!w->from->next(w->from, chunk)) {
		stream->reason = w->from->reason;
		return false;
	}
	if ((off_t)chunk->n > w->end - w->at)
		chunk->n = (size_t)(w->end - w->at);
	w->at += (off_t)chunk->n;
	return true;
}

static off_t
window_seek(struct stream *stream, off_t offset, int whence)
{
	struct window *w = (struct window *)stream;
	off_t          base = whence == SEEK_SET ? w->begin :
	    whence == SEEK_CUR ? w->at : w->end;

	if (offset < w->begin - base || offset > w->end - base ||
	    w->from->seek(w->from, base + offset, SEEK_SET) < 0)
		return -1;
	w->at = base + offset;
	return w->at - w->begin;
}

void
window_open(struct window *w, struct stream *from, off_t begin, off_t end)
{
	*w = (struct window){ .stream = { .next = window_next,
		.seek = window_seek }, .from = from,
		.begin = begin, .end = end };
	window_seek(&w->stream, 0, SEEK_SET);
}

/* The N bytes at AT; fewer where there are no more. */
static size_t
read_at(struct stream *bytes, off_t at, unsigned char *to, size_t n)
{
	struct slice chunk = { NULL, 1 };
	size_t       got = 0;

	if (at < 0 || bytes->seek(bytes, at, SEEK_SET) < 0)
		return 0;
	while (got < n && chunk.n > 0 && bytes->next(bytes, &chunk)) {
		if (chunk.n > n - got)
			chunk.n = n - got;
		memcpy(to + got, chunk.p, chunk.n);
		got += chunk.n;
	}
	return got;
}

static uint64_t
little(const unsigned char *p, int bytes)
{
	uint64_t n = 0;

	while (bytes > 0)
		n = n << 8 | p[--bytes];
	return n;
}

static bool
has_magic(const unsigned char *p, const char *magic)
{
	return memcmp(p, magic, 4) == 0;
}

/* Where the file begins whose directory ends AT, by END, its last record: in front of
 * the directory stand as many bytes as this says.  Negative: it cannot be. */
static off_t
begin_of(struct stream *bytes, off_t at, const unsigned char *end)
{
	uint64_t      size = little(end + 12, 4), offset = little(end + 16, 4);
	unsigned char large[LARGE_BYTES + LOCATOR_BYTES], first[4];
	off_t         begin;

	if (read_at(bytes, at - (off_t)sizeof(large), large, sizeof(large)) ==
	    sizeof(large) && has_magic(large + LARGE_BYTES, "PK\6\7") &&
	    has_magic(large, "PK\6\6")) {
		size = little(large + 40, 8);
		offset = little(large + 48, 8);
		at -= (off_t)sizeof(large);
	}
	if (size > (uint64_t)at || offset > (uint64_t)at - size)
		return -1;
	begin = at - (off_t)(size + offset);
	if (size > 0 && (read_at(bytes, begin + (off_t)offset, first, 4) < 4 ||
	    !has_magic(first, "PK\1\2")))
		return -1;
	return begin;
}

static bool
is_zeros(const unsigned char *p, size_t n)
{
	while (n > 0 && p[n - 1] == 0)
		n--;
	return n == 0;
}

/* Where the last ZIP file before END begins; negative: there is none.  *BEHIND: it ends
 * before that. */
static off_t
find_last(struct stream *bytes, off_t end, bool *behind)
{
	size_t         most = END_BYTES + COMMENT_MAX, n;
	unsigned char *tail = memory_get(most);
	off_t          from = end > (off_t)most ? end - (off_t)most : 0;
	off_t          begin = -1;

	n = read_at(bytes, from, tail, (size_t)(end - from));
	for (size_t i = n < END_BYTES ? 0 : n - END_BYTES + 1;
	    i > 0 && begin < 0; i--) {
		unsigned char *record = tail + i - 1;
		size_t         ends = i - 1 + END_BYTES +
		    (size_t)little(record + 20, 2);

		if (!has_magic(record, "PK\5\6") || ends > n)
			continue;
		begin = begin_of(bytes, from + (off_t)i - 1, record);
		*behind = !is_zeros(tail + ends, n - ends);
	}
	free(tail);
	return begin;
}

struct zip_parts
zip_parts_find(struct stream *bytes)
{
	struct zip_parts parts = { .end = bytes->seek(bytes, 0, SEEK_END) };
	off_t            begin = parts.end;
	bool             behind = false;

	while (begin > 0 && parts.n < PARTS_MAX) {
		begin = find_last(bytes, begin, &behind);
		parts.behind |= parts.n == 0 && begin >= 0 && behind;
		*MEMORY_APPEND(parts.begin, parts.n, parts.capacity) =
		    begin > 0 ? begin : 0;
	}
	parts.behind |= begin > 0;	/* more than are looked for */
	for (size_t i = 0; i < parts.n / 2; i++) {
		off_t other = parts.begin[i];

		parts.begin[i] = parts.begin[parts.n - 1 - i];
		parts.begin[parts.n - 1 - i] = other;
	}
	return parts;
}
