/* Documents read by other processes, several at once, and written in the order
 * of the input all the same.
 *
 * Each worker is a process forked before extract gives up what it does not
 * need; it becomes the reading program when its first document comes, so a run
 * without such documents costs next to nothing.
 *
 * Documents that are converted are kept until there are many, or the end of the
 * input, as LibreOffice takes seconds to start; what comes behind them waits, up
 * to a bound: memory and disk are the same however many there are. */
#ifndef CHILD_POOL_H
#define CHILD_POOL_H

#include "pool_worker.h"
#include "source/blocks.h"
#include "source/source.h"

struct pool;

/* COMMAND is to read the documents of media types whose format is NULL, under
 * the name of this program in its diagnostics; WORKERS of them at once.  What
 * comes of them goes where TO says, as all other documents do, and into
 * TALLY. */
struct pool *pool_start(const struct pool_command *command, unsigned workers,
    const struct block_output *to, struct tally *tally);

/* A member_fn; CONTEXT is a pool.  Documents that other processes read are
 * pending (member_pending) until later. */
const char *pool_take(void *context, const struct member *member);

/* A mark_fn; CONTEXT is a pool. */
mark_fn pool_mark;

/* Waits for all that is pending, and ends the workers. */
void pool_end(struct pool *pool);

#endif
