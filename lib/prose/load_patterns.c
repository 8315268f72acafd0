/* Reading items.tsv and patterns.tsv. */
#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"
#include "pattern.h"

/* Cuts the next word off LIST at MARK; false when LIST is empty. */
static bool
next_word(struct slice *list, char mark, struct slice *word)
{
	const char *end;

	while (list->n > 0 && list->p[0] == mark)
		*list = slice_from(*list, 1);
	if (list->n == 0)
		return false;
	end = memchr(list->p, mark, list->n);
	*word = (struct slice){ list->p,
	    end != NULL ? (size_t)(end - list->p) : list->n };
	*list = slice_from(*list, word->n);
	return true;
}

/* The bit of the unit NAME; - is no unit at all. */
static uint64_t
unit_bit(struct patterns *patterns, struct slice name, const struct data_row *row)
{
	if (slice_is(name, "-"))
		name.n = 0;
	for (int i = 0; i < patterns->units; i++)
		if (slice_eq(patterns->unit[i], name))
			return (uint64_t)1 << i;
	if (patterns->units == UNITS_MAX)
		data_refuse(row, name, "too many units");
	patterns->unit[patterns->units] = name;
	return (uint64_t)1 << patterns->units++;
}

static uint64_t
read_units(struct patterns *patterns, struct slice list,
    const struct data_row *row)
{
	uint64_t     units = 0;
	struct slice word;

	while (next_word(&list, ' ', &word))
		units |= unit_bit(patterns, word, row);
	return units;
}

static void
set_kind(struct item *item, struct slice list, const struct data_row *row)
{
	struct slice word;

	while (next_word(&list, ' ', &word)) {
		if (slice_is(word, "head"))
			item->head = true;
		else if (slice_is(word, "stock"))
			item->stock = true;
		else
			data_refuse(row, word, "unknown kind");
	}
}

void
patterns_load_items(struct patterns *patterns,
    const struct data_table *table)
{
	enum { CODE, UNIT, UNITS, KIND, PART, SHARE };

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		const struct slice    *field = row->field;
		struct item           *item;

		patterns->item = memory_room(patterns->item,
		    &patterns->item_room, patterns->items,
		    sizeof(*patterns->item));
		item = &patterns->item[patterns->items++];
		*item = (struct item){ .code = field[CODE],
		    .unit = field[UNIT], .part = field[PART],
		    .share = field[SHARE] };
		item->units = read_units(patterns, field[UNITS], row);
		set_kind(item, field[KIND], row);
	}
}

static const struct item *
find_item(const struct patterns *patterns, struct slice code)
{
	for (size_t i = 0; i < patterns->items; i++)
		if (slice_eq(patterns->item[i].code, code))
			return &patterns->item[i];
	return NULL;
}

static struct concepts
read_concepts(const struct lexicon *lexicon, struct slice list, char mark,
    const struct data_row *row)
{
	struct concepts concepts = { { 0 } };
	struct slice    word;

	while (next_word(&list, mark, &word)) {
		int concept = lexicon_concept(lexicon, word);

		if (concept < 0)
			data_refuse(row, word, "unknown concept");
		concepts_add(&concepts, concept);
	}
	return concepts;
}

static void
read_elements(struct pattern *pattern, const struct lexicon *lexicon,
    struct slice list, const struct data_row *row)
{
	struct slice word, whole = list;

	pattern->figure = -1;
	while (next_word(&list, ' ', &word)) {
		struct element *element = &pattern->element[pattern->elements];

		if (slice_is(word, "...") && pattern->elements > 0) {
			element[-1].far = true;
			continue;
		}
		if (slice_is(word, "&") && pattern->elements > 0) {
			element[-1].tight = true;
			continue;
		}
		if (slice_is(word, ",") && pattern->elements > 0) {
			element[-1].comma = true;
			continue;
		}
		if (pattern->elements == ELEMENTS_MAX)
			data_refuse(row, word, "too many elements");
		*element = (struct element){ .figure = slice_is(word, "@") };
		if (element->figure)
			pattern->figure = pattern->elements;
		else
			element->concepts = read_concepts(lexicon, word, '|',
			    row);
		pattern->elements++;
	}
	if (pattern->elements < (pattern->figure >= 0 ? 2 : 1))
		data_refuse(row, whole, "too few elements");
}

static void
classify(struct pattern *pattern, const struct lexicon *lexicon)
{
	int all = lexicon_concept(lexicon, SLICE("all"));
	int last = lexicon_concept(lexicon, SLICE("last-year"));
	int next = lexicon_concept(lexicon, SLICE("next-year"));

	pattern->same = pattern->figure < 0 && all >= 0 &&
	    concepts_have(&pattern->element[0].concepts, all);
	for (int i = 0; i < pattern->elements; i++) {
		const struct concepts *c = &pattern->element[i].concepts;

		if (concepts_single(c))
			concepts_join(&pattern->need, c);
		pattern->dated = pattern->dated ||
		    (last >= 0 && concepts_have(c, last)) ||
		    (next >= 0 && concepts_have(c, next));
	}
}

static void
read_places(struct pattern *pattern, const struct lexicon *lexicon,
    struct slice list, const struct data_row *row)
{
	struct slice word;

	while (next_word(&list, '|', &word)) {
		struct place *place = &pattern->place[pattern->places];
		const char   *colon = memchr(word.p, ':', word.n);
		size_t        n = colon != NULL ? (size_t)(colon - word.p) :
		    word.n;

		if (pattern->places == WHERE_MAX)
			data_refuse(row, word, "too many sections");
		*place = (struct place){ .section = { word.p, n } };
		if (colon != NULL)
			place->heading = read_concepts(lexicon,
			    slice_from(word, n + 1), ':', row);
		pattern->places++;
	}
}

static void
read_heads(struct pattern *pattern, const struct patterns *patterns,
    struct slice list, const struct data_row *row)
{
	struct slice word;

	while (next_word(&list, '|', &word)) {
		const struct item *item = find_item(patterns, word);

		if (item == NULL || !item->head)
			data_refuse(row, word, "not the head of a list");
		if (pattern->unders == WHERE_MAX)
			data_refuse(row, word, "too many heads");
		pattern->under[pattern->unders++] = item;
	}
}

static void
read_where(struct pattern *pattern, const struct patterns *patterns,
    const struct lexicon *lexicon, struct slice list, const struct data_row *row)
{
	static const struct slice section = { "section=", 8 };
	static const struct slice under = { "under=", 6 };
	static const struct slice about = { "about=", 6 };
	static const struct slice sans = { "sans=", 5 };
	struct slice              word;

	while (next_word(&list, ' ', &word)) {
		if (slice_starts(word, section))
			read_places(pattern, lexicon,
			    slice_from(word, section.n), row);
		else if (slice_starts(word, under))
			read_heads(pattern, patterns,
			    slice_from(word, under.n), row);
		else if (slice_starts(word, about))
			pattern->about = read_concepts(lexicon,
			    slice_from(word, about.n), '|', row);
		else if (slice_starts(word, sans))
			pattern->sans = read_concepts(lexicon,
			    slice_from(word, sans.n), '|', row);
		else if (slice_is(word, "single"))
			pattern->single = pattern->same = true;
		else if (slice_is(word, "listed"))
			pattern->listed = true;
		else if (slice_is(word, "last"))
			pattern->last = true;
		else if (slice_is(word, "also"))
			pattern->also = true;
		else if (slice_is(word, "zero"))
			pattern->zero = true;
		else if (slice_is(word, "each"))
			pattern->each = true;
		else
			data_refuse(row, word, "unknown condition");
	}
}

/* The element that PATTERN is found by. */
static const struct element *
key_of(const struct pattern *pattern)
{
	if (pattern->figure < 0)
		return &pattern->element[0];
	return &pattern->element[pattern->figure > 0 ? pattern->figure - 1 :
	    1];
}

static void
make_index(const struct patterns *patterns, struct pattern_index *index,
    bool figures)
{
	size_t n = 0, room = 0;

	for (int concept = 0; concept < CONCEPTS_MAX; concept++) {
		index->first[concept] = (uint32_t)n;
		for (size_t i = 0; i < patterns->patterns; i++) {
			const struct pattern *pattern = &patterns->pattern[i];

			if ((pattern->figure >= 0) != figures ||
			    !concepts_have(&key_of(pattern)->concepts,
			    concept))
				continue;
			index->pattern = memory_room(index->pattern, &room, n,
			    sizeof(*index->pattern));
			index->pattern[n++] = (uint16_t)i;
		}
	}
	index->first[CONCEPTS_MAX] = (uint32_t)n;
}

void
patterns_load(struct patterns *patterns, const struct lexicon *lexicon,
    const struct data_table *table)
{
	enum { ITEM, COL, PATTERN, UNLESS, WHERE };

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		const struct slice    *field = row->field;
		struct pattern        *pattern;

		patterns->pattern = memory_room(patterns->pattern,
		    &patterns->pattern_room, patterns->patterns,
		    sizeof(*patterns->pattern));
		pattern = &patterns->pattern[patterns->patterns++];
		*pattern = (struct pattern){ .col = field[COL],
		    .item = find_item(patterns, field[ITEM]),
		    .line = row->line };
		if (pattern->item == NULL)
			data_refuse(row, field[ITEM], "unknown item");
		if (patterns->patterns > PATTERNS_MAX)
			data_refuse(row, field[PATTERN], "too many patterns");
		read_elements(pattern, lexicon, field[PATTERN], row);
		classify(pattern, lexicon);
		pattern->unless = read_concepts(lexicon, field[UNLESS], ' ',
		    row);
		read_where(pattern, patterns, lexicon, field[WHERE], row);
	}
	make_index(patterns, &patterns->figures, true);
	make_index(patterns, &patterns->words, false);
}

void
patterns_free(struct patterns *patterns)
{
	free(patterns->figures.pattern);
	free(patterns->words.pattern);
	free(patterns->item);
	free(patterns->pattern);
}
