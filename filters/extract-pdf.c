/* extract-pdf: PDFs in, blocks out, each read in a process of its own. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "base/digits.h"
#include "base/diagnostics.h"
#include "charset/charset.h"
#include "format/pdf/complaint.h"
#include "format/pdf/ocr.h"
#include "format/pdf/ocr_programs.h"
#include "format/pdf/pdf.h"
#include "base/spool.h"
#include "source/child/worker.h"
#include "userdata/userdata.h"

enum {
	OPTION_SECONDS = 256, OPTION_MEMORY, OPTION_OCR, OPTION_NO_SANDBOX,
	OPTION_WORKER
};

struct settings {
	struct worker worker;
	const char   *name;
	bool          serve, timed;
};

static const struct cli_option options[] = {
	{ 'n', "name", "NAME", "what to call the document" },
	{ OPTION_SECONDS, "seconds", "N",
	    "processor time for one document (30)" },
	{ OPTION_MEMORY, "memory", "MIB", "memory for one document (1024)" },
	{ OPTION_OCR, "ocr", NULL,
	    "read pictures of text with tesseract (600 s)" },
	{ OPTION_NO_SANDBOX, "no-sandbox", NULL,
	    "give up no rights before reading" },
	{ OPTION_WORKER, "worker", NULL, "serve extract" },
	{ 0, NULL, NULL, NULL },
};

/* A number from 1 to MOST, else 0. */
static unsigned long long
number(const char *text, unsigned long long most)
{
	unsigned long long n;

	return digits_read(slice_of(text), most, &n) ? n : 0;
}

static const char *
set(void *context, int letter, const char *value)
{
	struct settings     *settings = context;
	struct child_limits *child = &settings->worker.child;

	switch (letter) {
	case 'n':
		settings->name = value;
		break;
	case OPTION_SECONDS:
		settings->timed = true;
		child->seconds = number(value, 24 * 60 * 60);
		return child->seconds > 0 ? NULL : "not a number of seconds";
	case OPTION_MEMORY:
		child->memory = number(value, 1 << 20) << 20;
		return child->memory > 0 ? NULL : "not a number of MiB";
	case OPTION_OCR:
		if (!pdf_ocr_is_there())
			return "needs pdftoppm, and tesseract with chi_sim";
		pdf_ocr_wanted = true;
		if (!settings->timed)
			child->seconds = PDF_OCR_SECONDS;
		break;
	case OPTION_NO_SANDBOX:
		settings->worker.readables = -1;
		break;
	case OPTION_WORKER:
		settings->serve = true;
		break;
	}
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

static void
read_open(const struct settings *settings, int fd, const char *name)
{
	struct stat          status;
	struct file_stream   file;
	struct lookahead     bytes;
	struct child_outcome outcome;
	struct member        member = { .name = slice_of(name),
		       .media = settings->worker.media, .bytes = &bytes };
	int                  records;

	if (fstat(fd, &status) != 0) {
		warn_at(name, "%s", strerror(errno));
		return;
	}
	records = spool_open();
	if (S_ISREG(status.st_mode)) {
		member.dated = true;
		member.mtime = status.st_mtime;
	}
	file_stream_open(&file, fd);
	lookahead_open(&bytes, &file.stream);
	worker_read(&settings->worker, &member, fd, records, &outcome);
	if (outcome.late != NULL)
		warn_at(name, "%s", outcome.late);
	if (outcome.reason != NULL)
		warn_at(name, "%s", outcome.reason);
	else if (!writer_add_file(&writer_stdout, records))
		warn_at(name, "%s", strerror(errno));
	writer_commit(&writer_stdout);
	child_outcome_free(&outcome);
	lookahead_close(&bytes);
	file_stream_close(&file);
	close(records);
}

static void
read_path(const struct settings *settings, const char *path)
{
	bool        standard_input = slice_is(slice_of(path), "-");
	const char *name = settings->name != NULL ? settings->name : path;
	int         fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY);

	if (fd < 0) {
		warn_at(path, "%s", strerror(errno));
		return;
	}
	read_open(settings, fd, name);
	if (!standard_input)
		close(fd);
}

int
main(int argc, char *argv[])
{
	static const struct format format = { .binary = true, .read = pdf_read };
	static const struct media  pdf = {
		"application/pdf", MEDIA_DOCUMENT, &format, NULL,
	};
	static char *const readable[] = { PDF_TABLES };
	struct settings settings = {
		.worker = { &pdf, limits_default, child_limits_default,
		    readable, 1 },
	};
	int             operands = cli_start(&tool, argc, argv, &settings);

	charset_prepare();
	if (settings.serve)
		worker_serve(&settings.worker);
	else if (operands == argc)
		read_path(&settings, "-");
	for (int i = operands; i < argc && !settings.serve; i++)
		read_path(&settings, argv[i]);
	return cli_finish();
}
