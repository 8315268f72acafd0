#include "number.h"

#include "decimal.h"
#include "numeral.h"
#include "utf8.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

/* Words of a list, each a slice: the longest TEXT begins or ends with. */
struct words {
	const struct slice *word;
	size_t              count;
};

#define WORDS(array) ((struct words){ (array), LENGTH(array) })

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

static const struct slice na_mark[] = {
	{ "-", 1 }, { "_", 1 }, { "/", 1 }, { "\\", 1 }, { "*", 1 },
	{ "—", 3 }, { "–", 3 }, { "―", 3 }, { "‐", 3 }, { "‑", 3 },
	{ "−", 3 }, { "─", 3 }, { "━", 3 }, { "－", 3 }, { "﹣", 3 },
	{ "…", 3 }, { "⋯", 3 }, { "／", 3 }, { "＼", 3 }, { "～", 3 },
	{ "＿", 3 }, { "~", 1 },
};

static const struct slice na_word[] = {
	{ "无", 3 }, { "無", 3 }, { "空", 3 }, { "没有", 6 }, { "暂无", 6 },
	{ "不适用", 9 }, { "不涉及", 9 }, { "N/A", 3 }, { "n/a", 3 },
	{ "NA", 2 }, { "无。", 6 },
};

static const struct slice plus_sign[] = { { "+", 1 }, { "＋", 3 } };
static const struct slice minus_sign[] = {
	{ "-", 1 }, { "−", 3 }, { "－", 3 }, { "–", 3 }, { "﹣", 3 },
};

static const struct slice hedge_before[] = {
	{ "约", 3 }, { "約", 3 }, { "大约", 6 }, { "约为", 6 }, { "约有", 6 },
	{ "近", 3 }, { "将近", 6 }, { "接近", 6 }, { "超", 3 }, { "超过", 6 },
	{ "超出", 6 }, { "逾", 3 }, { "至少", 6 }, { "不少于", 9 },
	{ "不低于", 9 }, { "不足", 6 }, { "不到", 6 }, { "突破", 6 },
	{ "多于", 6 }, { "少于", 6 }, { "大概", 6 },
};
/* Ends that look like a hedge and are none: 最近12期, 附近3个. */
static const struct slice no_hedge[] = {
	{ "最近", 6 }, { "附近", 6 }, { "就近", 6 }, { "临近", 6 },
	{ "相近", 6 }, { "预约", 6 }, { "节约", 6 }, { "特约", 6 },
	{ "签约", 6 }, { "违约", 6 },
};
static const struct slice surplus[] = { { "余", 3 }, { "餘", 3 } };
/* These are words of other kinds too, and count only before a unit. */
static const struct slice surplus_of_unit[] = {
	{ "多", 3 }, { "几", 3 }, { "来", 3 },
};
static const struct slice hedge_last[] = {
	{ "左右", 6 }, { "以上", 6 }, { "上下", 6 }, { "之多", 6 },
};

static const struct slice range_mark[] = {
	{ "-", 1 }, { "－", 3 }, { "–", 3 }, { "—", 3 }, { "~", 1 },
	{ "～", 3 }, { "至", 3 }, { "到", 3 },
};
/* Between the digits of times, dates, fractions, addresses. */
static const struct slice joint[] = {
	{ "/", 1 }, { "／", 3 }, { ":", 1 }, { "：", 3 }, { ".", 1 },
	{ "×", 2 }, { "*", 1 },
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

static size_t
word_at(struct slice text, struct words words)
{
	size_t longest = 0;

	for (size_t i = 0; i < words.count; i++)
		if (words.word[i].n > longest &&
		    slice_starts(text, words.word[i]))
			longest = words.word[i].n;
	return longest;
}

static size_t
word_before(struct slice text, struct words words)
{
	size_t longest = 0;

	for (size_t i = 0; i < words.count; i++)
		if (words.word[i].n > longest &&
		    slice_ends(text, words.word[i]))
			longest = words.word[i].n;
	return longest;
}

static size_t
blanks_at(struct slice text)
{
	size_t used = 0, n;

	while ((n = word_at(slice_from(text, used), WORDS(blank_word))) > 0)
		used += n;
	return used;
}

static struct slice
trim(struct slice text)
{
	size_t n;

	text = slice_from(text, blanks_at(text));
	while ((n = word_before(text, WORDS(blank_word))) > 0)
		text.n -= n;
	return text;
}

/* A digit, ASCII or full-width: its bytes, and its value in *DIGIT. */
static size_t
digit_at(struct slice text, int *digit)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n >= 1 && p[0] >= '0' && p[0] <= '9') {
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
static size_t
digits_at(struct slice text, struct decimal *d, size_t *count, bool *fits)
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
	size_t                    count, used = word_at(text, WORDS(comma)), n;

	if (used == 0)
		return 0;
	n = digits_at(slice_from(text, used), NULL, &count, NULL);
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
	used = digits_at(text, d, &count, fits);
	if (used == 0)
		return 0;
	while (count <= 3 && first != 0 &&
	    (n = group_at(slice_from(text, used))) > 0) {
		size_t comma = text.p[used] == ',' ? 1 : 3;

		(void)digits_at((struct slice){ text.p + used + comma,
		    n - comma }, d, &decimals, fits);
		used += n;
	}
	n = word_at(slice_from(text, used), WORDS(point));
	if (n == 0)
		return used;
	n += digits_at(slice_from(text, used + n), d, &decimals, fits);
	if (decimals == 0)
		return used;
	d->decimals = (unsigned)decimals;
	return used + n;
}

/* A number without what stands around it. */
static size_t
bare_at(struct slice text, struct decimal *d, bool *valid)
{
	size_t used = arabic_at(text, d, valid);

	return used > 0 ? used : numeral_read(text, d, valid);
}

static const struct scale *
scale_at(struct slice text)
{
	static const struct slice percent[] = { { "百分", 6 } };

	if (word_at(text, WORDS(percent)) > 0)
		return NULL;
	for (size_t i = 0; i < LENGTH(scale); i++)
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
	size_t       n = word_at(text, WORDS(surplus));

	if (n > 0)
		return n;
	n = word_at(text, WORDS(surplus_of_unit));
	rest = slice_from(text, n);
	rest = slice_from(rest, blanks_at(rest));
	return n > 0 && (scale_at(rest) != NULL || unit_at(rest, &unit) > 0) ?
	    n : 0;
}

/* A unit word; 万元 and its like before the scales they begin with. */
static size_t
take_unit(struct slice text, struct figure *figure)
{
	size_t      blanks = blanks_at(text), n;
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
	size_t blanks = blanks_at(text);
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
		size_t       blanks = blanks_at(rest);

		found = scale_at(slice_from(rest, blanks));
		if (found != NULL && decimal_shift(d, found->zeros)) {
			used += blanks + found->word.n;
			used += take_surplus(slice_from(text, used), figure);
		}
		n = take_unit(slice_from(text, used), figure);
	}
	used += n;
	n = word_at(slice_from(text, used), WORDS(hedge_last));
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

static void
clear(struct figure *figure)
{
	figure->state = FIGURE_NUMBER;
	figure->value[0] = '\0';
	figure->unit = (struct slice){ "", 0 };
	figure->kind = UNIT_NONE;
	figure->repaired = false;
}

static void
refuse(struct figure *figure)
{
	clear(figure);
	figure->state = FIGURE_UNREADABLE;
}

/* A number with all that belongs to it, from its first digit to its unit.
 * Returns the bytes, 0 without a number; figure->state is NUMBER, APPROX or
 * UNREADABLE. */
static size_t
number_at(struct slice text, bool negative, struct figure *figure)
{
	struct decimal d = { .negative = negative };
	bool           valid;
	size_t         used = share_at(text, figure), n = 0;

	if (used > 0)
		n = whole_share_at(slice_from(text, used), &d, &valid);
	if (n == 0)
		n = bare_at(slice_from(text, used), &d, &valid);
	if (n == 0)
		return 0;
	used += n;
	if (figure->kind == UNIT_NONE)
		used += tail_at(slice_from(text, used), &d, figure);
	if (valid)
		decimal_print(&d, figure->value);
	else
		refuse(figure);
	return used;
}

static bool
is_na(struct slice text)
{
	size_t used = 0, n;

	for (size_t i = 0; i < LENGTH(na_word); i++)
		if (slice_eq(text, na_word[i]))
			return true;
	while ((n = word_at(slice_from(text, used), WORDS(na_mark))) > 0)
		used += n;
	return used == text.n;
}

/* ?1340条?: characters without a place in some encoding, on both sides. */
static struct slice
strip_lost(struct slice text, bool *stripped)
{
	*stripped = text.n > 2 && text.p[0] == '?' &&
	    text.p[text.n - 1] == '?';
	return *stripped ? (struct slice){ text.p + 1, text.n - 2 } : text;
}

/* By far the most cells: a few ASCII digits. */
static bool
is_plain(struct slice text)
{
	if (text.n == 0 || text.n > 18 || (text.p[0] == '0' && text.n > 1))
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	return true;
}

void
figure_cell(struct slice text, struct figure *figure)
{
	bool   hedged, negative;
	size_t n;

	clear(figure);
	if (is_plain(text)) {
		memcpy(figure->value, text.p, text.n);
		figure->value[text.n] = '\0';
		return;
	}
	text = trim(text);
	if (text.n == 0) {
		figure->state = FIGURE_BLANK;
		return;
	}
	if (is_na(text)) {
		figure->state = FIGURE_NA;
		return;
	}
	text = strip_lost(text, &figure->repaired);
	n = word_at(text, WORDS(hedge_before));
	hedged = n > 0;
	text = slice_from(text, n + blanks_at(slice_from(text, n)));
	n = word_at(text, WORDS(minus_sign));
	negative = n > 0;
	if (!negative)
		n = word_at(text, WORDS(plus_sign));
	text = slice_from(text, n);
	n = number_at(text, negative, figure);
	if (n == 0 || n != text.n || figure->state == FIGURE_UNREADABLE ||
	    figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		refuse(figure);
	else if (hedged)
		figure->state = FIGURE_APPROX;
}

/* More of what the digits before TEXT began and is no single number: a range,
 * a time, a telephone number.  The bytes through the next digits, or 0. */
static size_t
continued_at(struct slice text, bool after_unit)
{
	size_t count, n, used = word_at(text, WORDS(range_mark));

	if (used > 0)
		used += word_at(slice_from(text, used), WORDS(range_mark));
	else if (!after_unit)
		used = word_at(text, WORDS(joint));
	if (used == 0)
		return 0;
	n = digits_at(slice_from(text, used), NULL, &count, NULL);
	return n > 0 ? used + n : 0;
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static size_t
letters_at(struct slice text)
{
	size_t used = 0;

	while (used < text.n && (is_letter(text.p[used]) ||
	    (used > 0 && text.p[used] >= '0' && text.p[used] <= '9')))
		used++;
	return used;
}

/* The 分之一 of a fraction. */
static size_t
fraction_at(struct slice text)
{
	struct decimal d = { 0 };
	bool           valid;
	size_t         n;

	if (!slice_starts(text, fraction))
		return 0;
	n = bare_at(slice_from(text, fraction.n), &d, &valid);
	return n > 0 ? fraction.n + n : 0;
}

size_t
figure_in_text(struct slice text, struct figure *figure)
{
	size_t used, n;

	clear(figure);
	used = number_at(text, false, figure);
	if (used == 0)
		return 0;
	n = fraction_at(slice_from(text, used));
	if (n == 0)
		n = letters_at(slice_from(text, used));
	while (n > 0 || (n = continued_at(slice_from(text, used),
	    figure->kind != UNIT_NONE)) > 0) {
		refuse(figure);
		used += n;
		n = 0;
	}
	return used;
}

size_t
figure_hedge_before(struct slice before)
{
	return word_before(before, WORDS(no_hedge)) > 0 ? 0 :
	    word_before(before, WORDS(hedge_before));
}
