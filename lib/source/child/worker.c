#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/spool.h"
#include "descriptors.h"
#include "format/convert/batch.h"
#include "format/convert/convert.h"
#include "format/pdf/ocr.h"
#include "format/pdf/ocr_programs.h"
#include "served.h"
#include "source/blocks.h"
#include "source/sandbox.h"

/* One document to be read, as the process that reads it sees it. */
struct task {
	const struct worker *worker;
	const struct member *member;
	int                  fd, records;
};

/* Keeps what reads the document and takes its records: no socket to extract, and
 * no standard output. */
static void
keep_descriptors(const struct task *task)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int kept[] = { task->fd, task->records };

	if (task->fd > task->records) {
		kept[0] = task->records;
		kept[1] = task->fd;
	}
	if (task->fd != STDIN_FILENO)
		dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
	descriptors_close(STDERR_FILENO + 1, kept, 2);
}

/* Gives up what reading needs not.  Where that cannot be had, extract says so. */
static void
enter_sandbox(const struct task *task)
{
	const struct worker *worker = task->worker;
	char                *made[] = { (char *)convert_made };

	if (worker->readables < 0)
		return;
	if (task->member->media->handling == MEDIA_CONVERTED)
		sandbox_enter(made, 1);
	else
		sandbox_enter(worker->readable, worker->readables);
}

static const char *
perform(void *context, const char **late)
{
	const struct task  *task = context;
	struct writer       out;
	struct block_output to = { .out = &out,
		.limits = &task->worker->limits };
	const char         *reason;
	const bool          was_to_blame = machine_is_to_blame();

	keep_descriptors(task);
	if (pdf_ocr_wanted)
		pdf_ocr_prepare(task->records);
	enter_sandbox(task);
	writer_open(&out, task->records);
	reason = blocks_write(&to, task->member);
	*late = to.late;
	errno = writer_close(&out);
	if (errno != 0) {
		machine_judge_call();
		return "its records could not be kept";
	}
	/* It may be read another time. */
	return reason == NULL && !was_to_blame && machine_is_to_blame() ? *late :
	    reason;
}

void
worker_read(const struct worker *worker, const struct member *member, int fd,
    int records, struct child_outcome *outcome)
{
	struct task task = { worker, member, fd, records };

	child_run(&worker->child, perform, &task, outcome);
}

/* Answers that a document was read, with the records in the spool FD. */
static bool
answer_records(int fd, const char *late)
{
	off_t n = lseek(fd, 0, SEEK_END);
	void *at = n > 0 ? mmap(NULL, (size_t)n, PROT_READ, MAP_SHARED, fd, 0) :
	    MAP_FAILED;
	bool  answered;

	if (at == MAP_FAILED) {
		machine_judge_call();
		return protocol_answer(true, "its records could not be kept",
		    SLICE(""));
	}
	answered = protocol_answer(false, late, (struct slice){ at,
	    (size_t)n });
	munmap(at, (size_t)n);
	return answered;
}

/* Reads MEMBER, of whose file FD the bytes are, and answers. */
static bool
serve_member(const struct worker *worker, const struct member *member, int fd)
{
	struct child_outcome outcome;
	int                  records = spool_open();
	bool                 answered;

	worker_read(worker, member, fd, records, &outcome);
	answered = outcome.reason != NULL ? protocol_answer(true,
	    outcome.reason, SLICE("")) : answer_records(records, outcome.late);
	child_outcome_free(&outcome);
	close(records);
	return answered;
}

static bool
serve_documents(struct worker *worker, struct served *served)
{
	struct served_document document;
	bool                   answered = true;

	while (answered && served_next(served, &document)) {
		document.member.media = worker->media;
		answered = serve_member(worker, &document.member, -1);
		served_close(&document);
	}
	return answered;
}

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
serve_file(struct worker *worker, const struct buffer *frame, int fd)
{
	struct served          served = { .frames = buffer_slice(frame) };
	struct served_document document;
	struct file_stream     file;
	bool                   answered;

	if (!served_next(&served, &document))
		return false;
	file_stream_open(&file, fd);
	lookahead_open(&document.ahead, &file.stream);
	document.member.media = served_media(&document);
	answered = serve_member(worker, &document.member, fd);
	served_close(&document);
	file_stream_close(&file);
	return answered;
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
	int                   fd;

	if (i >= batch->n)
		return false;
	if (is_made(worker, kept, made)) {
		convert_batch_path(batch, i, source);
		fd = open(source, O_RDONLY | O_CLOEXEC);
		convert_made = made;
		served = serve_file(worker, &kept->frame[i], fd);
		convert_made = NULL;
		close(fd);
	} else
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
	case REQUEST_READ:
		return serve_documents(worker, request);
	case REQUEST_KEEP:
		return keep(kept, request);
	case REQUEST_READ_KEPT:
		return read_kept(worker, kept);
	default:
		return false;
	}
}

void
worker_serve(struct worker *worker)
{
	static struct kept kept;
	struct served      request;
	bool               served = true;

	while (served && served_begin(&request)) {
		served = serve(worker, &kept, &request);
		served_end(&request);
	}
	forget_all(&kept);
}
