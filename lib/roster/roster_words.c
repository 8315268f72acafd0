#include "roster_words.h"

#include "data/data.h"
#include "text/fold.h"

/* Kinds of roster-words.tsv: the columns, then what is none. */
enum { NOTE = ROSTER_COLUMNS, APART, KIND, KINDS };

static const char *const kinds[KINDS] = {
	[ROSTER_ORG] = "org", [ROSTER_YEAR] = "year",
	[ROSTER_PARENT] = "parent", [ROSTER_DUE] = "due",
	[ROSTER_REGION] = "region", [NOTE] = "note", [APART] = "apart",
	[KIND] = "kind",
};

static const struct data_table *words;

void
roster_words_load(void)
{
	if (words != NULL)
		return;
	words = data_table(DATA_ROSTER_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		(void)data_choice(&words->row[i], 0, kinds, KINDS);
		fold_check(&words->row[i], words->row[i].field[1]);
	}
}

enum roster_cell_kind
roster_column_named(struct slice text)
{
	roster_words_load();
	for (size_t i = 0; i < words->rows; i++) {
		int kind;

		if (!slice_eq(words->row[i].field[1], text))
			continue;
		kind = data_choice(&words->row[i], 0, kinds, KINDS);
		if (kind < ROSTER_COLUMNS)
			return (enum roster_cell_kind)kind;
	}
	return ROSTER_COLUMNS;
}

bool
roster_note_begins(struct slice text)
{
	roster_words_load();
	for (size_t i = 0; i < words->rows; i++)
		if (slice_is(words->row[i].field[0], kinds[NOTE]) &&
		    slice_starts(text, words->row[i].field[1]))
			return true;
	return false;
}

bool
roster_tells_apart(struct slice character, struct slice other)
{
	roster_words_load();
	for (size_t i = 0; i < words->rows; i++) {
		const struct slice *field = words->row[i].field;

		if (slice_is(field[0], kinds[APART]) ||
		    (slice_is(field[0], kinds[KIND]) && other.n > 0))
			if (slice_find(field[1], character) != NULL &&
			    slice_find(field[1], other) != NULL)
				return true;
	}
	return false;
}
