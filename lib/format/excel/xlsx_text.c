#include "xlsx_text.h"

#include "base/digits.h"
#include "base/utf8.h"

enum { ESCAPE_BYTES = 7 };

/* The value of `_xHHHH_' at the beginning of TEXT, or -1: ECMA-376-1, 22.9.2.19
 * ST_Xstring. */
static long
escape(struct slice text)
{
	long c = 0;

	if (text.n < ESCAPE_BYTES || text.p[0] != '_' || text.p[1] != 'x' ||
	    text.p[6] != '_')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex_digit(text.p[i]);

		if (digit < 0)
			return -1;
		c = c * 16 + digit;
	}
	return c;
}

/* The character of the escape that TEXT begins with, or of two that are the
 * halves of a pair in UTF-16; half a pair, and NUL, is U+FFFD, as Excel shows a
 * box.
 * Returns the bytes, 0 without any. */
static size_t
escaped_at(struct slice text, uint32_t *c)
{
	long first = escape(text), second;

	if (first < 0)
		return 0;
	*c = (uint32_t)first;
	if (first > 0 && (first < 0xD800 || first > 0xDFFF))
		return ESCAPE_BYTES;
	second = escape(slice_from(text, ESCAPE_BYTES));
	*c = UTF8_REPLACEMENT;
	if (first < 0xD800 || first > 0xDBFF || second < 0xDC00 || second > 0xDFFF)
		return ESCAPE_BYTES;
	*c = 0x10000 + (((uint32_t)first - 0xD800) << 10) +
	    ((uint32_t)second - 0xDC00);
	return 2 * ESCAPE_BYTES;
}

void
xlsx_text_add(struct buffer *out, struct slice text,
    enum vertical_align align)
{
	const char *mark;
	uint32_t    c;

	while (text.n > 0 &&
	    (mark = memchr(text.p, '_', text.n)) != NULL) {
		size_t n = (size_t)(mark - text.p);

		superscript_add(out, (struct slice){ text.p, n }, align);
		text = slice_from(text, n);
		n = escaped_at(text, &c);
		if (n > 0)
			superscript_character(out, c, align);
		else
			paragraph_add(out, SLICE("_"));
		text = slice_from(text, n > 0 ? n : 1);
	}
	superscript_add(out, text, align);
}

void
xlsx_font_property(struct workbook_font *font, struct xml *xml, int id)
{
	struct slice align = xml_attribute(xml, "val");

	if (id == XLSX_STRUCK)
		font->struck = xml_on(xml, "val");
	else if (id == XLSX_ALIGN)
		font->align = slice_is(align, "superscript")
		    ? ALIGN_SUPERSCRIPT : slice_is(align, "subscript")
		    ? ALIGN_SUBSCRIPT : ALIGN_BASELINE;
}

void
xlsx_text_start(struct xlsx_text *text, struct xml *xml, int id)
{
	switch (id) {
	case XLSX_RUN:
		text->font = (struct workbook_font){ .struck = false };
		text->own_font = text->rest.n > 0;
		break;
	case XLSX_RUN_FONT: text->own_font = true; break;
	case XLSX_TEXT: text->in_text = true; break;
	default: xlsx_font_property(&text->font, xml, id);
	}
}

void
xlsx_text_end(struct xlsx_text *text, int id)
{
	if (id != XLSX_TEXT)
		return;
	text->in_text = false;
	if (!text->own_font)
		xlsx_text_add(&text->lead, buffer_slice(&text->raw),
		    ALIGN_BASELINE);
	else if (!text->font.struck)
		xlsx_text_add(&text->rest, buffer_slice(&text->raw),
		    text->font.align);
	text->raw.n = 0;
}

void
xlsx_text_characters(struct xlsx_text *text, struct slice characters)
{
	if (text->in_text)
		buffer_add(&text->raw, characters);
}

struct workbook_text
xlsx_text_whole(const struct xlsx_text *text)
{
	return (struct workbook_text){ buffer_slice(&text->lead),
	    buffer_slice(&text->rest) };
}

void
xlsx_text_clear(struct xlsx_text *text)
{
	text->lead.n = text->rest.n = text->raw.n = 0;
	text->own_font = text->in_text = false;
}

void
xlsx_text_free(struct xlsx_text *text)
{
	buffer_free(&text->lead);
	buffer_free(&text->rest);
	buffer_free(&text->raw);
}
