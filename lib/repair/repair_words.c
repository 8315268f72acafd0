#include "repair_words.h"

#include "rule/phrases.h"
#include "typo.h"

static const struct data_table *words;

/* Sentences, and the placeholders that each may have. */
static const struct frame {
	const char *key, *placeholders;
} frames[] = {
	{ "likely", " what " }, { "ambiguous", " what " },
	{ "figure", " cell value repaired slip " },
	{ "unknown-figure", " cell value slip " },
	{ "example", " cell value repaired " },
	{ "last-figure", " year what " },
	{ "many-figures", " many slip what " },
	{ "all-figures", " table slip " }, { "blank", " " },
};

/* A phrase_may_fn. */
static const char *
placeholders_of(struct slice key)
{
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++)
		if (slice_is(key, frames[i].key))
			return frames[i].placeholders;
	for (int i = 0; i < TYPOS; i++)
		if (slice_is(key, typo_name[i]))
			return " ";
	return slice_starts(key, SLICE("table.")) ? " " : NULL;
}

void
repair_words_load(void)
{
	if (words == NULL)
		words = phrases_load(DATA_REPAIR_WORDS, placeholders_of);
}

struct slice
repair_words(struct slice key, enum rule_language language)
{
	return phrase_of(words, key, language, key);
}
