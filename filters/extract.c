/* extract: files, directories and archives in, blocks out. */
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "format/charset.h"
#include "record/memory.h"
#include "source/document.h"
#include "source/pool.h"
#include "source/source.h"

struct settings {
	struct limits limits;
};

static const struct cli_option options[] = {
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	(void)context;
	(void)letter;
	(void)value;
	return NULL;
}

static const struct cli_tool tool = {
	.name = "extract",
	.purpose = "Writes the paragraphs and table cells of reports as blocks.",
	.operands = "[FILE|DIRECTORY|ARCHIVE ...]",
	.option = options,
	.set = set,
	.output = &block_schema,
};

/* PDFs are read by extract-pdf, which stands beside this program under the
 * same prefix; twice as many as there are processors, so that one that takes
 * long holds up none. */
static struct pool *
start_pool(const char *self, const struct document_writer *to,
    struct account *account)
{
	char *program = memory_get(strlen(self) + sizeof("-pdf"));
	long  processors = sysconf(_SC_NPROCESSORS_ONLN);

	strcpy(program, self);
	strcat(program, "-pdf");
	return pool_start(program,
	    processors > 0 && processors < 32 ? 2 * (unsigned)processors : 2,
	    to, account);
}

int
main(int argc, char *argv[])
{
	struct settings        settings = { .limits = limits_default };
	int                    operands = cli_start(&tool, argc, argv, &settings);
	struct account         account = { 0 };
	struct document_writer writer = { &writer_stdout, &settings.limits };
	struct pool           *pool = start_pool(argv[0], &writer, &account);
	struct source          source = {
		.limits = settings.limits, .account = &account,
		.take = pool_take, .context = pool,
	};

	charset_prepare();
	source_each(&source, argv + operands, argc - operands);
	pool_end(pool);
	account_say(&account);
	return cli_finish();
}
