/* sectionize: puts every record of a report in its section and says whose
 * report it is. */
#include "base/diagnostics.h"
#include "base/left_out.h"
#include "cli/cli.h"
#include "place/gazetteer.h"
#include "record/reader.h"
#include "record/writer.h"
#include "section/headings/candidates.h"
#include "section/identity/identity.h"
#include "section/identity/former.h"
#include "section/identity/mentions.h"
#include "section/line_pattern.h"
#include "section/word_list.h"
#include "userdata/userdata.h"

static const struct cli_option options[] = {
	{ 0, NULL, NULL, NULL },
};

static const struct cli_tool tool = {
	.name = "sectionize",
	.purpose = "Puts the blocks of reports in their sections, tells whose "
	    "they are.",
	.operands = "[FILE ...]",
	.option = options,
	.output = &block_schema,
	.overlay = userdata_lay,
};

/* Neighbouring fields of a record as one, with the TABs between them. */
static struct slice
fields(const struct record *record, int first, int last)
{
	const char *p = record->field[first].p;

	return (struct slice){ p, (size_t)(record->field[last].p +
	    record->field[last].n - p) };
}

/* In as few pieces as the record allows: most of it stays as it was. */
static void
write_part(const struct part *part)
{
	static const char *const kind[] = { [PART_META] = "meta",
	    [PART_HEAD] = "head", [PART_TEXT] = "text", [PART_CELL] = "cell" };
	struct writer       *w = &writer_stdout;
	const struct record *record = part->record;

	bool                 whole = part->text.n == record->field[BLOCK_TEXT].n;
	struct slice         piece[6];
	int                  n = 0;

	/* The name may be another than it was read by. */
	piece[n++] = record->field[BLOCK_DOC];
	if (part->kind == part_kind_of(record))
		piece[n++] = fields(record, BLOCK_LOC, BLOCK_KIND);
	else {
		piece[n++] = record->field[BLOCK_LOC];
		piece[n++] = slice_of(kind[part->kind]);
	}
	piece[n++] = part->section;
	piece[n++] = fields(record, BLOCK_TABLE, whole ? BLOCK_TEXT :
	    BLOCK_SPAN);
	if (!whole)
		piece[n++] = part->text;
	writer_raws(w, piece, n);
	writer_end(w);
}

static void
write_meta(const struct record *model, const struct part *part,
    const char *name, const char *suffix, struct slice value)
{
	struct writer *w = &writer_stdout;

	writer_raw(w, model->field[BLOCK_DOC]);
	writer_raw(w, part != NULL ? part->record->field[BLOCK_LOC] :
	    model->field[BLOCK_LOC]);
	writer_raw(w, SLICE("meta"));
	writer_begin(w);
	writer_part_raw(w, slice_of(name));
	writer_part_raw(w, slice_of(suffix));
	writer_raw(w, fields(model, BLOCK_TABLE, BLOCK_SPAN));
	writer_raw(w, value);
	writer_end(w);
}

static void
write_identity(const struct record *model, const struct identity *identity)
{
	for (int i = 0; i < IDENTITY_NAMES; i++) {
		const struct property *p = &identity->property[i];
		const char            *name = identity_names[i];

		if (p->taken.text.n > 0) {
			write_meta(model, p->taken.part, name, "",
			    p->taken.text);
			write_meta(model, p->taken.part, name, "-source",
			    slice_of(p->taken.source));
		}
		for (int j = 0; j < p->others; j++)
			write_meta(model, p->other[j].part, name,
			    "-alternative", p->other[j].text);
		if (p->note.n > 0)
			write_meta(model, p->taken.part, name, "-note",
			    p->note);
	}
}

/* Says why something of DOCUMENT was left out, if it was. */
static void
tell_left_out(const struct document *document)
{
	const char *reason = left_out_or(NULL);

	if (reason == NULL)
		return;
	warn_of(document->name, reason);
	write_meta(&document->record[0], NULL, "error", "",
	    slice_of(reason));
}

struct sectionizer {
	struct parts     parts;
	struct candidates candidates;
};

static void
sectionize(void *context, const struct document *document)
{
	struct sectionizer *s = context;
	struct parts       *parts = &s->parts;
	struct title        title;
	struct identity     identity;
	size_t              i = 0;

	left_out_nothing();
	arena_reset(&parts->arena);
	find_headings(&s->candidates, document, &parts->arena);
	choose_headings(&s->candidates);
	outline_make(parts, &s->candidates);
	title_find(parts, &title);
	furniture_mark(parts, title.part < parts->n ? title.part : 0);
	closing_mark(parts);
	parts_collect_around(parts);
	identity_find(parts, &title, &identity);
	for (; i < parts->metas; i++) {
		/* What extract found is an alternative to the title taken. */
		if (title.text.n > 0 &&
		    slice_is(parts->part[i].section, "title"))
			parts->part[i].section = SLICE("title-alternative");
		write_part(&parts->part[i]);
	}
	write_identity(&document->record[0], &identity);
	tell_left_out(document);
	for (; i < parts->n; i++)
		write_part(&parts->part[i]);
}

/* Reads the data that is needed for sure, so that what is wrong with a user's
 * own is told first. */
static void
load_words(void)
{
	words_load();
	gazetteer_load();
	line_patterns_load();
	mentions_load();
	renamings_load();
}

int
main(int argc, char *argv[])
{
	struct sectionizer s = { .parts = { .n = 0 } };
	int                operands = cli_start(&tool, argc, argv, &s);

	load_words();
	documents_each(&block_schema, argv + operands, argc - operands,
	    sectionize, &s);
	candidates_free(&s.candidates);
	parts_free(&s.parts);
	return cli_finish();
}
