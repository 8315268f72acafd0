/* Work on hostile bytes in a process of its own: whatever happens there,
 * a crash, a hang, memory without end, costs one document. */
#ifndef CHILD_CHILD_H
#define CHILD_CHILD_H

#include <stdbool.h>
#include <stddef.h>

struct child_limits {
	unsigned long long seconds;	/* of processor time; of time: twice */
	unsigned long long memory;	/* bytes of address space */
	unsigned long long output;	/* bytes of a file it writes */
};

extern const struct child_limits child_limits_default;

struct child_outcome {
	const char *reason;	/* NULL: done; else why not */
	char       *diagnostics;	/* what it wrote to stderr, N bytes */
	size_t      n;
	char        text[160];	/* may hold the reason */
};

/* Returns NULL, or why it could not be done. */
typedef const char *child_fn(void *context);

/* Runs FN in a process forked off for it and waits for its end. */
void child_run(const struct child_limits *limits, child_fn *fn, void *context,
    struct child_outcome *outcome);

void child_outcome_free(struct child_outcome *outcome);

#endif
