/* Work on hostile bytes in a process of its own: whatever happens there,
 * a crash, a hang, memory without end, costs one document. */
#ifndef CHILD_CHILD_H
#define CHILD_CHILD_H

#include <stdbool.h>
#include <stddef.h>

struct apart_limits {
	unsigned long long seconds;	/* of processor time; of time: twice */
	unsigned long long memory;	/* bytes of address space */
	unsigned long long output;	/* bytes of a file it writes */
};

extern const struct apart_limits apart_limits_default;

struct apart_outcome {
	const char *reason;	/* NULL: done; else why not */
	char       *said;	/* what it wrote to stderr, SAID bytes */
	size_t      n;
	char        text[160];	/* may hold the reason */
};

/* Returns NULL, or why it could not be done. */
typedef const char *apart_fn(void *context);

/* Runs FN in a process forked off for it and waits for its end. */
void apart_run(const struct apart_limits *limits, apart_fn *fn, void *context,
    struct apart_outcome *outcome);

void apart_outcome_free(struct apart_outcome *outcome);

#endif
