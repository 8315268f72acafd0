/* Work on hostile bytes in a process of its own: whatever happens there,
 * a crash, a hang, memory without end, costs one document. */
#ifndef CHILD_CHILD_H
#define CHILD_CHILD_H

#include <stdbool.h>
#include <stddef.h>

struct child_limits {
	unsigned long long seconds;	/* of processor time; of time: twice */
	unsigned long long memory;	/* bytes of address space; 0: any */
	unsigned long long output;	/* bytes of a file it writes */
};

extern const struct child_limits child_limits_default;

/* In the exit status of a process: the machine is to blame for something. */
enum { CHILD_BLAMES_MACHINE = 32 };

/* The exit status of one that could not become the program that it should. */
enum { CHILD_IS_NO_PROGRAM = 64 };

struct child_outcome {
	const char *reason;	/* NULL: done; else why not */
	const char *late;	/* NULL, or why that may not be all of it */
	char       *said;	/* owned: what it said, N bytes and a NUL */
	size_t      n;
	char        text[160];	/* may hold the reason */
};

/* Returns NULL, or why it could not be done; if done, *LATE may be why that may
 * not be all of it. */
typedef const char *child_fn(void *context, const char **late);

/* Gives the process itself these limits; no seconds: none of time.  That it is not
 * these that refuse memory is in its exit status then. */
void child_limit(const struct child_limits *limits);

/* Runs FN in a process forked off for it and waits for its end.  That the machine
 * failed there is noted here. */
void child_run(const struct child_limits *limits, child_fn *fn, void *context,
    struct child_outcome *outcome);

/* Why a process of that limit of SECONDS, or of none (0), ended with STATUS, which
 * nobody asked of it; *TEXT may hold it.  Notes where the machine is to blame. */
const char *child_end_reason(int status, unsigned long long seconds,
    char (*text)[160]);

void child_outcome_free(struct child_outcome *outcome);

#endif
