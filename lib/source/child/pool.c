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
#include "protocol.h"
#include "spool.h"

/* Documents read here while others are pending wait this long, in bytes. */
enum { BEHIND_MAX = 16 * 1024 * 1024 };

struct reader {
	pid_t         pid;
	int           socket;	/* -1: it could not be had, or is gone */
	int           bytes, records;
	struct slice  name;	/* of its document, owned */
	int           spool;	/* what comes behind its document */
	struct writer behind;
	bool          used;	/* something was written there */
};

struct pool {
	struct document_writer to;
	struct account        *account;
	unsigned               readers;
	unsigned               oldest, pending;	/* readers in turn */
	struct reader          reader[];
};

/* Becomes PROGRAM when there is something to read. */
_Noreturn static void
become(const char *program, const char *option, int socket, int bytes,
    int records)
{
	int   null = open("/dev/null", O_RDWR);
	char *arguments[] = { (char *)program_name, "--worker",
		(char *)option, NULL };
	char  first;

	dup2(null, STDOUT_FILENO);	/* whose end must be seen */
	socket = fcntl(socket, F_DUPFD_CLOEXEC, 16);
	bytes = fcntl(bytes, F_DUPFD_CLOEXEC, 16);
	records = fcntl(records, F_DUPFD_CLOEXEC, 16);
	dup2(socket, ERRAND_SOCKET);
	dup2(bytes, ERRAND_BYTES);
	dup2(records, ERRAND_RECORDS);
	for (int fd = ERRAND_RECORDS + 1; fd < 16; fd++)
		close(fd);
	/* Its end reads as nothing: there was no such document. */
	if (recv(ERRAND_SOCKET, &first, 1, MSG_PEEK) == 1)
		execvp(program, arguments);
	_exit(CLI_TROUBLE);
}

static void
start(struct reader *reader, const char *program, const char *option)
{
	int ends[2];

	*reader = (struct reader){ .socket = -1 };
	reader->bytes = spool_open();
	reader->records = spool_open();
	reader->spool = spool_open();
	if (reader->bytes < 0 || reader->records < 0 || reader->spool < 0 ||
	    socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		return;
	writer_open(&reader->behind, reader->spool);
	reader->pid = fork();
	if (reader->pid == 0) {
		close(ends[0]);
		become(program, option, ends[1], reader->bytes,
		    reader->records);
	}
	close(ends[1]);
	if (reader->pid < 0)
		close(ends[0]);
	else
		reader->socket = ends[0];
}

struct pool *
pool_start(const char *program, const char *option, unsigned readers,
    const struct document_writer *to, struct account *account)
{
	struct pool *pool = memory_get(sizeof(*pool) +
	    readers * sizeof(pool->reader[0]));

	*pool = (struct pool){ .to = *to, .account = account,
		.readers = readers };
	for (unsigned i = 0; i < readers; i++)
		start(&pool->reader[i], program, option);
	return pool;
}

static struct reader *
reader_in_turn(struct pool *pool, unsigned turn)
{
	return &pool->reader[(pool->oldest + turn) % pool->readers];
}

/* The N bytes that an answer says follow, with a NUL. */
static char *
receive_text(const struct reader *reader, size_t n)
{
	char *text = memory_get(n + 1);

	text[n] = '\0';
	if (errand_receive(reader->socket, text, n))
		return text;
	free(text);
	return NULL;
}

/* Takes in what READER says of its document.  Returns false when it is gone. */
static bool
hear(struct pool *pool, struct reader *reader)
{
	struct errand_answer answer;
	char                *reason = NULL, *said = NULL;

	if (reader->socket < 0 ||
	    !errand_receive(reader->socket, &answer, sizeof(answer)) ||
	    (reason = receive_text(reader, answer.reason)) == NULL ||
	    (said = receive_text(reader, answer.said)) == NULL) {
		free(reason);
		return false;
	}
	if (answer.said > 0) {
		status_raise(CLI_TROUBLE);
		fwrite(said, 1, answer.said, stderr);
	}
	if (answer.refused)
		account_reject(pool->account, reader->name, reason);
	else if (spool_copy(reader->records, pool->to.out))
		account_document(pool->account);
	else
		account_reject(pool->account, reader->name, strerror(errno));
	free(reason);
	free(said);
	return true;
}

/* Writes the document that came first, and those behind it. */
static void
settle(struct pool *pool)
{
	struct reader *reader = reader_in_turn(pool, 0);

	if (!hear(pool, reader)) {
		account_reject(pool->account, reader->name,
		    "the program that reads it does not answer");
		if (reader->socket >= 0)
			close(reader->socket);
		reader->socket = -1;
	}
	if (reader->used) {
		writer_flush(&reader->behind);
		if (reader->behind.error != 0 ||
		    !spool_copy(reader->spool, pool->to.out))
			warn_at("pending documents", "%s",
			    strerror(reader->behind.error));
		spool_rewind(reader->spool);
		reader->used = false;
	}
	free((char *)reader->name.p);
	pool->oldest = (pool->oldest + 1) % pool->readers;
	pool->pending--;
}

static void
settle_all(struct pool *pool)
{
	while (pool->pending > 0)
		settle(pool);
}

static struct slice
copy_of(struct slice text)
{
	char *copy = memory_get(text.n);

	memcpy(copy, text.p, text.n);
	return (struct slice){ copy, text.n };
}

static bool
request(const struct pool *pool, const struct reader *reader,
    const struct member *member)
{
	struct errand_request request = {
		.mtime = member->mtime,
		.cells = pool->to.limits->cells,
		.dated = member->dated,
		.name = (uint32_t)member->name.n,
		.url = (uint32_t)member->url.n,
		.title = (uint32_t)member->title.n,
		.date = (uint32_t)member->date.n,
	};

	return errand_send(reader->socket, &request, sizeof(request)) &&
	    errand_send(reader->socket, member->name.p, member->name.n) &&
	    errand_send(reader->socket, member->url.p, member->url.n) &&
	    errand_send(reader->socket, member->title.p, member->title.n) &&
	    errand_send(reader->socket, member->date.p, member->date.n);
}

static const char *
send_away(struct pool *pool, const struct member *member)
{
	struct reader *reader;
	const char    *reason;

	if (pool->pending == pool->readers)
		settle(pool);
	reader = reader_in_turn(pool, pool->pending);
	if (reader->socket < 0 || !spool_rewind(reader->bytes))
		return "the program that reads it could not be had";
	reason = spool_fill(reader->bytes, &member->bytes->stream,
	    pool->to.limits->member_bytes);
	if (reason != NULL)
		return reason;
	/* One that is gone does not answer either. */
	request(pool, reader, member);
	reader->name = copy_of(member->name);
	pool->pending++;
	return member_pending;
}

/* A document that is read here: behind the last one pending. */
static const char *
write_behind(struct pool *pool, const struct member *member)
{
	struct document_writer to = pool->to;
	struct reader         *last;

	if (pool->pending == 0)
		return document_write(&to, member);
	last = reader_in_turn(pool, pool->pending - 1);
	if (last->used && lseek(last->spool, 0, SEEK_CUR) > BEHIND_MAX) {
		settle_all(pool);
		return document_write(&to, member);
	}
	last->used = true;
	to.out = &last->behind;
	return document_write(&to, member);
}

const char *
pool_take(void *context, const struct member *member)
{
	struct pool *pool = context;

	return member->media->format == NULL ? send_away(pool, member)
	                                     : write_behind(pool, member);
}

void
pool_end(struct pool *pool)
{
	settle_all(pool);
	for (unsigned i = 0; i < pool->readers; i++) {
		struct reader *reader = &pool->reader[i];

		if (reader->socket >= 0)
			close(reader->socket);
		free(reader->behind.buffer);
	}
	for (unsigned i = 0; i < pool->readers; i++)
		if (pool->reader[i].pid > 0)
			waitpid(pool->reader[i].pid, NULL, 0);
	free(pool);
}
