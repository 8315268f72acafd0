/* report: a page of what is wrong in reports, to look at.  See report(1). */
#include <stdlib.h>

#include "base/memory.h"
#include "base/digits.h"
#include "cli/cli.h"
#include "cli/terminal.h"
#include "record/reader.h"
#include "record/writer.h"
#include "repair/repair_words.h"
#include "report/letter.h"
#include "report/page.h"
#include "report/text_page.h"
#include "report/words.h"
#include "report/report_book.h"
#include "rule/message.h"
#include "userdata/userdata.h"

struct report_page {
	struct material    material;
	struct record_file rejects, last;
	const char        *findings, *repairs, *rejected, *rules, *last_path;
	const char        *documents, *names_path, *faults_path;
	struct fault_list  faults;
	const char        *letters, *until, *workbook_path;
	struct report_book    workbook;
	bool               tells_notes;
	bool               is_text;
	struct text_page   text;
	struct figures     figures;
	struct paper     **paper;
	size_t             papers, room;
	struct arena       names;
	struct section_store sections;
	struct buffer      out;
};

enum { OPTION_LANGUAGE = 256, OPTION_LETTERS, OPTION_UNTIL, OPTION_WORKBOOK, OPTION_FAULTS, OPTION_NAMES,
	OPTION_LAST, OPTION_DOCUMENTS, OPTION_TEXT, OPTION_COLOR, OPTION_WIDTH, OPTION_BY_OFFICE };

static const struct cli_option options[] = {
	{ 'f', "findings", "FILE", "what check found" },
	{ 'p', "repairs", "FILE", "what pinpoint says of it" },
	{ 'x', "rejects", "FILE", "what could not be read" },
	{ 'r', "rules", "FILE", "rules to add, replace, silence" },
	{ OPTION_LAST, "last", "FILE", "what check found in the last round" },
	{ OPTION_DOCUMENTS, "documents", "FILE", "what tabulate tells of documents" },
	{ OPTION_NAMES, "names", "FILE", "the names that the roster has" },
	{ 'a', "all", NULL, "letters tell what is to be considered, too" },
	{ OPTION_LETTERS, "letters", "DIR", "a letter to each office, in a new folder" },
	{ OPTION_UNTIL, "until", "DAY", "by when they are asked to send it again" },
	{ OPTION_FAULTS, "faults", "FILE", "also a list of faults, one a line" },
	{ OPTION_WORKBOOK, "workbook", "FILE", "also a workbook (.xlsx)" },
	{ OPTION_TEXT, "text", NULL, "text for a terminal instead of the page" },
	{ OPTION_COLOR, "color", "auto|always|never", "whether text has colours" },
	{ OPTION_WIDTH, "width", "N", "columns of a line of text" },
	{ OPTION_BY_OFFICE, "by-office", NULL, "the facts are in any order" },
	{ OPTION_LANGUAGE, "lang", "zh|en", "language of the page" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set_width(struct text_page *text, const char *value)
{
	unsigned long long n;

	if (!digits_read(slice_of(value), 10000, &n) || n < 20)
		return "is a number from 20 to 10000";
	text->columns = (size_t)n;
	return NULL;
}

static const char *
set(void *context, int letter, const char *value)
{
	struct report_page *page = context;

	switch (letter) {
	case 'f':
		page->findings = value;
		return NULL;
	case 'p':
		page->repairs = value;
		return NULL;
	case 'x':
		page->rejected = value;
		return NULL;
	case 'r':
		page->rules = value;
		return NULL;
	case 'a':
		page->tells_notes = true;
		return NULL;
	case OPTION_LETTERS:
		page->letters = value;
		return NULL;
	case OPTION_UNTIL:
		page->until = value;
		return NULL;
	case OPTION_DOCUMENTS:
		page->documents = value;
		return NULL;
	case OPTION_LAST:
		page->last_path = value;
		return NULL;
	case OPTION_TEXT:
		page->is_text = true;
		return NULL;
	case OPTION_COLOR:
		return terminal_colours(value, &page->text.has_colours) ? NULL :
		    "is auto, always or never";
	case OPTION_WIDTH:
		return set_width(&page->text, value);
	case OPTION_NAMES:
		page->names_path = value;
		return NULL;
	case OPTION_BY_OFFICE:
		documents_by_office();
		return NULL;
	case OPTION_FAULTS:
		page->faults_path = value;
		return NULL;
	case OPTION_WORKBOOK:
		page->workbook_path = value;
		return NULL;
	default:
		return message_language_set(&page->material.language, value);
	}
}

/* What extract and unread.awk tell of files, see annual(1). */
static const char *const reject_names[REJECT_FIELDS] = {
	[REJECT_PATH] = "path", [REJECT_STATUS] = "status",
	[REJECT_REASON] = "reason",
};
static const struct schema reject_schema =
    { "rejects", reject_names, REJECT_FIELDS };

static void
read_if_given(struct record_file *file, const struct schema *schema,
    const char *path)
{
	*file = (struct record_file){ .schema = schema };
	if (path != NULL)
		record_file_read(file, schema, path);
}

static void
start(struct report_page *page)
{
	struct material *material = &page->material;

	report_words_load();
	repair_words_load();
	material->forms = forms_load();
	material->layouts = layouts_load(material->forms);
	rules_load(&material->rules, material->forms, page->rules);
	claims_collect(&material->claims, &material->rules);
	read_if_given(&material->findings, &finding_schema, page->findings);
	read_if_given(&material->repairs, &repair_schema, page->repairs);
	read_if_given(&material->documents, &document_schema,
	    page->documents);
	read_if_given(&material->names, &name_schema, page->names_path);
	read_if_given(&page->rejects, &reject_schema, page->rejected);
	read_if_given(&page->last, &finding_schema, page->last_path);
	if (page->last_path != NULL)
		last_round_compare(&material->round, &material->findings,
		    &page->last);
	if (page->workbook_path != NULL)
		report_book_open(&page->workbook, material, page->workbook_path);
}

static void
document(void *context, const struct document *document)
{
	struct report_page *page = context;
	struct form_drawing      drawing = { .material = &page->material,
	    .figures = &page->figures, .out = &page->out };
	struct paper       *paper = memory_get(sizeof(*paper));

	*MEMORY_APPEND(page->paper, page->papers, page->room) = paper;
	drawing.document = (unsigned)page->papers;
	figures_take(&page->figures, document);
	claims_note(&page->material.claims, &page->material.rules,
	    &page->figures);
	report_book_add(&page->workbook, &page->figures);
	paper_make(paper, &drawing, &page->figures, &page->names,
	    &page->sections, page->letters != NULL ? letter_row_add : NULL,
	    &page->workbook.rows,
	    page->faults_path != NULL ? &page->faults : NULL);
}

/* What is wrong in DOCUMENT as text, behind an empty line if it is not the first. */
static void
document_text(void *context, const struct document *document)
{
	static struct buffer text;
	struct report_page  *page = context;
	struct form_drawing  drawing = { .material = &page->material,
	    .figures = &page->figures, .out = &page->out };

	text.n = 0;
	if (page->papers++ == 0)
		writer_begin(&writer_stdout);
	else
		buffer_string(&text, "\n");
	figures_take(&page->figures, document);
	text_page_add(&page->text, &drawing, &page->figures, &text);
	writer_part_raw(&writer_stdout, buffer_slice(&text));
}

static void
write_page(struct report_page *page)
{
	struct standings standings;
	struct view      view = { &page->material, &standings, &page->rejects,
	    &page->sections, &page->out };

	page->out.n = 0;
	standings_make(&standings, page->paper, page->papers, &page->material,
	    &page->rejects);
	page_write(&view, &writer_stdout);
	report_book_close(&page->workbook, &view);
	if (page->faults_path != NULL)
		fault_list_write(&page->faults, &page->material,
		    page->faults_path);
	if (page->letters != NULL)
		letters_write(&(struct letters){ &page->material, &standings,
		    page->letters, page->until, page->tells_notes });
	standings_free(&standings);
}

static void
finish(struct report_page *page)
{
	for (size_t i = 0; i < page->papers; i++) {
		paper_free(page->paper[i]);
		free(page->paper[i]);
	}
	free(page->paper);
	figures_free(&page->figures);
	record_file_free(&page->material.findings);
	record_file_free(&page->material.repairs);
	record_file_free(&page->material.documents);
	record_file_free(&page->material.names);
	record_file_free(&page->rejects);
	last_round_free(&page->material.round);
	record_file_free(&page->last);
	claims_free(&page->material.claims);
	rules_free(&page->material.rules);
	layouts_free(page->material.layouts);
	forms_free(page->material.forms);
	arena_free(&page->names);
	fault_list_free(&page->faults);
	section_store_close(&page->sections);
	buffer_free(&page->out);
}

static const struct cli_tool tool = {
	.name = "report",
	.purpose = "Writes a page of what is wrong in reports, to look at.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.overlay = userdata_lay,
};

int
main(int argc, char *argv[])
{
	static struct report_page page;
	int                       operands;

	page.material.language = message_language();
	terminal_colours("auto", &page.text.has_colours);
	operands = cli_start(&tool, argc, argv, &page);
	start(&page);
	documents_each(&fact_schema, argv + operands, argc - operands,
	    page.is_text ? document_text : document, &page);
	if (page.is_text)
		page.papers = 0;	/* none was kept */
	else
		write_page(&page);
	finish(&page);
	return cli_finish();
}
