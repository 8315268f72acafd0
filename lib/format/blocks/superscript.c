#include "superscript.h"

#include "base/utf8.h"

/* Unicode 15, section 22.4: superscripts and subscripts. */
static const uint32_t digits[][10] = {
	[ALIGN_SUPERSCRIPT] = { 0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075,
	    0x2076, 0x2077, 0x2078, 0x2079 },
	[ALIGN_SUBSCRIPT] = { 0x2080, 0x2081, 0x2082, 0x2083, 0x2084, 0x2085,
	    0x2086, 0x2087, 0x2088, 0x2089 },
};

static const struct {
	uint32_t c, superscript, subscript;
} marks[] = {
	{ '+', 0x207A, 0x208A }, { '-', 0x207B, 0x208B },
	{ 0x2212, 0x207B, 0x208B },	/* minus sign */
	{ '(', 0x207D, 0x208D }, { ')', 0x207E, 0x208E },
	{ '[', 0x207D, 0x208D }, { ']', 0x207E, 0x208E },
	{ 0xFF08, 0x207D, 0x208D }, { 0xFF09, 0x207E, 0x208E },
	{ 0xFF3B, 0x207D, 0x208D }, { 0xFF3D, 0x207E, 0x208E },
	{ 0x3010, 0x207D, 0x208D }, { 0x3011, 0x207E, 0x208E },
	{ 0x3014, 0x207D, 0x208D }, { 0x3015, 0x207E, 0x208E },
};

/* Runs of characters that stand for 1, 2, ... up to 20: circled, in brackets,
 * with a full stop, white on black. */
static const struct {
	uint32_t first, last;
} numbers[] = {
	{ 0x2460, 0x2473 }, { 0x2474, 0x2487 }, { 0x2488, 0x249B },
	{ 0x2776, 0x277F }, { 0x2780, 0x2789 }, { 0x278A, 0x2793 },
};

/* The number that C stands for, or -1. */
static int
number_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xFF10 && c <= 0xFF19)		/* full-width */
		return (int)(c - 0xFF10);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (c >= numbers[i].first && c <= numbers[i].last)
			return (int)(c - numbers[i].first) + 1;
	return -1;
}

static uint32_t
mark_of(uint32_t c, enum vertical_align align)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (marks[i].c == c)
			return align == ALIGN_SUPERSCRIPT ?
			    marks[i].superscript : marks[i].subscript;
	return c;
}

uint32_t
superscript_of(uint32_t c, enum vertical_align align)
{
	int n = align == ALIGN_BASELINE ? -1 : number_of(c);

	if (n >= 10 || align == ALIGN_BASELINE)
		return c;
	return n >= 0 ? digits[align][n] : mark_of(c, align);
}

void
superscript_character(struct buffer *text, uint32_t c,
    enum vertical_align align)
{
	int n = align == ALIGN_BASELINE ? -1 : number_of(c);

	if (n >= 10) {
		paragraph_character(text, digits[align][n / 10]);
		c = digits[align][n % 10];
	}
	paragraph_character(text, superscript_of(c, align));
}

void
superscript_add(struct buffer *text, struct slice utf8,
    enum vertical_align align)
{
	if (align == ALIGN_BASELINE) {
		paragraph_add(text, utf8);
		return;
	}
	while (utf8.n > 0) {
		uint32_t c;

		utf8 = slice_from(utf8, utf8_decode(utf8, &c));
		superscript_character(text, c, align);
	}
}
