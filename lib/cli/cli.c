#define _DEFAULT_SOURCE		/* on_exit */
#include "cli.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/display.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "chinese.h"
#include "record/writer.h"

#define VERSION "0.1"

enum { OPTIONS_MAX = 48, LETTER_VERSION = 'V' + 1024,
	LETTER_FINISHED = 'F' + 1024, LETTER_AWK = 'A' + 1024 };

static const struct cli_option common[] = {
	{ 'd', "data", "DIR", "lay the data files in DIR over those built in" },
	{ 'H', "header", NULL, "write a header line with the field names" },
	{ LETTER_AWK, "awk", NULL, "name the fields for awk, and do nothing else" },
	{ LETTER_FINISHED, "finished", "FILE",
	    "empty FILE, write a line to it at the end of a whole run" },
	{ 'h', "help", NULL, "show this help" },
	{ LETTER_VERSION, "version", NULL, "show the version" },
	{ 0, NULL, NULL, NULL },
};

static bool header_wanted;
static bool is_ending;		/* as the program means to */

/* What a whole run leaves its mark in: opened before the sandbox closes. */
static const char *mark_path;
static int         mark = -1;

bool
cli_header_wanted(void)
{
	return header_wanted;
}

/* Whether TOOL has the common option LETTER. */
static bool
is_offered(const struct cli_tool *tool, int letter)
{
	switch (letter) {
	case 'H':
		return tool->output != NULL;
	case LETTER_AWK:
		return tool->output != NULL && tool->output->fields > 0;
	case 'd':
		return tool->overlay != NULL;
	}
	return true;
}

/* Writes TEXT in the user's language.  Returns the columns that it takes. */
static int
put_words(const char *text)
{
	char         room[400];
	struct slice words = slice_of(text), rest;
	int          columns = 0;
	uint32_t     c;

	if (language_is_chinese())
		words = chinese_of(words, room, sizeof(room));
	for (rest = words; rest.n > 0; columns +=
	    (int)display_columns(c, DISPLAY_NARROW))
		rest = slice_from(rest, utf8_decode(rest, &c));
	fwrite(words.p, 1, words.n, stdout);
	return columns;
}

static void
help_option(const struct cli_option *option)
{
	bool is_short = option->letter < 256;
	int  columns = printf("  %c%c%s--%s%s", is_short ? '-' : ' ',
	    is_short ? option->letter : ' ', is_short ? ", " : "  ",
	    option->name, option->argument != NULL ? " " : "");

	if (option->argument != NULL)
		columns += put_words(option->argument);
	printf("%*s", columns < 30 ? 30 - columns : 1, "");
	put_words(option->help);
	putchar('\n');
}

static void
help(const struct cli_tool *tool)
{
	put_words("usage: ");
	printf("%s ", program_name);
	put_words("[OPTION ...] ");
	put_words(tool->operands);
	putchar('\n');
	put_words(tool->purpose);
	fputs("\n\n", stdout);
	for (const struct cli_option *o = tool->option; o->letter != 0; o++)
		help_option(o);
	for (const struct cli_option *o = common; o->letter != 0; o++)
		if (is_offered(tool, o->letter))
			help_option(o);
}

_Noreturn void
cli_usage(const char *what, const char *reason)
{
	warn_at(what, "%s; try '%s --help'", reason, program_name);
	exit(CLI_TROUBLE);
}

/* Ends a process that only had something to tell. */
static _Noreturn void
told(void)
{
	bool failed = ferror(stdout);

	if (fclose(stdout) != 0 || failed)
		warn_at("standard output", "%s", strerror(errno));
	is_ending = true;
	exit((int)status_now());
}

/* The fields of SCHEMA as variables of awk: $org for $3.  What stands behind this on
 * a command line goes on with the program. */
static void
name_for_awk(const struct schema *schema)
{
	puts("BEGIN {\n\tFS = OFS = \"\\t\"");
	for (int i = 0; i < schema->fields; i++)
		printf("\t%s = %d\n", schema->field[i], i + 1);
	puts("}");
}

/* The two notations that getopt_long wants, filled from OPTION. */
struct getopt_tables {
	char          letters[2 * OPTIONS_MAX + 2];
	struct option names[OPTIONS_MAX + 1];
	int           n;
};

static void
add_option(struct getopt_tables *t, const struct cli_option *option)
{
	char *end = t->letters + strlen(t->letters);

	if (t->n == OPTIONS_MAX)
		return;
	if (option->letter < 256) {
		*end++ = (char)option->letter;
		if (option->argument != NULL)
			*end++ = ':';
		*end = '\0';
	}
	t->names[t->n++] = (struct option){ option->name,
	    option->argument != NULL, NULL, option->letter };
}

static void
add_options(struct getopt_tables *t, const struct cli_tool *tool)
{
	for (const struct cli_option *o = tool->option; o->letter != 0; o++)
		add_option(t, o);
	for (const struct cli_option *o = common; o->letter != 0; o++)
		if (is_offered(tool, o->letter))
			add_option(t, o);
}

static void
open_mark(const char *path)
{
	if (mark >= 0)
		close(mark);
	mark_path = path;
	mark = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (mark < 0)
		cli_usage(path, strerror(errno));
}

/* A status of 2 does not tell bad input, of which all was read and the rest is
 * whole, from a run that ended early: the mark does; and whether another run may read
 * more. */
static void
leave_mark(void)
{
	struct slice line = machine_is_to_blame() ?
	    SLICE("finished, but the machine failed\n") : SLICE("finished\n");
	ssize_t      n;

	do
		n = write(mark, line.p, line.n);
	while (n < 0 && errno == EINTR);
	if (close(mark) != 0 || n < 0) {
		warn_at(mark_path, "%s", strerror(errno));
		unlink(mark_path);	/* the run counts as one that ended early */
	}
}

static void
set_option(const struct cli_tool *tool, void *context, int letter)
{
	const char *reason;

	switch (letter) {
	case 'h':
		help(tool);
		told();
	case LETTER_VERSION:
		printf("%s (nianbao) %s\n", program_name, VERSION);
		told();
	case LETTER_AWK:
		name_for_awk(tool->output);
		told();
	case 'H':
		header_wanted = true;
		return;
	case LETTER_FINISHED:
		open_mark(optarg);
		return;
	case 'd':
		if (tool->overlay != NULL) {
			tool->overlay(optarg);
			return;
		}
		break;
	}
	reason = tool->set(context, letter, optarg);
	if (reason != NULL)
		cli_usage(optarg != NULL ? optarg : tool->name, reason);
}

/* What getopt_long could not take: ARGUMENT, or a letter of it. */
_Noreturn static void
refuse_option(const char *argument, bool is_known)
{
	char letter[] = { '-', (char)optopt, '\0' };

	cli_usage(optopt > 0 && optopt < 256 && strncmp(argument, "--", 2) !=
	    0 ? letter : argument, is_known ? "wants an argument" :
	    "no such option, or it takes no argument");
}

/* A program may be started without standard input, output or diagnostics: then
 * no file may come to be opened in their place.  What stands there fails as they
 * would. */
static void
keep_standard_places(void)
{
	static const int mode[] = { O_WRONLY, O_RDONLY, O_WRONLY };

	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", mode[fd]) != fd)
			exit(CLI_TROUBLE);
}

/* A library that ends the process, as libarchive does when memory ends, says 1:
 * which here means that errors were found. */
static void
judge_end(int with, void *unused)
{
	(void)unused;
	if (is_ending || with == CLI_TROUBLE)
		return;
	warn_at("ended early", "by a library");
	_exit(CLI_TROUBLE);
}

int
cli_start(const struct cli_tool *tool, int argc, char *argv[], void *context)
{
	struct getopt_tables tables = { .letters = ":" };
	int                  letter;

	keep_standard_places();
	on_exit(judge_end, NULL);
	program_name = argc > 0 ? argv[0] : tool->name;
	if (strrchr(program_name, '/') != NULL)
		program_name = strrchr(program_name, '/') + 1;
	if (language_is_chinese())
		diagnostics_speak(chinese_of);
	hash_key_draw();
	/* Names and text are UTF-8 whatever the user's locale. */
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		setlocale(LC_CTYPE, "");
	/* A parent may have left SIGPIPE ignored; a closed pipe is to end the
	 * filter quietly. */
	signal(SIGPIPE, SIG_DFL);
	add_options(&tables, tool);
	opterr = 0;	/* refuse_option tells */
	while ((letter = getopt_long(argc, argv, tables.letters, tables.names,
	    NULL)) != -1)
		if (letter == '?' || letter == ':')
			refuse_option(argv[optind - 1], letter == ':');
		else
			set_option(tool, context, letter);
	if (header_wanted && tool->output != NULL && tool->output->fields > 0)
		writer_header(&writer_stdout, tool->output);
	return optind;
}

int
cli_finish(void)
{
	int error = writer_close(&writer_stdout);

	is_ending = true;
	if (error != 0)
		warn_at("standard output", "%s", strerror(error));
	else if (mark >= 0 && !status_is_cut_short())
		leave_mark();
	return (int)status_now();
}
