/* Documents read by other processes, several at once, and written in the order
 * of the input all the same.
 *
 * Each worker is a process forked before extract gives up what it does not
 * need; it becomes the reading program when its first document comes, so a run
 * without such documents costs next to nothing. */
#ifndef CHILD_POOL_H
#define CHILD_POOL_H

#include "source/blocks.h"
#include "source/source.h"

struct pool;

enum { POOL_OPTIONS = 3 };

struct pool_command {
	const char *program;			/* looked for as a shell does */
	const char *option[POOL_OPTIONS];	/* up to the first NULL */
};

/* COMMAND is to read the documents of media types whose format is NULL, under
 * the name of this program in its diagnostics; WORKERS of them at once.  What
 * comes of them goes where TO says, as all other documents do, and into
 * TALLY. */
struct pool *pool_start(const struct pool_command *command, unsigned workers,
    const struct block_output *to, struct tally *tally);

/* A member_fn; CONTEXT is a pool.  Documents that other processes read are
 * pending (member_pending) until later. */
const char *pool_take(void *context, const struct member *member);

/* Waits for all that is pending, and ends the workers. */
void pool_end(struct pool *pool);

#endif
