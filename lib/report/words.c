#include "words.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/map.h"
#include "data/data.h"
#include "markup.h"

/* Fields of report-words.tsv and finding-words.tsv. */
enum { KEY, CHINESE, ENGLISH };
enum { RULE, WHERE, FINDING_CHINESE, FINDING_ENGLISH };

static int
column_of(enum rule_language language)
{
	return language == RULE_CHINESE ? CHINESE : ENGLISH;
}

/* Refuses a place in COLUMN of ROW that is none of MAY, names between blanks. */
static void
vet_places(const struct data_row *row, int column, const char *may)
{
	struct slice rest = row->field[column], text, word;

	while (placeholder_next(&rest, &text, &word)) {
		const char *found = slice_find(slice_of(may), word);

		if (word.n > 0 && (found == NULL || found[-1] != ' ' ||
		    found[word.n] != ' '))
			data_refuse(row, word, "no such placeholder");
	}
}

void
report_words_load(void)
{
	const struct data_table *table = data_table(DATA_FINDING_WORDS);

	for (size_t i = 0; i < table->rows; i++)
		for (int c = FINDING_CHINESE; c <= FINDING_ENGLISH; c++)
			vet_places(&table->row[i], c,
			    " row col left right last year ");
}

/* The line of report-words.tsv of KEY; MAP_NONE: there is none. */
static size_t
find_word(const struct data_table *table, struct slice key)
{
	static struct map  by_key;
	unsigned long long hash = hash_of(key);
	size_t             probe = 0, i;

	for (size_t k = 0; by_key.n < table->rows; k++)
		map_add(&by_key, hash_of(table->row[k].field[KEY]), k);
	while ((i = map_next(&by_key, hash, &probe)) != MAP_NONE &&
	    !slice_eq(table->row[i].field[KEY], key))
		continue;
	return i;
}

struct slice
report_word(enum rule_language language, const char *key)
{
	const struct data_table *table = data_table(DATA_REPORT_WORDS);
	struct slice             wanted = slice_of(key);
	size_t                   i = find_word(table, wanted);

	return i == MAP_NONE ? wanted :
	    table->row[i].field[column_of(language)];
}

void
word_add(struct buffer *out, enum rule_language language, const char *key)
{
	markup_text(out, report_word(language, key));
}

typedef void add_text_fn(struct buffer *out, struct slice text);

/* Adds SENTENCE by ADD_TEXT, its places filled with the N VALUES. */
static void
fill(struct buffer *out, struct slice sentence,
    const struct place_value value[], size_t n, add_text_fn *add_text)
{
	struct slice text, word;

	while (placeholder_next(&sentence, &text, &word)) {
		add_text(out, text);
		for (size_t i = 0; i < n; i++)
			if (slice_is(word, value[i].name))
				buffer_add(out, value[i].markup);
	}
}

void
phrase_fill(struct buffer *out, struct slice sentence,
    const struct place_value value[], size_t n)
{
	fill(out, sentence, value, n, markup_text);
}

void
phrase_add_plain(struct buffer *out, enum rule_language language,
    const char *key, const struct place_value value[], size_t n)
{
	fill(out, report_word(language, key), value, n, buffer_add);
}

void
phrase_add(struct buffer *out, enum rule_language language, const char *key,
    const struct place_value value[], size_t n)
{
	phrase_fill(out, report_word(language, key), value, n);
}

void
phrase_count(struct buffer *out, enum rule_language language,
    const char *key, long long n)
{
	struct buffer      digits = { NULL, 0, 0 };
	struct place_value value;

	markup_number(&digits, n);
	value = (struct place_value){ "n", buffer_slice(&digits) };
	phrase_add(out, language, key, &value, 1);
	buffer_free(&digits);
}

struct slice
finding_words(struct slice rule, struct slice where,
    enum rule_language language)
{
	const struct data_table *table = data_table(DATA_FINDING_WORDS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct slice *field = table->row[i].field;

		if (glob_matches(field[RULE], rule, '\0') &&
		    glob_matches(field[WHERE], where, '\0'))
			return field[language == RULE_CHINESE ?
			    FINDING_CHINESE : FINDING_ENGLISH];
	}
	return SLICE("");
}
