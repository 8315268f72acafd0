/* Lines of a user's own that do nothing: a pattern that another one always
 * goes before, a concept or a group that no pattern names.  The suite's own are
 * held to the same by a test, which gives them as a user's. */
#include <stdio.h>

#include "internal_patterns.h"
#include "wordings.h"

static bool
is_own(const struct data_row *row)
{
	return strchr(row->file, '/') != NULL;
}

static bool
is_in(const struct item *const *list, int n, const struct item *item)
{
	for (int i = 0; i < n; i++)
		if (list[i] == item)
			return true;
	return n == 0;
}

/* Whether every list head that B may lie under will do for A. */
static bool
heads_within(const struct pattern *b, const struct pattern *a)
{
	if ((a->unders > 0) != (b->unders > 0))
		return false;
	for (int i = 0; i < b->unders; i++)
		if (!is_in(a->under, a->unders, b->under[i]))
			return false;
	return true;
}

static bool
has_place(const struct pattern *a, const struct pattern_place *place,
    size_t words)
{
	for (int i = 0; i < a->places; i++)
		if (slice_eq(a->place[i].section, place->section) &&
		    (a->place[i].heading == NULL || (place->heading != NULL &&
		    bitset_within(place->heading, a->place[i].heading,
		    words))))
			return true;
	return a->places == 0;
}

static bool
places_within(const struct pattern *b, const struct pattern *a, size_t words)
{
	if (b->places == 0)
		return a->places == 0;
	for (int i = 0; i < b->places; i++)
		if (!has_place(a, &b->place[i], words))
			return false;
	return true;
}

/* Whether wherever the elements of B are found those of A are. */
static bool
elements_within(const struct pattern *b, const struct pattern *a)
{
	if (a->elements != b->elements || a->figure != b->figure)
		return false;
	for (int i = 0; i < a->elements; i++) {
		const struct element *x = &a->element[i], *y = &b->element[i];

		if (x->concept != y->concept || x->tight > y->tight ||
		    x->far < y->far || x->comma < y->comma)
			return false;
	}
	return true;
}

static bool
conditions_within(const struct pattern *b, const struct pattern *a,
    size_t words)
{
	return bitset_within(a->unless, b->unless, words) &&
	    (a->about == NULL || (b->about != NULL &&
	    bitset_within(b->about, a->about, words))) &&
	    (a->sans == NULL || (b->sans != NULL &&
	    bitset_within(a->sans, b->sans, words))) &&
	    a->last <= b->last && a->listed <= b->listed &&
	    a->single <= b->single && a->zero == b->zero &&
	    a->each == b->each && a->also <= b->also;
}

/* Whether A claims before B, and in its place, whatever B fits. */
static bool
hides(const struct patterns *patterns, const struct pattern *a,
    const struct pattern *b)
{
	size_t words = patterns->concept_words;
	bool   alike = a->item == b->item && slice_eq(a->col, b->col);

	/* Only a figure is claimed once; words claim for each item. */
	return (alike || (a < b && b->figure >= 0 && !b->also && !b->zero)) &&
	    bitset_within(b->item->units, a->item->units,
	    patterns->unit_words) && elements_within(b, a) &&
	    heads_within(b, a) && places_within(b, a, words) &&
	    conditions_within(b, a, words);
}

static _Noreturn void
refuse_hidden(const struct pattern *b, const struct pattern *a)
{
	char reason[80];

	snprintf(reason, sizeof(reason),
	    "that of line %lu always goes before a pattern", a->row->line);
	data_refuse(b->row, b->row->field[COLUMN_PATTERN], reason);
}

static void
check_patterns(const struct patterns *patterns)
{
	const struct pattern *a, *b;
	const struct pattern *end = patterns->pattern + patterns->patterns;

	for (b = patterns->pattern; b < end; b++)
		for (a = patterns->pattern; is_own(b->row) && a < end; a++)
			if (a != b && hides(patterns, a, b))
				refuse_hidden(b, a);
}

static void
check_concepts(const struct lexicon *lexicon)
{
	for (size_t i = 0; i < lexicon->concepts; i++) {
		const struct concept *concept = &lexicon->concept[i];

		if (is_own(concept->row) && concept->kind == CONCEPT_WORD &&
		    !concept->used)
			data_refuse(concept->row, concept->name,
			    "no pattern names the concept");
	}
}

void
patterns_refuse_dead(const struct patterns *patterns,
    const struct lexicon *lexicon, const struct pattern_groups *groups)
{
	check_patterns(patterns);
	check_concepts(lexicon);
	for (size_t i = 0; i < groups->groups; i++)
		if (is_own(groups->group[i].row) && !groups->group[i].used)
			data_refuse(groups->group[i].row,
			    groups->group[i].name, "no pattern names the group");
}
