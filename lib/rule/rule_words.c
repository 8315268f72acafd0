#include "rule_words.h"

#include <limits.h>

#include "base/digits.h"
#include "data/data.h"

/* Fields of rule-words.tsv. */
enum { KIND, WORD, BELOW, ABOVE };

enum { PERCENT_MAX = 100 };

static const struct data_table *words;

static bool
is_kind(const struct data_row *row, const char *kind)
{
	return slice_is(row->field[KIND], kind);
}

/* The percent in COLUMN of ROW; `-' is any number. */
static long long
read_percent(const struct data_row *row, int column)
{
	unsigned long long percent;

	if (slice_is(row->field[column], "-"))
		return LLONG_MAX;
	if (!digits_read(row->field[column], PERCENT_MAX, &percent))
		data_refuse(row, row->field[column], "not a percentage or -");
	return (long long)percent;
}

/* Refuses ROW, which names the rest, if lists with it are known already. */
static void
check_rest(const struct data_row *row)
{
	for (size_t i = 0; i < words->rows; i++)
		if (row->own && &words->row[i] != row &&
		    is_kind(&words->row[i], "rest") &&
		    slice_starts(row->field[WORD], words->row[i].field[WORD]))
			data_refuse(row, row->field[WORD],
			    "another word of the rest is met first");
	if (row->field[BELOW].n > 0)
		data_refuse(row, row->field[BELOW],
		    "words of this kind have no percentage");
}

void
rule_words_load(void)
{
	static const char *const kinds[] = { "rough", "rest" };

	if (words != NULL)
		return;
	words = data_table(DATA_RULE_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];

		if (data_choice(row, KIND, kinds, 2) == 1) {
			check_rest(row);
		} else {
			(void)read_percent(row, BELOW);
			(void)read_percent(row, ABOVE);
		}
	}
}

struct roughness
roughness_of(struct slice raw)
{
	const struct data_row *longest = NULL;

	rule_words_load();
	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];

		if (is_kind(row, "rough") &&
		    slice_find(raw, row->field[WORD]) != NULL &&
		    (longest == NULL ||
		    row->field[WORD].n > longest->field[WORD].n))
			longest = row;
	}
	return longest == NULL ? (struct roughness){ 10, 10 } :
	    (struct roughness){ read_percent(longest, BELOW),
	    read_percent(longest, ABOVE) };
}

bool
is_rest(struct slice name)
{
	rule_words_load();
	for (size_t i = 0; i < words->rows; i++)
		if (is_kind(&words->row[i], "rest") &&
		    slice_starts(name, words->row[i].field[WORD]))
			return true;
	return false;
}
