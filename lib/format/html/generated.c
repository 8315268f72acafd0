#include "generated.h"

#include "base/digits.h"
#include "base/utf8.h"

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

static bool
is_letter(char c)
{
	return ((unsigned char)c | 0x20u) - 'a' < 26u || c == '-';
}

enum html_box
html_box_of(struct slice *text)
{
	static const struct {
		struct slice  name;
		enum html_box box;
	} boxes[] = {
		{ { "::before", 8 }, HTML_BEFORE }, { { ":before", 7 }, HTML_BEFORE },
		{ { "::after", 7 }, HTML_AFTER }, { { ":after", 6 }, HTML_AFTER },
	};

	*text = slice_trim(*text);
	for (size_t i = 0; i < sizeof(boxes) / sizeof(boxes[0]); i++) {
		size_t n = boxes[i].name.n;

		if (text->n >= n && slice_is_nocase(slice_from(*text,
		    text->n - n), boxes[i].name)) {
			text->n -= n;
			return boxes[i].box;
		}
	}
	return HTML_ITSELF;
}

/* Whether an element is in the state called NAME only when somebody does
 * something. */
static bool
is_touched(struct slice name)
{
	static const struct slice states[] = {
		{ "hover", 5 }, { "focus", 5 }, { "active", 6 },
		{ "visited", 7 }, { "target", 6 }, { "checked", 7 },
		{ "disabled", 8 }, { "invalid", 7 },
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (slice_starts_nocase(name, states[i]))
			return true;
	return false;
}

/* The bytes of what TEXT begins with and CLOSE ends. */
static size_t
up_to(struct slice text, char close)
{
	const char *end = memchr(text.p, close, text.n);

	return end != NULL ? (size_t)(end + 1 - text.p) : text.n;
}

/* The bytes of the state that TEXT begins with, its colon before it. */
static size_t
state_at(struct slice text, struct slice *name)
{
	size_t n = 1, start;

	while (n < text.n && text.p[n] == ':')
		n++;
	start = n;
	while (n < text.n && is_letter(text.p[n]))
		n++;
	*name = (struct slice){ text.p + start, n - start };
	return n < text.n && text.p[n] == '(' ?
	    n + up_to(slice_from(text, n), ')') : n;
}

bool
html_selector_plain(struct buffer *plain, struct slice text)
{
	plain->n = 0;
	while (text.n > 0) {
		struct slice name = { "", 0 };
		size_t       n = 1;

		if (text.p[0] == ':')
			n = state_at(text, &name);
		else if (text.p[0] == '[')
			n = up_to(text, ']');
		else if (text.p[0] == '+' || text.p[0] == '~')
			plain->n = 0;
		else if (text.p[0] != '*')
			buffer_add(plain, (struct slice){ text.p, 1 });
		if (is_touched(name))
			return false;
		text = slice_from(text, n);
	}
	return true;
}

/* Takes the character that TEXT begins with the `\' of off it. */
static void
add_escaped(struct buffer *made, struct slice *text)
{
	enum { DIGITS_MAX = 6, LAST = 0x10FFFF };
	char     out[UTF8_BYTES_MAX];
	uint32_t c = 0;
	size_t   n = 1;

	while (n < text->n && n <= DIGITS_MAX && hex_digit((unsigned char)
	    text->p[n]) >= 0)
		c = c * 16 + (uint32_t)hex_digit((unsigned char)text->p[n++]);
	if (n > 1) {
		if (c == 0 || c > LAST)
			c = UTF8_REPLACEMENT;
		buffer_add(made, (struct slice){ out, utf8_encode(out, c) });
		n += n < text->n && is_blank(text->p[n]);
	} else if (n < text->n && text->p[n++] != '\n')
		buffer_add(made, (struct slice){ text->p + 1, 1 });
	*text = slice_from(*text, n);
}

/* Takes the string that TEXT begins with off it. */
static void
add_string(struct buffer *made, struct slice *text)
{
	char quote = text->p[0];

	*text = slice_from(*text, 1);
	while (text->n > 0 && text->p[0] != quote) {
		if (text->p[0] == '\\') {
			add_escaped(made, text);
			continue;
		}
		buffer_add(made, (struct slice){ text->p, 1 });
		*text = slice_from(*text, 1);
	}
	if (text->n > 0)
		*text = slice_from(*text, 1);
}

/* Takes the word that TEXT begins with off it, and what stands behind it in brackets.
 * Returns whether it is known what it adds. */
static bool
add_word(struct buffer *made, struct slice *text)
{
	static const struct {
		struct slice word, text;
	} words[] = {
		{ { "none", 4 }, { "", 0 } }, { { "normal", 6 }, { "", 0 } },
		{ { "initial", 7 }, { "", 0 } }, { { "inherit", 7 }, { "", 0 } },
		{ { "unset", 5 }, { "", 0 } }, { { "revert", 6 }, { "", 0 } },
		{ { "open-quote", 10 }, { "\xE2\x80\x9C", 3 } },
		{ { "close-quote", 11 }, { "\xE2\x80\x9D", 3 } },
		{ { "no-open-quote", 13 }, { "", 0 } },
		{ { "no-close-quote", 14 }, { "", 0 } },
	};
	size_t n = 0;

	while (n < text->n && is_letter(text->p[n]))
		n++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_is_nocase((struct slice){ text->p, n }, words[i].word)) {
			buffer_add(made, words[i].text);
			*text = slice_from(*text, n);
			return true;
		}
	if (n < text->n && text->p[n] == '(')
		n += up_to(slice_from(*text, n), ')');
	*text = slice_from(*text, n > 0 ? n : 1);
	return false;
}

/* What TEXT, which a rule adds, is to a reader. */
static enum html_generated_kind
kind_of(struct slice text)
{
	enum html_generated_kind kind = HTML_NO_TEXT;

	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_blanks(text);

		if (n == 0) {
			n = utf8_decode(text, &c);
			/* the private areas of Unicode */
			if ((c < 0xE000 || c > 0xF8FF) && c < 0xF0000)
				return HTML_A_TEXT;
			kind = HTML_AN_ICON;
		}
		text = slice_from(text, n);
	}
	return kind;
}

/* What VALUE of the property content adds. */
static struct html_generated
content_of(struct buffer *made, struct slice value)
{
	struct html_generated content = { .at = made->n };
	bool                  read = true;

	while ((value = slice_trim(value)).n > 0 && value.p[0] != '!' &&
	    value.p[0] != '/') {
		if (value.p[0] == '"' || value.p[0] == '\'')
			add_string(made, &value);
		else
			read &= add_word(made, &value);
	}
	content.n = made->n - content.at;
	content.kind = read ? kind_of(slice_from(buffer_slice(made),
	    content.at)) : HTML_NOT_READ;
	return content;
}

/* The bytes of the declaration that TEXT begins with: a `;' in quotes ends none. */
static size_t
declaration_at(struct slice text)
{
	char   quote = 0;
	size_t n = 0;

	for (; n < text.n && (quote != 0 || text.p[n] != ';'); n++) {
		if (text.p[n] == '\\')
			n += n + 1 < text.n;
		else if (quote == 0 && (text.p[n] == '"' || text.p[n] == '\''))
			quote = text.p[n];
		else if (text.p[n] == quote)
			quote = 0;
	}
	return n;
}

/* Whether VALUE is a length of nothing: 0, 0px. */
static bool
is_nothing(struct slice value)
{
	return value.n > 0 && value.p[0] == '0' && (value.n == 1 ||
	    (value.p[1] != '.' && !is_digit((unsigned char)value.p[1])));
}

struct html_generated
html_generated_of(struct buffer *made, struct slice text)
{
	struct html_generated content = { .kind = HTML_UNSAID };
	bool                  flat = false, clipped = false;

	for (size_t n; text.n > 0;
	    text = slice_from(text, n < text.n ? n + 1 : n)) {
		struct slice name, value;

		n = declaration_at(text);
		value = (struct slice){ text.p, n };
		if (!slice_cut(&value, ':', &name) || value.n == 0)
			continue;
		name = slice_trim(name);
		value = slice_trim(slice_from(value, 1));
		if (slice_is_nocase(name, SLICE("content")))
			content = content_of(made, value);
		else if (slice_is_nocase(name, SLICE("height")))
			flat = is_nothing(value);
		else if (slice_is_nocase(name, SLICE("overflow")))
			clipped = slice_starts_nocase(value, SLICE("hidden"));
	}
	if (content.kind != HTML_UNSAID && flat && clipped)
		content.kind = HTML_NO_TEXT;
	return content;
}
