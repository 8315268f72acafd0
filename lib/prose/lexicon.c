#include "lexicon.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/utf8.h"

/* The character at P if it is one of three bytes, else the byte: words are
 * compared as bytes, and two thirds of the steps are saved. */
static uint32_t
character_at(const unsigned char *p, size_t left, size_t *n)
{
	if (p[0] < 0xE0 || p[0] > 0xEF || left < 3) {
		*n = 1;
		return p[0];
	}
	*n = 3;
	return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

static uint64_t
next_bit(uint32_t character)
{
	return (uint64_t)1 << (character * 0x9E3779B1u >> 26);
}

/* The node behind CHARACTER, MAP_NONE if there is none. */
static size_t
step(const struct lexicon *lexicon, size_t from, uint32_t character)
{
	size_t probe = 0;

	return map_next(&lexicon->step, (uint64_t)from << 32 | character,
	    &probe);
}

static size_t
new_node(struct lexicon *lexicon)
{
	lexicon->node = memory_room(lexicon->node, &lexicon->node_room,
	    lexicon->nodes, sizeof(*lexicon->node));
	lexicon->node[lexicon->nodes] = (struct lexicon_node){ 0, -1 };
	return lexicon->nodes++;
}

/* The node behind CHARACTER, made if there is none. */
static size_t
step_to(struct lexicon *lexicon, size_t from, uint32_t character)
{
	size_t to = step(lexicon, from, character);

	if (to != MAP_NONE)
		return to;
	to = new_node(lexicon);
	map_add(&lexicon->step, (uint64_t)from << 32 | character, to);
	lexicon->node[from].next |= next_bit(character);
	return to;
}

static void
add_word(struct lexicon *lexicon, struct slice word, int concept,
    const struct data_row *row)
{
	const unsigned char *p = (const unsigned char *)word.p;
	size_t               n;
	uint32_t             first = character_at(p, word.n, &n);
	size_t               node;

	if (lexicon->first[first] == 0)
		lexicon->first[first] = (uint32_t)new_node(lexicon);
	node = lexicon->first[first];
	for (size_t i = n; i < word.n; i += n) {
		uint32_t next = character_at(p + i, word.n - i, &n);

		node = step_to(lexicon, node, next);
	}
	if (lexicon->node[node].concept >= 0 &&
	    lexicon->node[node].concept != concept)
		data_refuse(row, word, "the word of another concept too");
	lexicon->node[node].concept = concept;
}

static int
find_concept(const struct lexicon *lexicon, struct slice name)
{
	for (size_t i = 0; i < lexicon->concepts; i++)
		if (slice_eq(lexicon->concept[i].name, name))
			return (int)i;
	return -1;
}

static enum concept_kind
kind_of(const struct data_row *row)
{
	static const char *const name[CONCEPT_KINDS] = {
		[CONCEPT_WORD] = "word", [CONCEPT_FILLER] = "filler",
		[CONCEPT_MASK] = "mask",
	};
	enum concept_kind        kind = 0;

	while (kind < CONCEPT_KINDS && !slice_is(row->field[1], name[kind]))
		kind++;
	if (kind == CONCEPT_KINDS)
		data_refuse(row, row->field[1], "unknown kind");
	return kind;
}

/* The concept that ROW adds words to. */
static int
concept_of(struct lexicon *lexicon, const struct data_row *row)
{
	enum concept_kind kind = kind_of(row);
	int               known = find_concept(lexicon, row->field[0]);

	if (known >= 0) {
		if (lexicon->concept[known].kind != kind)
			data_refuse(row, row->field[1],
			    "the concept is of another kind");
		return known;
	}
	lexicon->concept = memory_room(lexicon->concept,
	    &lexicon->concept_room, lexicon->concepts,
	    sizeof(*lexicon->concept));
	lexicon->concept[lexicon->concepts] = (struct concept){
		.name = row->field[0], .kind = kind, .row = row };
	return (int)lexicon->concepts++;
}

static void
find_fillers(struct lexicon *lexicon)
{
	lexicon->set_words = bitset_words(lexicon->concepts);
	lexicon->filler = bitset_new(&lexicon->arena, lexicon->set_words);
	for (size_t i = 0; i < lexicon->concepts; i++)
		if (lexicon->concept[i].kind == CONCEPT_FILLER)
			bitset_add(lexicon->filler, (int)i);
}

int
lexicon_concept(struct lexicon *lexicon, struct slice name)
{
	int concept = find_concept(lexicon, name);

	if (concept >= 0)
		lexicon->concept[concept].used = true;
	return concept;
}

static void
find_steering(struct lexicon *lexicon)
{
	static const char *const name[STEERINGS] = {
		[STEER_NONE] = "none", [STEER_NEGATIVE] = "negative",
		[STEER_NUMERAL] = "numeral", [STEER_ALL] = "all",
		[STEER_EACH] = "each", [STEER_AMONG] = "among",
		[STEER_SHARE] = "share", [STEER_EVER] = "ever",
		[STEER_AS_OF] = "as-of", [STEER_TOTAL] = "total",
		[STEER_SINCE] = "since", [STEER_THIS_YEAR] = "this-year",
		[STEER_LAST_YEAR] = "last-year",
		[STEER_NEXT_YEAR] = "next-year",
		[STEER_COMPARE] = "compare", [STEER_RATE] = "rate",
		[STEER_PLAN] = "plan", [STEER_FUTURE] = "future",
		[STEER_INFORMATION] = "information", [STEER_COUNT] = "count",
		[STEER_PUBLISH] = "publish", [STEER_PROACTIVE] = "proactive",
	};

	for (int i = 0; i < STEERINGS; i++) {
		lexicon->steering[i] = lexicon_concept(lexicon,
		    slice_of(name[i]));
		if (lexicon->steering[i] >= 0)
			continue;
		warn_at("concepts.tsv", "no concept %s", name[i]);
		exit(CLI_TROUBLE);
	}
}

void
lexicon_load(struct lexicon *lexicon)
{
	const struct data_table *table = data_table(DATA_CONCEPTS);

	(void)new_node(lexicon);		/* 0 is none */
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    concept = concept_of(lexicon, row);
		struct slice           list = row->field[2], word;

		while (slice_cut(&list, ' ', &word))
			add_word(lexicon, word, concept, row);
	}
	find_fillers(lexicon);
	find_steering(lexicon);
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->concept);
	map_free(&lexicon->step);
	free(lexicon->node);
	arena_free(&lexicon->arena);
}

size_t
lexicon_word(const struct lexicon *lexicon, struct slice text, int *concept)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               longest = 0, i, n, node;

	if (text.n == 0)
		return 0;
	node = lexicon->first[character_at(p, text.n, &n)];
	for (i = n; node != 0 && node != MAP_NONE; i += n) {
		uint32_t next;

		if (lexicon->node[node].concept >= 0) {
			*concept = lexicon->node[node].concept;
			longest = i;
		}
		if (i == text.n)
			break;
		next = character_at(p + i, text.n - i, &n);
		if ((lexicon->node[node].next & next_bit(next)) == 0)
			break;
		node = step(lexicon, node, next);
	}
	return longest;
}

void
lexicon_add_words(const struct lexicon *lexicon, struct slice text,
    uint64_t *set)
{
	while (text.n > 0) {
		int      concept;
		uint32_t c;
		size_t   n = lexicon_word(lexicon, text, &concept);

		if (n > 0)
			bitset_add(set, concept);
		else
			n = utf8_decode(text, &c);
		text = slice_from(text, n);
	}
}
