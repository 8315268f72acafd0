#include "numeral.h"

#include "base/utf8.h"

enum { RUN_MAX = 40 };		/* characters; longer is no number */

/* Value of a numeral character: a digit, or a power of ten. */
struct numeral {
	uint32_t           c;
	unsigned long long value;
};

static const struct numeral numeral[] = {
	{ 0x96F6 /* 零 */, 0 }, { 0x3007 /* 〇 */, 0 }, { 0x25CB /* ○ */, 0 },
	{ 0x4E00 /* 一 */, 1 }, { 0x2F00 /* ⼀ */, 1 }, { 0x58F9 /* 壹 */, 1 },
	{ 0x4E8C /* 二 */, 2 }, { 0x2F06 /* ⼆ */, 2 }, { 0x8D30 /* 贰 */, 2 },
	{ 0x4E24 /* 两 */, 2 }, { 0x5169 /* 兩 */, 2 },
	{ 0x4E09 /* 三 */, 3 }, { 0x53C1 /* 叁 */, 3 },
	{ 0x56DB /* 四 */, 4 }, { 0x8086 /* 肆 */, 4 },
	{ 0x4E94 /* 五 */, 5 }, { 0x4F0D /* 伍 */, 5 },
	{ 0x516D /* 六 */, 6 }, { 0x9646 /* 陆 */, 6 },
	{ 0x4E03 /* 七 */, 7 }, { 0x67D2 /* 柒 */, 7 },
	{ 0x516B /* 八 */, 8 }, { 0x2F0B /* ⼋ */, 8 }, { 0x634C /* 捌 */, 8 },
	{ 0x4E5D /* 九 */, 9 }, { 0x7396 /* 玖 */, 9 },
	{ 0x5341 /* 十 */, 10 }, { 0x2F17 /* ⼗ */, 10 },
	{ 0x62FE /* 拾 */, 10 },
	{ 0x767E /* 百 */, 100 }, { 0x4F70 /* 佰 */, 100 },
	{ 0x5343 /* 千 */, 1000 }, { 0x4EDF /* 仟 */, 1000 },
	{ 0x4E07 /* 万 */, 10000 }, { 0x842C /* 萬 */, 10000 },
	{ 0x4EBF /* 亿 */, 100000000 }, { 0x5104 /* 億 */, 100000000 },
};

static const struct numeral *
find(uint32_t c)
{
	for (size_t i = 0; i < sizeof(numeral) / sizeof(*numeral); i++)
		if (numeral[i].c == c)
			return &numeral[i];
	return NULL;
}

/* The values of the run TEXT begins with.  An ASCII or full-width 0 between
 * Chinese digits (二0一七) is a digit of the run. */
static size_t
gather(struct slice text, unsigned long long *value, size_t *count)
{
	size_t used = 0;

	*count = 0;
	while (used < text.n && *count < RUN_MAX) {
		const struct numeral *found;
		uint32_t              c;
		size_t                n;

		n = utf8_decode(slice_from(text, used), &c);
		if (*count > 0 && (c == '0' || c == 0xFF10))
			c = 0x3007;
		found = find(c);
		if (found == NULL)
			break;
		value[(*count)++] = found->value;
		used += n;
	}
	return used;
}

/* Digits one after the other, as in a year. */
static bool
read_positional(const unsigned long long *value, size_t count,
    struct decimal *d)
{
	for (size_t i = 0; i < count; i++)
		if (!decimal_append(d, (int)value[i]))
			return false;
	return true;
}

/* A numeral with 十 百 千 万 亿.  A digit at the end without its power is
 * ambiguous unless 十 or 零 stands before it. */
struct reading {
	unsigned long long total, section;
	unsigned long long power;	/* of the last 十 百 千, falling */
	unsigned long long myriad;	/* of the last 万 亿, falling */
	unsigned long long digit;	/* waiting for its power; 0: none */
	bool               zero;	/* 零 since the last power */
	bool               begun;
};

static bool
digit_is_placed(const struct reading *r)
{
	return r->digit == 0 || !r->begun || r->power == 10 || r->zero;
}

static bool
read_power(struct reading *r, unsigned long long power)
{
	if (r->digit == 0 && power == 10 && !r->begun)
		r->digit = 1;
	if (r->digit == 0 || power >= r->power)
		return false;
	r->section += r->digit * power;
	r->power = power;
	return true;
}

static bool
read_myriad(struct reading *r, unsigned long long myriad)
{
	if (!digit_is_placed(r) || r->section + r->digit == 0 ||
	    myriad >= r->myriad)
		return false;
	r->total += (r->section + r->digit) * myriad;
	r->section = 0;
	r->power = 10000;
	r->myriad = myriad;
	return true;
}

static bool
read_digit(struct reading *r, unsigned long long digit)
{
	if (r->digit != 0 || (digit == 0 && (r->zero || !r->begun)))
		return false;
	r->digit = digit;
	r->zero = r->zero || digit == 0;
	return true;
}

static bool
read_powers(const unsigned long long *value, size_t count,
    unsigned long long *result)
{
	struct reading r = { .power = 10000, .myriad = 1000000000 };

	for (size_t i = 0; i < count; i++) {
		if (value[i] < 10) {
			if (!read_digit(&r, value[i]))
				return false;
			continue;
		}
		if (!(value[i] < 10000 ? read_power(&r, value[i]) :
		    read_myriad(&r, value[i])))
			return false;
		r.digit = 0;
		r.zero = false;
		r.begun = true;
	}
	if (!digit_is_placed(&r) || (r.zero && r.digit == 0))
		return false;
	*result = r.total + r.section + r.digit;
	return true;
}

static bool
append_whole(struct decimal *d, unsigned long long n)
{
	char   digits[24];
	size_t count = 0;

	do
		digits[count++] = (char)(n % 10);
	while ((n /= 10) > 0);
	while (count > 0)
		if (!decimal_append(d, digits[--count]))
			return false;
	return true;
}

/* 点五 behind a numeral: digits only, and no power behind them (九点三十). */
static size_t
read_decimals(struct slice text, struct decimal *d)
{
	static const struct slice point = { "点", sizeof("点") - 1 };
	unsigned long long        value[RUN_MAX];
	size_t                    count, used;

	if (!slice_starts(text, point))
		return 0;
	used = gather(slice_from(text, point.n), value, &count);
	for (size_t i = 0; i < count; i++)
		if (value[i] > 9)
			return 0;
	if (used == 0 || !read_positional(value, count, d))
		return 0;
	d->decimals = (unsigned)count;
	return point.n + used;
}

size_t
numeral_read(struct slice text, struct decimal *d, bool *valid)
{
	unsigned long long value[RUN_MAX], whole;
	size_t             count, used = gather(text, value, &count);
	bool               powers = false;

	*valid = false;
	if (used == 0)
		return 0;
	for (size_t i = 0; i < count; i++)
		powers = powers || value[i] > 9;
	if (powers)
		*valid = read_powers(value, count, &whole) &&
		    append_whole(d, whole);
	else
		*valid = read_positional(value, count, d);
	if (*valid)
		used += read_decimals(slice_from(text, used), d);
	return used;
}
