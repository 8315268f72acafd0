#include "find_headings.h"

#include <stdlib.h>

#include "base/memory.h"

enum {
	TOC_BYTES = 150,	/* between the entries of a table of contents */
	CANDIDATES_MAX = 512,	/* more are no headings */
};

static void
add_candidate(struct survey *o, const struct candidate *candidate)
{
	o->candidate = memory_room(o->candidate, &o->room, o->candidates,
	    sizeof(*o->candidate));
	o->candidate[o->candidates++] = *candidate;
}

/* The place of the Chinese number that ends at END in TEXT, if what stands
 * before it may end a sentence; END where there is none. */
static size_t
number_before(struct slice text, size_t end)
{
	static const char digits[] = "一二三四五六七八九十";
	static const char *const not_before[] = { "、", "第", "之", "分", "为",
	    "(", "（", "“", "\"", "和", "及", "至", "到" };
	size_t at = end;

	while (at >= 3 && end - at < 9) {
		const char *p = text.p + at - 3;
		bool        is_digit = false;

		for (size_t i = 0; i + 3 < sizeof(digits) && !is_digit; i += 3)
			is_digit = memcmp(digits + i, p, 3) == 0;
		if (!is_digit)
			break;
		at -= 3;
	}
	for (size_t i = 0; i < sizeof(not_before) / sizeof(*not_before); i++)
		if (slice_ends((struct slice){ text.p, at },
		    slice_of(not_before[i])))
			return end;
	return at;
}

/* Headings inside the paragraph of RECORD, from byte FROM on. */
static void
survey_within(struct survey *o, size_t record, struct slice text,
    size_t from)
{
	const struct slice comma = SLICE("、");

	while (from + comma.n < text.n && o->candidates < CANDIDATES_MAX) {
		struct candidate c = { .record = record };
		const char      *found = slice_find(slice_from(text, from),
		    comma);
		size_t           at;

		if (found == NULL)
			return;
		at = (size_t)(found - text.p);
		from = at + comma.n;
		c.offset = number_before(text, at);
		c.within = c.offset > 0;
		if (c.offset == at || !heading_within(slice_from(text, c.offset), &c.heading))
			continue;
		add_candidate(o, &c);
		from = c.offset + c.heading.length;
	}
}

/* TEXT folded, without the pinyin in brackets that a mirror put behind its
 * characters: 信息(xinxi). */
static struct slice
fold_line(struct arena *arena, struct slice text)
{
	struct slice folded = fold_text(arena, text);
	char        *out = NULL;
	size_t       n = 0;

	if (folded.n == 0 || memchr(folded.p, '(', folded.n) == NULL)
		return folded;
	for (size_t i = 0; i < folded.n; i++) {
		size_t end = i + 1;

		if (folded.p[i] == '(' && i > 0)
			while (end < folded.n && folded.p[end] >= 'a' &&
			    folded.p[end] <= 'z')
				end++;
		if (end > i + 1 && end < folded.n && folded.p[end] == ')') {
			if (out == NULL) {
				out = arena_alloc(arena, folded.n);
				memcpy(out, folded.p, i);
				n = i;
			}
			i = end;
		} else if (out != NULL)
			out[n++] = folded.p[i];
	}
	return out != NULL ? (struct slice){ out, n } : folded;
}

static bool
is_paragraph(const struct record *record)
{
	enum part_kind kind = part_kind_of(record);

	return kind != PART_META && kind != PART_CELL &&
	    record->field[BLOCK_TEXT].n > 0;
}

static bool
is_furniture(const struct record *record)
{
	return slice_eq(record->field[BLOCK_SECTION], section_furniture);
}

/* Whether record I is near the beginning or the end of the document, where
 * the page around the report may stand. */
static bool
is_near_end(const struct survey *o, size_t i)
{
	enum { NEAR_BEGINNING = 60, NEAR_END = 40 };

	return i < NEAR_BEGINNING || i + NEAR_END >= o->document->records;
}

/* Headings at the start of paragraphs. */
static void
find(struct survey *o, struct arena *arena)
{
	o->candidates = 0;
	o->folded = memory_room(o->folded, &o->folded_room,
	    o->document->records, sizeof(*o->folded));
	for (size_t i = 0; i < o->document->records; i++) {
		const struct record *r = &o->document->record[i];
		struct slice         text = r->field[BLOCK_TEXT];
		struct candidate     c = { .record = i };

		o->folded[i] = (struct slice){ NULL, 0 };
		if (!is_paragraph(r))
			continue;
		if (text.n <= (is_near_end(o, i) ? PART_SHORT : PART_INNER))
			o->folded[i] = fold_line(arena, text);
		if (o->candidates < CANDIDATES_MAX && !is_furniture(r) &&
		    heading_at(text, o->folded[i], &c.heading))
			add_candidate(o, &c);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->record != y->record)
		return x->record < y->record ? -1 : 1;
	return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Headings inside paragraphs, behind those at their start. */
static void
find_within(struct survey *o)
{
	size_t known = o->candidates, k = 0;

	for (size_t i = 0; i < o->document->records; i++) {
		const struct record *r = &o->document->record[i];
		size_t               from = 0;

		if (!is_paragraph(r) || is_furniture(r))
			continue;
		while (k < known && o->candidate[k].record < i)
			k++;
		if (k < known && o->candidate[k].record == i)
			from = o->candidate[k].heading.length;
		survey_within(o, i, r->field[BLOCK_TEXT], from);
	}
	if (o->candidates > known)
		qsort(o->candidate, o->candidates, sizeof(*o->candidate),
		    by_place);
}

/* Whether lines of their own open all the sections that every form has: what
 * a paragraph says of these opens none. */
static bool
has_all(const struct survey *o)
{
	static const char *const code[] = { "overview", "proactive",
		"requests", "review", "problems" };

	for (size_t i = 0; i < sizeof(code) / sizeof(*code); i++) {
		size_t j = 0;

		while (j < o->candidates && (o->candidate[j].heading.enumerator
		    .kind != ENUMERATOR_HAN ||
		    !slice_is(o->candidate[j].heading.section, code[i])))
			j++;
		if (j == o->candidates)
			return false;
	}
	return true;
}

/* How many sections the candidates numbered with KIND name. */
static unsigned
sections_numbered(const struct survey *o, enum enumerator_kind kind)
{
	unsigned n = 0;

	for (size_t i = 0; i < o->candidates; i++) {
		const struct heading *h = &o->candidate[i].heading;
		bool                  known = h->enumerator.kind != kind ||
		    h->label;

		for (size_t j = 0; j < i && !known; j++)
			known = o->candidate[j].heading.enumerator.kind ==
			    kind && slice_eq(h->section,
			    o->candidate[j].heading.section);
		n += !known;
	}
	return n;
}

/* Which enumerators number the sections: 一、 unless few headings have it and
 * several have another. */
static enum enumerator_kind
top_kind(const struct survey *o)
{
	static const struct {
		enum enumerator_kind kind;
		unsigned             least;
	} order[] = {
		{ ENUMERATOR_HAN, 2 }, { ENUMERATOR_PART, 2 },
		{ ENUMERATOR_ARABIC, 3 }, { ENUMERATOR_HAN_BRACKETED, 3 },
	};

	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		if (sections_numbered(o, order[i].kind) >= order[i].least)
			return order[i].kind;
	return ENUMERATOR_HAN;
}

static bool
is_numbered_top(const struct survey *o, const struct candidate *c)
{
	enum enumerator_kind kind = c->heading.enumerator.kind;

	return !c->heading.label && kind != ENUMERATOR_NONE &&
	    (kind == o->top || kind == ENUMERATOR_HAN ||
	    kind == ENUMERATOR_PART);
}

/* Whether candidate I, which has no number, may open a section: one that no
 * number names, before the first numbered one, or where hardly any is. */
static bool
stands_alone(const struct survey *o, size_t i, size_t first_numbered)
{
	const struct candidate *c = &o->candidate[i];

	if (c->heading.enumerator.kind != ENUMERATOR_NONE || c->within ||
	    !c->heading.alone)
		return false;
	if (slice_eq(c->heading.section, section_annex))
		return i > first_numbered;
	for (size_t j = 0; j < o->candidates; j++)
		if (is_numbered_top(o, &o->candidate[j]) &&
		    slice_eq(c->heading.section,
		    o->candidate[j].heading.section))
			return false;
	return i < first_numbered || sections_numbered(o, o->top) < 2;
}

static bool
opens_again(const struct survey *o, size_t i, size_t from)
{
	for (size_t j = from; j < o->candidates; j++)
		if (o->candidate[j].chosen && slice_eq(
		    o->candidate[i].heading.section,
		    o->candidate[j].heading.section))
			return true;
	return false;
}

/* The bytes of text between the candidates I and J. */
static size_t
bytes_between(const struct survey *o, size_t i, size_t j)
{
	const struct candidate *a = &o->candidate[i], *b = &o->candidate[j];
	size_t                  n = 0;

	if (a->record == b->record)
		return b->offset - a->offset - a->heading.length;
	for (size_t r = a->record + 1; r < b->record; r++)
		n += o->document->record[r].field[BLOCK_TEXT].n;
	return n + b->offset;
}

/* A table of contents is a run of headings at the beginning, with hardly any
 * text between them, whose sections all open again further on. */
static void
drop_contents(struct survey *o)
{
	size_t last = 0, entries = 0, first = 0, bytes = 0;

	for (size_t i = 0; i < o->candidates; i++) {
		if (!o->candidate[i].chosen)
			continue;
		if (!opens_again(o, i, i + 1))
			break;
		if (entries++ == 0)
			first = i;
		else
			bytes += bytes_between(o, last, i);
		last = i;
	}
	if (entries < 2 || bytes > TOC_BYTES * entries)
		return;
	for (size_t i = first; i <= last; i++)
		if (o->candidate[i].chosen && !opens_again(o, i, last + 1))
			return;
	for (size_t i = first; i <= last; i++)
		o->candidate[i].chosen = false;
}

/* What a paragraph lists, other lines head: drop headings within paragraphs
 * whose section a line of its own opens. */
static void
drop_listed(struct survey *o)
{
	for (size_t i = 0; i < o->candidates; i++)
		for (size_t j = 0; j < o->candidates; j++)
			if (o->candidate[i].within && !o->candidate[j].within &&
			    o->candidate[j].chosen && slice_eq(
			    o->candidate[i].heading.section,
			    o->candidate[j].heading.section))
				o->candidate[i].chosen = false;
}

static void
choose(struct survey *o)
{
	size_t first = o->candidates;

	o->top = top_kind(o);
	for (size_t i = o->candidates; i-- > 0;)
		if (is_numbered_top(o, &o->candidate[i]))
			first = i;
	for (size_t i = 0; i < o->candidates; i++)
		o->candidate[i].chosen = is_numbered_top(o,
		    &o->candidate[i]) || stands_alone(o, i, first);
	drop_listed(o);
	drop_contents(o);
	sequence_choose(o);
}

void
survey_document(struct survey *o, const struct document *document,
    struct arena *arena)
{
	o->document = document;
	find(o, arena);
	if (!has_all(o))
		find_within(o);
	choose(o);
}

void
survey_free(struct survey *o)
{
	free(o->candidate);
	free(o->folded);
}
