#include "candidates.h"

enum { CONTENTS_BYTES = 150 };	/* between the entries of a table of contents */

/* How many sections the candidates numbered with KIND name. */
static unsigned
sections_numbered(const struct candidates *c, enum enumerator_kind kind)
{
	unsigned sections = 0, n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->candidate[i].heading.enumerator.kind == kind)
			sections |= heading_bit(
			    c->candidate[i].heading.section);
	for (; sections > 0; sections &= sections - 1)
		n++;
	return n;
}

/* Which enumerators number the sections: 一、 unless few headings have it and
 * several have another. */
static enum enumerator_kind
top_kind(const struct candidates *c)
{
	static const struct {
		enum enumerator_kind kind;
		unsigned             least;
	} order[] = {
		{ ENUMERATOR_HAN, 2 }, { ENUMERATOR_PART, 2 },
		{ ENUMERATOR_ARABIC, 3 }, { ENUMERATOR_HAN_BRACKETED, 3 },
	};

	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		if (sections_numbered(c, order[i].kind) >= order[i].least)
			return order[i].kind;
	return ENUMERATOR_HAN;
}

static bool
is_numbered_top(const struct candidates *c, const struct heading *h)
{
	enum enumerator_kind kind = h->enumerator.kind;

	return !h->label && kind != ENUMERATOR_NONE && (kind == c->top ||
	    kind == ENUMERATOR_HAN || kind == ENUMERATOR_PART);
}

/* Whether candidate I, which has no number, may open a section: one that no
 * number names, before the first numbered one, or where hardly any is. */
static bool
stands_alone(const struct candidates *c, size_t i, size_t first_numbered)
{
	const struct candidate_heading *candidate = &c->candidate[i];

	if (candidate->heading.enumerator.kind != ENUMERATOR_NONE ||
	    candidate->within || !candidate->heading.alone)
		return false;
	if (slice_eq(candidate->heading.section, section_annex))
		return i > first_numbered;
	for (size_t j = 0; j < c->n; j++)
		if (is_numbered_top(c, &c->candidate[j].heading) &&
		    candidate_is_like(candidate, &c->candidate[j]))
			return false;
	return i < first_numbered || sections_numbered(c, c->top) < 2;
}

/* Whether the section of candidate I is opened by a chosen one from FROM on. */
static bool
opens_again(const struct candidates *c, size_t i, size_t from)
{
	for (size_t j = from; j < c->n; j++)
		if (c->candidate[j].chosen &&
		    candidate_is_like(&c->candidate[i], &c->candidate[j]))
			return true;
	return false;
}

/* The bytes of text between the candidates A and B. */
static size_t
bytes_between(const struct document *document,
    const struct candidate_heading *a, const struct candidate_heading *b)
{
	size_t n = 0;

	if (a->record == b->record)
		return b->offset - a->offset - a->heading.length;
	for (size_t r = a->record + 1; r < b->record; r++)
		n += document->record[r].field[BLOCK_TEXT].n;
	return n + b->offset;
}

/* A table of contents is a run of headings at the beginning, with hardly any
 * text between them, whose sections all open again further on. */
static void
drop_contents(struct candidates *c)
{
	size_t last = 0, entries = 0, first = 0, bytes = 0;

	for (size_t i = 0; i < c->n; i++) {
		if (!c->candidate[i].chosen)
			continue;
		if (!opens_again(c, i, i + 1))
			break;
		if (entries++ == 0)
			first = i;
		else
			bytes += bytes_between(c->document,
			    &c->candidate[last], &c->candidate[i]);
		last = i;
	}
	if (entries < 2 || bytes > CONTENTS_BYTES * entries)
		return;
	for (size_t i = first; i <= last; i++)
		if (c->candidate[i].chosen && !opens_again(c, i, last + 1))
			return;
	for (size_t i = first; i <= last; i++)
		c->candidate[i].chosen = false;
}

/* What a paragraph lists, other lines head: drop headings within paragraphs
 * whose section a line of its own opens. */
static void
drop_listed(struct candidates *c)
{
	for (size_t i = 0; i < c->n; i++)
		for (size_t j = 0; j < c->n; j++)
			if (c->candidate[i].within && !c->candidate[j].within &&
			    c->candidate[j].chosen && candidate_is_like(
			    &c->candidate[i], &c->candidate[j]))
				c->candidate[i].chosen = false;
}

void
choose_headings(struct candidates *c)
{
	size_t first = 0;

	c->top = top_kind(c);
	while (first < c->n &&
	    !is_numbered_top(c, &c->candidate[first].heading))
		first++;
	for (size_t i = 0; i < c->n; i++)
		c->candidate[i].chosen = is_numbered_top(c,
		    &c->candidate[i].heading) || stands_alone(c, i, first);
	drop_listed(c);
	drop_contents(c);
	sequence_choose(c);
}
