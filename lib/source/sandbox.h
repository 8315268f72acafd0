/* Giving up what reading documents does not need, so that a fault in a decoder
 * cannot be used for more than wrong output. */
#ifndef SOURCE_SANDBOX_H
#define SOURCE_SANDBOX_H

/* Built with a sanitizer, whose run-time a sandbox or a limit would hinder. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif

/* From here on the process can read below the N PATHS ("-": nothing) and, with
 * none, open nothing at all; it cannot open a file for writing, create one,
 * connect, run a program, make another process or send it a signal; it cannot
 * type into a terminal, and no memory becomes executable.  What is open stays
 * usable.  Returns NULL, or which of it could not be had, Landlock or seccomp: then
 * the other one is in force. */
const char *sandbox_enter(char *const paths[], int n);

#endif
