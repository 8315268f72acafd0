#include "worker.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/spool.h"
#include "descriptors.h"
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

static const char *
perform(void *context, const char **late)
{
	const struct task   *task = context;
	const struct worker *worker = task->worker;
	struct writer        out;
	struct block_output  to = { .out = &out, .limits = &worker->limits };
	struct member        member = *task->member;
	const char          *reason;
	const bool           was_to_blame = machine_is_to_blame();

	keep_descriptors(task);
	if (worker->prepare != NULL)
		worker->prepare(task->records);
	/* where it cannot be had, extract says so */
	if (worker->readables >= 0)
		sandbox_enter(worker->readable, worker->readables);
	if (member.media == NULL && !member_identify(&member, worker->find))
		return member.bytes->stream.reason;
	if (member.media->format == NULL)
		return member.media->reason;
	writer_open(&out, task->records);
	reason = blocks_write(&to, &member);
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

bool
worker_answer(const struct worker *worker, const struct member *member, int fd)
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
answer_all(const struct worker *worker, struct served *served)
{
	struct served_document document;
	bool                   answered = true;

	while (answered && served_next(served, &document)) {
		document.member.media = served_media(&document, worker->find);
		answered = worker_answer(worker, &document.member, -1);
		served_close(&document);
	}
	return answered;
}

void
worker_serve(struct worker *worker)
{
	struct served request;
	bool          served = true;

	while (served && served_begin(&request)) {
		worker->limits = request.limits;
		served = request.request.kind == REQUEST_READ &&
		    answer_all(worker, &request);
		served_end(&request);
	}
}
