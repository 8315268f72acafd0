#include "report_book.h"

#include <stdio.h>

#include "document_link.h"
#include "overview.h"
#include "plain_text.h"
#include "words.h"

enum office_column {
	OFFICE_NAME, OFFICE_REGION, OFFICE_STATE, OFFICE_ERRORS, OFFICE_DUTIES,
	OFFICE_SUSPECTS, OFFICE_NOTES, OFFICE_NEW, OFFICE_LEFT, OFFICE_MENDED,
	OFFICE_WAIVED, OFFICE_WEIGHT, OFFICE_REPORTS,
	OFFICE_WORST,
	OFFICE_COLUMNS
};

static const struct sheet_colour standing_colours[] = {
	{ "state.bad", TINT_ERROR }, { "state.ask", TINT_SUSPECT },
	{ "state.unread", TINT_DUTY }, { "state.missing", TINT_DUTY },
	{ "state.ok", TINT_GOOD }, { NULL, TINT_NOTE },
};

static const struct sheet_column office_columns[OFFICE_COLUMNS] = {
	[OFFICE_NAME] = { "column.unit", 30, LOOK_TEXT, NULL },
	[OFFICE_REGION] = { "column.region", 16, LOOK_TEXT, NULL },
	[OFFICE_STATE] = { "column.state", 10, LOOK_TEXT, standing_colours },
	[OFFICE_ERRORS] = { "level.error", 8, LOOK_NUMBER, NULL },
	[OFFICE_DUTIES] = { "level.duty", 8, LOOK_NUMBER, NULL },
	[OFFICE_SUSPECTS] = { "level.suspect", 8, LOOK_NUMBER, NULL },
	[OFFICE_NOTES] = { "level.note", 8, LOOK_NUMBER, NULL },
	[OFFICE_NEW] = { "change.new", 8, LOOK_NUMBER, NULL },
	[OFFICE_LEFT] = { "change.left", 8, LOOK_NUMBER, NULL },
	[OFFICE_MENDED] = { "change.mended", 8, LOOK_NUMBER, NULL },
	[OFFICE_WAIVED] = { "change.waived", 8, LOOK_NUMBER, NULL },
	[OFFICE_WEIGHT] = { "column.weight", 9, LOOK_NUMBER, NULL },
	[OFFICE_REPORTS] = { "column.reports", 9, LOOK_NUMBER, NULL },
	[OFFICE_WORST] = { "column.worst", 72, LOOK_WRAPPED, NULL },
};

static const struct sheet_shape office_shape = {
	.word = "units", .column = office_columns, .columns = OFFICE_COLUMNS,
	.fixed = 1, .has_links = true,
};

enum roster_column {
	ROSTER_NAME, ROSTER_REGION, ROSTER_YEAR, ROSTER_STATE, ROSTER_FILE,
	ROSTER_REASON, ROSTER_TYPE, ROSTER_PUBLISHED, ROSTER_SHA256,
	ROSTER_COLUMNS
};

static const struct sheet_colour roster_colours[] = {
	{ "roster.received", TINT_GOOD }, { "state.unread", TINT_DUTY },
	{ "state.missing", TINT_DUTY }, { "roster.other", TINT_NOTE },
	{ NULL, TINT_NOTE },
};

static const struct sheet_column roster_columns[ROSTER_COLUMNS] = {
	[ROSTER_NAME] = { "column.unit", 30, LOOK_TEXT, NULL },
	[ROSTER_REGION] = { "column.region", 16, LOOK_TEXT, NULL },
	[ROSTER_YEAR] = { "year", 7, LOOK_NUMBER, NULL },
	[ROSTER_STATE] = { "column.state", 14, LOOK_TEXT, roster_colours },
	[ROSTER_FILE] = { "file", 60, LOOK_WRAPPED, NULL },
	[ROSTER_REASON] = { "unread.reason", 48, LOOK_WRAPPED, NULL },
	[ROSTER_TYPE] = { "document.type", 20, LOOK_TEXT, NULL },
	[ROSTER_PUBLISHED] = { "document.published", 12, LOOK_TEXT, NULL },
	[ROSTER_SHA256] = { "document.sha256", 20, LOOK_TEXT, NULL },
};

static const struct sheet_shape roster_shape = {
	.word = "sheet.roster", .column = roster_columns,
	.columns = ROSTER_COLUMNS, .fixed = 1, .has_links = true,
};

enum unread_column { UNREAD_FILE, UNREAD_REASON, UNREAD_COLUMNS };

static const struct sheet_column unread_columns[UNREAD_COLUMNS] = {
	[UNREAD_FILE] = { "unread.file", 60, LOOK_WRAPPED, NULL },
	[UNREAD_REASON] = { "unread.reason", 72, LOOK_WRAPPED, NULL },
};

static const struct sheet_shape unread_shape = {
	.word = "unread-files", .column = unread_columns,
	.columns = UNREAD_COLUMNS,
};

void
report_book_open(struct report_book *workbook, const struct material *material,
    const char *path)
{
	struct spreadsheet *book = &workbook->book;

	if (!spreadsheet_open(book, path, material->language))
		return;
	sheet_begin(&workbook->offices, book, &office_shape);
	finding_sheet_begin(&workbook->findings, book);
	sheet_begin(&workbook->roster, book, &roster_shape);
	sheet_begin(&workbook->unread, book, &unread_shape);
	figure_sheet_begin(&workbook->figures, book, material);
	workbook->maker = (struct finding_row_maker){ &workbook->figures };
	workbook->rows = (struct finding_rows){ finding_row_add,
	    finding_row_told, &workbook->maker };
}

void
report_book_add(struct report_book *workbook, const struct figures *figures)
{
	if (workbook->rows.row != NULL)
		figure_sheet_add(&workbook->figures, figures);
}

/* The entries of STANDING, a row each; the address of the first goes to ADDRESS. */
static void
add_findings(struct report_book *workbook, const struct view *view,
    const struct standing *standing, struct slice office,
    struct buffer *address)
{
	struct buffer rows = { NULL, 0, 0 };

	for (size_t i = 0; i < standing->papers; i++) {
		const struct paper *paper = standing->paper[i];

		if (!paper->is_expected || paper->table.bytes == 0)
			continue;
		rows.n = 0;
		section_add(view->sections, paper->table, &rows);
		if (address->n == 0)
			sheet_address_next(&workbook->findings, address);
		finding_sheet_add(&workbook->findings, office, paper,
		    buffer_slice(&rows));
	}
	buffer_free(&rows);
}

static void
add_counts(struct sheet *sheet, const struct standing *standing)
{
	char weight[32];

	sheet_put_number(sheet, OFFICE_ERRORS,
	    (long long)standing->entries[LEVEL_ERROR]);
	sheet_put_number(sheet, OFFICE_DUTIES,
	    (long long)standing->entries[LEVEL_DUTY]);
	sheet_put_number(sheet, OFFICE_SUSPECTS,
	    (long long)standing->entries[LEVEL_SUSPECT]);
	sheet_put_number(sheet, OFFICE_NOTES,
	    (long long)standing->entries[LEVEL_NOTE]);
	snprintf(weight, sizeof(weight), "%lld.%02lld", standing->weight / 100,
	    standing->weight % 100);
	sheet_put_value(sheet, OFFICE_WEIGHT, slice_of(weight));
	sheet_put_number(sheet, OFFICE_REPORTS, (long long)standing->papers);
}

/* Without a last round nobody knows what is new. */
static void
add_changes(struct sheet *sheet, const struct standing *standing,
    const struct last_round *round)
{
	sheet_put_number(sheet, OFFICE_WAIVED, (long long)standing->waived);
	if (!last_round_was(round))
		return;
	sheet_put_number(sheet, OFFICE_NEW,
	    (long long)standing->changes[CHANGE_NEW]);
	sheet_put_number(sheet, OFFICE_LEFT,
	    (long long)standing->changes[CHANGE_LEFT]);
	sheet_put_number(sheet, OFFICE_MENDED, (long long)standing->mended);
}

static void
add_state(struct sheet *sheet, int column, enum standing_state state)
{
	char key[32] = "state.";

	strcpy(key + 6, standing_name[state]);
	sheet_put_word(sheet, column, key);
}

static void
add_roster_row(struct sheet *sheet, const struct standing *standing,
    struct slice office, struct slice year)
{
	sheet_row(sheet);
	sheet_put_markup(sheet, ROSTER_NAME, office);
	sheet_put_field(sheet, ROSTER_REGION, standing->region);
	sheet_put_value(sheet, ROSTER_YEAR, year);
}

/* The document of PAPER, a link if it has an address, and what is told of it. */
static void
add_document(struct sheet *sheet, const struct material *material,
    const struct paper *paper)
{
	const struct slice *record = document_record_of(material, paper->name);
	struct buffer       address = { NULL, 0, 0 }, plain = { NULL, 0, 0 };

	document_address_add(&address, paper->name, record);
	plain_field_add(&plain, paper->name);
	if (address.n > 0)
		sheet_put_link(sheet, ROSTER_FILE, buffer_slice(&plain),
		    buffer_slice(&address));
	else
		sheet_put_text(sheet, ROSTER_FILE, buffer_slice(&plain));
	if (record != NULL) {
		sheet_put_field(sheet, ROSTER_TYPE, record[DOCUMENTS_TYPE]);
		sheet_put_field(sheet, ROSTER_PUBLISHED,
		    record[DOCUMENTS_PUBLISHED]);
		sheet_put_field(sheet, ROSTER_SHA256, record[DOCUMENTS_SHA256]);
	}
	buffer_free(&address);
	buffer_free(&plain);
}

/* A row for each report of STANDING, and for the one that the roster misses. */
static void
add_roster(struct sheet *sheet, const struct view *view,
    const struct standing *standing, struct slice office)
{
	for (size_t i = 0; i < standing->papers; i++) {
		const struct paper *paper = standing->paper[i];

		add_roster_row(sheet, standing, office, paper->year);
		sheet_put_word(sheet, ROSTER_STATE, !paper->is_expected ?
		    "roster.other" : paper->is_read ? "roster.received" :
		    "state.unread");
		add_document(sheet, view->material, paper);
	}
	if (standing->missing.n == 0)
		return;
	add_roster_row(sheet, standing, office, standing->missing);
	add_state(sheet, ROSTER_STATE, standing->file != NULL ?
	    STANDING_UNREAD : STANDING_MISSING);
	if (standing->let_be != NULL)
		sheet_put_field(sheet, ROSTER_REASON,
		    standing->let_be[FINDING_MESSAGE]);
	if (standing->file == NULL)
		return;
	sheet_put_field(sheet, ROSTER_FILE, standing->file[REJECT_PATH]);
	sheet_put_field(sheet, ROSTER_REASON, standing->file[REJECT_REASON]);
}

static void
add_office(struct report_book *workbook, const struct view *view,
    const struct standing *standing)
{
	struct sheet *sheet = &workbook->offices;
	struct buffer office = { NULL, 0, 0 }, address = { NULL, 0, 0 };
	struct buffer plain = { NULL, 0, 0 };

	office_name_add(&office, view->material, standing);
	plain_markup_add(&plain, buffer_slice(&office));
	add_findings(workbook, view, standing, buffer_slice(&office), &address);
	add_roster(&workbook->roster, view, standing, buffer_slice(&office));
	sheet_row(sheet);
	if (address.n > 0)
		sheet_put_link(sheet, OFFICE_NAME, buffer_slice(&plain),
		    buffer_slice(&address));
	else
		sheet_put_text(sheet, OFFICE_NAME, buffer_slice(&plain));
	sheet_put_field(sheet, OFFICE_REGION, standing->region);
	add_state(sheet, OFFICE_STATE, standing->state);
	add_counts(sheet, standing);
	add_changes(sheet, standing, &view->material->round);
	sheet_put_markup(sheet, OFFICE_WORST, office_worst(standing));
	buffer_free(&office);
	buffer_free(&address);
	buffer_free(&plain);
}

static void
add_unread(struct sheet *sheet, const struct view *view)
{
	for (size_t i = 0; i < view->rejects->n; i++) {
		const struct slice *field = view->rejects->by_document[i];

		if (slice_is(field[REJECT_STATUS], "skipped"))
			continue;
		sheet_row(sheet);
		sheet_put_field(sheet, UNREAD_FILE, field[REJECT_PATH]);
		sheet_put_field(sheet, UNREAD_REASON, field[REJECT_REASON]);
	}
	for (size_t i = 0; i < view->standings->others; i++) {
		sheet_row(sheet);
		sheet_put_field(sheet, UNREAD_FILE,
		    view->standings->other[i]->name);
		sheet_put_word(sheet, UNREAD_REASON, "not-report");
	}
}

void
report_book_close(struct report_book *workbook, const struct view *view)
{
	if (workbook->rows.row == NULL)
		return;
	for (size_t i = 0; i < view->standings->n; i++)
		add_office(workbook, view, &view->standings->standing[i]);
	add_unread(&workbook->unread, view);
	sheet_finish(&workbook->offices);
	sheet_finish(&workbook->findings);
	sheet_finish(&workbook->roster);
	sheet_finish(&workbook->unread);
	sheet_finish(&workbook->figures.sheet);
	spreadsheet_close(&workbook->book);
	figure_sheet_free(&workbook->figures);
	*workbook = (struct report_book){ .rows = { .row = NULL } };
}
