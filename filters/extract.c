/* extract: files, directories and archives in, blocks out. */
#include <stddef.h>

#include "cli/cli.h"
#include "format/charset.h"
#include "source/document.h"
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

int
main(int argc, char *argv[])
{
	struct settings        settings = { .limits = limits_default };
	int                    operands = cli_start(&tool, argc, argv, &settings);
	struct account         account = { 0 };
	struct document_writer writer = { &writer_stdout, &settings.limits };
	struct source          source = {
		.limits = settings.limits, .account = &account,
		.take = document_write, .context = &writer,
	};

	charset_prepare();
	source_each(&source, argv + operands, argc - operands);
	account_say(&account);
	return cli_finish();
}
