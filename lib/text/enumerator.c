/* Enumerators: what stands before a heading, an item or a label. */
#include "base/digits.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "data/data.h"
#include "fold.h"

enum { NUMBER_MAX = 99 };	/* 2018、 is a year and no number of an item */

static const char *const kinds[ENUMERATOR_KINDS] = {
	[ENUMERATOR_NONE] = "numbers", [ENUMERATOR_PART] = "part",
	[ENUMERATOR_HAN] = "han", [ENUMERATOR_HAN_BRACKETED] = "han-bracketed",
	[ENUMERATOR_ARABIC] = "arabic",
	[ENUMERATOR_ARABIC_BRACKETED] = "arabic-bracketed",
	[ENUMERATOR_CIRCLED] = "circled", [ENUMERATOR_RUN_IN] = "run-in",
};

/* A line of enumerators.tsv: what stands around the number. */
struct number_form {
	enum enumerator_kind kind;
	struct slice         before, behind;
	uint32_t             next;	/* character behind the number */
	bool                 is_han;	/* 一, not 1 */
	size_t               alike;	/* lines from here on with its .before,
					   in the first of them */
};

static struct number_form *forms;
static size_t       form_count;
static uint32_t     digits[10];		/* of 1 to 10 */
static uint64_t     digit_ends;		/* by the last six bits of a digit */

/* Whether an enumerator may begin with a character of the bytes E4 to E9, any
 * and any: spares most paragraphs a closer look. */
static uint64_t may_begin[6][64];

static void
note_beginning(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (p[0] >= 0xE4 && p[0] <= 0xE9)
		may_begin[p[0] - 0xE4][p[1] & 0x3F] |=
		    (uint64_t)1 << (p[2] & 0x3F);
}

static void
read_digits(const struct data_row *row)
{
	struct slice rest = row->field[1];
	size_t       n = 0;

	for (; n < 10 && rest.n > 0; n++) {
		note_beginning(rest);
		rest = slice_from(rest, utf8_decode(rest, &digits[n]));
		digit_ends |= (uint64_t)1 << digits[n] % 64;
		for (size_t i = 0; i < n; i++)
			if (digits[i] == digits[n])
				data_refuse(row, row->field[1],
				    "a character twice");
	}
	if (rest.n > 0 || n < 10)
		data_refuse(row, row->field[1], "not ten characters");
}

static struct number_form
read_form(const struct data_row *row, enum enumerator_kind kind)
{
	const struct slice han = SLICE("一");
	struct slice       all = row->field[1];
	const char        *number = slice_find(all, han);
	struct number_form form = { .kind = kind, .is_han = number != NULL };

	if (number == NULL)
		number = slice_find(all, SLICE("1"));
	if (number == NULL)
		data_refuse(row, all, "neither 一 nor 1 stands in it");
	form.before = (struct slice){ all.p, (size_t)(number - all.p) };
	form.behind = slice_from(all, form.before.n +
	    (form.is_han ? han.n : 1));
	if (form.before.n > 0)
		note_beginning(form.before);
	if (form.behind.n > 0)
		utf8_decode(form.behind, &form.next);
	return form;
}

void
enumerators_load(void)
{
	const struct data_table *table = data_table(DATA_ENUMERATORS);

	if (forms != NULL)
		return;
	forms = memory_resize(NULL, table->rows, sizeof(*forms));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		int                    kind = data_choice(row, 0, kinds,
		    ENUMERATOR_KINDS);

		fold_check(row, row->field[1]);
		if (kind == ENUMERATOR_NONE)
			read_digits(row);
		else
			forms[form_count++] = read_form(row,
			    (enum enumerator_kind)kind);
	}
	for (size_t i = 0, first = 0; i < form_count; i++) {
		if (!slice_eq(forms[i].before, forms[first].before))
			first = i;
		forms[first].alike++;
	}
}

unsigned
enumerator_han(uint32_t c)
{
	if (forms == NULL)
		enumerators_load();
	for (unsigned i = 0; i < 10 && (digit_ends >> c % 64 & 1) != 0; i++)
		if (c == digits[i])
			return i + 1;
	return 0;
}

/* Reads folded characters from text that need not be folded. */
struct folded_cursor {
	struct slice rest;
	uint32_t     c;		/* 0 at the end */
	size_t       length;	/* of the character and the spaces before it */
};

static void
peek(struct folded_cursor *at)
{
	struct slice rest = at->rest;

	at->c = 0;
	at->length = 0;
	while (rest.n > 0 && at->c == 0) {
		uint32_t c;
		size_t   n = utf8_decode(rest, &c);

		at->c = fold_character(c);
		if (at->c == 0 && ((c >= 0x2460 && c <= 0x2793) ||
		    (c >= 0x3220 && c <= 0x3289)))
			at->c = c;	/* ㈠, ⒈: several characters */
		at->length += n;
		rest = slice_from(rest, n);
	}
}

static void
step(struct folded_cursor *at)
{
	at->rest = slice_from(at->rest, at->length);
	peek(at);
}

/* Steps over WORD; where it does not stand, AT is of no more use. */
static bool
accept(struct folded_cursor *at, struct slice word)
{
	while (word.n > 0) {
		uint32_t c;

		word = slice_from(word, utf8_decode(word, &c));
		if (at->c != c)
			return false;
		step(at);
	}
	return true;
}

/* Circled and bracketed numbers of one character: NFKC would make them
 * ordinary digits (①) or several characters (㈠). */
static const struct {
	uint32_t             first, last;
	enum enumerator_kind kind;
} single[] = {
	{ 0x2460, 0x2473, ENUMERATOR_CIRCLED },			/* ① */
	{ 0x2474, 0x2487, ENUMERATOR_ARABIC_BRACKETED },	/* ⑴ */
	{ 0x2488, 0x249B, ENUMERATOR_ARABIC },			/* ⒈ */
	{ 0x24F5, 0x24FE, ENUMERATOR_CIRCLED },			/* ⓵ */
	{ 0x2776, 0x277F, ENUMERATOR_CIRCLED },			/* ❶ */
	{ 0x2780, 0x2789, ENUMERATOR_CIRCLED },			/* ➀ */
	{ 0x278A, 0x2793, ENUMERATOR_CIRCLED },			/* ➊ */
	{ 0x3220, 0x3229, ENUMERATOR_HAN_BRACKETED },		/* ㈠ */
	{ 0x3280, 0x3289, ENUMERATOR_CIRCLED },			/* ㊀ */
};

static struct enumerator
single_character(struct slice text)
{
	struct folded_cursor at = { .rest = text };
	uint32_t             c;
	size_t               n;

	/* Most begin with a letter, a digit or a Han character. */
	if (((unsigned char)text.p[0] < 0x80 && text.p[0] != ' ') ||
	    (unsigned char)text.p[0] > 0xE3)
		return (struct enumerator){ .kind = ENUMERATOR_NONE };
	peek(&at);
	if (at.length == 0)
		return (struct enumerator){ .kind = ENUMERATOR_NONE };
	n = at.length;			/* the character itself is the last */
	do
		n--;
	while (n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80);
	utf8_decode(slice_from(text, n), &c);
	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++)
		if (c >= single[i].first && c <= single[i].last)
			return (struct enumerator){ single[i].kind,
			    c - single[i].first + 1, at.length };
	return (struct enumerator){ .kind = ENUMERATOR_NONE };
}

/* 一 to 九十九, or 1 to 99; 0 where none stands. */
static unsigned
read_number(struct folded_cursor *at, bool *is_han)
{
	unsigned ones = enumerator_han(at->c), tens = 0;

	*is_han = ones > 0;
	if (ones > 0 && ones < 10)
		step(at);
	if (enumerator_han(at->c) == 10) {
		tens = ones < 10 ? ones : 1;
		step(at);
		ones = enumerator_han(at->c) % 10;
		if (ones > 0)
			step(at);
	}
	while (!*is_han && is_digit(at->c)) {
		ones = 10 * ones + (at->c - '0');
		if (ones > NUMBER_MAX)
			return 0;
		step(at);
	}
	return 10 * tens + ones;
}

bool
enumerator_may_begin(uint32_t c)
{
	if (forms == NULL)
		enumerators_load();
	return c < 0x4000 || c > 0x9FFF ||
	    (may_begin[(c >> 12) - 4][c >> 6 & 0x3F] >> (c & 0x3F) & 1) != 0;
}

static bool
may_enumerate(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               n = 0;

	/* A cell of digits, a year. */
	while (n < text.n && is_digit(p[n]))
		n++;
	if (text.n < 2 || n == text.n || (n > 2 && p[0] != '0'))
		return false;
	return p[0] < 0xE4 || p[0] > 0xE9 || text.n < 3 ||
	    (may_begin[p[0] - 0xE4][p[1] & 0x3F] >> (p[2] & 0x3F) & 1) != 0;
}

/* Makes FOUND the enumerator of the form FORM if that fits, with the number
 * before BEHIND in a text from START on, and is longer. */
static void
try_form(const struct number_form *form, const struct folded_cursor *start,
    const struct folded_cursor *behind, unsigned number,
    struct enumerator *found)
{
	struct folded_cursor at = *behind;

	if (!accept(&at, form->behind) ||
	    (form->kind == ENUMERATOR_ARABIC && is_digit(at.c)) ||
	    start->rest.n - at.rest.n <= found->length)
		return;
	*found = (struct enumerator){ form->kind, number,
	    start->rest.n - at.rest.n };
}

/* The longest form that the characters from START on fit. */
static struct enumerator
form_at(struct folded_cursor start)
{
	struct enumerator found = { .kind = ENUMERATOR_NONE };

	for (size_t i = 0; i < form_count; i += forms[i].alike) {
		struct folded_cursor behind = start;
		bool                 is_han = false;
		unsigned             number = accept(&behind,
		    forms[i].before) ? read_number(&behind, &is_han) : 0;

		if (number == 0 || behind.c == 0)	/* a cell of digits */
			continue;
		for (size_t j = i; j < i + forms[i].alike; j++)
			if (forms[j].is_han == is_han &&
			    (forms[j].next == 0 || forms[j].next == behind.c))
				try_form(&forms[j], &start, &behind, number,
				    &found);
	}
	return found;
}

struct enumerator
fold_enumerator(struct slice text)
{
	struct enumerator    found = { .kind = ENUMERATOR_NONE };
	struct folded_cursor start = { .rest = text };

	if (forms == NULL)
		enumerators_load();
	if (!may_enumerate(text))
		return found;
	found = single_character(text);
	if (found.kind != ENUMERATOR_NONE)
		return found;
	peek(&start);
	return form_at(start);
}

bool
fold_lost_number(struct slice text)
{
	enum { IDEOGRAPHIC_COMMA = 0x3001 };
	uint32_t c;

	utf8_decode(text, &c);
	c = fold_character(c);
	return c == '.' || c == ')' || c == IDEOGRAPHIC_COMMA;
}
