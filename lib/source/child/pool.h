/* Documents read by other processes, several at once, and written in the order
 * of the input all the same.
 *
 * Most are read by readers (reader.h), many together; PDFs by processes of a program that
 * get one at a time.  Documents that are converted
 * are kept until there are many, or the end of the input, as LibreOffice takes
 * seconds to start; what comes behind them waits, up to a bound: memory and disk
 * are the same however many there are. */
#ifndef CHILD_POOL_H
#define CHILD_POOL_H

#include "format/registry.h"
#include "reader.h"
#include "source/blocks.h"
#include "source/source.h"

enum { CREW_OPTIONS = 9 };

/* The processes that read for one of enum media_reader. */
struct crew_setup {
	unsigned           n;		/* so many at once */
	bool               kept;	/* they are readers, and get many documents */
	const char        *program;	/* looked for as a shell does; NULL: serve */
	const char        *option[CREW_OPTIONS];	/* up to the first NULL */
	unsigned long long seconds;	/* for a document: a reader's processor time,
					   else by the clock */
};

struct pool_setup {
	struct crew_setup   crew[MEDIA_READERS];	/* READ_CONVERTED: one, or none */
	reader_fn          *serve;	/* what readers without a program do */
	struct reader_setup reader;
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
