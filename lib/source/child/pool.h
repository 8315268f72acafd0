/* Documents read by other processes, several at once, and written in the order
 * of the input all the same.
 *
 * Most are read by readers (reader.h), many together; those of media types without
 * a format by a program of their own, one at a time.  Documents that are converted
 * are kept until there are many, or the end of the input, as LibreOffice takes
 * seconds to start; what comes behind them waits, up to a bound: memory and disk
 * are the same however many there are. */
#ifndef CHILD_POOL_H
#define CHILD_POOL_H

#include "reader.h"
#include "source/blocks.h"
#include "source/source.h"

enum { POOL_OPTIONS = 8 };

struct pool_setup {
	reader_fn          *serve;	/* what readers do */
	struct reader_setup reader;
	unsigned            readers;	/* so many at once */
	const char         *program;	/* looked for as a shell does */
	const char         *option[POOL_OPTIONS];	/* up to the first NULL */
	unsigned            programs;
	unsigned long long  seconds;	/* the program answers within, for one
					   document */
	bool                converts;	/* one more is wanted, for documents that
					   are converted */
	struct block_output to;
	struct tally       *tally;
};

struct pool;

/* Processes are started as SETUP, which stays, says, with what is open and loaded
 * now, when there is something for them to do. */
struct pool *pool_start(const struct pool_setup *setup);

/* A member_fn; CONTEXT is a pool.  Documents are pending (member_pending) until
 * later. */
const char *pool_take(void *context, const struct member *member);

/* A mark_fn; CONTEXT is a pool. */
mark_fn pool_mark;

/* Waits for all that is pending, and ends the processes. */
void pool_end(struct pool *pool);

#endif
