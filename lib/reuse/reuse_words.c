#include "reuse_words.h"

#include "rule/phrases.h"

static const struct data_table *words;

/* What messages are made of, and the placeholders that each may have. */
static const struct {
	const char *key, *placeholders;
} frames[] = {
	{ "part", " section org year shared percent " },
	{ "same", " section org year shared percent " },
	{ "own-part", " section org year shared percent " },
	{ "own-same", " section org year shared percent " },
	{ "published", " date " }, { "year", " " }, { "unknown", " " },
	{ "names", " names " }, { "other-names", " names " },
	{ "no-year", " " }, { "no-org", " " },
};

/* A phrase_may_fn. */
static const char *
placeholders_of(struct slice key)
{
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++)
		if (slice_is(key, frames[i].key))
			return frames[i].placeholders;
	return slice_starts(key, SLICE("section.")) ? " " : NULL;
}

void
reuse_words_load(void)
{
	if (words == NULL)
		words = phrases_load(DATA_REUSE_WORDS, placeholders_of);
}

struct slice
reuse_words(struct slice key, enum rule_language language)
{
	reuse_words_load();
	return phrase_of(words, key, language, (struct slice){ "", 0 });
}
