/* A process that reads one document at a time for extract, as extract sees it. */
#ifndef CHILD_POOL_WORKER_H
#define CHILD_POOL_WORKER_H

#include <sys/types.h>

#include "protocol.h"
#include "source/source.h"

enum { POOL_OPTIONS = 3 };

struct pool_command {
	const char *program;			/* looked for as a shell does */
	const char *option[POOL_OPTIONS];	/* up to the first NULL */
	bool        converts;	/* one more is wanted, for documents that are
				   converted */
};

struct pool_worker {
	pid_t pid;
	int   socket;		/* -1: it could not be had, or is gone */
	int   bytes, records;	/* spools */
	bool  busy;		/* it has a document */
};

/* What came of a document; its records are in the worker's spool. */
struct pool_answer {
	bool   refused;
	char  *reason, *diagnostics;	/* owned, each with a NUL behind it */
	size_t n;			/* bytes of diagnostics */
};

/* Forks a process that becomes what COMMAND says when there is something to
 * do. */
void pool_worker_start(struct pool_worker *worker,
    const struct pool_command *command);

/* Fills the worker's spool with what FROM gives, LIMIT bytes at most.  Returns
 * NULL, or why not all of it is there. */
const char *pool_worker_fill(struct pool_worker *worker, struct stream *from,
    unsigned long long limit);

/* Sends a request of KIND with what is known of MEMBER; of the one that was kept
 * first, with MEMBER NULL.  That the worker is gone shows when it should
 * answer. */
void pool_worker_ask(struct pool_worker *worker, enum request_kind kind,
    const struct member *member, unsigned long long cells);

/* Waits for the answer, to be freed; one that does not come is a refusal. */
void pool_worker_answer(struct pool_worker *worker, struct pool_answer *answer);
void pool_answer_free(struct pool_answer *answer);

/* Ends the worker when it has nothing left to do; waits for it. */
void pool_worker_close(struct pool_worker *worker);
void pool_worker_await(const struct pool_worker *worker);

#endif
