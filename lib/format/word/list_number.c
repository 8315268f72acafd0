#include "list_number.h"

#include <stdbool.h>
#include <stdio.h>

/* Counting by places (十, 百, 千, 万): digits, names of the places, and
 * whether every place is named and a gap said (一百零一). */
struct counting {
	const char *digit[10];
	const char *place[5];	/* of 1 (none), 10, 100, 1000, 10000 */
	bool        ten_bare;	/* 十一, not 一十一 */
	bool        gap;	/* 一百零一, not 百一 */
	bool        one_bare;	/* 百, not 一百 */
	unsigned long limit;	/* beyond, digit by digit; 0: never */
};

enum style {
	STYLE_DECIMAL, STYLE_PADDED, STYLE_ROMAN, STYLE_ROMAN_LOWER,
	STYLE_LETTER, STYLE_LETTER_LOWER, STYLE_ORDINAL, STYLE_DIGITS,
	STYLE_COUNTING, STYLE_SERIES, STYLE_WORDS, STYLE_FULL_WIDTH,
	STYLE_DASHED, STYLE_NOTHING
};

struct numeral {
	const char            *name;	/* in DOCX */
	unsigned               format;
	enum style             style;
	const struct counting *counting;
	uint32_t               first;	/* of a series: its first character */
	unsigned long          last;	/* of a series: the number of its last */
	const char            *words;	/* three bytes each */
};

#define HAN "一", "二", "三", "四", "五", "六", "七", "八", "九"

static const struct counting
simplified = { .digit = { "〇", HAN }, .place = { "", "十" },
    .ten_bare = true, .limit = 99 },
simplified_thousand = { .digit = { "零", HAN },
    .place = { "", "十", "百", "千", "万" }, .ten_bare = true, .gap = true },
japanese = { .digit = { "〇", HAN },
    .place = { "", "十", "百", "千", "万" }, .one_bare = true },
legal = { .digit = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌",
    "玖" }, .place = { "", "拾", "佰", "仟", "萬" }, .gap = true },
legal_traditional = { .digit = { "零", "壹", "貳", "參", "肆", "伍", "陸",
    "柒", "捌", "玖" }, .place = { "", "拾", "佰", "仟", "萬" }, .gap = true };

static const struct numeral numerals[] = {
	{ .name = "decimal", .format = 0 },
	{ .name = "upperRoman", .format = 1, .style = STYLE_ROMAN },
	{ .name = "lowerRoman", .format = 2, .style = STYLE_ROMAN_LOWER },
	{ .name = "upperLetter", .format = 3, .style = STYLE_LETTER },
	{ .name = "lowerLetter", .format = 4, .style = STYLE_LETTER_LOWER },
	{ .name = "ordinal", .format = 5, .style = STYLE_ORDINAL },
	{ .name = "ideographDigital", .format = 10, .style = STYLE_DIGITS,
	    .counting = &simplified },
	{ .name = "japaneseCounting", .format = 11, .style = STYLE_COUNTING,
	    .counting = &japanese },
	{ .name = "decimalFullWidth", .format = 14,
	    .style = STYLE_FULL_WIDTH },
	{ .name = "decimalHalfWidth", .format = 15 },
	{ .name = "japaneseDigitalTenThousand", .format = 17,
	    .style = STYLE_DIGITS, .counting = &simplified },
	{ .name = "decimalEnclosedCircle", .format = 18,
	    .style = STYLE_SERIES, .first = 0x2460, .last = 20 },
	{ .name = "decimalFullWidth2", .format = 19,
	    .style = STYLE_FULL_WIDTH },
	{ .name = "decimalZero", .format = 22, .style = STYLE_PADDED },
	{ .name = "bullet", .format = LIST_NUMBER_BULLET,
	    .style = STYLE_NOTHING },
	{ .name = "decimalEnclosedFullstop", .format = 26,
	    .style = STYLE_SERIES, .first = 0x2488, .last = 20 },
	{ .name = "decimalEnclosedParen", .format = 27,
	    .style = STYLE_SERIES, .first = 0x2474, .last = 20 },
	{ .name = "decimalEnclosedCircleChinese", .format = 28,
	    .style = STYLE_SERIES, .first = 0x2460, .last = 20 },
	{ .name = "ideographEnclosedCircle", .format = 29,
	    .style = STYLE_SERIES, .first = 0x3280, .last = 10 },
	{ .name = "ideographTraditional", .format = 30,
	    .style = STYLE_WORDS, .last = 10,
	    .words = "甲乙丙丁戊己庚辛壬癸" },
	{ .name = "ideographZodiac", .format = 31, .style = STYLE_WORDS,
	    .last = 12, .words = "子丑寅卯辰巳午未申酉戌亥" },
	{ .name = "taiwaneseCounting", .format = 33,
	    .style = STYLE_COUNTING, .counting = &simplified },
	{ .name = "ideographLegalTraditional", .format = 34,
	    .style = STYLE_COUNTING, .counting = &legal_traditional },
	{ .name = "taiwaneseCountingThousand", .format = 35,
	    .style = STYLE_COUNTING, .counting = &simplified_thousand },
	{ .name = "taiwaneseDigital", .format = 36, .style = STYLE_DIGITS,
	    .counting = &simplified },
	{ .name = "chineseCounting", .format = 37, .style = STYLE_COUNTING,
	    .counting = &simplified },
	{ .name = "chineseLegalSimplified", .format = 38,
	    .style = STYLE_COUNTING, .counting = &legal },
	{ .name = "chineseCountingThousand", .format = 39,
	    .style = STYLE_COUNTING, .counting = &simplified_thousand },
	{ .name = "numberInDash", .format = 57, .style = STYLE_DASHED },
	{ .name = "none", .format = LIST_NUMBER_NONE, .style = STYLE_NOTHING },
};
enum { NUMERALS = sizeof(numerals) / sizeof(numerals[0]) };

unsigned
list_number_format(struct slice name)
{
	for (size_t i = 0; i < NUMERALS; i++)
		if (slice_is(name, numerals[i].name))
			return numerals[i].format;
	return LIST_NUMBER_DECIMAL;
}

static void
add_string(struct paragraph *out, const char *s)
{
	paragraph_add(out, slice_of(s));
}

static void
add_decimal(struct paragraph *out, unsigned long n, const char *format)
{
	char text[32];

	snprintf(text, sizeof(text), format, n);
	add_string(out, text);
}

static void
add_roman(struct paragraph *out, unsigned long n, bool upper)
{
	static const struct {
		unsigned long n;
		const char   *upper, *lower;
	} part[] = {
		{ 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" },
		{ 400, "CD", "cd" }, { 100, "C", "c" }, { 90, "XC", "xc" },
		{ 50, "L", "l" }, { 40, "XL", "xl" }, { 10, "X", "x" },
		{ 9, "IX", "ix" }, { 5, "V", "v" }, { 4, "IV", "iv" },
		{ 1, "I", "i" },
	};

	if (n == 0 || n > 3999) {
		add_decimal(out, n, "%lu");
		return;
	}
	for (size_t i = 0; n > 0; i++)
		for (; n >= part[i].n; n -= part[i].n)
			add_string(out, upper ? part[i].upper : part[i].lower);
}

/* a ... z, aa ... zz, aaa ... */
static void
add_letter(struct paragraph *out, unsigned long n, char first)
{
	if (n == 0 || n > 26 * 26) {
		add_decimal(out, n, "%lu");
		return;
	}
	for (unsigned long i = 0; i <= (n - 1) / 26; i++)
		paragraph_character(out,
		    (uint32_t)first + (uint32_t)((n - 1) % 26));
}

static void
add_ordinal(struct paragraph *out, unsigned long n)
{
	static const char *const end[] = { "th", "st", "nd", "rd" };

	add_decimal(out, n, "%lu");
	add_string(out, n / 10 % 10 != 1 && n % 10 < 4 ? end[n % 10] : "th");
}

static void
add_digits(struct paragraph *out, unsigned long n, const char *const *digit)
{
	char text[32];

	snprintf(text, sizeof(text), "%lu", n);
	for (const char *p = text; *p != '\0'; p++)
		add_string(out, digit[*p - '0']);
}

static void
add_counting(struct paragraph *out, unsigned long n, const struct counting *c)
{
	static const unsigned long power[] = { 1, 10, 100, 1000, 10000 };
	bool begun = false, gap = false;

	if (n == 0 || n > 99999 || (c->limit > 0 && n > c->limit)) {
		add_digits(out, n, c->digit);
		return;
	}
	for (int place = 4; place >= 0; place--) {
		unsigned long digit = n / power[place] % 10;
		bool          bare = place > 0 && digit == 1 &&
		    (c->one_bare || (c->ten_bare && place == 1 && !begun));

		if (digit == 0) {
			gap = begun;
			continue;
		}
		if (gap && c->gap)
			add_string(out, c->digit[0]);
		if (!bare)
			add_string(out, c->digit[digit]);
		add_string(out, c->place[place]);
		begun = true;
		gap = false;
	}
}

static void
add_full_width(struct paragraph *out, unsigned long n)
{
	char text[32];

	snprintf(text, sizeof(text), "%lu", n);
	for (const char *p = text; *p != '\0'; p++)
		paragraph_character(out, 0xFF10 + (uint32_t)(*p - '0'));
}

/* Characters that stand for 1, 2, ... up to the last there is. */
static void
add_series(struct paragraph *out, unsigned long n, const struct numeral *how)
{
	if (n == 0 || n > how->last)
		add_decimal(out, n, "%lu");
	else if (how->style == STYLE_WORDS)
		paragraph_add(out,
		    (struct slice){ how->words + 3 * (n - 1), 3 });
	else
		paragraph_character(out, how->first + (uint32_t)(n - 1));
}

void
list_number_add(struct paragraph *out, unsigned format, unsigned long n)
{
	const struct numeral *how = &numerals[0];

	for (size_t i = 0; i < NUMERALS; i++)
		if (numerals[i].format == format)
			how = &numerals[i];
	switch (how->style) {
	case STYLE_DECIMAL: add_decimal(out, n, "%lu"); break;
	case STYLE_PADDED: add_decimal(out, n, "%02lu"); break;
	case STYLE_DASHED: add_decimal(out, n, "- %lu -"); break;
	case STYLE_ROMAN: add_roman(out, n, true); break;
	case STYLE_ROMAN_LOWER: add_roman(out, n, false); break;
	case STYLE_LETTER: add_letter(out, n, 'A'); break;
	case STYLE_LETTER_LOWER: add_letter(out, n, 'a'); break;
	case STYLE_ORDINAL: add_ordinal(out, n); break;
	case STYLE_DIGITS: add_digits(out, n, how->counting->digit); break;
	case STYLE_COUNTING: add_counting(out, n, how->counting); break;
	case STYLE_FULL_WIDTH: add_full_width(out, n); break;
	case STYLE_SERIES:
	case STYLE_WORDS: add_series(out, n, how); break;
	case STYLE_NOTHING: break;
	}
}
