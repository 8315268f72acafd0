#include "notation.h"

#include "base/digits.h"

#include "numeral.h"

static const struct slice blank_word[] = {
	{ " ", 1 }, { "\t", 1 }, { "\r", 1 }, { "\n", 1 }, { "\f", 1 },
	{ "\v", 1 },
	{ "\xC2\xA0", 2 },		/* no-break space */
	{ "\xE3\x80\x80", 3 },		/* ideographic space */
	{ "\xE2\x80\x82", 3 }, { "\xE2\x80\x83", 3 },	/* en, em space */
	{ "\xE2\x80\x89", 3 }, { "\xE2\x80\xAF", 3 },	/* thin spaces */
	{ "\xE2\x80\x8B", 3 }, { "\xE2\x80\x8C", 3 },	/* zero width */
	{ "\xE2\x80\x8D", 3 }, { "\xE2\x81\xA0", 3 },
	{ "\xEF\xBB\xBF", 3 },		/* byte order mark */
};

static const struct slice surplus[] = { { "余", 3 }, { "餘", 3 } };
/* These are words of other kinds too, and count only before a unit. */
static const struct slice surplus_of_unit[] = {
	{ "多", 3 }, { "几", 3 }, { "来", 3 },
};
static const struct slice hedge_last[] = {
	{ "左右", 6 }, { "以上", 6 }, { "上下", 6 }, { "之多", 6 },
};

static const struct slice fraction = { "分之", 6 };

struct scale {
	struct slice word;
	unsigned     zeros;
};

static const struct scale scale[] = {
	{ { "万", 3 }, 4 }, { { "萬", 3 }, 4 }, { { "亿", 3 }, 8 },
	{ { "億", 3 }, 8 }, { { "千", 3 }, 3 }, { { "百", 3 }, 2 },
};

size_t
words_at(struct slice text, struct words words)
{
	size_t longest = 0;

	for (size_t i = 0; i < words.count; i++) {
		struct slice word = words.word[i];

		/* The last byte first: it tells more than the first one. */
		if (word.n > longest && word.n <= text.n &&
		    word.p[word.n - 1] == text.p[word.n - 1] &&
		    memcmp(text.p, word.p, word.n) == 0)
			longest = word.n;
	}
	return longest;
}

size_t
words_before(struct slice text, struct words words)
{
	size_t longest = 0;

	for (size_t i = 0; i < words.count; i++) {
		struct slice word = words.word[i];

		if (word.n > longest && word.n <= text.n &&
		    word.p[word.n - 1] == text.p[text.n - 1] &&
		    slice_ends(text, word))
			longest = word.n;
	}
	return longest;
}

/* A quick no: most characters begin with none of a blank's first bytes. */
static bool
may_be_blank(unsigned char c)
{
	return c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

size_t
notation_blanks(struct slice text)
{
	size_t used = 0, n;

	while (used < text.n && may_be_blank((unsigned char)text.p[used]) &&
	    (n = words_at(slice_from(text, used), WORDS(blank_word))) > 0)
		used += n;
	return used;
}

struct slice
notation_trim(struct slice text)
{
	size_t n;

	text = slice_from(text, notation_blanks(text));
	while ((n = words_before(text, WORDS(blank_word))) > 0)
		text.n -= n;
	return text;
}

/* A digit, ASCII or full-width: its bytes, and its value in *DIGIT. */
static size_t
digit_at(struct slice text, int *digit)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n >= 1 && is_digit(p[0])) {
		*digit = p[0] - '0';
		return 1;
	}
	if (text.n >= 3 && p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 &&
	    p[2] <= 0x99) {
		*digit = p[2] - 0x90;
		return 3;
	}
	return 0;
}

/* The digits TEXT begins with, how many in *COUNT; into D unless NULL. */
size_t
notation_digits(struct slice text, struct decimal *d, size_t *count, bool *fits)
{
	size_t used = 0, n;
	int    digit;

	*count = 0;
	while ((n = digit_at(slice_from(text, used), &digit)) > 0) {
		if (d != NULL && !decimal_append(d, digit))
			*fits = false;
		(*count)++;
		used += n;
	}
	return used;
}

/* The bytes of a grouping comma and three digits, no more, behind it. */
static size_t
group_at(struct slice text)
{
	static const struct slice comma[] = { { ",", 1 }, { "，", 3 } };
	size_t                    count, used = words_at(text, WORDS(comma)), n;

	if (used == 0)
		return 0;
	n = notation_digits(slice_from(text, used), NULL, &count, NULL);
	return count == 3 ? used + n : 0;
}

/* Digits with grouping commas, only where every group is well-formed, and
 * decimals.  Returns the bytes, 0 without digits. */
static size_t
arabic_at(struct slice text, struct decimal *d, bool *fits)
{
	static const struct slice point[] = { { ".", 1 }, { "．", 3 } };
	size_t                    count, used, n, decimals;
	int                       first = 0;

	*fits = true;
	(void)digit_at(text, &first);
	used = notation_digits(text, d, &count, fits);
	if (used == 0)
		return 0;
	while (count <= 3 && first != 0 &&
	    (n = group_at(slice_from(text, used))) > 0) {
		size_t comma = text.p[used] == ',' ? 1 : 3;

		(void)notation_digits((struct slice){ text.p + used + comma,
		    n - comma }, d, &decimals, fits);
		used += n;
	}
	n = words_at(slice_from(text, used), WORDS(point));
	if (n == 0)
		return used;
	n += notation_digits(slice_from(text, used + n), d, &decimals, fits);
	if (decimals == 0)
		return used;
	d->decimals = (unsigned)decimals;
	return used + n;
}

/* A number without what stands around it. */
size_t
notation_bare(struct slice text, struct decimal *d, bool *valid)
{
	size_t used = arabic_at(text, d, valid);

	return used > 0 ? used : numeral_read(text, d, valid);
}

static const struct scale *
scale_at(struct slice text)
{
	static const struct slice percent[] = { { "百分", 6 } };

	if (words_at(text, WORDS(percent)) > 0)
		return NULL;
	for (size_t i = 0; i < sizeof(scale) / sizeof(*scale); i++)
		if (slice_starts(text, scale[i].word))
			return &scale[i];
	return NULL;
}

/* A mark of inexactness between the digits and their unit. */
static size_t
surplus_at(struct slice text)
{
	struct unit  unit;
	struct slice rest;
	size_t       n = words_at(text, WORDS(surplus));

	if (n > 0)
		return n;
	n = words_at(text, WORDS(surplus_of_unit));
	rest = slice_from(text, n);
	rest = slice_from(rest, notation_blanks(rest));
	return n > 0 && (scale_at(rest) != NULL || unit_at(rest, &unit) > 0) ?
	    n : 0;
}

/* A unit word; 万元 and its like before the scales they begin with. */
static size_t
take_unit(struct slice text, struct figure *figure)
{
	size_t      blanks = notation_blanks(text), n;
	struct unit unit;

	if (slice_starts(slice_from(text, blanks), fraction))
		return 0;
	n = unit_at(slice_from(text, blanks), &unit);
	if (n == 0)
		return 0;
	figure->unit = unit.name;
	figure->kind = unit.kind;
	return blanks + n;
}

static size_t
take_surplus(struct slice text, struct figure *figure)
{
	size_t blanks = notation_blanks(text);
	size_t n = surplus_at(slice_from(text, blanks));

	if (n == 0)
		return 0;
	figure->state = FIGURE_APPROX;
	return blanks + n;
}

/* What may follow a number: surplus, scale, unit, a last hedge. */
static size_t
tail_at(struct slice text, struct decimal *d, struct figure *figure)
{
	const struct scale *found;
	size_t              used = take_surplus(text, figure), n;

	n = take_unit(slice_from(text, used), figure);
	if (n == 0) {
		struct slice rest = slice_from(text, used);
		size_t       blanks = notation_blanks(rest);

		found = scale_at(slice_from(rest, blanks));
		if (found != NULL && decimal_shift(d, found->zeros)) {
			used += blanks + found->word.n;
			used += take_surplus(slice_from(text, used), figure);
		}
		n = take_unit(slice_from(text, used), figure);
	}
	used += n;
	n = words_at(slice_from(text, used), WORDS(hedge_last));
	if (n > 0)
		figure->state = FIGURE_APPROX;
	return used + n;
}

/* 百分之, 千分之 before the number. */
static size_t
share_at(struct slice text, struct figure *figure)
{
	static const struct slice percent = { "百分之", 9 };
	static const struct slice permille = { "千分之", 9 };

	if (slice_starts(text, percent))
		figure->unit = SLICE("%");
	else if (slice_starts(text, permille))
		figure->unit = SLICE("‰");
	else
		return 0;
	figure->kind = UNIT_SHARE;
	return percent.n;
}

/* The 百 of 百分之百, which alone is no number. */
static size_t
whole_share_at(struct slice text, struct decimal *d, bool *valid)
{
	static const struct slice hundred = { "百", 3 };
	struct decimal            none = { 0 };

	if (!slice_starts(text, hundred) ||
	    numeral_read(text, &none, valid) != hundred.n)
		return 0;
	*valid = decimal_append(d, 1) && decimal_shift(d, 2);
	return hundred.n;
}

void
notation_clear(struct figure *figure)
{
	figure->state = FIGURE_NUMBER;
	figure->value[0] = '\0';
	figure->unit = (struct slice){ "", 0 };
	figure->kind = UNIT_NONE;
	figure->repaired = false;
}

void
notation_refuse(struct figure *figure)
{
	notation_clear(figure);
	figure->state = FIGURE_UNREADABLE;
}

/* A number with all that belongs to it, from its first digit to its unit.
 * Returns the bytes, 0 without a number; figure->state is NUMBER, APPROX or
 * UNREADABLE. */
size_t
notation_figure(struct slice text, bool negative, struct figure *figure)
{
	struct decimal d = { .negative = negative };
	bool           valid;
	size_t         used = share_at(text, figure), n = 0;

	if (used > 0)
		n = whole_share_at(slice_from(text, used), &d, &valid);
	if (n == 0)
		n = notation_bare(slice_from(text, used), &d, &valid);
	if (n == 0)
		return 0;
	used += n;
	if (figure->kind == UNIT_NONE)
		used += tail_at(slice_from(text, used), &d, figure);
	if (valid)
		decimal_print(&d, figure->value);
	else
		notation_refuse(figure);
	return used;
}

