#include "visible.h"

#include <stdio.h>

#include "utf8.h"

/* Of Unicode 15: what is a control or a format character (Cc, Cf), a line or
 * paragraph separator (Zl, Zp), what else programs are to ignore when they cannot
 * show it (Default_Ignorable_Code_Point), and the braille pattern without a dot. */
static const struct {
	uint32_t first, last;
} hidden[] = {
	{ 0x0000, 0x001F }, { 0x007F, 0x009F }, { 0x00AD, 0x00AD },
	{ 0x034F, 0x034F }, { 0x0600, 0x0605 }, { 0x061C, 0x061C },
	{ 0x06DD, 0x06DD }, { 0x070F, 0x070F }, { 0x0890, 0x0891 },
	{ 0x08E2, 0x08E2 }, { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },
	{ 0x180B, 0x180F }, { 0x200B, 0x200F }, { 0x2028, 0x202E },
	{ 0x2060, 0x206F }, { 0x2800, 0x2800 }, { 0x3164, 0x3164 },
	{ 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 },
	{ 0xFFF0, 0xFFFB }, { 0x110BD, 0x110BD }, { 0x110CD, 0x110CD },
	{ 0x13430, 0x1343F }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
	{ 0xE0000, 0xE0FFF },
};

enum { HIDDEN = sizeof(hidden) / sizeof(hidden[0]) };

static bool
is_hidden_character(uint32_t c)
{
	size_t from = 0, to = HIDDEN;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (c > hidden[middle].last)
			from = middle + 1;
		else
			to = middle;
	}
	return from < HIDDEN && c >= hidden[from].first;
}

/* Decodes the character that TEXT begins with into *C.  Returns its length; 0 for
 * what is no UTF-8, when *C is a byte. */
static size_t
decode(struct slice text, uint32_t *c)
{
	size_t n = utf8_decode(text, c);

	if (n > 1 || (unsigned char)text.p[0] < 0x80)
		return n;
	*c = (unsigned char)text.p[0];
	return 0;
}

/* Whether C is a byte behind the first of a character. */
static bool
is_further(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

size_t
visible_length(struct slice text)
{
	size_t   at = 0;
	uint32_t c;

	while (at < text.n) {
		unsigned char first = (unsigned char)text.p[at];
		size_t        n = 1;

		/* Most are printable ASCII, or Han (U+4000 to U+9FFF). */
		if (first >= 0xE4 && first <= 0xE9 && text.n - at >= 3 &&
		    is_further(text.p[at + 1]) && is_further(text.p[at + 2]))
			n = 3;
		else if (first < ' ' || first > '~') {
			n = decode(slice_from(text, at), &c);
			if (n == 0 || is_hidden_character(c))
				return at;
		}
		at += n;
	}
	return at;
}

size_t
visible_escape(char out[VISIBLE_ESCAPE], struct slice *text)
{
	uint32_t c;
	size_t   n = decode(*text, &c);

	*text = slice_from(*text, n > 0 ? n : 1);
	return (size_t)snprintf(out, VISIBLE_ESCAPE, n <= 1 ? "\\x%02X" :
	    c <= 0xFFFF ? "\\u%04X" : "\\U%08X", (unsigned)c);
}
