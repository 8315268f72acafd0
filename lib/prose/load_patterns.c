/* Reading patterns.tsv. */
#include <stdlib.h>

#include "base/memory.h"
#include "loading.h"

/* A pattern in the making. */
struct making {
	struct patterns      *patterns;
	struct lexicon       *lexicon;
	struct pattern_groups        *groups;
	const struct wording *wording;
	enum pattern_column   column;	/* read now, for messages */
	struct pattern        pattern;
	uint64_t             *set;	/* being read */
};

static _Noreturn void
refuse(const struct making *making, struct slice what, const char *reason)
{
	wording_refuse(making->wording, making->column, what, reason);
}

typedef void member_fn(struct making *making, struct slice word);

/* Calls FN for each word of LIST, and in place of a group for its members. */
static void
each_member(struct making *making, struct slice list, char mark,
    member_fn *fn)
{
	struct slice word;

	while (slice_cut(&list, mark, &word)) {
		const struct pattern_group *group =
		    pattern_groups_find(making->groups, word);

		if (group != NULL)
			each_member(making, group->members, ' ', fn);
		else
			fn(making, word);
	}
}

static int
concept_number(const struct making *making, struct slice word)
{
	int concept = lexicon_concept(making->lexicon, word);

	if (concept < 0)
		refuse(making, word, "unknown concept");
	return concept;
}

static void
add_concept(struct making *making, struct slice word)
{
	bitset_add(making->set, concept_number(making, word));
}

/* The concepts of LIST. */
static uint64_t *
read_concepts(struct making *making, struct slice list, char mark)
{
	making->set = bitset_new(&making->patterns->arena,
	    making->lexicon->set_words);
	each_member(making, list, mark, add_concept);
	return making->set;
}

static bool
is_section(struct slice code)
{
	const struct data_table *headings = data_table(DATA_HEADINGS);

	for (size_t i = 0; i < headings->rows; i++)
		if (slice_eq(headings->row[i].field[0], code))
			return true;
	return false;
}

static void
add_place(struct making *making, struct slice word)
{
	struct pattern_place *place = arena_alloc(&making->patterns->arena,
	    sizeof(*place));
	const char           *colon = memchr(word.p, ':', word.n);
	size_t                n = colon != NULL ? (size_t)(colon - word.p) :
	    word.n;

	*place = (struct pattern_place){ .section = { word.p, n },
	    .next = making->pattern.place };
	making->pattern.place = place;
	if (!is_section(place->section))
		refuse(making, place->section, "unknown section");
	if (colon != NULL)
		place->heading = read_concepts(making, slice_from(word, n + 1),
		    ':');
}

static void
add_head(struct making *making, struct slice word)
{
	const struct item *item = patterns_item(making->patterns, word);

	if (item == NULL || !item->head)
		refuse(making, word, "not the head of a list");
	bitset_add(making->pattern.under,
	    patterns_number(making->patterns, item));
}

/* A condition without a value. */
static void
set_flag(struct making *making, struct slice word)
{
	struct pattern *pattern = &making->pattern;
	const struct {
		const char *name;
		bool       *flag;
	} flag[] = {
		{ "single", &pattern->single }, { "listed", &pattern->listed },
		{ "last", &pattern->last }, { "also", &pattern->also },
		{ "zero", &pattern->zero }, { "each", &pattern->each },
	};

	for (size_t i = 0; i < sizeof(flag) / sizeof(*flag); i++)
		if (slice_is(word, flag[i].name)) {
			*flag[i].flag = true;
			return;
		}
	refuse(making, word, "unknown condition");
}

static void
read_where(struct making *making)
{
	struct pattern *pattern = &making->pattern;
	struct slice list = making->wording->field[COLUMN_WHERE], word;

	making->column = COLUMN_WHERE;
	while (slice_cut(&list, ' ', &word)) {
		const char  *sign = memchr(word.p, '=', word.n);
		struct slice name = { word.p, sign != NULL ?
		    (size_t)(sign - word.p) : word.n };
		struct slice value = slice_from(word, name.n + (sign != NULL));

		if (sign == NULL) {
			set_flag(making, word);
		} else if (slice_is(name, "section")) {
			each_member(making, value, '|', add_place);
		} else if (slice_is(name, "under")) {
			pattern->under = bitset_new(&making->patterns->arena,
			    making->patterns->item_words);
			each_member(making, value, '|', add_head);
		} else if (slice_is(name, "about"))
			pattern->about = read_concepts(making, value, '|');
		else if (slice_is(name, "sans"))
			pattern->sans = read_concepts(making, value, '|');
		else
			refuse(making, word, "unknown condition");
	}
}

/* Takes WORD: a sign for the element before it, or an element. */
static void
read_element(struct making *making, struct slice word)
{
	struct pattern *pattern = &making->pattern;
	struct element *element = &pattern->element[pattern->elements];

	if (pattern->elements > 0 && slice_is(word, "..."))
		element[-1].far = true;
	else if (pattern->elements > 0 && slice_is(word, "&"))
		element[-1].tight = true;
	else if (pattern->elements > 0 && slice_is(word, ","))
		element[-1].comma = true;
	else {
		*element = (struct element){ .concept = -1 };
		if (!slice_is(word, "@"))
			element->concept = concept_number(making, word);
		else if (pattern->figure < 0)
			pattern->figure = pattern->elements;
		else
			refuse(making, word, "a second figure");
		pattern->elements++;
	}
}

static void
read_elements(struct making *making)
{
	struct slice    list = making->wording->field[COLUMN_PATTERN], word;
	struct pattern *pattern = &making->pattern;

	making->column = COLUMN_PATTERN;
	pattern->figure = -1;
	pattern->element = arena_alloc(&making->patterns->arena,
	    (list.n / 2 + 1) * sizeof(*pattern->element));
	while (slice_cut(&list, ' ', &word))
		read_element(making, word);
	if (pattern->elements < (pattern->figure >= 0 ? 2 : 1))
		refuse(making, making->wording->field[COLUMN_PATTERN],
		    "too few elements");
}

/* What the elements of the pattern say of it as a whole. */
static void
classify(struct making *making)
{
	struct pattern *pattern = &making->pattern;
	const int      *steering = making->lexicon->steering;
	size_t          words = making->lexicon->set_words;

	pattern->same = pattern->single ||
	    pattern->element[0].concept == steering[STEER_ALL];
	pattern->need = bitset_new(&making->patterns->arena, words);
	for (int i = 0; i < pattern->elements; i++) {
		int concept = pattern->element[i].concept;

		if (i == pattern->figure)
			continue;
		bitset_add(pattern->need, concept);
		pattern->dated = pattern->dated ||
		    concept == steering[STEER_LAST_YEAR] ||
		    concept == steering[STEER_NEXT_YEAR];
	}
	/* A group that is not to stand beside the pattern's words may have
	 * them among its own. */
	bitset_take(pattern->unless, pattern->need, words);
}

/* Adds the pattern that is said in WORDING. */
static void
add_pattern(void *context, const struct wording *wording)
{
	struct making   *making = context;
	struct patterns *patterns = making->patterns;
	struct pattern   *pattern = &making->pattern;
	struct slice      item = wording->field[COLUMN_ITEM];

	making->wording = wording;
	making->column = COLUMN_ITEM;
	*pattern = (struct pattern){ .col = wording->field[COLUMN_COL],
	    .where = wording->field[COLUMN_WHERE],
	    .item = patterns_item(patterns, item), .row = wording->row };
	if (pattern->item == NULL)
		refuse(making, item, "unknown item");
	making->column = COLUMN_COL;
	if (!slice_is(pattern->col, "count"))
		(void)concept_number(making, pattern->col);
	read_elements(making);
	making->column = COLUMN_UNLESS;
	pattern->unless = read_concepts(making,
	    wording->field[COLUMN_UNLESS], ' ');
	read_where(making);
	classify(making);
	patterns->pattern = memory_room(patterns->pattern,
	    &patterns->pattern_room, patterns->patterns,
	    sizeof(*patterns->pattern));
	patterns->pattern[patterns->patterns++] = *pattern;
}

/* The concept that PATTERN is found by. */
static int
key_of(const struct pattern *pattern)
{
	int figure = pattern->figure;

	return pattern->element[figure < 0 ? 0 : figure > 0 ? figure - 1 :
	    1].concept;
}

static void
make_index(struct patterns *patterns, struct pattern_index *index,
    size_t concepts, bool figures)
{
	size_t *first = arena_alloc(&patterns->arena,
	    (concepts + 2) * sizeof(*first));

	memset(first, 0, (concepts + 2) * sizeof(*first));
	index->first = first;
	index->entry = arena_alloc(&patterns->arena,
	    patterns->patterns * sizeof(*index->entry));
	/* Counted two places on, and summed up one place on, the places are
	 * right when each pattern has moved its own by one. */
	for (size_t i = 0; i < patterns->patterns; i++)
		if ((patterns->pattern[i].figure >= 0) == figures)
			first[key_of(&patterns->pattern[i]) + 2]++;
	for (size_t i = 1; i < concepts + 2; i++)
		first[i] += first[i - 1];
	for (size_t i = 0; i < patterns->patterns; i++) {
		const struct pattern *pattern = &patterns->pattern[i];

		if ((pattern->figure >= 0) == figures)
			index->entry[first[key_of(pattern) + 1]++] =
			    (struct pattern_entry){ bitset_fold(pattern->need,
			    patterns->concept_words), pattern };
	}
}

void
patterns_load(struct patterns *patterns, struct lexicon *lexicon)
{
	const struct data_table *table = data_table(DATA_PATTERNS);
	struct pattern_groups    groups;
	struct making            making = { .patterns = patterns,
	    .lexicon = lexicon, .groups = &groups };

	patterns->concept_words = lexicon->set_words;
	patterns_load_items(patterns);
	pattern_groups_load(&groups, &patterns->arena);
	for (size_t i = 0; i < table->rows; i++)
		wordings_each(&table->row[i], &groups, add_pattern, &making);
	make_index(patterns, &patterns->figures, lexicon->concepts, true);
	make_index(patterns, &patterns->words, lexicon->concepts, false);
	patterns_refuse_dead(patterns, lexicon, &groups);
}

void
patterns_free(struct patterns *patterns)
{
	free(patterns->unit);
	free(patterns->pattern);
	arena_free(&patterns->arena);
}
