#include "document_batch.h"

#include <string.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/spool.h"

static const char too_large[] = "is larger than --member-bytes";

/* Appends to FRAME what is known of MEMBER when its N bytes have been read; returns
 * the head that says so. */
static struct document_head
add_texts(struct buffer *frame, const struct member *member,
    unsigned long long n)
{
	const char          *mark = member_mark(member);
	const struct slice   text[] = {
		[DOCUMENT_NAME] = member->name, [DOCUMENT_URL] = member->url,
		[DOCUMENT_TITLE] = member->title,
		[DOCUMENT_DATE] = member->date,
		[DOCUMENT_TYPE] = slice_of(member->media->type),
		[DOCUMENT_CHARSET] = member->charset,
		[DOCUMENT_MARK] = slice_of(mark != NULL ? mark : ""),
	};
	struct document_head head = { .bytes = n, .mtime = member->mtime,
		.dated = member->dated };

	for (int i = 0; i < DOCUMENT_TEXTS; i++) {
		head.text[i] = (uint32_t)text[i].n;
		buffer_add(frame, text[i]);
	}
	return head;
}

const char *
document_frame_fill(struct document_frame *frame, const struct member *member,
    unsigned long long limit)
{
	struct stream       *from = &member->bytes->stream;
	struct document_head head = { .bytes = 0 };
	unsigned long long   n = 0;
	struct slice         chunk = { NULL, 0 };

	frame->whole = false;
	frame->bytes.n = 0;
	buffer_add(&frame->bytes, (struct slice){ (const char *)&head,
	    sizeof(head) });
	for (; n <= BATCH_BYTES; n += chunk.n) {
		if (!from->next(from, &chunk))
			return from->reason;
		if (chunk.n == 0) {
			frame->whole = true;
			head = add_texts(&frame->bytes, member, n);
			memcpy(frame->bytes.p, &head, sizeof(head));
			break;
		}
		if (chunk.n > limit - n)
			return too_large;
		buffer_add(&frame->bytes, chunk);
	}
	return NULL;
}

/* Puts texts and head to the N bytes in the file FD. */
static bool
complete(struct buffer *texts, const struct member *member,
    unsigned long long n, int fd)
{
	struct document_head head;

	texts->n = 0;
	head = add_texts(texts, member, n);
	return spool_write(fd, buffer_slice(texts)) &&
	    pwrite(fd, &head, sizeof(head), 0) == (ssize_t)sizeof(head);
}

const char *
document_frame_spill(struct document_frame *frame, const struct member *member,
    unsigned long long limit, int fd)
{
	struct stream     *from = &member->bytes->stream;
	unsigned long long n = frame->bytes.n - sizeof(struct document_head);
	struct slice       chunk = { NULL, 0 };

	if (!spool_write(fd, buffer_slice(&frame->bytes)))
		return machine_call_reason();
	for (; !frame->whole; n += chunk.n) {
		if (!from->next(from, &chunk))
			return from->reason;
		if (chunk.n == 0)
			return complete(&frame->bytes, member, n, fd) ? NULL :
			    machine_call_reason();
		if (chunk.n > limit - n)
			return too_large;
		if (!spool_write(fd, chunk))
			return machine_call_reason();
	}
	return NULL;
}

bool
document_batch_has_room(const struct document_batch *batch,
    const struct document_frame *frame)
{
	return batch->n == 0 || (batch->n < BATCH_DOCUMENTS &&
	    batch->frames.n + frame->bytes.n <= BATCH_BYTES);
}

void
document_batch_add(struct document_batch *batch,
    const struct document_frame *frame)
{
	batch->start[batch->n++] = batch->frames.n;
	buffer_add(&batch->frames, buffer_slice(&frame->bytes));
}
