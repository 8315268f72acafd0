/* Pairs of numbers, more than memory may hold, to be had again sorted by the first,
 * then by the second: they are parted into buckets as they come, and one bucket is in
 * memory at a time.  What does not fit lies in a nameless file in $TMPDIR. */
#ifndef REUSE_BUCKETS_H
#define REUSE_BUCKETS_H

#include <stddef.h>
#include <stdint.h>

#include "report/section_store.h"

enum { BUCKETS = 128 };

struct bucket_entry {
	uint64_t key, value;
};

struct bucket {
	struct bucket_entry        *entry;	/* that are still in memory */
	size_t               n, room;
	struct kept_section *kept;	/* where others are */
	size_t               kepts, kept_room;
};

struct buckets {		/* all zero: empty */
	struct bucket        bucket[BUCKETS];
	struct section_store store;
	struct buffer        loaded;
};

/* Adds an entry to the bucket NUMBER, less than BUCKETS: of keys in one bucket none may
 * belong behind any of the next.  A disk that does not take it ends the process with
 * 2. */
void buckets_add(struct buckets *buckets, size_t number, struct bucket_entry entry);

/* The N entries of one bucket, sorted, each once. */
typedef void bucket_fn(void *context, const struct bucket_entry entry[], size_t n);

/* Calls FN for each bucket that has any, in their order. */
void buckets_each(struct buckets *buckets, bucket_fn *fn, void *context);

void buckets_free(struct buckets *buckets);

#endif
