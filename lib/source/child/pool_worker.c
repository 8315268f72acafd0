#include "pool_worker.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diagnostics.h"
#include "base/machine.h"
#include "base/socket_bytes.h"
#include "base/spool.h"
#include "base/utf8.h"
#include "child.h"
#include "source/blocks.h"

enum {
	/* A spool that had more keeps no memory. */
	SPOOL_KEPT = 8 * 1024 * 1024,
	/* So many documents one process reads, as it may have been taken over
	 * without a sign. */
	SERVED_MAX = 4096,
	/* How often the clocks are looked at while it reads. */
	LOOK = 100,	/* ms */
	RECEIVED = 128 * 1024,
};

void
pool_worker_open(struct pool_worker *worker)
{
	worker->ends = (struct nursery_ends){ -1, -1 };
	worker->bytes = spool_open();
}

/* The processor time that WORKER has had, in ms.  Linux makes the clock of a process
 * from its number: the bits inverted, then 2, CPUCLOCK_SCHED, in three bits
 * [include/linux/posix-timers.h]; clock_getcpuclockid would ask for more than
 * the sandbox allows. */
static long long
processor_time(const struct pool_worker *worker)
{
	clockid_t       clock = (clockid_t)(~(unsigned)worker->pid << 3 | 2);
	struct timespec t;

	if (clock_gettime(clock, &t) != 0)
		return 0;
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool
has_process(const struct pool_worker *worker)
{
	return worker->ends.requests >= 0;
}

static void
close_ends(struct pool_worker *worker)
{
	if (has_process(worker)) {
		close(worker->ends.requests);
		close(worker->ends.answers);
	}
	worker->ends = (struct nursery_ends){ -1, -1 };
}

/* Ends the process, and notes how it ended. */
static void
end(struct pool_worker *worker, bool now)
{
	if (!has_process(worker))
		return;
	close_ends(worker);
	worker->got.n = worker->taken = 0;
	worker->status = nursery_end(worker->nursery, worker->slot, now);
}

static void
begin(struct pool_worker *worker)
{
	worker->served = 0;
	worker->status = -1;
	if (worker->bytes >= 0)
		worker->ends = nursery_begin(worker->nursery, worker->slot,
		    &worker->pid);
}

const char *
pool_worker_spill(struct pool_worker *worker, struct document_frame *frame,
    const struct member *member)
{
	const char *reason;

	if (!spool_rewind(worker->bytes))
		return machine_call_reason();
	reason = document_frame_spill(frame, member,
	    worker->limits->member_bytes, worker->bytes);
	worker->spilled = reason == NULL;
	worker->total = (uint64_t)lseek(worker->bytes, 0, SEEK_CUR);
	return reason;
}

/* Fills the spool with the documents of the batch from the first one that was not
 * answered on. */
static bool
fill(struct pool_worker *worker)
{
	struct slice frames = slice_from(buffer_slice(&worker->batch.frames),
	    worker->batch.start[worker->answered]);
	struct stat  status;

	if (fstat(worker->bytes, &status) == 0 &&
	    status.st_size > SPOOL_KEPT && !spool_rewind(worker->bytes))
		return false;
	worker->total = frames.n;
	return lseek(worker->bytes, 0, SEEK_SET) == 0 &&
	    spool_write(worker->bytes, frames);
}

/* Sends a request for the documents in the spool; for the one kept first, if KIND
 * says so. */
static void
request(struct pool_worker *worker, enum request_kind kind)
{
	const struct limits      *limits = worker->limits;
	const struct read_request sent = {
		.kind = kind, .documents = worker->asked - worker->answered,
		.bytes = kind == REQUEST_READ_KEPT ? 0 : worker->total,
		.member_bytes = limits->member_bytes,
		.text_bytes = limits->text_bytes,
		.cells = limits->cells, .tables = limits->tables,
	};

	worker->kind = kind;
	worker->used = processor_time(worker);
	if (has_process(worker) &&
	    !socket_send(worker->ends.requests, &sent, sizeof(sent)))
		end(worker, true);
}

/* Whether something came that was not asked for. */
static bool
has_more(const struct pool_worker *worker)
{
	struct pollfd ready = { .fd = worker->ends.answers, .events = POLLIN };

	return worker->got.n > worker->taken || poll(&ready, 1, 0) > 0;
}

/* Makes sure of a process that may be asked. */
static void
ready(struct pool_worker *worker)
{
	bool more = has_process(worker) && has_more(worker);

	if (more || (worker->kept && worker->served >= SERVED_MAX))
		end(worker, more);
	if (!has_process(worker))
		begin(worker);
}

void
pool_worker_ask(struct pool_worker *worker, enum request_kind kind)
{
	/* what was kept is with the process that is there */
	if (kind != REQUEST_READ_KEPT)
		ready(worker);
	worker->answered = 0;
	worker->asked = worker->batch.n > 0 ? worker->batch.n : 1;
	if (kind == REQUEST_READ && !worker->spilled && !fill(worker)) {
		warn_at("documents on their way", "%s", strerror(errno));
		end(worker, true);
	}
	request(worker, kind);
}

/* Has another process read the documents that were not answered. */
static void
ask_another(struct pool_worker *worker)
{
	if (pool_worker_is_idle(worker) || worker->kind != REQUEST_READ)
		return;
	begin(worker);
	if (worker->batch.n == 0 || fill(worker))
		request(worker, REQUEST_READ);
	else
		end(worker, true);
}

/* What came of waiting for an answer: one, no more of any, none in time, what is
 * none, what is a lie. */
enum arrival { ARRIVED, GONE, LATE, BROKEN, FALSE_RECORDS };

static bool
is_late(const struct pool_worker *worker, long long since)
{
	long long most = 1000 * (long long)worker->seconds;

	if (!worker->kept)
		return clock_milliseconds() - since > most;
	return processor_time(worker) - worker->used > most ||
	    clock_milliseconds() - since > 2 * most;
}

/* Forgets the bytes of the answers before. */
static void
drop_taken(struct pool_worker *worker)
{
	struct buffer *got = &worker->got;

	got->n -= worker->taken;
	if (got->n > 0 && worker->taken > 0)
		memmove(got->p, got->p + worker->taken, got->n);
	worker->taken = 0;
}

/* Waits for more bytes. */
static enum arrival
receive(struct pool_worker *worker, long long since)
{
	struct pollfd  wait = { .fd = worker->ends.answers, .events = POLLIN };
	struct buffer *got = &worker->got;
	ssize_t        n;

	while (poll(&wait, 1, LOOK) <= 0)
		if (is_late(worker, since))
			return LATE;
	if (is_late(worker, since))
		return LATE;
	drop_taken(worker);
	n = read(wait.fd, buffer_room(got, RECEIVED), RECEIVED);
	if (n > 0)
		got->n += (size_t)n;
	return n > 0 || (n < 0 && errno == EINTR) ? ARRIVED : GONE;
}

static void
take(const struct answer_got *got, struct pool_answer *answer)
{
	size_t n = utf8_valid_length(got->text);

	if (got->head.machine)
		machine_blame();
	*answer = (struct pool_answer){ .refused = got->head.refused,
		.records = got->records };
	memcpy(answer->text, got->text.p, n);
	answer->text[n] = '\0';
}

static enum arrival
next_answer(struct pool_worker *worker, struct pool_answer *answer)
{
	long long    since = clock_milliseconds();
	enum arrival arrival = has_process(worker) ? ARRIVED : GONE;

	while (arrival == ARRIVED) {
		struct answer_got got;
		long long         n = protocol_parse_answer(slice_from(
		    buffer_slice(&worker->got), worker->taken),
		    blocks_most(worker->limits), &got);

		if (n == PROTOCOL_BROKEN)
			return BROKEN;
		if (n > 0) {
			take(&got, answer);
			worker->taken += (size_t)n;
			return ARRIVED;
		}
		arrival = receive(worker, since);
	}
	return arrival;
}

/* Why the document that had ARRIVAL is none, whose process has ended. */
static const char *
failure(const struct pool_worker *worker, enum arrival arrival,
    char (*text)[160])
{
	switch (arrival) {
	case BROKEN:
		return "its reader broke the protocol";
	case FALSE_RECORDS:
		return "its reader wrote what are no records of it";
	case LATE:
		snprintf(*text, sizeof(*text), "took more than %llu s to read",
		    worker->seconds);
		return *text;
	default:
		if (worker->kept && worker->status >= 0)
			return child_end_reason(worker->status, 0, text);
		machine_blame();
		return worker->kept ? "no process to read it could be had" :
		    "the program that reads it does not answer";
	}
}

/* Whether documents before it may have taken the process over, or damaged its
 * memory. */
static bool
others_were_first(const struct pool_worker *worker)
{
	return worker->served > 0 && worker->kind == REQUEST_READ;
}

/* The document that is to be answered next had ARRIVAL. */
static void
refuse(struct pool_worker *worker, enum arrival arrival,
    struct pool_answer *answer)
{
	bool again = others_were_first(worker) && arrival != LATE;
	char text[160];

	end(worker, true);
	if (again) {
		ask_another(worker);
		pool_worker_answer(worker, answer);
		return;
	}
	*answer = (struct pool_answer){ .refused = true };
	snprintf(answer->text, sizeof(answer->text), "%s",
	    failure(worker, arrival, &text));
	worker->answered++;
	ask_another(worker);
}

void
pool_worker_answer(struct pool_worker *worker, struct pool_answer *answer)
{
	enum arrival arrival = next_answer(worker, answer);

	if (arrival != ARRIVED) {
		refuse(worker, arrival, answer);
		return;
	}
	worker->answered++;
	worker->served++;
	if (worker->kept)
		worker->used = processor_time(worker);
}

void
pool_worker_distrust(struct pool_worker *worker, struct pool_answer *answer)
{
	worker->answered--;
	worker->served--;
	refuse(worker, FALSE_RECORDS, answer);
}

void
pool_worker_close(struct pool_worker *worker)
{
	close_ends(worker);
	buffer_free(&worker->batch.frames);
	buffer_free(&worker->got);
	if (worker->bytes >= 0)
		close(worker->bytes);
}
