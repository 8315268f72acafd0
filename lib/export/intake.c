#include "intake.h"

#include "base/diagnostics.h"
#include "base/utf8.h"
#include "record/line_input.h"
#include "record/reader.h"

enum { COMPLAINTS_MAX = 20 };	/* about one file */

/* One file: what its lines are, which of its fields is which. */
struct row_file {
	struct intake           *intake;
	struct line_input       input;
	const struct record_type *type;	/* NULL: not known yet */
	int                    order[TYPE_FIELDS_MAX];
	int                    complaints;
};

static void
begin(struct row_file *file, const struct record_type *type)
{
	struct intake *intake = file->intake;

	file->type = type;
	for (int i = 0; i < type->schema->fields; i++)
		file->order[i] = i;
	for (int i = 0; i < intake->begins; i++)
		if (intake->begun[i] == type)
			return;
	if (intake->begins > 0 && intake->target->one_type) {
		warn_at(file->input.file, "%s beside %s: %s takes one of them",
		    type->schema->name, intake->begun[0]->schema->name,
		    intake->target->name);
		return;
	}
	intake->begun[intake->begins++] = type;
	if (status_now() != CLI_TROUBLE && intake->target->begin != NULL)
		intake->target->begin(intake->state, type);
}

static void
complain(struct row_file *file, const char *field, const char *reason)
{
	if (++file->complaints <= COMPLAINTS_MAX)
		warn_at_line(file->input.file, file->input.line, "%s%s%s",
		    field, field[0] != '\0' ? " " : "", reason);
}

/* Cuts LINE into at most TYPE_FIELDS_MAX fields.  Returns how many it has. */
static int
cut_fields(struct slice line, struct slice field[])
{
	const char *end = line.p + line.n, *tab;
	int         n = 0;

	for (;; line = (struct slice){ tab + 1, (size_t)(end - tab - 1) }) {
		tab = line.n > 0 ? memchr(line.p, '\t', line.n) : NULL;
		if (n < TYPE_FIELDS_MAX)
			field[n] = (struct slice){ line.p, tab != NULL ?
			    (size_t)(tab - line.p) : line.n };
		n++;
		if (tab == NULL)
			return n;
	}
}

/* Takes the header line FIELD of a summary. */
static void
take_summary(struct row_file *file, const struct slice field[], int n)
{
	struct summary_type *summary = &file->intake->summary;
	const char              *reason =
	    "other fields than the summary before it has";

	if (summary->type.schema == NULL)
		reason = summary_type_make(summary, field, n,
		    &file->intake->names);
	if (reason != NULL)
		complain(file, "", reason);
	else
		begin(file, &summary->type);
}

/* Whether the N fields FIELD name those of TYPE, which the file may be of. */
static bool
is_header_of(struct row_file *file, const struct record_type *type,
    const struct slice field[], int n)
{
	int order[TYPE_FIELDS_MAX];

	if ((file->type != NULL && file->type != type) ||
	    type->schema == NULL ||
	    !record_type_is_named(type, field, n, order))
		return false;
	begin(file, type);
	memcpy(file->order, order, (size_t)n * sizeof(order[0]));
	return true;
}

/* Whether the line FIELD is a header, which is taken. */
static bool
take_header(struct row_file *file, const struct slice field[], int n)
{
	const struct record_type *summary = &file->intake->summary.type;

	if (n > TYPE_FIELDS_MAX)
		return false;
	for (int i = 0; i < KEPT_TYPES; i++)
		if (is_header_of(file, kept_type[i], field, n))
			return true;
	if (is_header_of(file, summary, field, n))
		return true;
	if (file->input.line > 1 || (file->type != summary &&
	    (file->type != NULL || !names_summary(field, n))))
		return false;
	take_summary(file, field, n);
	return true;
}

/* Hands the record FIELD to the target, or says what is wrong with it. */
static void
take_record(struct row_file *file, const struct slice field[])
{
	const struct record_type *type = file->type;
	struct intake           *intake = file->intake;
	struct slice           cell[TYPE_FIELDS_MAX];

	for (int i = 0; i < type->schema->fields; i++) {
		int         number = file->order[i];
		const char *fault;

		cell[number] = record_text(field[i], &intake->texts);
		fault = value_fault(&type->rule[number], cell[number]);
		if (fault != NULL)
			complain(file, type->schema->field[number], fault);
	}
	if (status_now() != CLI_TROUBLE)
		intake->target->record(intake->state, type, cell);
	arena_reset(&intake->texts);
}

static void
take_line(struct row_file *file, struct slice line)
{
	struct slice field[TYPE_FIELDS_MAX];
	int          n = cut_fields(line, field), fields;

	if (take_header(file, field, n))
		return;
	if (file->type == NULL)
		begin(file, &facts_type);
	fields = file->type->schema->fields;
	if (n == fields) {
		take_record(file, field);
		return;
	}
	if (++file->complaints <= COMPLAINTS_MAX)
		warn_at_line(file->input.file, file->input.line,
		    "%d fields where %s have %d", n,
		    file->type->schema->name, fields);
}

/* LINE without a byte order mark, if it is the first one. */
static struct slice
without_mark(const struct row_file *file, struct slice line)
{
	struct slice mark = SLICE("\xEF\xBB\xBF");

	return file->input.line == 1 && slice_starts(line, mark) ?
	    slice_from(line, mark.n) : line;
}

static void
read_lines(struct row_file *file)
{
	const struct record_type *summary = &file->intake->summary.type;
	struct slice           line;

	while (file->complaints <= COMPLAINTS_MAX &&
	    line_input_next(&file->input, &line)) {
		if (line.n > 0 && memchr(line.p, '\0', line.n) != NULL)
			complain(file, "", "holds a NUL, which is no text");
		else if (!utf8_is_valid(line))
			complain(file, "", "is not UTF-8");
		else
			take_line(file, without_mark(file, line));
		if (file->type == summary && summary->schema == NULL)
			break;
	}
}

void
intake_read(struct intake *intake, const char *name, const struct record_type *type)
{
	struct row_file file = { .intake = intake };

	if (!line_input_open(&file.input, name))
		return;
	if (type == &intake->summary.type)
		file.type = type;
	else if (type != NULL)
		begin(&file, type);
	read_lines(&file);
	if (file.complaints > COMPLAINTS_MAX)
		warn_at(file.input.file, "more lines are no records");
	if (file.type == NULL)
		begin(&file, &facts_type);
	else if (file.type->schema == NULL && file.complaints == 0)
		complain(&file, "", "no header line: see aggregate -H");
	line_input_close(&file.input);
}

void
intake_free(struct intake *intake)
{
	arena_free(&intake->names);
	arena_free(&intake->texts);
}
