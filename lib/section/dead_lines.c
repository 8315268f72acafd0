#include "line_pattern.h"

#include <stdio.h>

#include "base/utf8.h"

/* Whether a line that has WORD has one of WORDS too. */
static bool
word_brings(const struct data_row *row, const struct word *word,
    struct slice words)
{
	while (words.n > 0) {
		struct word other = word_read(row, word_cut(&words, '|'));

		if (word_implies(word, &other))
			return true;
	}
	return false;
}

/* Whether a line that has any word of ANY, of the row A, has one of WORDS, of
 * the row B. */
static bool
words_bring(const struct data_row *a, struct slice any,
    const struct data_row *b, struct slice words)
{
	while (any.n > 0) {
		struct word word = word_read(a, word_cut(&any, '|'));

		if (!word_brings(b, &word, words))
			return false;
	}
	return true;
}

/* Whether every line that ROW matches has one of WORDS, of OTHER. */
static bool
needs_bring(const struct data_row *row, const struct data_row *other,
    struct slice words)
{
	struct slice needs = row->field[1];

	while (needs.n > 0)
		if (words_bring(row, word_cut(&needs, ' '), other, words))
			return true;
	return false;
}

/* Whether EARLIER matches whatever LATER does. */
static bool
takes_all(const struct data_row *earlier, const struct data_row *later)
{
	size_t       most = word_row_number(earlier, 3);
	size_t       others = word_row_number(later, 3);
	struct slice needs = earlier->field[1];

	if (most > 0 && (others == 0 || others > most))
		return false;
	while (needs.n > 0)
		if (!needs_bring(later, earlier, word_cut(&needs, ' ')))
			return false;
	return words_bring(earlier, earlier->field[2], later,
	    later->field[2]);
}

static bool
is_built_in(const struct data_row *row)
{
	return strchr(row->file, '/') == NULL;
}

/* Whether a line of at most MOST characters (0: any number) may have a word of
 * GROUP, of ROW. */
static bool
may_have(const struct data_row *row, struct slice group, size_t most)
{
	while (group.n > 0) {
		struct word word = word_read(row, word_cut(&group, '|'));

		if (most == 0 || utf8_length(word.text) <= most)
			return true;
	}
	return false;
}

/* Whether LINE, all of it, has what ROW needs. */
static bool
is_met_by(const struct data_row *row, struct slice line)
{
	struct slice needs = row->field[1], group;
	bool         met = true;

	while (met && needs.n > 0) {
		group = word_cut(&needs, ' ');
		for (met = false; !met && group.n > 0;) {
			struct word word = word_read(row,
			    word_cut(&group, '|'));

			met = word_is_in(&word, line);
		}
	}
	return met;
}

/* Refuses ROW if a whole line that it says stands alone is none that it
 * matches. */
static void
check_alone(const struct data_row *row)
{
	struct slice alone = row->field[4];

	while (alone.n > 0) {
		struct slice notation = word_cut(&alone, '|');
		struct word  word = word_read(row, notation);

		if (word.anchors == (ANCHOR_START | ANCHOR_END) &&
		    !is_met_by(row, word.text))
			data_refuse(row, notation,
			    "the line does not match this");
	}
}

/* Refuses ROW if it can match nothing whatever stands before it. */
static void
check_row(const struct data_row *row)
{
	struct slice needs = row->field[1];

	do {
		struct slice group = word_cut(&needs, ' ');

		if (!may_have(row, group, word_row_number(row, 3)))
			data_refuse(row, group, group.n > 0 ?
			    "longer than a line may be" : "an empty pattern");
	} while (needs.n > 0);
	if (row->field[2].n > 0 && needs_bring(row, row, row->field[2]))
		data_refuse(row, row->field[2],
		    "what the line needs is what it must not have");
	check_alone(row);
}

static void
check_reached(const struct data_row *row, const struct data_row *earlier)
{
	char reason[160];

	if ((is_built_in(row) && !is_built_in(earlier)) ||
	    !takes_all(earlier, row))
		return;
	snprintf(reason, sizeof(reason), "line %lu of %.100s is met first",
	    earlier->line, earlier->file);
	data_refuse(row, row->field[1], reason);
}

void
dead_lines_refuse(const struct data_table *table, bool first_wins)
{
	for (size_t i = 0; i < table->rows; i++) {
		check_row(&table->row[i]);
		for (size_t j = 0; first_wins && j < i; j++)
			check_reached(&table->row[i], &table->row[j]);
	}
}
