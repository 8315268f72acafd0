/* Giving up what reading documents does not need, so that a fault in a decoder
 * cannot be used for more than wrong output. */
#ifndef SOURCE_SANDBOX_H
#define SOURCE_SANDBOX_H

#include "base/sanitized.h"

/* From here on the process can read below the N PATHS ("-": nothing) and, with
 * none, open nothing at all; it cannot open a file for writing, create one,
 * connect, run a program, make another process or send it a signal; it cannot
 * type into a terminal, and no memory becomes executable.  What is open stays
 * usable.  Returns NULL, or which of it could not be had, Landlock or seccomp: then
 * the other one is in force. */
const char *sandbox_enter(char *const paths[], int n);

#endif
