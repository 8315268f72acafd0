#include "word_index.h"

#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"

struct indexed_word {
	struct word word;
	unsigned    next;	/* of the same hash, from 1; 0: none */
};

/* A hash of two characters from those of each. */
static unsigned
pair_hash(unsigned first, unsigned second)
{
	return (5 * first ^ second) % WORD_PAIR_HASHES;
}

/* TEXT, which is not empty, without its first character. */
static struct slice
behind_first(struct slice text)
{
	uint32_t c;

	return slice_from(text, utf8_decode(text, &c));
}

static unsigned *
chain_of(struct word_index *index, const struct word *word)
{
	struct slice rest;

	if ((word->anchors & ANCHOR_START) != 0)
		return &index->at_start[word_hash(word->text)];
	if (word->anchors == ANCHOR_END)
		return &index->at_end[word_hash(word_last(word->text))];
	rest = behind_first(word->text);
	return rest.n == 0 ? &index->single[word_hash(word->text)] :
	    &index->pair[pair_hash(word_hash(word->text), word_hash(rest))];
}

size_t
word_index_add(struct word_index *index, const struct word *word)
{
	unsigned *chain = chain_of(index, word);

	for (unsigned i = *chain; i > 0; i = index->word[i - 1].next)
		if (slice_eq(index->word[i - 1].word.text, word->text) &&
		    index->word[i - 1].word.anchors == word->anchors)
			return i - 1;
	index->word = memory_room(index->word, &index->room, index->words,
	    sizeof(*index->word));
	index->word[index->words] = (struct indexed_word){ *word, *chain };
	*chain = (unsigned)++index->words;
	index->begins[word_hash(word->text)] = true;
	if ((word->anchors & ANCHOR_END) != 0)
		index->ends[word_hash(word_last(word->text))] = true;
	return index->words - 1;
}

uint64_t *
word_sets_new(size_t width)
{
	uint64_t *sets = memory_resize(NULL, width, sizeof(*sets));

	memset(sets, 0, width * sizeof(*sets));
	return sets;
}

void
word_index_finish(struct word_index *index)
{
	index->width = (index->words + 63) / 64;
	index->found = word_sets_new(index->width);
}

/* Notes the words of the chain that begins at I which TEXT begins with;
 * BEHIND_DIGIT: a digit stands before it. */
static void
note_at_start(struct word_index *index, unsigned i, struct slice text,
    bool behind_digit)
{
	for (; i > 0; i = index->word[i - 1].next) {
		const struct word *word = &index->word[i - 1].word;

		if (slice_starts(text, word->text) &&
		    ((word->anchors & ANCHOR_END) == 0 ||
		    text.n == word->text.n) &&
		    ((word->anchors & ANCHOR_DIGIT) == 0 || behind_digit))
			word_set_add(index->found, i - 1);
	}
}

static void
note_at_end(struct word_index *index, struct slice text)
{
	unsigned i = index->at_end[word_hash(word_last(text))];

	for (; i > 0; i = index->word[i - 1].next)
		if (slice_ends(text, index->word[i - 1].word.text))
			word_set_add(index->found, i - 1);
}

/* The words that begin where TEXT does, whose first character has the hash
 * HERE. */
static void
note_here(struct word_index *index, unsigned here, struct slice text,
    size_t length, bool behind_digit)
{
	unsigned single = index->single[here];
	unsigned pair = index->pair[pair_hash(here, word_hash(slice_from(text,
	    length)))];

	if (single > 0)
		note_at_start(index, single, text, behind_digit);
	if (pair > 0)
		note_at_start(index, pair, text, behind_digit);
}

size_t
word_index_find(struct word_index *index, struct slice line)
{
	size_t characters = 0, length;
	bool   digit = false;		/* the character before is one */

	memset(index->found, 0, index->width * sizeof(*index->found));
	note_at_start(index, index->at_start[word_hash(line)], line, false);
	note_at_end(index, line);
	for (; line.n > 0; characters++) {
		unsigned here = word_hash(line);

		length = utf8_step(line);
		if (index->begins[here])
			note_here(index, here, line, length, digit);
		digit = is_digit((unsigned char)line.p[0]);
		line = slice_from(line, length);
	}
	return characters;
}

bool
word_index_may_begin(const struct word_index *index, struct slice line)
{
	return line.n > 0 && index->at_start[word_hash(line)] > 0;
}

bool
word_index_may_end(const struct word_index *index, struct slice line)
{
	return line.n > 0 && index->ends[word_hash(word_last(line))];
}
