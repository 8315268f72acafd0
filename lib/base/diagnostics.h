/* Diagnostics: one line on stderr, `tool: place: reason', and the exit status
 * remembers that something was wrong. */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

#include <stdbool.h>

#include "slice.h"

/* Exit statuses of every filter; a filter's own is the worst it met. */
enum cli_status {
	CLI_DONE = 0,
	CLI_FOUND = 1,		/* done, and check found errors */
	CLI_TROUBLE = 2,	/* bad usage or input, failed write */
};

/* Reports something wrong at PLACE (a file, an archive member) and makes the
 * exit status CLI_TROUBLE.  What a terminal would obey, or show nothing of, in
 * PLACE or in the message is written as an escape (visible.h). */
void warn_at(const char *place, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same at a place that has no NUL behind it. */
void warn_of(struct slice place, const char *reason);

/* The same with a line number behind the place: `tool: file:12: reason'. */
void warn_at_line(const char *file, unsigned long long line,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A remark that leaves the exit status as it is. */
void remark(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Shows what is not there for long: on the last line of stderr, a terminal, until the
 * next of these, a diagnostic or clear_progress. */
void show_progress(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
void clear_progress(void);

/* Raises the exit status to STATUS if it is lower, and tells it. */
void            status_raise(enum cli_status status);
enum cli_status status_now(void);

/* Notes that what is written is less than the input gives, for a reason that lies
 * not in the input: a file that cannot be opened, or not be written. */
void status_cut_short(void);
bool status_is_cut_short(void);

/* Has places and messages told in the words of WORDS: those for TEXT, in ROOM of
 * N bytes, or TEXT itself. */
void diagnostics_speak(struct slice (*words)(struct slice text, char *room,
    size_t n));

/* The name in front of every diagnostic, as in argv[0]. */
extern const char *program_name;

#endif
