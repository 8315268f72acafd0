#include "figure_words.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/memory.h"
#include "data/data.h"
#include "decimal.h"
#include "unit.h"

static const char *const names[FIGURE_WORDS] = {
	[FIGURE_WORD_NONE] = "none", [FIGURE_WORD_MISSING] = "missing",
	[FIGURE_WORD_MARK] = "mark",
	[FIGURE_WORD_INEXACT_BEFORE] = "inexact-before",
	[FIGURE_WORD_EXACT_BEFORE] = "exact-before",
	[FIGURE_WORD_INEXACT_BEHIND] = "inexact-behind",
	[FIGURE_WORD_INEXACT_UNIT] = "inexact-unit",
	[FIGURE_WORD_INEXACT_LAST] = "inexact-last",
	[FIGURE_WORD_RANGE] = "range", [FIGURE_WORD_JOINT] = "joint",
	[FIGURE_WORD_PLUS] = "plus", [FIGURE_WORD_MINUS] = "minus",
	[FIGURE_WORD_COMMA] = "comma", [FIGURE_WORD_POINT] = "point",
	[FIGURE_WORD_SCALE] = "scale", [FIGURE_WORD_NO_SCALE] = "no-scale",
	[FIGURE_WORD_SHARE] = "share", [FIGURE_WORD_FRACTION] = "fraction",
	[FIGURE_WORD_NUMERAL_POINT] = "numeral-point",
	[FIGURE_WORD_NOTE] = "note", [FIGURE_WORD_CELL_NOTE] = "cell-note",
	[FIGURE_WORD_PAGE] = "page", [FIGURE_WORD_CURRENCY] = "currency",
};

struct figure_words {
	const struct data_row **row;
	size_t                  n, room;
};

static struct figure_words words[FIGURE_WORDS];
static bool                loaded;

uint32_t figure_words_not_first[256], figure_words_not_third[256];

static uint32_t not_last[256];

/* Notes which bytes WORD of KIND has; in *SHORT_KINDS, of a word without a third. */
static void
note_bytes(struct slice word, int kind, uint32_t *short_kinds)
{
	const uint32_t bit = (uint32_t)1 << kind;

	figure_words_not_first[(unsigned char)word.p[0]] &= ~bit;
	not_last[(unsigned char)word.p[word.n - 1]] &= ~bit;
	if (word.n < 3)
		*short_kinds |= bit;
	else
		figure_words_not_third[(unsigned char)word.p[2]] &= ~bit;
}

static int
kind_of(const struct data_row *row)
{
	return data_choice(row, 0, names, FIGURE_WORDS);
}

/* Refuses ROW unless its value is a unit of KIND. */
static void
check_unit(const struct data_row *row, enum unit_kind kind, const char *reason)
{
	struct slice value = row->field[2];
	struct unit  unit;

	if (value.n == 0 || unit_at(value, &unit) != value.n ||
	    unit.kind != kind)
		data_refuse(row, value, reason);
}

/* Refuses ROW unless its value is one that words of KIND have. */
static void
check_value(const struct data_row *row, int kind)
{
	struct slice       value = row->field[2];
	unsigned long long zeros;

	switch (kind) {
	case FIGURE_WORD_SCALE:
		if (!digits_read(value, DECIMAL_DIGITS, &zeros) || zeros == 0)
			data_refuse(row, value, "not a number of zeros");
		break;
	case FIGURE_WORD_SHARE:
		check_unit(row, UNIT_SHARE, "not a unit of shares");
		break;
	case FIGURE_WORD_CURRENCY:
		check_unit(row, UNIT_MONEY, "not a unit of money");
		break;
	default:
		if (value.n > 0)
			data_refuse(row, value,
			    "words of this kind have no value");
	}
}

/* Whether a word of KIND is one that ROW's begins with, or ends with. */
static bool
has_word(const struct data_row *row, enum figure_word kind, bool at_end)
{
	struct slice word = row->field[1];

	return (at_end ? figure_word_before(word, kind) :
	    figure_word_at(word, kind)) > 0;
}

/* Exceptions from words that ROW says nothing of are none. */
static void
check_exception(const struct data_row *row, int kind)
{
	if (kind == FIGURE_WORD_EXACT_BEFORE &&
	    !has_word(row, FIGURE_WORD_INEXACT_BEFORE, true))
		data_refuse(row, row->field[1],
		    "ends with no word of inexact-before");
	if (kind == FIGURE_WORD_NO_SCALE &&
	    !has_word(row, FIGURE_WORD_SCALE, false))
		data_refuse(row, row->field[1], "begins with no scale");
}

void
figure_words_load(void)
{
	const struct data_table *table = data_table(DATA_FIGURE_WORDS);
	uint32_t                 short_kinds = 0;

	if (loaded)
		return;
	loaded = true;
	memset(figure_words_not_first, 0xFF, sizeof(figure_words_not_first));
	memset(figure_words_not_third, 0xFF, sizeof(figure_words_not_third));
	memset(not_last, 0xFF, sizeof(not_last));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    kind = kind_of(row);
		struct figure_words   *w = &words[kind];

		check_value(row, kind);
		w->row = memory_room(w->row, &w->room, w->n, sizeof(*w->row));
		w->row[w->n++] = row;
		note_bytes(row->field[1], kind, &short_kinds);
	}
	for (int byte = 0; byte < 256; byte++)
		figure_words_not_third[byte] &= ~short_kinds;
	for (size_t i = 0; i < table->rows; i++)
		if (table->row[i].own)
			check_exception(&table->row[i],
			    kind_of(&table->row[i]));
}

static const struct figure_words *
words_of(enum figure_word kind)
{
	if (!loaded)
		figure_words_load();
	return &words[kind];
}

size_t
figure_word_read(struct slice text, enum figure_word kind,
    struct slice *value)
{
	const struct figure_words *w = words_of(kind);
	size_t                     longest = 0;

	for (size_t i = 0; i < w->n; i++) {
		struct slice word = w->row[i]->field[1];

		if (word.n <= longest || !slice_starts(text, word))
			continue;
		longest = word.n;
		*value = w->row[i]->field[2];
	}
	return longest;
}

size_t
figure_word_before(struct slice text, enum figure_word kind)
{
	const struct figure_words *w = words_of(kind);
	size_t                     longest = 0;

	if (text.n == 0 ||
	    (not_last[(unsigned char)text.p[text.n - 1]] >> kind & 1) != 0)
		return 0;
	for (size_t i = 0; i < w->n; i++)
		if (w->row[i]->field[1].n > longest &&
		    slice_ends(text, w->row[i]->field[1]))
			longest = w->row[i]->field[1].n;
	return longest;
}
