/* What a label says, without what differs from report to report. */
#include <stdbool.h>

#include "data/data.h"
#include "fold.h"
#include "base/digits.h"
#include "base/utf8.h"


/* Punctuation that carries nothing at the ends of a label, folded. */
static bool
is_punctuation(uint32_t c)
{
	static const char marks[] = ".,:;!?、。-_~/|*#·\\\"";
	struct slice      rest = { marks, sizeof(marks) - 1 };

	if (c > 0x3002)			/* 。: most are Han, behind it */
		return false;
	while (rest.n > 0) {
		uint32_t mark;

		rest = slice_from(rest, utf8_decode(rest, &mark));
		if (c == mark)
			return true;
	}
	return false;
}

static struct slice
without_last(struct slice text)
{
	do
		text.n--;
	while (text.n > 0 && ((unsigned char)text.p[text.n] & 0xC0) == 0x80);
	return text;
}

static struct slice
trim(struct slice text)
{
	for (;;) {
		uint32_t     c;
		size_t       n = text.n > 0 ? utf8_decode(text, &c) : 0;
		struct slice shorter;

		if (n > 0 && is_punctuation(c)) {
			text = slice_from(text, n);
			continue;
		}
		if (n == 0)
			return text;
		shorter = without_last(text);
		utf8_decode(slice_from(text, shorter.n), &c);
		if (!is_punctuation(c))
			return text;
		text = shorter;
	}
}

/* The kinds of words in label-words.tsv, and what begins with each: a bit for the last six
 * of its first character.  Looking at every word of the file took 6 % of tabulate. */
enum label_word { LABEL_AMONG, LABEL_NAME, LABEL_NOTE, LABEL_WORDS };

static const char *const kinds[LABEL_WORDS] = { "among", "name", "note" };
static uint64_t          begins[LABEL_WORDS];
static bool              is_loaded;

void
label_words_load(void)
{
	const struct data_table *words = data_table(DATA_LABEL_WORDS);

	for (size_t i = 0; i < words->rows; i++) {
		const struct data_row *row = &words->row[i];
		int                    kind = data_choice(row, 0, kinds, LABEL_WORDS);
		uint32_t               first;

		fold_check(row, row->field[1]);
		if (trim(row->field[1]).n < row->field[1].n)
			data_refuse(row, row->field[1],
			    "marks at the ends of a label are not read");
		utf8_decode(row->field[1], &first);
		begins[kind] |= (uint64_t)1 << first % 64;
	}
	is_loaded = true;
}

/* Whether a word of KIND may begin with C. */
static bool
may_begin(uint32_t c, enum label_word kind)
{
	if (!is_loaded)
		label_words_load();
	return (begins[kind] >> c % 64 & 1) != 0;
}

/* The longest word of KIND that TEXT begins with: its length, or 0. */
static size_t
word_at(struct slice text, enum label_word kind)
{
	const struct data_table *words;
	size_t                   longest = 0;
	uint32_t                 first = 0;

	if (text.n > 0)
		utf8_decode(text, &first);
	if (!may_begin(first, kind))
		return 0;
	words = data_table(DATA_LABEL_WORDS);
	for (size_t i = 0; i < words->rows; i++) {
		const struct slice *field = words->row[i].field;

		if (field[1].n > longest && slice_is(field[0], kinds[kind]) &&
		    slice_starts(text, field[1]))
			longest = field[1].n;
	}
	return longest;
}

bool
fold_is_note(struct slice text)
{
	size_t   n = word_at(text, LABEL_NOTE);
	uint32_t c;

	if (n == 0 || n == text.n)
		return false;
	utf8_decode(slice_from(text, n), &c);
	return fold_character(c) == ':';
}

/* Steps over enumerators and 其中, in any order: 其中:1.政府网站公开数. */
static struct slice
without_front(struct slice text)
{
	for (;;) {
		size_t       n = fold_enumerator(text).length;
		struct slice rest;

		if (n == 0)
			n = word_at(text, LABEL_AMONG);
		if (n == 0)
			return text;
		rest = trim(slice_from(text, n));
		if (rest.n == 0)
			return text;
		text = rest;
	}
}

/* Whether INSIDE begins with a number, as in 第二十条第(一项). */
static bool
is_numbered(struct slice inside)
{
	uint32_t c = 0;

	if (inside.n > 0)
		utf8_decode(inside, &c);
	return is_digit(c) || (inside.n <= 9 && enumerator_han(c) > 0);
}

/* The length of the explanation in brackets that TEXT begins with, 0 when
 * it begins with none.  One that is not closed goes on to the end. */
static size_t
explanation(struct slice text)
{
	unsigned depth = 0;
	size_t   n = 0;

	if (text.p[0] != '(')
		return 0;
	do {
		depth += text.p[n] == '(';
		depth -= text.p[n] == ')';
		n++;
	} while (n < text.n && depth > 0);
	text = (struct slice){ text.p + 1, n - 1 - (depth == 0) };
	return is_numbered(text) || (text.n > 0 && word_at(text, LABEL_NAME) == text.n) ? 0 : n;
}

static struct slice
without_explanations(struct arena *arena, struct slice text)
{
	char  *out = arena_alloc(arena, text.n);
	size_t n = 0;

	while (text.n > 0) {
		size_t skip = explanation(text);

		if (skip == 0 && text.p[0] != '"')
			out[n++] = text.p[0];
		text = slice_from(text, skip > 0 ? skip : 1);
	}
	return trim((struct slice){ out, n });
}

/* Without a bracket whose partner was lost. */
static struct slice
without_loose_brackets(struct slice text)
{
	size_t opened = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == ')' && opened == 0) {
			if (i + 1 == text.n)
				text.n--;
			break;
		}
		opened += text.p[i] == '(';
		opened -= text.p[i] == ')';
	}
	return text;
}

/* Whether a label that begins with C, folded, loses nothing before it. */
static bool
may_lead(uint32_t c)
{
	return !may_begin(c, LABEL_AMONG) && !enumerator_may_begin(c);
}

static bool
is_han(uint32_t c)
{
	return c >= 0x4E00 && c <= 0x9FFF;
}

bool
fold_label_pair(struct slice text, uint32_t pair[2])
{
	for (int i = 0; i < 2; i++) {
		uint32_t c = 0;
		size_t   n = text.n > 0 ? utf8_decode(text, &c) : 0;

		if (!is_han(c) || fold_opens_word(c) ||
		    (i == 0 && enumerator_may_begin(c)))
			return false;
		pair[i] = fold_character(c);
		if (!is_han(pair[i]))
			return false;
		text = slice_from(text, n);
	}
	return may_lead(pair[0]);
}

struct slice
fold_label(struct arena *arena, struct slice text)
{
	/* Before folding makes digits of circled numbers. */
	size_t       front = fold_enumerator(text).length;
	struct slice label = trim(fold_words(arena, slice_from(text, front)));

	if (label.n == 0 && front > 0)
		label = trim(fold_words(arena, text));
	if (label.n == 0)
		return label;
	label = without_front(label);
	if (memchr(label.p, '(', label.n) != NULL ||
	    memchr(label.p, '"', label.n) != NULL) {
		struct slice plain = without_explanations(arena, label);

		/* The whole label is one: the note at a table's corner. */
		if (plain.n == 0 && label.p[0] == '(')
			plain = trim((struct slice){ label.p + 1, label.n - 1 -
			    (label.p[label.n - 1] == ')' && label.n > 1) });
		label = plain.n > 0 ? plain : label;
	}
	return trim(without_loose_brackets(without_front(label)));
}
