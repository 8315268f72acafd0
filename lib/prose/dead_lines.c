/* Lines of a user's own that do nothing: a pattern that another one always
 * goes before, a concept or a group that no pattern names.  The suite's own are
 * held to the same by a test, which gives them as a user's. */
#include <stdio.h>

#include "loading.h"

static bool
is_own(const struct data_row *row)
{
	return strchr(row->file, '/') != NULL;
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

/* Whether all units that count the item of B count that of A. */
static bool
units_within(const struct patterns *patterns, const struct pattern *b,
    const struct pattern *a)
{
	for (size_t i = 0; i < patterns->units; i++) {
		const uint64_t *items = patterns->unit[i].items;

		if (bitset_has(items, patterns_number(patterns, b->item)) &&
		    !bitset_has(items, patterns_number(patterns, a->item)))
			return false;
	}
	return true;
}

/* Whether A claims before B, and in its place, whatever B fits. */
static bool
hides(const struct patterns *patterns, const struct pattern *a,
    const struct pattern *b)
{
	bool alike = a->item == b->item && slice_eq(a->col, b->col);
	bool free = a->where.n == 0 && b->under == NULL;

	/* Only a figure is claimed once; words claim for each item. */
	return (alike || (a < b && b->figure >= 0 && !b->also && !b->zero)) &&
	    (free || slice_eq(a->where, b->where)) && elements_within(b, a) &&
	    units_within(patterns, b, a) &&
	    bitset_within(a->unless, b->unless, patterns->concept_words);
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

static bool
is_claimed(const struct patterns *patterns, const struct item *item)
{
	for (size_t i = 0; i < patterns->patterns; i++)
		if (patterns->pattern[i].item == item)
			return true;
	return false;
}

static void
check_items(const struct patterns *patterns)
{
	const struct data_table *table = data_table(DATA_MEASURES);

	for (size_t i = 0; i < table->rows; i++)
		if (is_own(&table->row[i]) &&
		    !is_claimed(patterns, &patterns->item[i]))
			data_refuse(&table->row[i], patterns->item[i].code,
			    "no pattern claims the item");
}

void
patterns_refuse_dead(const struct patterns *patterns,
    const struct lexicon *lexicon, const struct pattern_groups *groups)
{
	check_patterns(patterns);
	check_items(patterns);
	check_concepts(lexicon);
	for (size_t i = 0; i < groups->groups; i++)
		if (is_own(groups->group[i].row) && !groups->group[i].used)
			data_refuse(groups->group[i].row,
			    groups->group[i].name, "no pattern names the group");
}
