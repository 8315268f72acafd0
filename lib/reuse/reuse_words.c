#include "reuse_words.h"

#include "data/data.h"
#include "rule/placeholders.h"

/* Fields of reuse-words.tsv. */
enum { KEY, CHINESE, ENGLISH };

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

/* The placeholders that KEY may have.  NULL: no message has a use for it. */
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
	if (words != NULL)
		return;
	words = data_table(DATA_REUSE_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];
		const char            *may = placeholders_of(row->field[KEY]);

		if (may == NULL)
			data_refuse(row, row->field[KEY],
			    "no message has these words");
		placeholders_vet(row, CHINESE, may);
		placeholders_vet(row, ENGLISH, may);
	}
}

struct slice
reuse_words(struct slice key, enum rule_language language)
{
	reuse_words_load();
	for (size_t i = 0; i < words->rows; i++)
		if (slice_eq(words->row[i].field[KEY], key))
			return words->row[i].field[language == RULE_CHINESE ?
			    CHINESE : ENGLISH];
	return (struct slice){ "", 0 };
}
