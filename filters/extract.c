/* extract: files, directories and archives in, blocks out. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "base/digits.h"
#include "base/diagnostics.h"
#include "charset/charset.h"
#include "data/data.h"
#include "format/convert/batch.h"
#include "format/convert/convert.h"
#include "format/convert/walls.h"
#include "format/pdf/ocr.h"
#include "format/pdf/ocr_programs.h"
#include "base/memory.h"
#include "source/blocks.h"
#include "source/child/pool.h"
#include "source/operands.h"
#include "source/sandbox.h"
#include "source/source.h"
#include "userdata/userdata.h"

enum { MIB = 1024 * 1024 };

#define RANGE_END (1ull << 60)

enum {
	OPTION_MEMBER_BYTES = 256, OPTION_TEXT_BYTES, OPTION_ARCHIVE_BYTES,
	OPTION_RATIO, OPTION_MEMBERS, OPTION_DEPTH, OPTION_CELLS, OPTION_TABLES,
	OPTION_REJECTS, OPTION_INTAKE, OPTION_FILES, OPTION_MANIFEST, OPTION_SKIP, OPTION_PROGRESS,
	OPTION_NO_SANDBOX, OPTION_OCR, OPTION_CONVERT, OPTION_REQUIRE_SANDBOX,
	OPTION_SECONDS, OPTION_MEMORY, OPTION_RANGE,
};

struct settings {
	struct limits limits;
	struct entry_range  range;
	const char   *manifest, *rejects, *intake, *files;
	struct skips  skips;
	bool          progress, quiet;
	bool          open, walled;	/* no sandbox; none but a whole one */
	bool          ocr, convert;
	const char   *seconds;	/* as given; NULL: not */
	struct reader_setup reader;
};

static const struct cli_option options[] = {
	{ OPTION_MANIFEST, "manifest", "FILE",
	    "what a scraper noted: path, url, title, date (CSV or TSV)" },
	{ OPTION_REJECTS, "rejects", "FILE",
	    "write there what became no document, and why (TSV)" },
	{ OPTION_INTAKE, "intake", "FILE",
	    "write there what became of every file and member (TSV)" },
	{ OPTION_FILES, "files0-from", "FILE",
	    "read what FILE names too, each name ended by NUL" },
	{ OPTION_SKIP, "skip", "FILE",
	    "not FILE, nor what is in it, in the directories (may be repeated)" },
	{ OPTION_RANGE, "range", "FROM-TO",
	    "of archives only these entries, the first is 1" },
	{ OPTION_PROGRESS, "progress", NULL, "show how far it is" },
	{ OPTION_OCR, "ocr", NULL,
	    "read PDFs that are pictures with tesseract" },
	{ OPTION_CONVERT, "convert", NULL,
	    "read rare formats with LibreOffice" },
	{ 'q', "quiet", NULL, "no count of the members at the end" },
	{ OPTION_NO_SANDBOX, "no-sandbox", NULL, "keep every privilege" },
	{ OPTION_REQUIRE_SANDBOX, "require-sandbox", NULL,
	    "read nothing without a whole sandbox" },
	{ OPTION_SECONDS, "seconds", "N",
	    "limit on the processor time of a document (30)" },
	{ OPTION_MEMORY, "memory", "SIZE",
	    "limit on the memory of a reader (1G)" },
	{ OPTION_MEMBER_BYTES, "member-bytes", "SIZE",
	    "limit on a document (256M)" },
	{ OPTION_TEXT_BYTES, "text-bytes", "SIZE",
	    "limit on the records of a document (16M)" },
	{ OPTION_ARCHIVE_BYTES, "archive-bytes", "SIZE",
	    "limit on an archive, unpacked (64G)" },
	{ OPTION_RATIO, "ratio", "N", "limit on unpacked to packed (1000)" },
	{ OPTION_MEMBERS, "members", "N",
	    "limit on members of an archive (100M)" },
	{ OPTION_DEPTH, "depth", "N", "limit on archives in archives (3)" },
	{ OPTION_CELLS, "table-cells", "N",
	    "limit on the cells of a table (1M)" },
	{ OPTION_TABLES, "open-tables", "N",
	    "limit on tables in tables (64)" },
	{ 0, NULL, NULL, NULL },
};

/* The number that TEXT is, with K, M, G or T behind it for a power of 1024. */
static const char *
read_size(const char *text, unsigned long long most, unsigned long long *size)
{
	static const char letters[] = "KMGT";
	size_t            n = digits_at(slice_of(text), size);
	const char       *letter = n > 0 && text[n] != '\0' ?
	    strchr(letters, text[n]) : NULL;
	int               bits = letter == NULL ? 0 :
	    10 * (int)(letter - letters + 1);

	if (n == 0 || text[n + (letter != NULL)] != '\0')
		return "not a number";
	if (*size == 0 || *size > most >> bits)
		return "out of range";
	*size <<= bits;
	return NULL;
}

/* "100-199", or "200-" for all that follow. */
static const char *
read_range(const char *text, struct entry_range *range)
{
	size_t n = digits_at(slice_of(text), &range->first);
	struct slice last = slice_from(slice_of(text), n + (text[n] == '-'));

	range->last = RANGE_END;
	if (n == 0 || text[n] != '-' || (last.n > 0 &&
	    !digits_read(last, RANGE_END, &range->last)))
		return "not a range like 1-500 or 501-";
	return range->first == 0 || range->first > range->last ?
	    "out of range" : NULL;
}

static const char *
set(void *context, int letter, const char *value)
{
	struct settings *s = context;
	unsigned long long *const limit[] = {
		[OPTION_MEMBER_BYTES - 256] = &s->limits.member_bytes,
		[OPTION_TEXT_BYTES - 256] = &s->limits.text_bytes,
		[OPTION_ARCHIVE_BYTES - 256] = &s->limits.archive_bytes,
		[OPTION_RATIO - 256] = &s->limits.ratio,
		[OPTION_MEMBERS - 256] = &s->limits.members,
		[OPTION_DEPTH - 256] = &s->limits.depth,
		[OPTION_CELLS - 256] = &s->limits.cells,
		[OPTION_TABLES - 256] = &s->limits.tables,
	};

	switch (letter) {
	case OPTION_MANIFEST:
		s->manifest = value;
		break;
	case OPTION_REJECTS:
		s->rejects = value;
		break;
	case OPTION_INTAKE:
		s->intake = value;
		break;
	case OPTION_FILES:
		s->files = value;
		break;
	case OPTION_SKIP:
		skips_add(&s->skips, value);
		break;
	case OPTION_RANGE:
		return read_range(value, &s->range);
	case OPTION_PROGRESS:
		s->progress = true;
		break;
	case OPTION_OCR:
		s->ocr = true;
		return pdf_ocr_is_there() ? NULL :
		    "needs pdftoppm, and tesseract with chi_sim";
	case OPTION_CONVERT:
		s->convert = true;
		return walls_show("soffice") && walls_are_there() ? NULL :
		    "needs soffice (LibreOffice) and bwrap (bubblewrap)";
	case OPTION_NO_SANDBOX:
		s->open = s->reader.open = true;
		break;
	case OPTION_REQUIRE_SANDBOX:
		s->walled = true;
		break;
	case 'q':
		s->quiet = true;
		break;
	case OPTION_SECONDS:
		s->seconds = value;
		return digits_read(slice_of(value), 24 * 60 * 60,
		    &s->reader.limits.seconds) &&
		    s->reader.limits.seconds > 0 ? NULL :
		    "not a number of seconds";
	case OPTION_MEMORY:
		return read_size(value, 1ull << 50, &s->reader.limits.memory);
	case OPTION_DEPTH:	/* each level holds a reader in memory */
		return read_size(value, 16, &s->limits.depth);
	case OPTION_CELLS:
	case OPTION_TABLES:
		return read_size(value, 1u << 30, limit[letter - 256]);
	default:
		return read_size(value, 1ull << 60, limit[letter - 256]);
	}
	return NULL;
}

static const struct cli_tool tool = {
	.name = "extract",
	.purpose = "Writes the paragraphs and table cells of reports as blocks.",
	.operands = "[FILE|DIRECTORY|ARCHIVE ...]",
	.option = options,
	.set = set,
	.output = &block_schema,
	.overlay = userdata_lay,
};

/* What a program that reads documents must be told, behind N that it is already. */
static void
add_options(const struct settings *settings, const char *option[CREW_OPTIONS],
    int n)
{
	static char memory[DIGITS_BYTES + 1];

	if (settings->open)
		option[n++] = "--no-sandbox";
	if (settings->seconds != NULL) {
		option[n++] = "--seconds";
		option[n++] = settings->seconds;
	}
	snprintf(memory, sizeof(memory), "%llu",
	    settings->reader.limits.memory / MIB);
	option[n++] = "--memory";
	option[n++] = memory;
	if (data_folder() != NULL) {
		option[n++] = "--data";
		option[n++] = data_folder();
	}
}

/* The program that stands beside this one, SELF, under the same prefix. */
static char *
program_beside(const char *self, const char *ending)
{
	char *program = memory_get(strlen(self) + strlen(ending) + 1);

	strcpy(program, self);
	strcat(program, ending);
	return program;
}

/* PDFs have twice as many processes as there are processors, so that one that takes
 * long holds up none. */
static void
set_up_pool(struct pool_setup *setup, const char *self,
    const struct settings *settings)
{
	long                n = sysconf(_SC_NPROCESSORS_ONLN);
	unsigned            processors = n > 0 && n < 32 ? (unsigned)n : 1;
	unsigned long long  seconds = settings->reader.limits.seconds;
	unsigned long long  pdf_seconds = settings->ocr && settings->seconds == NULL ?
	    PDF_OCR_SECONDS : seconds;
	struct crew_setup  *crew = setup->crew;

	setup->reader = settings->reader;
	setup->reader.limits.output += settings->limits.text_bytes;
	crew[READ_HERE] = (struct crew_setup){ .n = processors, .kept = true,
		.seconds = seconds };
	crew[READ_OFFICE] = (struct crew_setup){ .n = processors, .kept = true,
		.seconds = seconds, .option = { "--worker" },
		.program = program_beside(self, "-office") };
	crew[READ_PDF] = (struct crew_setup){ .n = 2 * processors,
		.seconds = 2 * pdf_seconds + 10,
		.option = { "--worker", settings->ocr ? "--ocr" : NULL },
		.program = program_beside(self, "-pdf") };
	crew[READ_CONVERTED] = (struct crew_setup){ .n = settings->convert,
		.seconds = 2 * seconds + 10 + 2 * (2 * CONVERT_SECONDS +
		CONVERT_MORE_SECONDS * CONVERT_BATCH),
		.option = { "--converter" },
		.program = crew[READ_OFFICE].program };
	add_options(settings, crew[READ_OFFICE].option, 1);
	add_options(settings, crew[READ_PDF].option, 1 + settings->ocr);
	add_options(settings, crew[READ_CONVERTED].option, 1);
}

/* A file that an option names cannot be had, for REASON unless that is NULL: this
 * ends the run. */
static void
want(const char *file, const char *reason)
{
	if (reason == NULL)
		return;
	warn_at(file, "%s", reason);
	exit(CLI_TROUBLE);
}

/* A list in FILE, which W writes; NULL where no FILE is wanted. */
static struct writer *
open_list(const char *file, struct writer *w)
{
	int fd;

	if (file == NULL)
		return NULL;
	fd = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	want(file, fd < 0 ? strerror(errno) : NULL);
	writer_open(w, fd);
	return w;
}

/* Opens what the options name. */
static void
open_files(const struct settings *settings, struct source *source,
    struct writer list[2])
{
	const char *reason = NULL;

	if (settings->manifest != NULL)
		source->manifest = manifest_read(settings->manifest, &reason);
	want(settings->manifest, reason);
	source->tally->list = open_list(settings->rejects, &list[0]);
	source->tally->members = open_list(settings->intake, &list[1]);
}

/* What is to be read: standard input where nothing is named. */
static void
find_operands(const struct settings *settings, struct operands *operands,
    char *argv[], int n)
{
	static char standard_input[] = "-";

	for (int i = 0; i < n; i++)
		operands_add(operands, argv[i]);
	if (settings->files != NULL)
		want(settings->files,
		    operands_add_listed(operands, settings->files));
	else if (n == 0)
		operands_add(operands, standard_input);
}

/* The sandbox is not whole, for REASON: a run that requires it ends here. */
static void
say_no_wall(const struct settings *settings, const char *reason)
{
	if (settings->walled) {
		warn_at("no whole sandbox", "%s", reason);
		exit(CLI_TROUBLE);
	}
	if (!settings->open)
		remark("no whole sandbox: %s", reason);
}

/* Everything that opens files or starts processes stands before this. */
static void
enter_sandbox(const struct settings *settings, const struct operands *operands)
{
	static char *const none[] = { "-" };
	const char        *reason = settings->open ? "not wanted" :
	    operands->n == 0 ? sandbox_enter(none, 1) :
	    sandbox_enter(operands->path, (int)operands->n);

	if (reason != NULL)
		say_no_wall(settings, reason);
}

/* tesseract and pdftoppm are run by others, with the walls of those. */
static void
check_ocr_walls(const struct settings *settings)
{
	if (settings->ocr && !pdf_ocr_is_walled())
		say_no_wall(settings,
		    "tesseract and pdftoppm run without bubblewrap");
}

/* What readers, which can open nothing, need later. */
static void
prepare_charsets(void)
{
	const char *reason = charset_prepare();

	if (reason != NULL)
		remark("no converter for %s", reason);
}

/* Ends the list in FILE. */
static void
close_list(const char *file, struct writer *list)
{
	int error = list == NULL ? 0 : writer_close(list);

	if (error == 0)
		return;
	warn_at(file, "%s", strerror(error));
	status_cut_short();
}

static int
finish(const struct settings *settings, struct source *source)
{
	int status;

	if (source->manifest != NULL) {
		if (source->range.last == 0)	/* it has all files */
			manifest_report(source->manifest);
		manifest_free(source->manifest);
	}
	skips_free(&source->skips);
	close_list(settings->rejects, source->tally->list);
	close_list(settings->intake, source->tally->members);
	status = cli_finish();
	clear_progress();
	if (!settings->quiet)
		tally_report(source->tally);
	return status;
}

int
main(int argc, char *argv[])
{
	struct settings   settings = { .limits = limits_default,
		.reader = { .limits = child_limits_default,
		.find = media_find } };
	int               first = cli_start(&tool, argc, argv, &settings);
	struct operands   operands = { 0 };
	struct tally      tally = { 0 };
	struct writer     lists[2];
	struct pool_setup setup = { .serve = reader_serve, .tally = &tally,
		.to = { .out = &writer_stdout, .limits = &settings.limits } };
	struct source     source = {
		.limits = settings.limits, .range = settings.range, .tally = &tally,
		.take = pool_take, .mark = pool_mark,
		.converts = settings.convert, .skips = settings.skips,
	};

	check_ocr_walls(&settings);
	prepare_charsets();
	set_up_pool(&setup, argv[0], &settings);
	source.context = pool_start(&setup);
	open_files(&settings, &source, lists);
	find_operands(&settings, &operands, argv + first, argc - first);
	if (settings.progress)
		progress_start(&tally.progress, operands.path, operands.n);
	enter_sandbox(&settings, &operands);
	source_each(&source, operands.path, operands.n);
	operands_free(&operands);
	pool_end(source.context);
	free((char *)setup.crew[READ_OFFICE].program);
	free((char *)setup.crew[READ_PDF].program);
	return finish(&settings, &source);
}
