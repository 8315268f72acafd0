/* extract-pdf: PDFs in, blocks out, each read in a process of its own. */
#include "cli/cli.h"
#include "charset/charset.h"
#include "format/pdf/complaint.h"
#include "format/pdf/ocr.h"
#include "format/pdf/ocr_programs.h"
#include "format/pdf/pdf.h"
#include "source/child/program.h"
#include "userdata/userdata.h"

enum { OPTION_OCR = PROGRAM_OPTION_OWN };

static const struct cli_option options[] = {
	PROGRAM_OPTIONS,
	{ OPTION_OCR, "ocr", NULL,
	    "read pictures of text with tesseract (600 s)" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set(void *context, int letter, const char *value)
{
	struct program *program = context;

	if (letter != OPTION_OCR)
		return program_set(program, letter, value);
	if (!pdf_ocr_is_there())
		return "needs pdftoppm, and tesseract with chi_sim";
	pdf_ocr_wanted = true;
	program->worker.prepare = pdf_ocr_prepare;
	if (!program->timed)
		program->worker.child.seconds = PDF_OCR_SECONDS;
	return NULL;
}

static const struct cli_tool tool = {
	.name = "extract-pdf",
	.purpose = "Writes the paragraphs and table cells of PDFs as blocks.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &block_schema,
	.overlay = userdata_lay,
};

/* Whatever the type: what is no PDF is one that cannot be read. */
static const struct media *
find(const char *type)
{
	static const struct format format = { .binary = true, .read = pdf_read };
	static const struct media  pdf = { "application/pdf", MEDIA_DOCUMENT,
		READ_PDF, &format, NULL };

	(void)type;
	return &pdf;
}

int
main(int argc, char *argv[])
{
	static char *const readable[] = { PDF_TABLES };
	struct program program = { .worker = { .find = find,
		.limits = limits_default, .child = child_limits_default,
		.readable = readable, .readables = 1 } };
	int            operands = cli_start(&tool, argc, argv, &program);

	charset_prepare();
	if (program.serves)
		worker_serve(&program.worker);
	else
		program_read(&program, argv + operands, argc - operands);
	return cli_finish();
}
