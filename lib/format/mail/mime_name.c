#include "mime_name.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "charset/charset.h"
#include "mime.h"

/* Systems have names of 255 bytes: of a longer one nothing but the name is
 * lost. */
enum { SECTIONS_MAX = 64, NAME_BYTES = 4096 };

static const char *
add_utf8(void *context, struct slice utf8)
{
	buffer_add(context, utf8);
	return NULL;
}

/* Appends BYTES in the character set that LABEL names. */
static void
add_decoded(struct buffer *name, struct slice bytes, struct slice label)
{
	struct decoding decoding;
	enum charset    charset = charset_named(label);

	if (charset == CHARSET_UNKNOWN)
		charset = charset_of_name(bytes);
	decoding_start(&decoding, charset, add_utf8, name);
	decoding_feed(&decoding, bytes);
	decoding_end(&decoding);
}

/* Appends BYTES with what stands in them as MARK and two hexadecimal digits
 * written out. */
static void
unescape(struct buffer *to, struct slice bytes, char mark)
{
	while (bytes.n > 0) {
		bool coded = bytes.p[0] == mark && bytes.n >= 3 &&
		    hex_digit((unsigned char)bytes.p[1]) >= 0 &&
		    hex_digit((unsigned char)bytes.p[2]) >= 0;
		char c = !coded ? bytes.p[0] : (char)
		    (hex_digit((unsigned char)bytes.p[1]) * 16 +
		    hex_digit((unsigned char)bytes.p[2]));

		buffer_add(to, (struct slice){ &c, 1 });
		bytes = slice_from(bytes, coded ? 3 : 1);
	}
}

/* Cuts what stands before MARK off TEXT. */
static bool
cut_before(struct slice *text, char mark, struct slice *part)
{
	const char *end = text->n > 0 ? memchr(text->p, mark, text->n) : NULL;

	if (end == NULL)
		return false;
	*part = (struct slice){ text->p, (size_t)(end - text->p) };
	*text = slice_from(*text, part->n + 1);
	return true;
}

/* RFC 2047: =?charset?B?bytes?=.  Takes it off TEXT, adds it to NAME. */
static bool
take_word(struct slice *text, struct buffer *name)
{
	struct slice  rest, label, encoding, bytes;
	struct buffer plain = { .n = 0 };
	char         *decoded;

	if (!slice_starts(*text, SLICE("=?")))
		return false;
	rest = slice_from(*text, 2);
	if (!cut_before(&rest, '?', &label) ||
	    !cut_before(&rest, '?', &encoding) ||
	    !cut_before(&rest, '?', &bytes) || rest.n == 0 ||
	    rest.p[0] != '=' || encoding.n != 1)
		return false;
	*text = slice_from(rest, 1);
	decoded = memory_get(bytes.n + 1);
	if ((encoding.p[0] | 0x20) == 'b') {
		size_t n = mime_decode(SLICE("base64"), bytes, decoded);

		buffer_add(&plain, (struct slice){ decoded, n });
	} else {
		for (size_t i = 0; i < bytes.n; i++)
			decoded[i] = bytes.p[i] == '_' ? ' ' : bytes.p[i];
		unescape(&plain, (struct slice){ decoded, bytes.n }, '=');
	}
	add_decoded(name, buffer_slice(&plain), label);
	free(decoded);
	buffer_free(&plain);
	return true;
}

/* Blanks between two such words are none. */
static void
add_words(struct slice value, struct buffer *name)
{
	bool behind = false;

	while (value.n > 0) {
		struct slice rest = slice_trim(value);

		if (behind && slice_starts(rest, SLICE("=?")))
			value = rest;
		behind = take_word(&value, name);
		if (!behind) {
			size_t n = 1;

			while (n < value.n && value.p[n] != '=' &&
			    value.p[n] != ' ')
				n++;
			add_decoded(name, (struct slice){ value.p, n },
			    SLICE(""));
			value = slice_from(value, n);
		}
	}
}

/* The bytes of a parameter that come in sections, and in what. */
struct extended {
	struct buffer bytes;
	struct slice  label;	/* of the character set */
};

/* Adds the parameter called KEY; CODED: %XX stands for bytes. */
static bool
add_section(struct extended *e, struct slice value, const char *key,
    bool coded)
{
	struct slice part = mime_parameter(value, key), language;

	if (part.n == 0)
		return false;
	if (coded && e->bytes.n == 0 && cut_before(&part, '\'', &e->label))
		cut_before(&part, '\'', &language);
	if (coded)
		unescape(&e->bytes, part, '%');
	else
		buffer_add(&e->bytes, part);
	return true;
}

/* RFC 2231: NAME*=charset'language'bytes, or in sections NAME*0*, NAME*1. */
static bool
add_extended(struct slice value, const char *parameter, struct buffer *name)
{
	struct extended e = { .label = SLICE("") };
	char            key[32];
	size_t          before = name->n;

	snprintf(key, sizeof(key), "%s*", parameter);
	if (!add_section(&e, value, key, true))
		for (int i = 0; i < SECTIONS_MAX; i++) {
			snprintf(key, sizeof(key), "%s*%d*", parameter, i);
			if (add_section(&e, value, key, true))
				continue;
			snprintf(key, sizeof(key), "%s*%d", parameter, i);
			if (!add_section(&e, value, key, false))
				break;
		}
	add_decoded(name, buffer_slice(&e.bytes), e.label);
	buffer_free(&e.bytes);
	return name->n > before;
}

static bool
add_file_name(struct slice value, const char *parameter, struct buffer *name)
{
	size_t before = name->n;

	if (!add_extended(value, parameter, name))
		add_words(mime_parameter(value, parameter), name);
	if (name->n > before + NAME_BYTES)
		name->n = before;
	return name->n > before;
}

bool
mime_file_name(struct slice head, struct buffer *name)
{
	return add_file_name(mime_header(head, "Content-Disposition"),
	    "filename", name) ||
	    add_file_name(mime_header(head, "Content-Type"), "name", name);
}
