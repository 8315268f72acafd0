/* A process that stands outside of the sandbox and does nothing but start and end
 * others for one inside: extract can make no process once it reads, but needs
 * a new reader for one that crashed. */
#ifndef CHILD_NURSERY_H
#define CHILD_NURSERY_H

#include <stdbool.h>
#include <sys/types.h>

struct nursery {
	int   socket;		/* -1: there is none */
	pid_t pid;
};

/* What a process and who had it started have to each other. */
struct nursery_ends {
	int requests;		/* of a socket; -1: there is none */
	int answers;		/* of a pipe, to the other */
};

/* What a process of number SLOT does; it has ENDS, and every descriptor that was
 * open when the nursery was started, but for standard input and output, which are
 * /dev/null. */
typedef void nursery_fn(void *context, unsigned slot,
    const struct nursery_ends *ends);

/* Starts a nursery of so many SLOTS, whose processes run FN with CONTEXT, as it is
 * now, and end when it returns.  It may fail: see nursery->socket. */
void nursery_start(struct nursery *nursery, unsigned slots, nursery_fn *fn,
    void *context);

/* Starts process SLOT.  Returns the ends to it, to be closed. */
struct nursery_ends nursery_begin(struct nursery *nursery, unsigned slot,
    pid_t *pid);

/* Ends process SLOT, if it runs still; it is left a while for that if its ends are
 * closed before and NOW is false.  Returns how it ended, as waitpid has it, or -1. */
int nursery_end(struct nursery *nursery, unsigned slot, bool now);

/* Ends it, and all that it started. */
void nursery_close(struct nursery *nursery);

#endif
