#include "lexicon.h"

#include <stdlib.h>

#include "../cli/warn.h"
#include "../record/memory.h"
#include "../record/tsv.h"

enum { WORD_MIN = 3 };	/* bytes: what a bucket is chosen by */

static unsigned
bucket_of(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	uint32_t             key = (uint32_t)u[0] << 16 | (uint32_t)u[1] << 8 | u[2];

	return key * 2654435761u >> 20;
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
new_concept(struct lexicon *lexicon, struct slice name, const char *place,
    unsigned long line)
{
	int concept = lexicon_concept(lexicon, name);

	if (concept >= 0)
		return concept;
	if (lexicon->names == CONCEPTS_MAX) {
		warn_at_line(place, line, "more than %d concepts",
		    CONCEPTS_MAX);
		exit(CLI_TROUBLE);
	}
	lexicon->name[lexicon->names] = name;
	return lexicon->names++;
}

static void
add_words(struct lexicon *lexicon, struct slice words, int concept,
    const char *place, unsigned long line)
{
	while (words.n > 0) {
		const char  *space = memchr(words.p, ' ', words.n);
		size_t       n = space != NULL ? (size_t)(space - words.p) :
		    words.n;

		if (n < WORD_MIN) {
			warn_at_line(place, line, "a word is too short");
			exit(CLI_TROUBLE);
		}
		lexicon->entry = memory_room(lexicon->entry, &lexicon->room,
		    lexicon->entries, sizeof(*lexicon->entry));
		lexicon->entry[lexicon->entries++] = (struct lexicon_entry){
			.word = { words.p, n }, .concept = concept,
			.bucket = bucket_of(words.p) };
		words = slice_from(words, n + (space != NULL));
	}
}

static int
by_bucket(const void *a, const void *b)
{
	const struct lexicon_entry *x = a, *y = b;

	if (x->bucket != y->bucket)
		return (x->bucket > y->bucket) - (x->bucket < y->bucket);
	if (x->word.n != y->word.n)
		return (x->word.n < y->word.n) - (x->word.n > y->word.n);
	return slice_cmp(x->word, y->word);
}

void
lexicon_load(struct lexicon *lexicon, struct slice text, const char *place)
{
	struct tsv   tsv = tsv_open(text);
	struct slice field[3];
	size_t       i = 0;

	while (tsv_next(&tsv, field, 3) > 0) {
		int concept = new_concept(lexicon, field[0], place, tsv.line);

		if (slice_is(field[1], "filler"))
			concepts_add(&lexicon->filler, concept);
		add_words(lexicon, field[2], concept, place, tsv.line);
	}
	if (lexicon->entries > 0)
		qsort(lexicon->entry, lexicon->entries,
		    sizeof(*lexicon->entry), by_bucket);
	for (unsigned bucket = 0; bucket <= LEXICON_BUCKETS; bucket++) {
		while (i < lexicon->entries &&
		    lexicon->entry[i].bucket < bucket)
			i++;
		lexicon->first[bucket] = (uint32_t)i;
	}
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->entry);
}

size_t
lexicon_word(const struct lexicon *lexicon, struct slice text, int *concept)
{
	unsigned bucket;

	if (text.n < WORD_MIN)
		return 0;
	bucket = bucket_of(text.p);
	for (uint32_t i = lexicon->first[bucket];
	    i < lexicon->first[bucket + 1]; i++) {
		const struct lexicon_entry *entry = &lexicon->entry[i];

		if (slice_starts(text, entry->word)) {
			*concept = entry->concept;
			return entry->word.n;
		}
	}
	return 0;
}
