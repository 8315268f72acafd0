/* A process that reads documents for extract, as extract sees it: started when
 * there is something to read, replaced when it fails, believed nothing. */
#ifndef CHILD_POOL_WORKER_H
#define CHILD_POOL_WORKER_H

#include "document_batch.h"
#include "nursery.h"
#include "protocol.h"

struct pool_worker {
	struct nursery       *nursery;
	unsigned              slot;
	bool                  kept;	/* it is a reader (reader.h) */
	unsigned long long    seconds;	/* for a document: a reader's processor
					   time, else by the clock */
	const struct limits  *limits;
	struct nursery_ends   ends;	/* none: there is no process now */
	pid_t                 pid;
	int                   status;	/* how the last one ended, or -1 */
	int                   bytes;	/* spool */
	struct document_batch batch;	/* what it was asked last */
	bool                  spilled;	/* ... is in the spool already */
	unsigned              asked, answered;	/* of it */
	enum request_kind     kind;	/* what it was asked last */
	uint64_t              total;	/* bytes of it */
	unsigned long         served;	/* documents, since it was started */
	long long             used;	/* ms of processor time before */
	struct buffer         got;	/* of answers */
	size_t                taken;	/* of it */
};

/* What came of a document. */
struct pool_answer {
	bool         refused;
	char         text[PROTOCOL_TEXT_MAX + 1];	/* why; or why it may not be
						   all, or "" */
	struct slice records;	/* until the worker is asked for more */
};

/* Sets WORKER up; it has no process yet. */
void pool_worker_open(struct pool_worker *worker);

static inline bool
pool_worker_is_idle(const struct pool_worker *worker)
{
	return worker->asked == worker->answered;
}

/* Fills the idle WORKER's spool with what FRAME has not of MEMBER and all that
 * FRAME has.  Returns NULL, or why not all of it is there. */
const char *pool_worker_spill(struct pool_worker *worker,
    struct document_frame *frame, const struct member *member);

/* Asks the idle WORKER for what was spilled, or else for what is in its batch; or
 * with REQUEST_READ_KEPT for the document that was kept first.  That this failed
 * shows when it should answer. */
void pool_worker_ask(struct pool_worker *worker, enum request_kind kind);

/* Waits for the next answer.  Where none comes, or what is none, documents before it
 * may be why: a reader is asked once more, by itself; what comes then, or if it
 * does not come in time, is a refusal that says so.  The documents behind it are
 * read by another process. */
void pool_worker_answer(struct pool_worker *worker,
    struct pool_answer *answer);

/* The last *ANSWER was a lie: the same. */
void pool_worker_distrust(struct pool_worker *worker,
    struct pool_answer *answer);

/* Lets it end when it has nothing left to do. */
void pool_worker_close(struct pool_worker *worker);

#endif
