#include "figure_words.h"

#include <stdbool.h>

#include "base/memory.h"
#include "data/data.h"

static const char *const names[FIGURE_WORDS] = {
	[FIGURE_WORD_NONE] = "none", [FIGURE_WORD_MARK] = "mark",
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
};

struct figure_words {
	const struct data_row **row;
	size_t                  n, room;
	bool                    may_begin[256];	/* by the first byte */
};

static struct figure_words words[FIGURE_WORDS];

static void
load(void)
{
	const struct data_table *table = data_table(DATA_FIGURE_WORDS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct figure_words   *w;
		int                    kind = 0;

		while (kind < FIGURE_WORDS &&
		    !slice_is(row->field[0], names[kind]))
			kind++;
		if (kind == FIGURE_WORDS)
			data_refuse(row, row->field[0],
			    "no kind of words of figures");
		if (row->field[1].n == 0)
			data_refuse_line(row, "has no word");
		w = &words[kind];
		w->row = memory_room(w->row, &w->room, w->n, sizeof(*w->row));
		w->row[w->n++] = row;
		w->may_begin[(unsigned char)row->field[1].p[0]] = true;
	}
}

static const struct figure_words *
words_of(enum figure_word kind)
{
	static bool loaded;

	if (!loaded) {
		loaded = true;
		load();
	}
	return &words[kind];
}

size_t
figure_word_value(struct slice text, enum figure_word kind,
    struct slice *value)
{
	const struct figure_words *w = words_of(kind);
	size_t                     longest = 0;

	if (text.n == 0 || !w->may_begin[(unsigned char)text.p[0]])
		return 0;
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
figure_word_at(struct slice text, enum figure_word kind)
{
	struct slice value;

	return figure_word_value(text, kind, &value);
}

size_t
figure_word_before(struct slice text, enum figure_word kind)
{
	const struct figure_words *w = words_of(kind);
	size_t                     longest = 0;

	for (size_t i = 0; i < w->n; i++)
		if (w->row[i]->field[1].n > longest &&
		    slice_ends(text, w->row[i]->field[1]))
			longest = w->row[i]->field[1].n;
	return longest;
}
