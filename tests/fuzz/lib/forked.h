/* For what may end the process, as bad data of a user do: it runs in another one,
 * which counts what it reaches where this one sees it. */
#ifndef FUZZ_FORKED_H
#define FUZZ_FORKED_H

/* Runs FN; aborts unless it comes back or exits with 0 or 2. */
void forked_run(void (*fn)(void *context), void *context);

#endif
