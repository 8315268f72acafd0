#include "pool_worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/spool.h"

/* Worker processes get descriptors from 0 on; ours are moved out of the way
 * of those, above this. */
enum { OWN_DESCRIPTORS = 16 };

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

void
pool_worker_start(struct pool_worker *worker,
    const struct pool_command *command)
{
	int ends[2];

	*worker = (struct pool_worker){ .socket = -1, .bytes = spool_open(),
		.records = spool_open() };
	if (worker->bytes < 0 || worker->records < 0 ||
	    socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return;
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

const char *
pool_worker_fill(struct pool_worker *worker, struct stream *from,
    unsigned long long limit)
{
	struct slice chunk;

	if (worker->socket < 0 || !spool_rewind(worker->bytes))
		return "the program that reads it could not be had";
	for (;;) {
		if (!from->next(from, &chunk))
			return from->reason;
		if (chunk.n == 0)
			return NULL;
		if (chunk.n > limit)
			return "more bytes than allowed";
		limit -= chunk.n;
		if (!spool_write(worker->bytes, chunk))
			return strerror(errno);
	}
}

void
pool_worker_close(struct pool_worker *worker)
{
	if (worker->socket >= 0)
		close(worker->socket);
	worker->socket = -1;
}

void
pool_worker_await(const struct pool_worker *worker)
{
	if (worker->pid > 0)
		waitpid(worker->pid, NULL, 0);
}

void
pool_worker_ask(struct pool_worker *worker, enum request_kind kind,
    const struct member *member, unsigned long long cells)
{
	static const struct member none = { .media = NULL };
	const struct member       *m = member != NULL ? member : &none;
	const struct slice         text[] = { m->name, m->url, m->title, m->date,
		member != NULL ? slice_of(m->media->type) : SLICE("") };
	struct read_request        request = {
		.kind = kind,
		.mtime = m->mtime, .dated = m->dated, .cells = cells,
		.name = (uint32_t)text[0].n, .url = (uint32_t)text[1].n,
		.title = (uint32_t)text[2].n, .date = (uint32_t)text[3].n,
		.type = (uint32_t)text[4].n,
	};
	bool                       sent = protocol_send(worker->socket,
	    &request, sizeof(request));

	for (size_t i = 0; sent && i < sizeof(text) / sizeof(text[0]); i++)
		sent = protocol_send(worker->socket, text[i].p, text[i].n);
	if (!sent)
		pool_worker_close(worker);
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

static bool
receive_answer(const struct pool_worker *worker, struct pool_answer *answer)
{
	struct read_answer head;

	if (worker->socket < 0 ||
	    !protocol_receive(worker->socket, &head, sizeof(head)))
		return false;
	answer->refused = head.refused;
	answer->n = head.diagnostics;
	answer->reason = receive_text(worker, head.reason);
	if (answer->reason != NULL)
		answer->diagnostics = receive_text(worker, head.diagnostics);
	return answer->diagnostics != NULL;
}

void
pool_worker_answer(struct pool_worker *worker, struct pool_answer *answer)
{
	static const char gone[] = "the program that reads it does not answer";

	*answer = (struct pool_answer){ .refused = false };
	worker->busy = false;
	if (receive_answer(worker, answer))
		return;
	pool_worker_close(worker);
	pool_answer_free(answer);
	answer->refused = true;
	answer->reason = memcpy(memory_get(sizeof(gone)), gone, sizeof(gone));
}

void
pool_answer_free(struct pool_answer *answer)
{
	free(answer->reason);
	free(answer->diagnostics);
	*answer = (struct pool_answer){ .refused = false };
}
