#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/machine.h"
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
		stream->reason = machine_call_reason();
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
memory_next(struct stream *stream, struct slice *chunk)
{
	struct memory_stream *memory = (struct memory_stream *)stream;

	*chunk = memory->left;
	memory->left.n = 0;
	return true;
}

void
memory_stream_open(struct memory_stream *memory, struct slice bytes)
{
	*memory = (struct memory_stream){
		.stream = { .next = memory_next }, .left = bytes,
	};
}

/* The next chunk of what the stream behind AHEAD gives, with what it says of it. */
static bool
fetch(struct lookahead *ahead, struct slice *chunk)
{
	struct stream *from = ahead->from;

	if (!from->next(from, chunk)) {
		ahead->stream.reason = from->reason;
		return false;
	}
	ahead->taken += chunk->n;
	ahead->stream.lack = from->lack;
	if (from->fault != NULL)
		ahead->met_fault = from->fault;
	return true;
}

/* What is held up to where a fault begins or ends. */
static struct slice
next_held(struct lookahead *ahead)
{
	struct slice chunk = slice_from(lookahead_bytes(ahead), ahead->at);
	size_t       end = ahead->held.n;
	bool         faulty = ahead->held_fault != NULL &&
	    ahead->at >= ahead->fault_from && ahead->at < ahead->fault_to;

	ahead->stream.fault = faulty ? ahead->held_fault : NULL;
	if (faulty)
		end = ahead->fault_to;
	else if (ahead->held_fault != NULL && ahead->at < ahead->fault_from)
		end = ahead->fault_from;
	chunk.n = end - ahead->at;
	ahead->at = end;
	ahead->stream.gap = ahead->held_gap && end == ahead->held.n;
	return chunk;
}

static bool
next_chunk(struct lookahead *ahead, struct slice *chunk)
{
	*chunk = (struct slice){ NULL, 0 };
	if (ahead->at < ahead->held.n) {
		*chunk = next_held(ahead);
		return true;
	}
	if (ahead->ended) {	/* the end may have come with one */
		ahead->stream.fault = ahead->fault_to == ahead->held.n ?
		    ahead->held_fault : NULL;
		return true;
	}
	if (!fetch(ahead, chunk))
		return false;
	ahead->stream.fault = ahead->from->fault;
	ahead->stream.gap = ahead->from->gap;
	return true;
}

static bool
lookahead_next(struct stream *stream, struct slice *chunk)
{
	struct lookahead *ahead = (struct lookahead *)stream;

	if (!next_chunk(ahead, chunk))
		return false;
	if (stream->fault == NULL || ahead->marks)
		return true;
	stream->reason = stream->fault;
	return false;
}

/* What is held whole can be sought in. */
static off_t
held_seek(struct lookahead *ahead, off_t offset, int whence)
{
	off_t base = whence == SEEK_SET ? 0 :
	    (off_t)(whence == SEEK_CUR ? ahead->at :
	    ahead->held.n);

	if (offset < -base || offset > (off_t)ahead->held.n - base)
		return -1;
	ahead->at = (size_t)(base + offset);
	return base + offset;
}

/* Otherwise the stream behind it is asked, and nothing held is of use. */
static off_t
lookahead_seek(struct stream *stream, off_t offset, int whence)
{
	struct lookahead *ahead = (struct lookahead *)stream;

	if (ahead->ended)
		return held_seek(ahead, offset, whence);
	if (whence == SEEK_CUR && ahead->at < ahead->held.n)
		offset -= (off_t)(ahead->held.n - ahead->at);
	ahead->at = ahead->held.n;
	return ahead->from->seek(ahead->from, offset, whence);
}

void
lookahead_open(struct lookahead *ahead, struct stream *from)
{
	*ahead = (struct lookahead){
		.stream = { .next = lookahead_next }, .from = from,
	};
	if (from->seek != NULL)
		ahead->stream.seek = lookahead_seek;
}

void
lookahead_close(struct lookahead *ahead)
{
	buffer_free(&ahead->held);
}

/* The last N bytes held came with what the stream behind says of them. */
static void
hold_fault(struct lookahead *ahead, size_t n)
{
	ahead->held_gap |= ahead->from->gap;
	if (ahead->from->fault == NULL)
		return;
	if (ahead->held_fault == NULL)
		ahead->fault_from = ahead->held.n - n;
	ahead->held_fault = ahead->from->fault;
	ahead->fault_to = ahead->held.n;
}

bool
lookahead_fill(struct lookahead *ahead, size_t n)
{
	while (ahead->held.n < n && !ahead->ended) {
		struct slice chunk;

		if (!fetch(ahead, &chunk))
			return false;
		buffer_add(&ahead->held, chunk);
		hold_fault(ahead, chunk.n);
		if (chunk.n == 0) {
			ahead->ended = true;
			ahead->stream.seek = lookahead_seek;
		}
	}
	return true;
}
