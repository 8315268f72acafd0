#include "lexicon.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"
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

/* The slot of the step from node FROM over CHARACTER, or a free one. */
static struct lexicon_step *
slot_of(const struct lexicon *lexicon, uint32_t from, uint32_t character)
{
	size_t mask = lexicon->slots - 1;
	size_t i = (character ^ from * 0x9E3779B1u) * 0x85EBCA6Bu >> 12 & mask;

	while (lexicon->step[i].character != 0 &&
	    (lexicon->step[i].character != character ||
	    lexicon->step[i].from != from))
		i = (i + 1) & mask;
	return &lexicon->step[i];
}

static void
grow(struct lexicon *lexicon)
{
	struct lexicon_step *old = lexicon->step;
	size_t               slots = lexicon->slots;

	lexicon->slots = slots == 0 ? 1024 : slots * 2;
	lexicon->step = memory_resize(NULL, lexicon->slots,
	    sizeof(*lexicon->step));
	memset(lexicon->step, 0, lexicon->slots * sizeof(*lexicon->step));
	for (size_t i = 0; i < slots; i++)
		if (old[i].character != 0)
			*slot_of(lexicon, old[i].from, old[i].character) =
			    old[i];
	free(old);
}

static uint32_t
new_node(struct lexicon *lexicon)
{
	lexicon->node = memory_room(lexicon->node, &lexicon->node_room,
	    lexicon->nodes, sizeof(*lexicon->node));
	lexicon->node[lexicon->nodes] = (struct lexicon_node){ 0, -1 };
	return (uint32_t)lexicon->nodes++;
}

/* The node behind CHARACTER, made if there is none. */
static uint32_t
step_to(struct lexicon *lexicon, uint32_t from, uint32_t character)
{
	struct lexicon_step *slot;

	if (lexicon->steps * 3 >= lexicon->slots)
		grow(lexicon);
	slot = slot_of(lexicon, from, character);
	if (slot->character == 0) {
		*slot = (struct lexicon_step){ from, character,
		    new_node(lexicon) };
		lexicon->node[from].next |= next_bit(character);
		lexicon->steps++;
	}
	return slot->to;
}

static void
add_word(struct lexicon *lexicon, struct slice word, int concept)
{
	const unsigned char *p = (const unsigned char *)word.p;
	size_t               n;
	uint32_t             first = character_at(p, word.n, &n), node;

	if (lexicon->first[first] == 0)
		lexicon->first[first] = (uint16_t)new_node(lexicon);
	node = lexicon->first[first];
	for (size_t i = n; i < word.n; i += n) {
		uint32_t next = character_at(p + i, word.n - i, &n);

		node = step_to(lexicon, node, next);
	}
	lexicon->node[node].concept = concept;
}

int
lexicon_concept(const struct lexicon *lexicon, struct slice name)
{
	for (int i = 0; i < lexicon->names; i++)
		if (slice_eq(lexicon->name[i], name))
			return i;
	return -1;
}

static int
new_concept(struct lexicon *lexicon, const struct data_row *row)
{
	struct slice name = row->field[0];
	int          concept = lexicon_concept(lexicon, name);

	if (concept >= 0)
		return concept;
	if (lexicon->names == CONCEPTS_MAX)
		data_refuse(row, name, "too many concepts");
	lexicon->name[lexicon->names] = name;
	return lexicon->names++;
}

static void
add_words(struct lexicon *lexicon, struct slice words, int concept)
{
	while (words.n > 0) {
		const char *space = memchr(words.p, ' ', words.n);
		size_t      n = space != NULL ? (size_t)(space - words.p) :
		    words.n;

		if (n > 0)
			add_word(lexicon, (struct slice){ words.p, n },
			    concept);
		words = slice_from(words, n + (space != NULL));
	}
}

void
lexicon_load(struct lexicon *lexicon, const struct data_table *table)
{
	(void)new_node(lexicon);		/* 0 is none */
	grow(lexicon);
	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;
		int                 concept = new_concept(lexicon,
		    &table->row[i]);

		if (slice_is(field[1], "filler"))
			concepts_add(&lexicon->filler, concept);
		add_words(lexicon, field[2], concept);
	}
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->step);
	free(lexicon->node);
}

size_t
lexicon_word(const struct lexicon *lexicon, struct slice text, int *concept)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               longest = 0, i, n;
	uint32_t             node;

	if (text.n == 0)
		return 0;
	node = lexicon->first[character_at(p, text.n, &n)];
	for (i = n; node != 0; i += n) {
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
		node = slot_of(lexicon, node, next)->to;
	}
	return longest;
}

struct concepts
lexicon_words(const struct lexicon *lexicon, struct slice text)
{
	struct concepts words = { { 0 } };

	while (text.n > 0) {
		int      concept;
		uint32_t c;
		size_t   n = lexicon_word(lexicon, text, &concept);

		if (n > 0)
			concepts_add(&words, concept);
		else
			n = utf8_decode(text, &c);
		text = slice_from(text, n);
	}
	return words;
}
