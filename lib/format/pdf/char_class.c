#include "char_class.h"

#include <stddef.h>

#include "base/digits.h"
#include "base/utf8.h"

static bool
is_among(uint32_t c, const uint32_t *set)
{
	while (*set != 0 && *set != c)
		set++;
	return *set != 0;
}

bool
pdf_is_space(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
	    c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool
pdf_is_wide(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
	    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
	    (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFD) ||
	    (c >= 0x2460 && c <= 0x24FF) || pdf_is_closing(c) ||
	    pdf_is_opening(c);
}

bool
pdf_is_closing(uint32_t c)
{
	static const uint32_t set[] = {
		U'，', U'。', U'、', U'；', U'：', U'？', U'！', U'）', U'》',
		U'〉', U'”', U'’', U'〕', U'】', U'」', U'』', U'％', U'…', 0,
	};

	return is_among(c, set);
}

bool
pdf_is_opening(uint32_t c)
{
	static const uint32_t set[] = {
		U'（', U'《', U'〈', U'“', U'‘', U'〔', U'【', U'「', U'『', 0,
	};

	return is_among(c, set);
}

uint32_t
pdf_first(struct slice text)
{
	uint32_t c = 0;

	if (text.n > 0)
		utf8_decode(text, &c);
	return c;
}

uint32_t
pdf_last(struct slice text)
{
	uint32_t c = 0;
	size_t   at = text.n;

	while (at > 0 && text.n - at < UTF8_BYTES_MAX &&
	    (text.p[at - 1] & 0xC0) == 0x80)
		at--;
	if (at > 0)
		utf8_decode(slice_from(text, at - 1), &c);
	return c;
}

static bool
ends_with(struct slice text, const uint32_t *end)
{
	static const uint32_t closing[] = { U'”', U'’', U'）', U'》', U'」',
		')', '"', 0 };
	uint32_t              c = pdf_last(text);

	while (is_among(c, closing)) {
		char bytes[UTF8_BYTES_MAX];

		text.n -= utf8_encode(bytes, c);
		c = pdf_last(text);
	}
	return is_among(c, end);
}

bool
pdf_ends_sentence(struct slice text)
{
	static const uint32_t end[] = { U'。', U'！', U'？', '!', '?', 0 };

	return ends_with(text, end);
}

bool
pdf_ends_clause(struct slice text)
{
	static const uint32_t end[] = { U'。', U'！', U'？', U'；', U'：', '!',
		'?', ';', ':', '.', 0 };

	return ends_with(text, end);
}

/* Skips Arabic or Chinese digits of TEXT; returns how many bytes. */
static size_t
skip_number(struct slice text)
{
	static const uint32_t numerals[] = { U'〇', U'一', U'二', U'三', U'四',
		U'五', U'六', U'七', U'八', U'九', U'十', U'百', 0 };
	size_t                at = 0;

	while (at < text.n) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, at), &c);

		if (!is_digit(c) && !is_among(c, numerals) &&
		    !(c >= U'０' && c <= U'９'))
			break;
		at += n;
	}
	return at;
}

bool
pdf_begins_item(struct slice text)
{
	static const uint32_t bracket[] = { U'（', '(', U'〔', U'【', 0 };
	static const uint32_t closed[] = { U'）', ')', U'〕', U'】', 0 };
	static const uint32_t mark[] = { U'、', U'．', '.', ')', U'）', U'，',
		0 };
	uint32_t              c = pdf_first(text), next;
	size_t                number;

	if ((c >= 0x2460 && c <= 0x249B) || (c >= 0x3220 && c <= 0x3229))
		return true;
	if (is_among(c, bracket) || c == U'第') {
		text = slice_from(text, utf8_decode(text, &next));
		number = skip_number(text);
		next = pdf_first(slice_from(text, number));
		return number > 0 &&
		    (c == U'第' ? next == U'条' || next == U'章'
		                : is_among(next, closed));
	}
	number = skip_number(text);
	text = slice_from(text, number);
	next = pdf_first(text);
	if (number == 0 || !is_among(next, mark))
		return false;
	/* 3.5 is a number, 3.其他 an item */
	text = slice_from(text, utf8_decode(text, &c));
	return !is_digit(pdf_first(text));
}
