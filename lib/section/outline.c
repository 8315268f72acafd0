/* The sections of a document and their outline: every record's place. */
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "text/fold.h"
#include "heading.h"
#include "report.h"
#include "find_headings.h"

enum {
	LEVELS = 2,		/* of the outline, below the sections */
	SECTION_BYTES = 48,	/* of a code with its outline */
	SECTIONS = 16,
};

struct level {
	enum enumerator_kind kind;
	unsigned             number;
};

/* Where the walk through the document has come to. */
struct walk {
	struct report          *report;
	const struct candidate *candidate;	/* the next one */
	const struct candidate *end;
	struct slice            folded;		/* the record's text */
	struct slice            code;		/* of the open section */
	struct slice            section;	/* the same with its outline */
	struct level            level[LEVELS];
	bool                    in_labels;	/* of a table cell by line */
	bool                    in_form;	/* of one in numbered blocks */
	bool                    lacks_first;	/* begins with section two */
	unsigned                number;		/* of the open section */
	struct slice            opened[SECTIONS];
	size_t                  sections;
};

static void
add_part(struct walk *w, const struct record *record, enum part_kind kind,
    struct slice text)
{
	struct report *r = w->report;
	struct part    part = { record, kind, text, { NULL, 0 }, w->section,
	    LINE_UNKNOWN, DATE_UNKNOWN };

	if (kind == PART_META || slice_eq(record->field[BLOCK_SECTION],
	    section_furniture))
		part.section = record->field[BLOCK_SECTION];
	if (text.n == record->field[BLOCK_TEXT].n)
		part.folded = w->folded;
	else if (text.n <= PART_SHORT)
		part.folded = fold_text(&r->arena, text);
	r->part[r->parts++] = part;
}

/* The section's code and the numbers of the open levels. */
static void
name_section(struct walk *w)
{
	char   name[SECTION_BYTES];
	size_t n = w->code.n;

	memcpy(name, w->code.p, n);
	for (int i = 0; i < LEVELS && w->level[i].kind != ENUMERATOR_NONE; i++)
		n += (size_t)snprintf(name + n, sizeof(name) - n, ".%u",
		    w->level[i].number);
	w->section = arena_copy(&w->report->arena, (struct slice){ name, n });
}

static bool
was_opened(const struct walk *w, struct slice code)
{
	for (size_t i = 0; i < w->sections; i++)
		if (slice_eq(w->opened[i], code))
			return true;
	return false;
}

static void
open_section(struct walk *w, struct slice code, unsigned number)
{
	w->code = code;
	memset(w->level, 0, sizeof(w->level));
	/* What is numbered in an annex are the rows of its table. */
	w->in_labels = slice_eq(code, section_annex);
	if (number > 0)
		w->number = number;
	if (w->sections == 0)
		w->report->body = w->report->parts;
	if (w->sections < SECTIONS && !was_opened(w, code))
		w->opened[w->sections++] = code;
	name_section(w);
}

/* An enumerated paragraph opens a level below the section: the kinds rank as
 * in enumerator_kind, 一、 above (一) above 1. above (1). */
static void
open_level(struct walk *w, const struct enumerator *e)
{
	int i = 0;

	while (i < LEVELS && w->level[i].kind != ENUMERATOR_NONE &&
	    w->level[i].kind < e->kind)
		i++;
	if (i == LEVELS)
		return;
	w->level[i] = (struct level){ e->kind, e->number };
	for (i++; i < LEVELS; i++)
		w->level[i].kind = ENUMERATOR_NONE;
	name_section(w);
}

/* Whether the heading H is only one of an item within the open section, which
 * numbers its items as sections are numbered. */
static bool
is_item(const struct walk *w, const struct heading *h)
{
	if (slice_eq(h->section, w->code))
		return true;
	return h->enumerator.kind != ENUMERATOR_NONE &&
	    h->enumerator.number < w->number && was_opened(w, h->section);
}

/* 附表 below 需要说明的事项与附表 is a section, whatever its number. */
static bool
opens_annex(const struct walk *w, const struct candidate *c)
{
	return slice_eq(c->heading.section, section_annex) && !c->within &&
	    (c->heading.alone || c->heading.enumerator.kind != ENUMERATOR_NONE)
	    && (slice_is(w->code, "other") || slice_is(w->code, "problems"));
}

/* Whether C is the first block of a table in the annex: its number is that of
 * a section long past. */
static bool
begins_blocks(const struct walk *w, const struct candidate *c)
{
	return slice_eq(w->code, section_annex) && !c->heading.label &&
	    c->heading.enumerator.kind == ENUMERATOR_HAN &&
	    c->heading.enumerator.number < w->number;
}

static bool
opens_section(const struct walk *w, const struct candidate *c)
{
	if (w->in_form && c->heading.enumerator.kind != ENUMERATOR_NONE)
		return false;
	return opens_annex(w, c) || (c->chosen && !is_item(w, &c->heading));
}

static void
take_heading(struct walk *w, const struct record *record,
    const struct candidate *c)
{
	struct slice text = record->field[BLOCK_TEXT];

	open_section(w, c->heading.section, c->heading.enumerator.number);
	add_part(w, record, PART_HEAD, (struct slice){ text.p + c->offset,
	    c->heading.length });
}

/* A heading numbered as the next section that no pattern knows. */
static bool
take_unknown(struct walk *w, const struct record *record, struct slice text)
{
	struct enumerator e = fold_enumerator(text);

	if (e.kind != ENUMERATOR_HAN || w->number == 0 ||
	    e.number != w->number + 1 || w->in_labels ||
	    w->report->survey->top != ENUMERATOR_HAN ||
	    !heading_is_unknown(text))
		return false;
	open_section(w, SLICE("other"), e.number);
	add_part(w, record, PART_HEAD, text);
	return true;
}

static bool
is_blank(struct slice text)
{
	return slice_trim(text).n == 0;
}

/* A paragraph, or what of it is left beside a heading. */
static void
take_text(struct walk *w, const struct record *record, struct slice text,
    bool heads_item)
{
	enum part_kind kind = part_kind_of(record);

	if (is_blank(text))
		return;
	if (w->sections > 0 && !w->in_labels) {
		struct enumerator e = fold_enumerator(text);

		if (e.kind != ENUMERATOR_NONE && e.kind != ENUMERATOR_RUN_IN)
			open_level(w, &e);
	}
	/* A head that heads nothing of the report's is a paragraph. */
	if (w->sections > 0)
		kind = heads_item && !w->in_labels ? PART_HEAD : PART_TEXT;
	add_part(w, record, kind, text);
}

/* A label of the forms' tables stands on a line of its own: what is numbered
 * below are rows; below the head of an annex's table they may be numbered as
 * sections are, from one. */
static void
enter_labels(struct walk *w, const struct heading *label)
{
	w->in_labels = true;
	if (label->form && !slice_eq(w->code, section_annex))
		open_section(w, section_annex, 0);
	memset(w->level, 0, sizeof(w->level));
	name_section(w);
}

/* Whether C, which opens no section, is all there is on the line: the heading
 * of an item. */
static bool
heads_item(const struct candidate *c, struct slice text)
{
	return c->offset == 0 && c->heading.length == text.n &&
	    c->heading.enumerator.kind != ENUMERATOR_NONE;
}

static void
walk_paragraph(struct walk *w, size_t i, const struct record *record)
{
	struct slice text = record->field[BLOCK_TEXT];
	size_t       from = 0;
	bool         item = false;

	for (; w->candidate < w->end && w->candidate->record == i;
	    w->candidate++) {
		const struct candidate *c = w->candidate;

		if (w->lacks_first && w->sections == 0 &&
		    c->heading.enumerator.kind == ENUMERATOR_HAN_BRACKETED)
			open_section(w, SLICE("overview"), 1);
		if (c->heading.label && w->sections > 0)
			enter_labels(w, &c->heading);
		w->in_form = w->in_form || begins_blocks(w, c);
		if (!opens_section(w, c)) {
			item = item || heads_item(c, text);
			continue;
		}
		take_text(w, record, (struct slice){ text.p + from,
		    c->offset - from }, false);
		take_heading(w, record, c);
		from = c->offset + c->heading.length;
	}
	text = slice_from(text, from);
	if (from > 0 || !take_unknown(w, record, text))
		take_text(w, record, text, item);
}

static void
walk_record(struct walk *w, size_t i, const struct record *record)
{
	enum part_kind kind = part_kind_of(record);
	struct slice   text = record->field[BLOCK_TEXT];

	w->folded = w->report->survey->folded[i];
	if (kind == PART_META || kind == PART_CELL ||
	    slice_eq(record->field[BLOCK_SECTION], section_furniture))
		add_part(w, record, kind, text);
	else
		walk_paragraph(w, i, record);
}

/* Whether the first heading is that of section two: what stands before it, if
 * it is divided like section one, is that without its heading. */
static bool
lacks_first(const struct survey *survey)
{
	for (size_t i = 0; i < survey->candidates; i++) {
		const struct enumerator *e =
		    &survey->candidate[i].heading.enumerator;

		if (survey->candidate[i].chosen)
			return e->kind == ENUMERATOR_HAN && e->number == 2;
	}
	return false;
}

void
outline_document(struct report *report, const struct document *document)
{
	struct walk w = { .report = report, .code = section_preamble,
	    .section = section_preamble };

	if (report->survey == NULL) {
		report->survey = memory_get(sizeof(*report->survey));
		*report->survey = (struct survey){ 0 };
	}
	arena_reset(&report->arena);
	report->parts = report->metas = 0;
	survey_document(report->survey, document, &report->arena);
	/* A heading cuts its record into three parts at most. */
	report->part = memory_room(report->part, &report->room,
	    document->records + 2 * report->survey->candidates,
	    sizeof(*report->part));
	w.lacks_first = lacks_first(report->survey);
	w.candidate = report->survey->candidate;
	w.end = w.candidate + report->survey->candidates;
	for (size_t i = 0; i < document->records; i++)
		walk_record(&w, i, &document->record[i]);
	if (w.sections == 0)
		report->body = report->parts;
	while (report->metas < report->parts &&
	    report->part[report->metas].kind == PART_META)
		report->metas++;
}

void
outline_gather(struct report *report)
{
	report->arounds = 0;
	for (size_t i = report->metas; i < report->parts; i++) {
		struct part *part = &report->part[i];

		if (part->kind == PART_META || (i >= report->body &&
		    !slice_eq(part->section, section_furniture) &&
		    !slice_eq(part->section, section_signature)))
			continue;
		report->around = memory_room(report->around,
		    &report->around_room, report->arounds,
		    sizeof(struct part *));
		report->around[report->arounds++] = part;
	}
}

void
outline_free(struct report *report)
{
	free(report->part);
	free(report->around);
	if (report->survey != NULL)
		survey_free(report->survey);
	free(report->survey);
	arena_free(&report->arena);
}
