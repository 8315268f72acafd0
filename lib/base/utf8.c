#include "utf8.h"

#include "utf8_vector.h"

/* Length of a sequence by its first byte, 0 where none may begin, and the
 * range of its second byte (Unicode 15, table 3-7). */
static size_t
sequence(unsigned char first, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (first >= 0xC2 && first <= 0xDF)
		return 2;
	if (first >= 0xE0 && first <= 0xEF) {
		if (first == 0xE0)
			*low = 0xA0;
		if (first == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (first >= 0xF0 && first <= 0xF4) {
		if (first == 0xF0)
			*low = 0x90;
		if (first == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

size_t
utf8_decode_any(struct slice text, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)text.p;
	unsigned char        low, high;
	size_t               n;

	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	n = sequence(p[0], &low, &high);
	*c = UTF8_REPLACEMENT;
	if (n == 0 || text.n < n || p[1] < low || p[1] > high)
		return 1;
	for (size_t i = 2; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 1;
	*c = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++)
		*c = *c << 6 | (p[i] & 0x3F);
	return n;
}

size_t
utf8_encode(char out[UTF8_BYTES_MAX], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* Eight characters of ASCII at P. */
static bool
is_ascii_word(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return (word & 0x8080808080808080) == 0;
}

/* Whether FIRST leads a character of three bytes whatever continuation bytes
 * follow: E0 and ED forbid some. */
static bool
leads_three(unsigned char first)
{
	return first >= 0xE1 && first <= 0xEF && first != 0xED;
}

/* Two characters of three bytes at P, eight bytes of which may be read: hanzi
 * and their punctuation, so what text mostly consists of. */
static bool
is_two_threes(const unsigned char *p)
{
	static const unsigned char mask[8] = { 0xF0, 0xC0, 0xC0, 0xF0, 0xC0,
		0xC0 };
	static const unsigned char want[8] = { 0xE0, 0x80, 0x80, 0xE0, 0x80,
		0x80 };
	uint64_t                   word, bits, pattern;

	memcpy(&word, p, sizeof(word));
	memcpy(&bits, mask, sizeof(bits));
	memcpy(&pattern, want, sizeof(pattern));
	return (word & bits) == pattern && leads_three(p[0]) &&
	    leads_three(p[3]);
}

size_t
utf8_valid_length(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t               i = utf8_valid_blocks(text), n;
	uint32_t             c;

	while (i < text.n) {
		if (text.n - i >= 8 && is_two_threes(p + i))
			i += 6;
		else if (text.n - i >= 32 && is_ascii_word(text.p + i) &&
		    is_ascii_word(text.p + i + 8) &&
		    is_ascii_word(text.p + i + 16) &&
		    is_ascii_word(text.p + i + 24))
			i += 32;
		else if (text.n - i >= 8 && is_ascii_word(text.p + i))
			i += 8;
		else if (p[i] < 0x80)
			i++;
		else if (text.n - i >= 3 && leads_three(p[i]) &&
		    (p[i + 1] & 0xC0) == 0x80 && (p[i + 2] & 0xC0) == 0x80)
			i += 3;
		else {
			n = utf8_decode(slice_from(text, i), &c);
			if (n == 1)
				break;
			i += n;
		}
	}
	return i;
}

bool
utf8_is_valid(struct slice text)
{
	return utf8_valid_length(text) == text.n;
}

size_t
utf8_length(struct slice text)
{
	size_t length = 0;

	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		length++;
	}
	return length;
}

struct slice
utf8_head(struct slice text, size_t most)
{
	if (text.n <= most)
		return text;
	while (most > 0 && !utf8_is_start(text.p[most]))
		most--;
	text.n = most;
	return text;
}

/* White_Space of Unicode 15 beyond ASCII, and what is as invisible. */
static bool
is_blank(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
	    c == 0xFEFF;
}

static struct slice
trim_end(struct slice text)
{
	for (;;) {
		size_t   n = 1;
		uint32_t c;

		while (n < text.n && n < UTF8_BYTES_MAX &&
		    ((unsigned char)text.p[text.n - n] & 0xC0) == 0x80)
			n++;
		if (n > text.n || utf8_decode((struct slice){
		    text.p + text.n - n, n }, &c) != n || !is_blank(c))
			return text;
		text = slice_trim((struct slice){ text.p, text.n - n });
	}
}

size_t
utf8_blanks_any(struct slice text)
{
	size_t at = 0;

	/* Texts in columns have long runs of blanks. */
	while (text.n - at >= 8 && memcmp(text.p + at, "        ", 8) == 0)
		at += 8;
	while (at < text.n && utf8_may_begin_blank(text.p[at])) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, at), &c);

		if (c != ' ' && (c < '\t' || c > '\r') && !is_blank(c))
			break;
		at += n;
	}
	return at;
}

/* Whether TEXT ends with a sign of ASCII or a Han character, as most does. */
static bool
ends_plainly(struct slice text)
{
	const char *last = text.p + text.n - 1;

	if ((unsigned char)*last < 0x80)
		return *last > ' ';
	return text.n >= 3 && utf8_may_begin_han(last[-2]) &&
	    !utf8_is_start(last[-1]) && !utf8_is_start(last[0]);
}

struct slice
utf8_trim(struct slice text)
{
	text = slice_from(text, utf8_blanks(text));
	if (text.n == 0 || ends_plainly(text))
		return text;
	text = slice_trim(text);
	return text.n > 0 ? trim_end(text) : text;
}
