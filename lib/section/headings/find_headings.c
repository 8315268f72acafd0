#include "candidates.h"

#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "section/pinyin.h"
#include "section/word_list.h"

/* Adds CANDIDATE; false where there is no room for it. */
static bool
add_candidate(struct candidates *c, const struct candidate_heading *candidate)
{
	if (c->n == CANDIDATES_MAX) {
		left_out("more headings than are read");
		return false;
	}
	c->candidate = memory_room(c->candidate, &c->room, c->n,
	    sizeof(*c->candidate));
	c->candidate[c->n++] = *candidate;
	return true;
}

/* The place of the Chinese number that ends at END in TEXT, if what stands
 * before it may end a sentence; END where there is none. */
static size_t
number_before(struct slice text, size_t end)
{
	enum { LONGEST = 9 };		/* bytes: 二十一 */
	size_t   at = end;
	uint32_t c;

	while (at >= 3 && end - at < LONGEST && utf8_decode((struct slice){
	    text.p + at - 3, 3 }, &c) == 3 && enumerator_han(c) > 0)
		at -= 3;
	return words_at_end(WORDS_BEFORE_NUMBER, (struct slice){ text.p, at })
	    > 0 ? end : at;
}

/* Headings inside the paragraph of RECORD, from byte FROM on. */
static void
find_in_paragraph(struct candidates *c, size_t record, struct slice text,
    size_t from)
{
	const struct slice comma = SLICE("\u3001");	/* 、 */
	const char        *found;

	while ((found = slice_find(slice_from(text, from), comma)) != NULL) {
		struct candidate_heading candidate = { .record = record };
		size_t           at = (size_t)(found - text.p);

		from = at + comma.n;
		candidate.offset = number_before(text, at);
		candidate.within = candidate.offset > 0;
		if (candidate.offset == at || !heading_within(slice_from(text,
		    candidate.offset), &candidate.heading))
			continue;
		if (!add_candidate(c, &candidate))
			return;
		from = candidate.offset + candidate.heading.length;
	}
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
is_near_end(const struct candidates *c, size_t i)
{
	enum { NEAR_BEGINNING = 60, NEAR_END = 40 };

	return i < NEAR_BEGINNING || i + NEAR_END >= c->document->records;
}

/* Headings at the start of paragraphs. */
static void
find_at_start(struct candidates *c, struct arena *arena)
{
	c->n = 0;
	c->line = memory_room(c->line, &c->line_room, c->document->records,
	    sizeof(*c->line));
	for (size_t i = 0; i < c->document->records; i++) {
		const struct record     *r = &c->document->record[i];
		struct slice             text = r->field[BLOCK_TEXT];
		struct candidate_line   *line = &c->line[i];
		struct candidate_heading candidate = { .record = i };

		*line = (struct candidate_line){ .folded = { NULL, 0 } };
		if (!is_paragraph(r))
			continue;
		if (text.n <= (is_near_end(c, i) ? PART_SHORT : PART_INNER))
			line->folded = pinyin_fold(arena, text);
		line->enumerator = fold_enumerator(text);
		candidate.heading.enumerator = line->enumerator;
		if (!is_furniture(r) &&
		    heading_at(text, line->folded, &candidate.heading))
			add_candidate(c, &candidate);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct candidate_heading *x = a, *y = b;

	if (x->record != y->record)
		return x->record < y->record ? -1 : 1;
	return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Headings inside paragraphs, behind those at their start. */
static void
find_within(struct candidates *c)
{
	size_t known = c->n, k = 0;

	for (size_t i = 0; i < c->document->records; i++) {
		const struct record *r = &c->document->record[i];
		size_t               from = 0;

		if (!is_paragraph(r) || is_furniture(r))
			continue;
		while (k < known && c->candidate[k].record < i)
			k++;
		if (k < known && c->candidate[k].record == i)
			from = c->candidate[k].heading.length;
		find_in_paragraph(c, i, r->field[BLOCK_TEXT], from);
	}
	if (c->n > known)
		qsort(c->candidate, c->n, sizeof(*c->candidate), by_place);
}

/* Whether numbered lines of their own open all the sections that every form
 * has: what a paragraph says of these opens none. */
static bool
has_all(const struct candidates *c)
{
	unsigned found = HEADING_OTHER;

	for (size_t i = 0; i < c->n; i++)
		if (c->candidate[i].heading.enumerator.kind == ENUMERATOR_HAN)
			found |= heading_bit(c->candidate[i].heading.section);
	return (found & HEADING_MAIN) == HEADING_MAIN;
}

void
find_headings(struct candidates *c, const struct document *document,
    struct arena *arena)
{
	c->document = document;
	find_at_start(c, arena);
	if (!has_all(c))
		find_within(c);
}

void
candidates_free(struct candidates *c)
{
	free(c->candidate);
	free(c->line);
}
