/* Enumerators: what stands before a heading, an item or a label. */
#include <stdbool.h>

#include "fold.h"
#include "base/digits.h"
#include "base/utf8.h"

enum { NUMBER_MAX = 99 };	/* 2018、 is a year and no number of an item */

/* Reads folded characters from text that need not be folded. */
struct cursor {
	struct slice rest;
	uint32_t     c;		/* 0 at the end */
	size_t       length;	/* of the character and the spaces before it */
};

static void
peek(struct cursor *at)
{
	struct slice rest = at->rest;

	at->c = 0;
	at->length = 0;
	while (rest.n > 0 && at->c == 0) {
		uint32_t c;
		size_t   n = utf8_decode(rest, &c);

		at->c = fold_character(c);
		if (at->c == 0 && c >= 0x2460 && c <= 0x33FF)
			at->c = c;	/* ㈠, ⒈: several characters */
		at->length += n;
		rest = slice_from(rest, n);
	}
}

static void
step(struct cursor *at)
{
	at->rest = slice_from(at->rest, at->length);
	peek(at);
}

static bool
accept(struct cursor *at, uint32_t c)
{
	if (at->c != c)
		return false;
	step(at);
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
	struct cursor at = { .rest = text };
	uint32_t      c;
	size_t        n;

	if ((unsigned char)text.p[0] < 0x80 && text.p[0] != ' ')
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

unsigned
enumerator_han(uint32_t c)
{
	static const uint32_t number[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
	    0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 };

	for (unsigned i = 0; i < sizeof(number) / sizeof(*number); i++)
		if (c == number[i])
			return i + 1;
	return 0;
}

/* 一 to 九; 0 where none stands. */
static unsigned
han_digit(struct cursor *at)
{
	unsigned digit = enumerator_han(at->c) % 10;

	if (digit > 0)
		step(at);
	return digit;
}

/* 一 to 九十九; 0 where none stands. */
static unsigned
han_number(struct cursor *at)
{
	unsigned tens, ones = han_digit(at);

	if (!accept(at, 0x5341))			/* 十 */
		return ones;
	tens = ones > 0 ? ones : 1;
	return 10 * tens + han_digit(at);
}

static unsigned
arabic_number(struct cursor *at)
{
	unsigned number = 0;

	while (is_digit(at->c)) {
		number = 10 * number + (at->c - '0');
		if (number > NUMBER_MAX)
			return 0;
		step(at);
	}
	return number;
}

static bool
is_point(uint32_t c)
{
	return c == 0x3001 || c == '.' || c == ',' || c == ':';
}

/* What follows a number in brackets: a bracket, which may be doubled or have
 * a point behind it. */
static bool
accept_bracket(struct cursor *at)
{
	if (!accept(at, ')'))
		return false;
	if (at->c == 0x3001 || at->c == '.')
		step(at);
	return true;
}

static enum enumerator_kind
behind_ordinal(struct cursor *at)
{
	if (accept(at, 0x7AE0))				/* 章 */
		return ENUMERATOR_PART;
	if (at->c == 0x90E8) {				/* 部分 */
		step(at);
		return accept(at, 0x5206) ? ENUMERATOR_PART : ENUMERATOR_NONE;
	}
	if (at->c == 0x3001 || at->c == ',') {		/* 第一、 */
		step(at);
		return ENUMERATOR_RUN_IN;
	}
	return ENUMERATOR_NONE;
}

static enum enumerator_kind
behind_han(struct cursor *at, bool bracketed)
{
	if (bracketed)
		return accept_bracket(at) ? ENUMERATOR_HAN_BRACKETED :
		    ENUMERATOR_NONE;
	if (accept_bracket(at))				/* 一) */
		return ENUMERATOR_HAN_BRACKETED;
	if (is_point(at->c)) {
		step(at);
		return ENUMERATOR_HAN;
	}
	return accept(at, 0x662F) ? ENUMERATOR_RUN_IN : ENUMERATOR_NONE; /* 是 */
}

static enum enumerator_kind
behind_arabic(struct cursor *at, bool bracketed)
{
	if (accept_bracket(at))				/* (1) and 1) */
		return ENUMERATOR_ARABIC_BRACKETED;
	if (bracketed || !is_point(at->c) || at->c == ':')
		return ENUMERATOR_NONE;
	step(at);
	/* 1.5 and 1,827 are numbers. */
	return is_digit(at->c) ? ENUMERATOR_NONE :
	    ENUMERATOR_ARABIC;
}

/* Whether an enumerator may begin with TEXT's first bytes: spares most
 * paragraphs a closer look. */
static bool
may_enumerate(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n < 2)
		return false;
	switch (p[0]) {
	case 0xE4:		/* 一 七 三 九 二 五 */
		return p[1] == 0xB8 || p[1] == 0xB9 || p[1] == 0xBA;
	case 0xE5:		/* 八 六 十 四 */
		return p[1] == 0x85 || p[1] == 0x8D || p[1] == 0x9B;
	case 0xE6:
	case 0xE8:
	case 0xE9:
		return false;
	case 0xE7:		/* 第 */
		return p[1] == 0xAC;
	default:
		return true;
	}
}

struct enumerator
fold_enumerator(struct slice text)
{
	struct enumerator found = { .kind = ENUMERATOR_NONE };
	struct cursor     at = { .rest = text };
	bool              ordinal, bracketed;

	if (!may_enumerate(text))
		return found;
	found = single_character(text);
	if (found.kind != ENUMERATOR_NONE)
		return found;
	peek(&at);
	ordinal = accept(&at, 0x7B2C);			/* 第 */
	bracketed = !ordinal && accept(&at, '(');
	if ((found.number = han_number(&at)) > 0)
		found.kind = ordinal ? behind_ordinal(&at) :
		    behind_han(&at, bracketed);
	else if ((found.number = arabic_number(&at)) > 0)
		found.kind = ordinal ? behind_ordinal(&at) :
		    behind_arabic(&at, bracketed);
	if (found.kind == ENUMERATOR_NONE)
		return (struct enumerator){ .kind = ENUMERATOR_NONE };
	found.length = text.n - at.rest.n;
	return found;
}
