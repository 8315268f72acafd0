#include "writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/visible.h"

/* A default pipe takes 16 KiB writes nearly twice as fast as 64 KiB ones,
 * which fill it and block: the buffer is larger than what is written.  So many
 * bytes are worth writing. */
enum { BUFFER_BYTES = 64 * 1024, WRITE_BYTES = 16 * 1024,
	FULL_BYTES = 48 * 1024 };

struct writer writer_stdout = { .fd = STDOUT_FILENO };

void
writer_open(struct writer *w, int fd)
{
	*w = (struct writer){ .fd = fd };
}

/* Takes back the last N bytes of FD, which are part of something whole.  A pipe
 * gives nothing back, and in a file that others append to they may not be the
 * last. */
static void
take_back(int fd, size_t n)
{
	struct stat status;
	off_t       end = lseek(fd, 0, SEEK_CUR);

	if (end < (off_t)n || fstat(fd, &status) != 0 ||
	    !S_ISREG(status.st_mode) || status.st_size != end ||
	    (fcntl(fd, F_GETFL) & O_APPEND) != 0)
		return;
	end -= (off_t)n;
	if (ftruncate(fd, end) == 0)
		lseek(fd, end, SEEK_SET);
}

/* Writes N bytes, all or, where that can be had, none. */
static void
put(struct writer *w, const char *p, size_t n)
{
	size_t written = 0;

	while (written < n && w->error == 0) {
		size_t  left = n - written;
		ssize_t done = write(w->fd, p + written,
		    left < WRITE_BYTES ? left : WRITE_BYTES);

		if (done < 0 && errno != EINTR)
			w->error = errno;
		else if (done > 0)
			written += (size_t)done;
	}
	if (written < n)
		take_back(w->fd, written);
}

/* Writes what is whole; the rest moves to the front.  Once writing has failed, all
 * is forgotten. */
static void
drain(struct writer *w)
{
	put(w, w->buffer, w->whole);
	w->used -= w->error == 0 ? w->whole : w->used;
	if (w->used > 0 && w->whole > 0)
		memmove(w->buffer, w->buffer + w->whole, w->used);
	w->whole = 0;
}

void
writer_flush(struct writer *w)
{
	w->whole = w->used;
	if (w->most == 0)
		drain(w);
}

void
writer_commit(struct writer *w)
{
	w->whole = w->used;
	if (w->most == 0 && w->used >= FULL_BYTES)
		drain(w);
}

int
writer_close(struct writer *w)
{
	writer_flush(w);
	free(w->buffer);
	w->buffer = NULL;
	if (close(w->fd) != 0 && w->error == 0)
		w->error = errno;
	return w->error;
}

void
writer_open_memory(struct writer *w, size_t most)
{
	*w = (struct writer){ .fd = -1, .most = most };
}

void
writer_move(struct writer *w, struct writer *to)
{
	writer_part_raw(to, (struct slice){ w->buffer, w->used });
	w->used = 0;
}

void
writer_free(struct writer *w)
{
	free(w->buffer);
	w->buffer = NULL;
	w->used = w->capacity = 0;
}

/* Makes N more bytes fit where they are kept, up to the bound.  Beyond it the
 * buffer begins again at the start, for nobody to read. */
static void
grow(struct writer *w, size_t n)
{
	size_t capacity = 2 * (w->used + n);

	if (w->most > 0 && n > w->most - w->used) {
		w->error = EFBIG;
		w->used = 0;
		capacity = 2 * n;
	}
	if (n <= w->capacity - w->used)
		return;
	if (capacity < BUFFER_BYTES)
		capacity = BUFFER_BYTES;
	if (w->most > 0 && capacity > w->most)
		capacity = w->most;
	w->buffer = memory_resize(w->buffer, capacity, 1);
	w->capacity = capacity;
}

/* Makes room for N more bytes where they do not fit. */
static char *
more_room(struct writer *w, size_t n)
{
	if (w->most == 0)
		drain(w);
	if (n > w->capacity - w->used)
		grow(w, n);
	return w->buffer + w->used;
}

/* Room for N more bytes. */
static inline char *
room(struct writer *w, size_t n)
{
	return n <= w->capacity - w->used ? w->buffer + w->used :
	    more_room(w, n);
}

void
writer_part_raw(struct writer *w, struct slice text)
{
	if (text.n == 0)
		return;
	if (w->most > 0 && text.n > w->most) {
		w->error = EFBIG;
		return;
	}
	memcpy(room(w, text.n), text.p, text.n);
	w->used += text.n;
}

/* Forgets what is part of something whole. */
static bool
drop_part(struct writer *w)
{
	w->used = w->whole;
	return false;
}

bool
writer_add_file(struct writer *w, int fd)
{
	char    chunk[WRITE_BYTES];
	ssize_t n = lseek(fd, 0, SEEK_SET) == 0 ? 1 : -1;

	while (n > 0) {
		n = read(fd, chunk, sizeof(chunk));
		if (n > 0)
			writer_part_raw(w, (struct slice){ chunk, (size_t)n });
		else if (n < 0 && errno == EINTR)
			n = 1;
	}
	return n == 0 || drop_part(w);
}

bool
writer_add_part(struct writer *w, int fd, off_t from, off_t n)
{
	char chunk[WRITE_BYTES];

	while (n > 0) {
		ssize_t got = pread(fd, chunk, n < WRITE_BYTES ? (size_t)n :
		    WRITE_BYTES, from);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		writer_part_raw(w, (struct slice){ chunk, (size_t)got });
		from += got;
		n -= got;
	}
	return n == 0 || drop_part(w);
}

static char
escape_letter(char c)
{
	switch (c) {
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

/* Whether one of the eight bytes at P may need an escape: it is a control
 * character or a backslash. */
static bool
has_special(const char *p)
{
	const uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;
	uint64_t       word, other;

	memcpy(&word, p, sizeof(word));
	other = word ^ ones * '\\';
	return ((((word - ones * ' ') & ~word) | ((other - ones) & ~other)) &
	    high) != 0;
}

/* Copies to P the bytes that TEXT begins with and that need no escape, or a few less,
 * while they are looked at.  Returns how many. */
static size_t
copy_plain(char *p, struct slice text)
{
	size_t i = 0;

	for (; text.n - i >= 8 && !has_special(text.p + i); i += 8)
		memcpy(p + i, text.p + i, 8);
	for (; i < text.n && (unsigned char)text.p[i] >= ' ' &&
	    text.p[i] != '\\'; i++)
		p[i] = text.p[i];
	return i;
}

/* Copies TEXT to P, where twice its bytes are to be had, and escapes it.  Returns
 * the end. */
static char *
copy_escaped(char *p, struct slice text)
{
	while (text.n > 0) {
		size_t n = copy_plain(p, text);
		char   letter;

		p += n;
		text = slice_from(text, n);
		if (text.n == 0)
			break;
		letter = escape_letter(text.p[0]);
		if (letter != '\0')
			*p++ = '\\';
		*p++ = letter != '\0' ? letter : text.p[0];
		text = slice_from(text, 1);
	}
	return p;
}

static void
put_escaped(struct writer *w, struct slice text)
{
	size_t start = 0;

	for (size_t i = 0; i < text.n; i++) {
		char letter, pair[2];

		while (text.n - i > 8 && !has_special(text.p + i))
			i += 8;
		letter = pair[1] = escape_letter(text.p[i]);
		if (letter == '\0')
			continue;
		pair[0] = '\\';
		writer_part_raw(w, (struct slice){ text.p + start, i - start });
		writer_part_raw(w, (struct slice){ pair, sizeof(pair) });
		start = i + 1;
	}
	writer_part_raw(w, slice_from(text, start));
}

void
writer_begin(struct writer *w)
{
	if (w->fields++ > 0) {
		*room(w, 1) = '\t';
		w->used++;
	}
}

void
writer_raw(struct writer *w, struct slice text)
{
	writer_begin(w);
	writer_part_raw(w, text);
}

/* The fields as writer_fields writes them, where they may not fit in. */
static void
write_singly(struct writer *w, const struct slice field[], int n,
    unsigned escaped)
{
	for (int i = 0; i < n; i++)
		if ((escaped >> i & 1) != 0)
			writer_field(w, field[i]);
		else
			writer_raw(w, field[i]);
}

void
writer_fields(struct writer *w, const struct slice field[], int n,
    unsigned escaped)
{
	size_t bytes = (size_t)n;
	char  *p;

	for (int i = 0; i < n; i++)
		bytes += field[i].n << (escaped >> i & 1);
	/* What might exceed the bound may fit in all the same. */
	if (bytes > BUFFER_BYTES || (w->most > 0 &&
	    bytes > w->most - w->used)) {
		write_singly(w, field, n, escaped);
		return;
	}
	p = room(w, bytes);
	for (int i = 0; i < n; i++) {
		if (w->fields++ > 0)
			*p++ = '\t';
		if ((escaped >> i & 1) != 0) {
			p = copy_escaped(p, field[i]);
			continue;
		}
		if (field[i].n > 0)
			memcpy(p, field[i].p, field[i].n);
		p += field[i].n;
	}
	w->used = (size_t)(p - w->buffer);
}

void
writer_raws(struct writer *w, const struct slice field[], int n)
{
	writer_fields(w, field, n, 0);
}

void
writer_field(struct writer *w, struct slice text)
{
	writer_begin(w);
	put_escaped(w, text);
}

/* TEXT as PART writes what is not hidden. */
static void
put_shown(struct writer *w, struct slice text,
    void part(struct writer *w, struct slice text))
{
	writer_begin(w);
	while (text.n > 0) {
		size_t n = visible_length(text);
		char   escape[VISIBLE_ESCAPE];

		part(w, (struct slice){ text.p, n });
		text = slice_from(text, n);
		if (text.n > 0)
			put_escaped(w, (struct slice){ escape,
			    visible_escape(escape, &text) });
	}
}

void
writer_shown(struct writer *w, struct slice text)
{
	put_shown(w, text, put_escaped);
}

void
writer_shown_raw(struct writer *w, struct slice text)
{
	put_shown(w, text, writer_part_raw);
}

void
writer_string(struct writer *w, const char *text)
{
	writer_field(w, slice_of(text));
}

void
writer_number(struct writer *w, long long n)
{
	char  text[DIGITS_BYTES + 1], *end = text + sizeof(text);
	char *p = digits_before(end, n < 0 ? 0 - (unsigned long long)n :
	    (unsigned long long)n);

	if (n < 0)
		*--p = '-';
	writer_raw(w, (struct slice){ p, (size_t)(end - p) });
}

void
writer_end(struct writer *w)
{
	*room(w, 1) = '\n';
	w->used++;
	w->fields = 0;
}

void
writer_header(struct writer *w, const struct schema *schema)
{
	for (int i = 0; i < schema->fields; i++)
		writer_string(w, schema->field[i]);
	writer_end(w);
}
