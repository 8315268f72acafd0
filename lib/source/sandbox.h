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

/* From here on the process can read below the N PATHS ("-" and none: nothing
 * more) where the kernel has Landlock, anywhere where it has not; it cannot
 * open a file for writing, create one, connect, run a program or make another
 * process, and no memory becomes executable.  What is open stays usable.
 * Returns NULL, or why nothing was given up. */
const char *sandbox_enter(char *const paths[], int n);

#endif
