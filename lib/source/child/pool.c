#include "pool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/spool.h"
#include "protocol.h"

/* So many bytes of documents read here may wait for one that is pending. */
enum { WAITING_MAX = 16 * 1024 * 1024 };

/* Worker processes get descriptors from 0 on; ours are moved out of the way
 * of those, above this. */
enum { OWN_DESCRIPTORS = 16 };

/* A process that reads one document at a time, and the documents read here
 * that stand behind it in the input. */
struct pool_worker {
	pid_t         pid;
	int           socket;	/* -1: it could not be had, or is gone */
	int           bytes, records;
	struct slice  name;	/* of its document, owned */
	int           spool;	/* what stands behind its document */
	struct writer waiting;	/* ... is written by this */
	bool          is_waiting;	/* there is something */
};

struct pool {
	struct block_output to;
	struct tally       *tally;
	unsigned            workers;
	unsigned            oldest, pending;	/* workers in turn */
	struct pool_worker  worker[];
};

/* Becomes what COMMAND says when there is something to read. */
_Noreturn static void
run_command(const struct pool_worker *worker, int socket,
    const struct pool_command *command)
{
	int   null = open("/dev/null", O_RDWR);
	char *arguments[POOL_OPTIONS + 3] = { (char *)program_name,
		"--worker" };
	int   bytes, records;
	char  first;

	for (int i = 0; i < POOL_OPTIONS; i++)
		arguments[2 + i] = (char *)command->option[i];
	dup2(null, STDOUT_FILENO);	/* whose end must be seen */
	socket = fcntl(socket, F_DUPFD_CLOEXEC, OWN_DESCRIPTORS);
	bytes = fcntl(worker->bytes, F_DUPFD_CLOEXEC, OWN_DESCRIPTORS);
	records = fcntl(worker->records, F_DUPFD_CLOEXEC, OWN_DESCRIPTORS);
	dup2(socket, PROTOCOL_SOCKET);
	dup2(bytes, PROTOCOL_BYTES);
	dup2(records, PROTOCOL_RECORDS);
	for (int fd = PROTOCOL_RECORDS + 1; fd < OWN_DESCRIPTORS; fd++)
		close(fd);
	/* Its end reads as nothing: there was no such document. */
	if (recv(PROTOCOL_SOCKET, &first, 1, MSG_PEEK) == 1)
		execvp(command->program, arguments);
	_exit(CLI_TROUBLE);
}

static void
start_worker(struct pool_worker *worker, const struct pool_command *command)
{
	int ends[2];

	*worker = (struct pool_worker){ .socket = -1, .bytes = spool_open(),
		.records = spool_open(), .spool = spool_open() };
	if (worker->bytes < 0 || worker->records < 0 || worker->spool < 0 ||
	    socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return;
	writer_open(&worker->waiting, worker->spool);
	worker->pid = fork();
	if (worker->pid == 0) {
		close(ends[0]);
		run_command(worker, ends[1], command);
	}
	close(ends[1]);
	if (worker->pid < 0)
		close(ends[0]);
	else
		worker->socket = ends[0];
}

struct pool *
pool_start(const struct pool_command *command, unsigned workers,
    const struct block_output *to, struct tally *tally)
{
	struct pool *pool = memory_get(sizeof(*pool) +
	    workers * sizeof(pool->worker[0]));

	*pool = (struct pool){ .to = *to, .tally = tally, .workers = workers };
	for (unsigned i = 0; i < workers; i++)
		start_worker(&pool->worker[i], command);
	return pool;
}

static struct pool_worker *
worker_in_turn(struct pool *pool, unsigned turn)
{
	return &pool->worker[(pool->oldest + turn) % pool->workers];
}

/* The N bytes that an answer says follow, with a NUL; NULL: WORKER is gone. */
static char *
receive_text(const struct pool_worker *worker, size_t n)
{
	char *text = memory_get(n + 1);

	text[n] = '\0';
	if (protocol_receive(worker->socket, text, n))
		return text;
	free(text);
	return NULL;
}

/* Takes in what WORKER answers.  Returns false when it is gone. */
static bool
receive_answer(struct pool *pool, struct pool_worker *worker)
{
	struct read_answer answer;
	char              *reason = NULL, *diagnostics = NULL;

	if (worker->socket < 0 ||
	    !protocol_receive(worker->socket, &answer, sizeof(answer)) ||
	    (reason = receive_text(worker, answer.reason)) == NULL ||
	    (diagnostics = receive_text(worker, answer.diagnostics)) == NULL) {
		free(reason);
		return false;
	}
	diagnostics_pass_on(diagnostics, answer.diagnostics);
	if (answer.refused)
		tally_reject(pool->tally, worker->name, reason);
	else if (writer_add_file(pool->to.out, worker->records))
		tally_document(pool->tally);
	else
		tally_reject(pool->tally, worker->name, strerror(errno));
	free(reason);
	free(diagnostics);
	return true;
}

/* Writes the documents that waited for WORKER's. */
static void
write_waiting(struct pool *pool, struct pool_worker *worker)
{
	if (!worker->is_waiting)
		return;
	writer_flush(&worker->waiting);
	if (worker->waiting.error != 0 ||
	    !writer_add_file(pool->to.out, worker->spool))
		warn_at("pending documents", "%s",
		    strerror(worker->waiting.error));
	spool_rewind(worker->spool);
	worker->is_waiting = false;
}

/* WORKER is gone, or cannot be talked to: it answers no more. */
static void
lose_worker(struct pool_worker *worker)
{
	if (worker->socket >= 0)
		close(worker->socket);
	worker->socket = -1;
}

/* Waits for the document that came first and writes it, and what waited for
 * it. */
static void
finish_oldest(struct pool *pool)
{
	struct pool_worker *worker = worker_in_turn(pool, 0);

	if (!receive_answer(pool, worker)) {
		tally_reject(pool->tally, worker->name,
		    "the program that reads it does not answer");
		lose_worker(worker);
	}
	write_waiting(pool, worker);
	free((char *)worker->name.p);
	pool->oldest = (pool->oldest + 1) % pool->workers;
	pool->pending--;
}

static void
finish_all(struct pool *pool)
{
	while (pool->pending > 0)
		finish_oldest(pool);
}

/* Sends what is known of MEMBER. */
static bool
send_request(const struct pool *pool, const struct pool_worker *worker,
    const struct member *member)
{
	const struct slice  text[] = { member->name, member->url,
		member->title, member->date,
		slice_of(member->media->type) };
	struct read_request request = {
		.mtime = member->mtime,
		.cells = pool->to.limits->cells,
		.dated = member->dated,
		.name = (uint32_t)member->name.n,
		.url = (uint32_t)member->url.n,
		.title = (uint32_t)member->title.n,
		.date = (uint32_t)member->date.n,
		.type = (uint32_t)text[4].n,
	};
	bool                sent = protocol_send(worker->socket, &request,
	    sizeof(request));

	for (size_t i = 0; sent && i < sizeof(text) / sizeof(text[0]); i++)
		sent = protocol_send(worker->socket, text[i].p, text[i].n);
	return sent;
}

/* Fills the empty spool FD with what FROM gives, LIMIT bytes at most.  Returns
 * NULL, or why not all of it is there. */
static const char *
fill_spool(int fd, struct stream *from, unsigned long long limit)
{
	struct slice chunk;

	for (;;) {
		if (!from->next(from, &chunk))
			return from->reason;
		if (chunk.n == 0)
			return NULL;
		if (chunk.n > limit)
			return "more bytes than allowed";
		limit -= chunk.n;
		if (!spool_write(fd, chunk))
			return strerror(errno);
	}
}

static const char *
send_to_worker(struct pool *pool, const struct member *member)
{
	struct pool_worker *worker;
	const char         *reason;
	char               *name;

	if (pool->pending == pool->workers)
		finish_oldest(pool);
	worker = worker_in_turn(pool, pool->pending);
	if (worker->socket < 0 || !spool_rewind(worker->bytes))
		return "the program that reads it could not be had";
	reason = fill_spool(worker->bytes, &member->bytes->stream,
	    pool->to.limits->member_bytes);
	if (reason != NULL)
		return reason;
	if (!send_request(pool, worker, member))
		lose_worker(worker);	/* shows when it should answer */
	name = memory_get(member->name.n);
	memcpy(name, member->name.p, member->name.n);
	worker->name = (struct slice){ name, member->name.n };
	pool->pending++;
	return member_pending;
}

/* Reads a document here; it waits for the last one pending. */
static const char *
read_here(struct pool *pool, const struct member *member)
{
	struct block_output to = pool->to;
	struct pool_worker *last;

	if (pool->pending == 0)
		return blocks_write(&to, member);
	last = worker_in_turn(pool, pool->pending - 1);
	if (last->is_waiting && lseek(last->spool, 0, SEEK_CUR) > WAITING_MAX) {
		finish_all(pool);
		return blocks_write(&to, member);
	}
	last->is_waiting = true;
	to.out = &last->waiting;
	return blocks_write(&to, member);
}

const char *
pool_take(void *context, const struct member *member)
{
	return member->media->format == NULL ||
	    member->media->handling == MEDIA_CONVERTED ?
	    send_to_worker(context, member) : read_here(context, member);
}

void
pool_end(struct pool *pool)
{
	finish_all(pool);
	for (unsigned i = 0; i < pool->workers; i++) {
		if (pool->worker[i].socket >= 0)
			close(pool->worker[i].socket);
		writer_free(&pool->worker[i].waiting);
	}
	for (unsigned i = 0; i < pool->workers; i++)
		if (pool->worker[i].pid > 0)
			waitpid(pool->worker[i].pid, NULL, 0);
	free(pool);
}
