#include "converter.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/buffer.h"
#include "format/convert/batch.h"
#include "format/convert/convert.h"

/* Documents to be converted together, and what was asked for them. */
struct kept {
	struct convert_batch batch;
	struct buffer        frame[CONVERT_BATCH];	/* without bytes */
	unsigned             next;	/* to be read */
};

/* Makes FRAME one of DOCUMENT without its bytes. */
static void
keep_known(struct buffer *frame, const struct document_sent *document)
{
	struct document_head head = document->head;

	head.bytes = 0;
	*frame = (struct buffer){ .n = 0 };
	buffer_add(frame, (struct slice){ (const char *)&head, sizeof(head) });
	for (int i = 0; i < DOCUMENT_TEXTS; i++)
		buffer_add(frame, document->text[i]);
}

/* Keeps the document in the spool, and of its frame what is no bytes. */
static bool
keep(struct kept *kept, struct served *served)
{
	struct served_document document;
	struct buffer         *frame = &kept->frame[kept->batch.n];
	const char            *reason;

	if (!served_next(served, &document))
		return false;
	reason = convert_batch_add(&kept->batch,
	    document.sent.text[DOCUMENT_TYPE], document.sent.bytes);
	if (reason == NULL)
		keep_known(frame, &document.sent);
	served_close(&document);
	return protocol_answer(reason != NULL, reason, SLICE(""));
}

/* Has LibreOffice make what it can in SECONDS, by FN. */
static void
convert(struct worker *worker, struct kept *kept, child_fn *fn,
    unsigned long long seconds)
{
	struct child_limits  limits = worker->child;
	struct child_outcome outcome;

	limits.memory = CONVERT_MEMORY;
	limits.seconds = seconds;
	child_run(&limits, fn, &kept->batch, &outcome);
	child_outcome_free(&outcome);
}

/* Whether something was made of the next document; it stands at PATH.  Of what
 * nothing was made with the others is tried by itself. */
static bool
is_made(struct worker *worker, struct kept *kept,
    char path[CONVERT_PATH_BYTES])
{
	struct convert_batch *batch = &kept->batch;

	if (kept->next == 0)
		convert(worker, kept, convert_batch_run, CONVERT_SECONDS +
		    CONVERT_MORE_SECONDS * batch->n);
	if (convert_batch_made(batch, kept->next, path))
		return true;
	batch->alone = kept->next;
	convert(worker, kept, convert_batch_run_alone, CONVERT_SECONDS);
	return convert_batch_made(batch, kept->next, path);
}

static void
forget_all(struct kept *kept)
{
	for (unsigned i = 0; i < kept->batch.n; i++)
		buffer_free(&kept->frame[i]);
	convert_batch_clear(&kept->batch);
	kept->next = 0;
}

/* Reads the document of FRAME, whose bytes the file FD has. */
static bool
serve_file(const struct worker *worker, const struct buffer *frame, int fd)
{
	struct served          served = { .frames = buffer_slice(frame) };
	struct served_document document;
	struct file_stream     file;
	bool                   answered;

	if (!served_next(&served, &document))
		return false;
	file_stream_open(&file, fd);
	lookahead_open(&document.ahead, &file.stream);
	document.member.media = served_media(&document, worker->find);
	answered = worker_answer(worker, &document.member, fd);
	served_close(&document);
	file_stream_close(&file);
	return answered;
}

/* Reads what was MADE of the document of FRAME, which is in the file SOURCE. */
static bool
serve_made(const struct worker *worker, const struct buffer *frame,
    const char *source, char *made)
{
	struct worker reading = *worker;
	int           fd = open(source, O_RDONLY | O_CLOEXEC);
	bool          served;

	reading.readable = &made;
	if (worker->readables >= 0)
		reading.readables = 1;
	convert_made = made;
	served = serve_file(&reading, frame, fd);
	convert_made = NULL;
	close(fd);
	return served;
}

/* Reads what was made of the next document that was kept. */
static bool
read_kept(struct worker *worker, struct kept *kept)
{
	struct convert_batch *batch = &kept->batch;
	unsigned              i = kept->next;
	char                  source[CONVERT_PATH_BYTES];
	char                  made[CONVERT_PATH_BYTES];
	bool                  served;

	if (i >= batch->n)
		return false;
	convert_batch_path(batch, i, source);
	if (is_made(worker, kept, made))
		served = serve_made(worker, &kept->frame[i], source, made);
	else
		served = protocol_answer(true, "LibreOffice cannot read it",
		    SLICE(""));
	if (++kept->next == batch->n)
		forget_all(kept);
	return served;
}

static bool
serve(struct worker *worker, struct kept *kept, struct served *request)
{
	worker->limits = request->limits;
	switch (request->request.kind) {
	case REQUEST_KEEP:
		return keep(kept, request);
	case REQUEST_READ_KEPT:
		return read_kept(worker, kept);
	default:
		return false;
	}
}

void
converter_serve(struct worker *worker)
{
	struct kept   kept = { .next = 0 };
	struct served request;
	bool          served = true;

	while (served && served_begin(&request)) {
		served = serve(worker, &kept, &request);
		served_end(&request);
	}
	forget_all(&kept);
}
