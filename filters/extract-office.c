/* extract-office: documents of offices' programs in, blocks out. */
#include "cli/cli.h"
#include "charset/charset.h"
#include "format/office_registry.h"
#include "source/child/converter.h"
#include "source/child/program.h"
#include "source/child/reader.h"
#include "userdata/userdata.h"

enum { OPTION_CONVERTER = PROGRAM_OPTION_OWN };

struct settings {
	struct program program;
	bool           converts;
};

static const struct cli_option options[] = {
	PROGRAM_OPTIONS,
	{ OPTION_CONVERTER, "converter", NULL,
	    "serve extract with what LibreOffice makes of documents" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	struct settings *settings = context;

	if (letter != OPTION_CONVERTER)
		return program_set(&settings->program, letter, value);
	settings->converts = true;
	return NULL;
}

static const struct cli_tool tool = {
	.name = "extract-office",
	.purpose = "Writes the paragraphs and table cells of office documents as blocks.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &block_schema,
	.overlay = userdata_lay,
};

static void
serve(const struct worker *worker)
{
	const struct reader_setup setup = { .limits = worker->child,
		.open = worker->readables < 0, .find = worker->find };

	reader_serve(&setup);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { .program.worker = {
		.find = office_media_find, .limits = limits_default,
		.child = child_limits_default } };
	struct worker  *worker = &settings.program.worker;
	int             operands = cli_start(&tool, argc, argv, &settings);

	charset_prepare();
	if (settings.program.serves)
		serve(worker);
	else if (settings.converts) {
		worker->find = converted_media_find;
		converter_serve(worker);
	} else
		program_read(&settings.program, argv + operands, argc - operands);
	return cli_finish();
}
