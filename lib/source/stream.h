/* Bytes from somewhere, a chunk at a time, and looking ahead into them. */
#ifndef SOURCE_STREAM_H
#define SOURCE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/buffer.h"

struct stream {
	/* Sets *CHUNK to the next bytes, which live until the next call.
	 * Returns false on failure, and `reason' says why.  An empty chunk is
	 * the end. */
	bool (*next)(struct stream *stream, struct slice *chunk);
	/* Moves to OFFSET and tells it; WHENCE as lseek's.  Negative on
	 * failure.  NULL: the stream cannot. */
	off_t (*seek)(struct stream *stream, off_t offset, int whence);
	const char *reason;
	/* What is wrong with the bytes that the last chunk is among, which
	 * were given none the less; NULL: nothing known.  Constant. */
	const char *fault;
	bool        gap;	/* bytes are lost between them and the next */
	bool        checked;	/* it fails at its end if what it gave was wrong */
	/* Why what was given, though right, is not all there was; NULL: it is.
	 * Known at the end.  Constant. */
	const char *lack;
};

enum { STREAM_CHUNK = 64 * 1024 };

struct file_stream {
	struct stream stream;
	int           fd;
	char         *buffer;
};

/* A stream over FD, which stays the caller's.  It can seek where FD can. */
void file_stream_open(struct file_stream *file, int fd);
void file_stream_close(struct file_stream *file);

/* A stream of bytes in memory, which stay whose they are. */
struct memory_stream {
	struct stream stream;
	struct slice  left;
};

void memory_stream_open(struct memory_stream *memory, struct slice bytes);

/* A stream whose beginning is held in memory. */
struct lookahead {
	struct stream      stream;	/* reads what is held, then the rest */
	struct stream     *from;
	struct buffer      held;
	size_t             at;		/* how much of it was handed out */
	const char        *met_fault;	/* the last one met, or NULL */
	const char        *held_fault;	/* of a part of it, or NULL */
	size_t             fault_from, fault_to;
	bool               held_gap;	/* behind it bytes are lost */
	bool               ended;	/* what is held is all there is */
	bool               marks;	/* who reads it sees to faults; else they
					   are failures */
	unsigned long long taken;	/* bytes read so far */
};

void lookahead_open(struct lookahead *ahead, struct stream *from);
void lookahead_close(struct lookahead *ahead);

/* Holds at least N bytes, or all there are.  Returns false when reading
 * failed; the reason is in ahead->stream.reason.  A fault is none yet. */
bool lookahead_fill(struct lookahead *ahead, size_t n);

static inline struct slice
lookahead_bytes(const struct lookahead *ahead)
{
	return buffer_slice(&ahead->held);
}

#endif
