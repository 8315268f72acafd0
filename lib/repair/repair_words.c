#include "repair_words.h"

#include "data/data.h"
#include "rule/placeholders.h"
#include "typo.h"

/* Fields of repair-words.tsv. */
enum { KEY, CHINESE, ENGLISH };

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

/* The placeholders that ROW may have.  NULL: no message has a use for it. */
static const char *
placeholders_of(const struct data_row *row)
{
	struct slice key = row->field[KEY];

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
	if (words != NULL)
		return;
	words = data_table(DATA_REPAIR_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];
		const char            *may = placeholders_of(row);

		if (may == NULL)
			data_refuse(row, row->field[KEY],
			    "no message has these words");
		placeholders_vet(row, CHINESE, may);
		placeholders_vet(row, ENGLISH, may);
	}
}

struct slice
repair_words(struct slice key, enum rule_language language)
{
	for (size_t i = 0; i < words->rows; i++)
		if (slice_eq(words->row[i].field[KEY], key))
			return words->row[i].field[language == RULE_CHINESE ?
			    CHINESE : ENGLISH];
	return key;
}
