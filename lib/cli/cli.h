/* What every filter's main has in common: options in the GNU manner, usage,
 * --help and --version, and an end that cannot hide a failed write.
 *
 *	int
 *	main(int argc, char *argv[])
 *	{
 *		struct state state = { 0 };
 *		int          operands = cli_start(&tool, argc, argv, &state);
 *
 *		documents_each(&block_schema, argv + operands,
 *		    argc - operands, document, &state);
 *		return cli_finish();
 *	}
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "record/schema.h"

struct cli_option {
	int         letter;	/* 'g'; above 255: no short form */
	const char *name;	/* "group"; NULL: no long form */
	const char *argument;	/* "FIELD,..."; NULL: takes none */
	const char *help;	/* a few words */
};

struct cli_tool {
	const char              *name;
	const char              *purpose;	/* one line */
	const char              *operands;	/* "[FILE ...]" */
	const struct cli_option *option;	/* ended by letter 0 */
	/* Called for each option; CONTEXT is cli_start's.  Returns NULL, or
	 * the reason why VALUE will not do. */
	const char *(*set)(void *context, int letter, const char *value);
	/* What -H writes a header of; NULL: no -H; without fields: the tool
	 * writes it itself, see cli_header_wanted. */
	const struct schema     *output;
	/* userdata_lay, of a tool that reads the suite's data: then it has the
	 * option --data.  NULL: none. */
	void (*overlay)(const char *directory);
};

/* Sets locale, diagnostics and signals, reads the options and writes the
 * header line if -H asks for it.  Returns the index in ARGV of the first
 * operand.  --help and --version end the process with 0, bad usage with 2. */
int cli_start(const struct cli_tool *tool, int argc, char *argv[],
    void *context);

/* Bad usage of WHAT: says REASON, points to --help, ends the process with 2. */
_Noreturn void cli_usage(const char *what, const char *reason);

/* Whether -H was given; for a tool that writes its own header. */
bool cli_header_wanted(void);

/* Flushes and closes standard output; a failure is reported.  Leaves the mark of a
 * whole run that --finished asks for, unless status_cut_short() was called.  Returns
 * the exit status, the worst met.  To be the last call in main. */
int cli_finish(void);

#endif
