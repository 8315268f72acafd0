#include "prose.h"

#include <stdlib.h>

#include "base/memory.h"
#include "internal.h"
#include "marks.h"

struct prose *
prose_load(void)
{
	/* Half a megabyte, most of which is looked at later, or never. */
	struct prose *prose = memory_zeroed(sizeof(*prose));

	marks_load();
	lexicon_load(&prose->lexicon);
	measures_load(&prose->measures, &prose->data);
	decisions_load(&prose->decisions, &prose->lexicon, &prose->measures,
	    &prose->data);
	return prose;
}

void
prose_vet(void)
{
	struct prose *prose = prose_load();

	measures_vet(&prose->measures);
	decisions_vet(&prose->decisions, &prose->measures);
	lexicon_refuse_dead(&prose->lexicon);
	prose_free(prose);
}

void
prose_explain(struct prose *prose, prose_explain_fn *explain)
{
	prose->explain = explain;
}

void
prose_free(struct prose *prose)
{
	lexicon_free(&prose->lexicon);
	passage_free(&prose->paragraph.passage);
	sentence_free(&prose->sentence.cut);
	free(prose->sentence.claim);
	free(prose->sentence.change);
	free(prose->agreement.stated);
	arena_free(&prose->data);
	arena_free(&prose->arena);
	free(prose);
}

const struct data_row *
prose_source(const struct prose *prose)
{
	return prose->source;
}

/* A cell that is no cell of a form: a page laid out with tables. */
static bool
is_long_cell(const struct record *record)
{
	enum { LONG = 90 };		/* bytes: thirty characters */

	return slice_is(record->field[BLOCK_KIND], "cell") &&
	    record->field[BLOCK_TEXT].n >= LONG &&
	    slice_find(record->field[BLOCK_TEXT],
	    marks_of(MARK_STOP)->mark[0]) != NULL;
}

enum use {
	USE_READ,
	USE_BREAK,		/* ends the paragraph before it */
	USE_NOTHING,		/* as if it were not there */
};

/* What stands between the pages does not end a sentence cut by them. */
static enum use
use_of(const struct record *record)
{
	struct slice kind = record->field[BLOCK_KIND];
	struct slice section = record->field[BLOCK_SECTION];

	if (slice_is(kind, "meta") || slice_is(section, "furniture"))
		return USE_NOTHING;
	if (slice_is(section, "signature"))
		return USE_BREAK;
	if (slice_is(kind, "text") || slice_is(kind, "head") ||
	    is_long_cell(record))
		return USE_READ;
	return USE_BREAK;
}

static void
read_passage(struct prose *prose)
{
	struct passage *passage = &prose->paragraph.passage;

	if (passage->text.n > 0)
		prose_read_paragraph(prose);
	passage_empty(passage);
}

static void
read_record(struct prose *prose, const struct record *record)
{
	struct passage *passage = &prose->paragraph.passage;
	enum use        use = use_of(record);

	if (use == USE_BREAK)
		read_passage(prose);
	if (use != USE_READ || passage_takes(passage, record, &prose->arena))
		return;
	read_passage(prose);
	(void)passage_takes(passage, record, &prose->arena);
}

/* What sectionize says of whose report it is. */
static struct slice
org_of(const struct document *document)
{
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (!slice_is(field[BLOCK_KIND], "meta"))
			break;
		if (slice_is(field[BLOCK_SECTION], "org"))
			return field[BLOCK_TEXT];
	}
	return (struct slice){ "", 0 };
}

void
prose_read(struct prose *prose, const struct document *document, int year,
    fact_fn *emit, void *context)
{
	prose->document.year = year;
	prose->document.emit = emit;
	prose->document.context = context;
	prose->document.heading = (struct classes){ { 0 } };
	prose->document.heading_n = 0;
	own_office_begin(prose, org_of(document));
	prose->paragraph.heads = 0;
	prose->paragraph.goes_on = prose->paragraph.listed = false;
	prose->paragraph.row.item = NULL;
	arena_reset(&prose->arena);
	for (size_t i = 0; i < document->records; i++)
		read_record(prose, &document->record[i]);
	read_passage(prose);
	prose_write_facts(prose);
}
