#include "number.h"

#include "base/digits.h"

#include "notation.h"

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

static bool
is_na(struct slice text)
{
	size_t used = 0, n;

	for (size_t i = 0; i < sizeof(na_word) / sizeof(*na_word); i++)
		if (slice_eq(text, na_word[i]))
			return true;
	while ((n = words_at(slice_from(text, used), WORDS(na_mark))) > 0)
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
		if (!is_digit(text.p[i]))
			return false;
	return true;
}

void
figure_cell(struct slice text, struct figure *figure)
{
	bool   hedged, negative;
	size_t n;

	notation_clear(figure);
	if (is_plain(text)) {
		memcpy(figure->value, text.p, text.n);
		figure->value[text.n] = '\0';
		return;
	}
	text = notation_trim(text);
	if (text.n == 0) {
		figure->state = FIGURE_BLANK;
		return;
	}
	if (is_na(text)) {
		figure->state = FIGURE_NA;
		return;
	}
	text = strip_lost(text, &figure->repaired);
	n = words_at(text, WORDS(hedge_before));
	hedged = n > 0;
	text = slice_from(text, n + notation_blanks(slice_from(text, n)));
	n = words_at(text, WORDS(minus_sign));
	negative = n > 0;
	if (!negative)
		n = words_at(text, WORDS(plus_sign));
	text = slice_from(text, n);
	n = notation_figure(text, negative, figure);
	if (n == 0 || n != text.n || figure->state == FIGURE_UNREADABLE ||
	    figure->kind == UNIT_TIME || figure->kind == UNIT_ORDER)
		notation_refuse(figure);
	else if (hedged)
		figure->state = FIGURE_APPROX;
}

/* More of what the digits before TEXT began and is no single number: a range,
 * a time, a telephone number.  The bytes through the next digits, or 0. */
static size_t
continued_at(struct slice text, bool after_unit)
{
	size_t count, n, used = words_at(text, WORDS(range_mark));

	if (used > 0)
		used += words_at(slice_from(text, used), WORDS(range_mark));
	else if (!after_unit)
		used = words_at(text, WORDS(joint));
	if (used == 0)
		return 0;
	n = notation_digits(slice_from(text, used), NULL, &count, NULL);
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
	    (used > 0 && is_digit(text.p[used]))))
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
	n = notation_bare(slice_from(text, fraction.n), &d, &valid);
	return n > 0 ? fraction.n + n : 0;
}

size_t
figure_in_text(struct slice text, struct figure *figure)
{
	size_t used, n;

	notation_clear(figure);
	used = notation_figure(text, false, figure);
	if (used == 0)
		return 0;
	n = fraction_at(slice_from(text, used));
	if (n == 0)
		n = letters_at(slice_from(text, used));
	while (n > 0 || (n = continued_at(slice_from(text, used),
	    figure->kind != UNIT_NONE)) > 0) {
		notation_refuse(figure);
		used += n;
		n = 0;
	}
	return used;
}

size_t
figure_hedge_before(struct slice before)
{
	return words_before(before, WORDS(no_hedge)) > 0 ? 0 :
	    words_before(before, WORDS(hedge_before));
}
