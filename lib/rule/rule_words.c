#include "rule_words.h"

#include <limits.h>

#include "base/digits.h"
#include "data/data.h"
#include "record/amount.h"

/* Fields of rule-words.tsv. */
enum { KIND, WORD, BELOW, ABOVE };

enum { PERCENT_MAX = 100, ZEROS_MAX = 8 };

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

/* The power of ten that ROW is a word for. */
static int
read_zeros(const struct data_row *row)
{
	unsigned long long zeros;

	if (!digits_read(row->field[BELOW], ZEROS_MAX, &zeros) || zeros == 0)
		data_refuse(row, row->field[BELOW], "not a power of ten");
	return (int)zeros;
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
	enum { ROUGH, SCALE, REST, LINK, SAY };
	static const char *const kinds[] = { "rough", "scale", "rest",
	    "link", "say" };

	if (words != NULL)
		return;
	words = data_table(DATA_RULE_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];

		switch (data_choice(row, KIND, kinds, 5)) {
		case SCALE:
			(void)read_zeros(row);
			break;
		case REST:
			check_rest(row);
			break;
		case SAY:
			if (row->field[BELOW].n == 0 || row->field[ABOVE].n == 0)
				data_refuse_line(row, "not said in both "
				    "languages");
			break;
		case ROUGH:
			(void)read_percent(row, BELOW);
			(void)read_percent(row, ABOVE);
			break;
		}
	}
}

/* Half of what the last digit before the word of ROW counts in RAW: 500 in
 * 3.5万.  0 where RAW has no figure with it. */
static long long
half_digit(const struct data_row *row, struct slice raw)
{
	const char *at = slice_find(raw, row->field[WORD]);
	const char *digit = at;
	long long   half = AMOUNT_ONE / 2;
	long        zeros = read_zeros(row);

	if (at == NULL)
		return 0;
	while (digit > raw.p && is_digit(digit[-1]))
		digit--;
	if (digit == at)
		return 0;
	if (digit > raw.p && digit[-1] == '.')
		zeros -= at - digit;
	for (; zeros > 0; zeros--)
		half *= 10;
	return half;
}

/* The same for the first word of a power of ten that RAW has a figure with. */
static long long
half_of(struct slice raw)
{
	for (size_t i = 0; i < words->rows; i++) {
		long long half = is_kind(&words->row[i], "scale") ?
		    half_digit(&words->row[i], raw) : 0;

		if (half > 0)
			return half;
	}
	return 0;
}

struct roughness
roughness_of(struct slice raw)
{
	const struct data_row *longest = NULL;

	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];

		if (is_kind(row, "rough") &&
		    slice_find(raw, row->field[WORD]) != NULL &&
		    (longest == NULL ||
		    row->field[WORD].n > longest->field[WORD].n))
			longest = row;
	}
	return longest == NULL ? (struct roughness){ 10, 10, half_of(raw) } :
	    (struct roughness){ read_percent(longest, BELOW),
	    read_percent(longest, ABOVE), 0 };
}

long
zeros_of(struct slice unit)
{
	for (size_t i = 0; i < words->rows; i++)
		if (is_kind(&words->row[i], "scale") &&
		    slice_starts(unit, words->row[i].field[WORD]))
			return read_zeros(&words->row[i]);
	return 0;
}

struct slice
word_said(struct slice word, bool chinese)
{
	for (size_t i = 0; i < words->rows; i++)
		if (is_kind(&words->row[i], "say") &&
		    slice_eq(words->row[i].field[WORD], word))
			return words->row[i].field[chinese ? BELOW : ABOVE];
	return (struct slice){ "", 0 };
}

bool
has_link_word(struct slice raw)
{
	for (size_t i = 0; i < words->rows; i++)
		if (is_kind(&words->row[i], "link") &&
		    slice_find(raw, words->row[i].field[WORD]) != NULL)
			return true;
	return false;
}

bool
is_rest(struct slice name)
{
	for (size_t i = 0; i < words->rows; i++)
		if (is_kind(&words->row[i], "rest") &&
		    slice_starts(name, words->row[i].field[WORD]))
			return true;
	return false;
}
