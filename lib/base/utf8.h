/* UTF-8 in and out, one code point at a time. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum {
	UTF8_REPLACEMENT = 0xFFFD,
	UTF8_OBJECT = 0xFFFC,	/* stands for what is no text */
	UTF8_BYTES_MAX = 4
};

/* Decodes the character TEXT begins with (text.n > 0) into *C.  Returns its
 * length in bytes.  A byte that begins no valid character (overlong forms and
 * surrogates are not valid: Unicode 15, table 3-7) is U+FFFD of length 1. */
static inline size_t utf8_decode(struct slice text, uint32_t *c);

/* The same, for any sequence; utf8_decode spares most the call. */
size_t utf8_decode_any(struct slice text, uint32_t *c);

/* Encodes C, at most U+10FFFF, into OUT.  Returns the length in bytes. */
size_t utf8_encode(char out[UTF8_BYTES_MAX], uint32_t c);

/* How many bytes the first character of TEXT takes, which is valid and not empty: by its
 * first byte, where utf8_decode looks at all. */
static inline size_t utf8_step(struct slice text);

/* How many bytes at the beginning of TEXT are valid; a character cut off at
 * its end is not. */
size_t utf8_valid_length(struct slice text);

bool utf8_is_valid(struct slice text);

/* How many characters; invalid bytes count one each. */
size_t utf8_length(struct slice text);

/* How many bytes of white space TEXT begins with: ASCII's, the spaces of
 * Unicode (the ideographic one, which indents paragraphs, and the no-break
 * ones) and invisible characters (zero-width space, byte order mark). */
static inline size_t utf8_blanks(struct slice text);

/* For utf8_blanks, which spares most the call. */
size_t utf8_blanks_any(struct slice text);

/* TEXT without such white space at its ends. */
struct slice utf8_trim(struct slice text);

/* The beginning of TEXT, at most MOST bytes, without half a character. */
struct slice utf8_head(struct slice text, size_t most);

/* Whether a character begins with the byte C, or it is no UTF-8 at all. */
static inline bool
utf8_is_start(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Whether C is a Han character of the first block, which has all but rare ones. */
static inline bool
utf8_is_han(uint32_t c)
{
	return c >= 0x4E00 && c <= 0x9FFF;
}

/* Whether white space may begin with the byte C: Han characters, digits and letters
 * do not. */
static inline bool
utf8_may_begin_blank(char c)
{
	const unsigned char byte = (unsigned char)c;

	return byte <= ' ' || (byte >= 0xC2 && byte <= 0xE3) || byte == 0xEF;
}

/* Whether a Han character may begin with the byte C; no white space does. */
static inline bool
utf8_may_begin_han(char c)
{
	return (unsigned char)c >= 0xE4 && (unsigned char)c <= 0xE9;
}

static inline size_t
utf8_blanks(struct slice text)
{
	return text.n > 0 && utf8_may_begin_blank(text.p[0]) ?
	    utf8_blanks_any(text) : 0;
}

/* Whether the three bytes at P are one character: neither overlong nor a surrogate. */
static inline bool
utf8_is_three(const unsigned char *p)
{
	return p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED &&
	    (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

/* The character that the three bytes at P are. */
static inline uint32_t
utf8_three(const unsigned char *p)
{
	return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

static inline size_t
utf8_decode(struct slice text, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	if (text.n >= 3 && utf8_is_three(p)) {	/* most characters here */
		*c = utf8_three(p);
		return 3;
	}
	return utf8_decode_any(text, c);
}

static inline size_t
utf8_step(struct slice text)
{
	const unsigned char first = (unsigned char)text.p[0];
	uint32_t            any;

	if (text.n >= 3 && first > 0xE0 && first < 0xF0)
		return 3;	/* a Han character, as nearly all are */
	return utf8_decode(text, &any);
}

#endif
