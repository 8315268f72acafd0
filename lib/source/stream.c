#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

static bool
file_next(struct stream *stream, struct slice *chunk)
{
	struct file_stream *file = (struct file_stream *)stream;
	ssize_t             n;

	do
		n = read(file->fd, file->buffer, STREAM_CHUNK);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		stream->reason = strerror(errno);
		return false;
	}
	*chunk = (struct slice){ file->buffer, (size_t)n };
	return true;
}

static off_t
file_seek(struct stream *stream, off_t offset, int whence)
{
	return lseek(((struct file_stream *)stream)->fd, offset, whence);
}

void
file_stream_open(struct file_stream *file, int fd)
{
	*file = (struct file_stream){
		.stream = { .next = file_next }, .fd = fd,
		.buffer = memory_get(STREAM_CHUNK),
	};
	if (lseek(fd, 0, SEEK_CUR) >= 0)
		file->stream.seek = file_seek;
}

void
file_stream_close(struct file_stream *file)
{
	free(file->buffer);
}

static bool
ahead_next(struct stream *stream, struct slice *chunk)
{
	struct ahead *ahead = (struct ahead *)stream;

	if (ahead->at < ahead->n) {
		*chunk = slice_from(ahead_held(ahead), ahead->at);
		ahead->at = ahead->n;
		return true;
	}
	*chunk = (struct slice){ NULL, 0 };
	if (ahead->ended)
		return true;
	if (!ahead->from->next(ahead->from, chunk)) {
		stream->reason = ahead->from->reason;
		return false;
	}
	ahead->taken += chunk->n;
	return true;
}

/* What is held whole can be sought in. */
static off_t
held_seek(struct ahead *ahead, off_t offset, int whence)
{
	off_t base = whence == SEEK_SET ? 0 :
	    (off_t)(whence == SEEK_CUR ? ahead->at : ahead->n);

	if (offset < -base || offset > (off_t)ahead->n - base)
		return -1;
	ahead->at = (size_t)(base + offset);
	return base + offset;
}

/* Otherwise the stream behind it is asked, and nothing held is of use. */
static off_t
ahead_seek(struct stream *stream, off_t offset, int whence)
{
	struct ahead *ahead = (struct ahead *)stream;

	if (ahead->ended)
		return held_seek(ahead, offset, whence);
	if (whence == SEEK_CUR && ahead->at < ahead->n)
		offset -= (off_t)(ahead->n - ahead->at);
	ahead->at = ahead->n;
	return ahead->from->seek(ahead->from, offset, whence);
}

void
ahead_open(struct ahead *ahead, struct stream *from)
{
	*ahead = (struct ahead){
		.stream = { .next = ahead_next }, .from = from,
	};
	if (from->seek != NULL)
		ahead->stream.seek = ahead_seek;
}

void
ahead_close(struct ahead *ahead)
{
	free(ahead->held);
}

static void
hold_more(struct ahead *ahead, struct slice chunk)
{
	if (ahead->capacity - ahead->n < chunk.n) {
		ahead->capacity = 2 * ahead->n + chunk.n;
		ahead->held = memory_resize(ahead->held, ahead->capacity, 1);
	}
	memcpy(ahead->held + ahead->n, chunk.p, chunk.n);
	ahead->n += chunk.n;
	ahead->taken += chunk.n;
}

bool
ahead_hold(struct ahead *ahead, size_t n)
{
	while (ahead->n < n && !ahead->ended) {
		struct slice chunk;

		if (!ahead->from->next(ahead->from, &chunk)) {
			ahead->stream.reason = ahead->from->reason;
			return false;
		}
		if (chunk.n == 0) {
			ahead->ended = true;
			ahead->stream.seek = ahead_seek;
		} else
			hold_more(ahead, chunk);
	}
	return true;
}
