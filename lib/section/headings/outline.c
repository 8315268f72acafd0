#include "candidates.h"

#include <stdio.h>

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"

enum {
	LEVELS = 2,		/* of the outline, below the sections */
	HEADINGS_MAIN = 6,	/* sections that every form has */
	SECTION_BYTES = 48,	/* of a code with its outline */
};

struct outline_level {
	enum enumerator_kind kind;
	unsigned             number;
};

/* Where the walk through the document has come to. */
struct outline {
	struct parts            *parts;
	const struct candidates *candidates;
	size_t                   next;		/* of the candidates */
	struct slice             folded;	/* the record's text */
	struct slice             code;		/* of the open section */
	struct slice             section;	/* the same with its outline */
	struct outline_level     level[LEVELS];
	bool                     in_labels;	/* of a table cell by line */
	bool                     in_form;	/* of one in numbered blocks */
	bool                     lacks_first;	/* begins with section two */
	unsigned                 number;	/* of the open section */
	unsigned                 opened;	/* heading_bit of sections */
};

static void
add_part(struct outline *o, const struct record *record, enum part_kind kind,
    struct slice text)
{
	struct parts *r = o->parts;
	struct part    part = { .record = record, .kind = kind, .text = text,
	    .section = o->section };

	if (kind == PART_META || slice_eq(record->field[BLOCK_SECTION],
	    section_furniture))
		part.section = record->field[BLOCK_SECTION];
	if (text.n == record->field[BLOCK_TEXT].n)
		part.folded = o->folded;
	else if (text.n <= PART_SHORT)
		part.folded = fold_text(&r->arena, text);
	r->part[r->n++] = part;
}

/* The section's code and the numbers of the open levels. */
static void
name_section(struct outline *o)
{
	char   name[SECTION_BYTES];
	size_t n = o->code.n;

	memcpy(name, o->code.p, n);
	for (int i = 0; i < LEVELS && o->level[i].kind != ENUMERATOR_NONE; i++)
		n += (size_t)snprintf(name + n, sizeof(name) - n, ".%u",
		    o->level[i].number);
	o->section = arena_copy(&o->parts->arena, (struct slice){ name, n });
}

static void
open_section(struct outline *o, struct slice code, unsigned number)
{
	o->code = code;
	memset(o->level, 0, sizeof(o->level));
	/* What is numbered in an annex are the rows of its table. */
	o->in_labels = slice_eq(code, section_annex);
	if (number > 0)
		o->number = number;
	if (o->opened == 0)
		o->parts->body = o->parts->n;
	o->opened |= heading_bit(code);
	name_section(o);
}

/* An enumerated paragraph opens a level below the section: the kinds rank as
 * in enumerator_kind, 一、 above (一) above 1. above (1). */
static void
open_level(struct outline *o, const struct enumerator *e)
{
	int i = 0;

	while (i < LEVELS && o->level[i].kind != ENUMERATOR_NONE &&
	    o->level[i].kind < e->kind)
		i++;
	if (i == LEVELS)
		return;
	o->level[i] = (struct outline_level){ e->kind, e->number };
	for (i++; i < LEVELS; i++)
		o->level[i].kind = ENUMERATOR_NONE;
	name_section(o);
}

/* Whether the heading H is only one of an item within the open section, which
 * numbers its items as sections are numbered. */
static bool
is_item(const struct outline *o, const struct heading *h)
{
	if (slice_eq(h->section, o->code))
		return true;
	return h->enumerator.kind != ENUMERATOR_NONE &&
	    h->enumerator.number < o->number &&
	    (o->opened & heading_bit(h->section)) != 0;
}

/* 附表 below 需要说明的事项与附表 is a section, whatever its number. */
static bool
opens_annex(const struct outline *o, const struct candidate_heading *c)
{
	return slice_eq(c->heading.section, section_annex) && !c->within &&
	    (c->heading.alone || c->heading.enumerator.kind != ENUMERATOR_NONE)
	    && (slice_is(o->code, "other") || slice_is(o->code, "problems"));
}

/* Whether C is the first block of a table in the annex: its number is that of
 * a section long past. */
static bool
begins_blocks(const struct outline *o, const struct candidate_heading *c)
{
	return slice_eq(o->code, section_annex) && !c->heading.label &&
	    c->heading.enumerator.kind == ENUMERATOR_HAN &&
	    c->heading.enumerator.number < o->number;
}

static bool
opens_section(const struct outline *o, const struct candidate_heading *c)
{
	if (o->in_form && c->heading.enumerator.kind != ENUMERATOR_NONE)
		return false;
	return opens_annex(o, c) || (c->chosen && !is_item(o, &c->heading));
}

/* A heading numbered as the next section that no pattern knows. */
static bool
take_unknown(struct outline *o, const struct record *record, struct slice text,
    struct enumerator e)
{
	if (e.kind != ENUMERATOR_HAN || o->number == 0 ||
	    e.number != o->number + 1 || o->in_labels ||
	    o->candidates->top != ENUMERATOR_HAN ||
	    !heading_is_unknown(text))
		return false;
	open_section(o, SLICE("other"), e.number);
	add_part(o, record, PART_HEAD, text);
	return true;
}

/* A paragraph, or what of it is left beside a heading, with its enumerator E. */
static void
take_text(struct outline *o, const struct record *record, struct slice text,
    struct enumerator e, bool heads_item)
{
	enum part_kind kind = part_kind_of(record);

	if (slice_trim(text).n == 0)
		return;
	if (o->opened != 0 && !o->in_labels &&
	    e.kind != ENUMERATOR_NONE && e.kind != ENUMERATOR_RUN_IN)
		open_level(o, &e);
	/* A head that heads nothing of the report's is a paragraph. */
	if (o->opened != 0)
		kind = heads_item && !o->in_labels ? PART_HEAD : PART_TEXT;
	add_part(o, record, kind, text);
}

/* A label of the forms' tables stands on a line of its own: what is numbered
 * below are rows; below the head of an annex's table they may be numbered as
 * sections are, from one. */
static void
enter_labels(struct outline *o, const struct heading *label)
{
	o->in_labels = true;
	if (label->form && !slice_eq(o->code, section_annex))
		open_section(o, section_annex, 0);
	memset(o->level, 0, sizeof(o->level));
	name_section(o);
}

static void
walk_paragraph(struct outline *o, size_t i, const struct record *record)
{
	struct enumerator e = o->candidates->line[i].enumerator;
	struct slice      text = record->field[BLOCK_TEXT], before;
	size_t            from = 0;
	bool              item = false;

	for (; o->next < o->candidates->n &&
	    o->candidates->candidate[o->next].record == i; o->next++) {
		const struct candidate_heading *c =
		    &o->candidates->candidate[o->next];

		if (o->lacks_first && o->opened == 0 &&
		    c->heading.enumerator.kind == ENUMERATOR_HAN_BRACKETED)
			open_section(o, SLICE("overview"), 1);
		if (c->heading.label && o->opened != 0)
			enter_labels(o, &c->heading);
		o->in_form = o->in_form || begins_blocks(o, c);
		if (!opens_section(o, c)) {
			/* All there is on the line heads an item. */
			item |= c->offset == 0 &&
			    c->heading.length == text.n &&
			    c->heading.enumerator.kind != ENUMERATOR_NONE;
			continue;
		}
		before.p = text.p + from;
		before.n = c->offset - from;
		take_text(o, record, before, fold_enumerator(before), false);
		open_section(o, c->heading.section,
		    c->heading.enumerator.number);
		add_part(o, record, PART_HEAD, (struct slice){ text.p +
		    c->offset, c->heading.length });
		from = c->offset + c->heading.length;
	}
	text = slice_from(text, from);
	if (from > 0)
		e = fold_enumerator(text);
	else if (take_unknown(o, record, text, e))
		return;
	take_text(o, record, text, e, item);
}

/* Whether TEXT begins with a bracket. */
static bool
is_bracketed(struct slice text)
{
	uint32_t c = 0;

	utf8_decode(text, &c);
	return fold_character(c) == '(';
}

/* Whether TEXT has no letter: ? is written for what may be in another row too. */
static bool
is_void(struct slice text)
{
	uint32_t c;
	size_t   n;

	for (; text.n > 0; text = slice_from(text, n)) {
		n = utf8_decode(text, &c);
		if (c != ' ' && c != '?' && c != 0xFFFD)
			return false;
	}
	return true;
}

static bool
same_row(const struct record *a, const struct record *b)
{
	return part_kind_of(b) == PART_CELL &&
	    slice_eq(a->field[BLOCK_TABLE], b->field[BLOCK_TABLE]) &&
	    slice_eq(a->field[BLOCK_ROW], b->field[BLOCK_ROW]);
}

/* Whether record I, a cell, is the first of its row and the others hold nothing. */
static bool
is_whole_row(const struct document *document, size_t i)
{
	const struct record *first = &document->record[i], *r = first + 1;
	const struct record *end = document->record + document->records;

	if (i > 0 && same_row(first, first - 1))
		return false;
	while (r < end && same_row(first, r) && is_void(r->field[BLOCK_TEXT]))
		r++;
	return r == end || !same_row(first, r);
}

/* Whether RECORD, a cell, stands further to the right than any table reaches: in one that
 * lost the ends of its rows, where each cell stands for itself. */
static bool
is_beyond(const struct record *record)
{
	enum { WIDEST = 40 };	/* columns */
	unsigned long long col = 0;

	return digits_read(record->field[BLOCK_COL], (unsigned long)-1, &col) &&
	    col > WIDEST;
}

static bool
has_paragraph_for(const struct candidates *c, const struct heading *heading)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->candidate[i].chosen &&
		    slice_eq(c->candidate[i].heading.section, heading->section))
			return true;
	return false;
}

/* Whether E numbers the next section. */
static bool
is_next(const struct outline *o, const struct enumerator *e)
{
	return e->kind == ENUMERATOR_HAN && o->number > 0 &&
	    e->number == o->number + 1;
}

/* Whether HEADING, with which a cell begins, numbered as the next section, opens it, and
 * no paragraph does. */
static bool
opens_next(const struct outline *o, const struct heading *heading)
{
	unsigned bit = heading_bit(heading->section) & HEADING_MAIN;

	return heading->alone && !heading->label && bit != 0 &&
	    (bit & o->opened) == 0 &&
	    !has_paragraph_for(o->candidates, heading);
}

/* A cell; or a heading that became a row of the table behind it, as columns by position
 * have it, or ran into the note that is the first cell of that. */
static void
walk_cell(struct outline *o, size_t i, const struct record *record)
{
	struct slice   text = record->field[BLOCK_TEXT], behind = { "", 0 };
	struct heading heading = { .enumerator = fold_enumerator(text) };
	bool           opens = is_next(o, &heading.enumerator) &&
	    heading_within(text, &heading) && opens_next(o, &heading);

	if (opens)
		behind = slice_trim(slice_from(text, heading.length));
	if (!opens || (!is_beyond(record) && (behind.n == 0 ?
	    !is_whole_row(o->candidates->document, i) :
	    !is_bracketed(behind)))) {
		add_part(o, record, PART_CELL, text);
		return;
	}
	open_section(o, heading.section, heading.enumerator.number);
	text.n = heading.length;
	add_part(o, record, PART_HEAD, text);
	if (behind.n > 0)
		add_part(o, record, PART_CELL, behind);
}

static void
walk_record(struct outline *o, size_t i, const struct record *record)
{
	enum part_kind kind = part_kind_of(record);
	struct slice   text = record->field[BLOCK_TEXT];

	o->folded = o->candidates->line[i].folded;
	if (kind == PART_META ||
	    slice_eq(record->field[BLOCK_SECTION], section_furniture))
		add_part(o, record, kind, text);
	else if (kind == PART_CELL)
		walk_cell(o, i, record);
	else
		walk_paragraph(o, i, record);
}

/* Whether the first heading is that of section two: what stands before it, if
 * it is divided like section one, is that without its heading. */
static bool
lacks_first(const struct candidates *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct enumerator *e =
		    &c->candidate[i].heading.enumerator;

		if (c->candidate[i].chosen)
			return e->kind == ENUMERATOR_HAN && e->number == 2;
	}
	return false;
}

void
outline_make(struct parts *parts, const struct candidates *c)
{
	struct outline o = { .parts = parts, .candidates = c,
	    .code = section_preamble, .section = section_preamble,
	    .lacks_first = lacks_first(c) };

	parts->n = parts->metas = 0;
	parts->page = (struct slice){ NULL, 0 };
	/* A heading cuts its record into three parts at most, in a cell into two. */
	parts->part = memory_room(parts->part, &parts->part_room,
	    c->document->records + 2 * c->n + HEADINGS_MAIN, sizeof(*parts->part));
	for (size_t i = 0; i < c->document->records; i++)
		walk_record(&o, i, &c->document->record[i]);
	if (o.opened == 0)
		parts->body = parts->n;
	while (parts->metas < parts->n &&
	    parts->part[parts->metas].kind == PART_META)
		parts->metas++;
}
