/* The programs that read documents of some formats for extract, or for a user. */
#ifndef CHILD_PROGRAM_H
#define CHILD_PROGRAM_H

#include "cli/cli.h"
#include "worker.h"

struct program {
	struct worker worker;
	const char   *name;	/* of the document; NULL: its path */
	bool          timed;	/* worker.child.seconds is what was asked for */
	bool          serves;	/* extract */
};

enum { PROGRAM_OPTION_SECONDS = 256, PROGRAM_OPTION_MEMORY,
	PROGRAM_OPTION_NO_SANDBOX, PROGRAM_OPTION_WORKER, PROGRAM_OPTION_OWN };

/* Options that all of them have; a program's own letters are from PROGRAM_OPTION_OWN on. */
#define PROGRAM_OPTIONS                                                       \
	{ 'n', "name", "NAME", "what to call the document" },                 \
	{ PROGRAM_OPTION_SECONDS, "seconds", "N",                             \
	    "processor time for one document (30)" },                         \
	{ PROGRAM_OPTION_MEMORY, "memory", "MIB",                             \
	    "memory for one document (1024)" },                               \
	{ PROGRAM_OPTION_NO_SANDBOX, "no-sandbox", NULL,                      \
	    "give up no rights before reading" },                             \
	{ PROGRAM_OPTION_WORKER, "worker", NULL, "serve extract" }

/* Sets one of these options.  Returns NULL, or why VALUE will not do. */
const char *program_set(struct program *program, int letter, const char *value);

/* Reads the N files at PATH, or standard input if there are none, each in a process of
 * its own, and writes their blocks to writer_stdout. */
void program_read(const struct program *program, char *const path[], int n);

#endif
