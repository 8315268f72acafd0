#include "text.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/left_out.h"
#include "base/memory.h"
#include "entity.h"

/* Control characters separate words like a space does. */
static bool
is_html_blank(char c)
{
	return (unsigned char)c <= ' ';
}

/* How many bytes the word has that TEXT begins with. */
static size_t
word_length(struct slice text)
{
	const uint64_t ones = 0x0101010101010101u;
	size_t         n = 0;

	for (uint64_t eight; n + sizeof(eight) <= text.n; n += sizeof(eight)) {
		memcpy(&eight, text.p + n, sizeof(eight));
		if (((eight - ones * 0x21) & ~eight & ones * 0x80) != 0)
			break;
	}
	while (n < text.n && !is_html_blank(text.p[n]))
		n++;
	return n;
}

static bool
continues_character(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* By its first byte, whether a character is as wide as a hanzi: U+3000 to
 * U+9FFF, compatibility and full-width forms. */
static bool
begins_wide(char c)
{
	return ((unsigned char)c >= 0xE3 && (unsigned char)c <= 0xE9) ||
	    (unsigned char)c == 0xEF;
}

/* White space between two words, seldom kept between hanzi: where it breaks
 * the line there, it only wraps the source (CSS Text 3, 4.1.3). */
static void
join_words(struct html_text *text, char next)
{
	bool wrapped = text->line_feed && text->n - text->start >= 3 &&
	    begins_wide(text->p[text->n - 3]) && begins_wide(next);

	if (text->space && text->n > text->start && !wrapped)
		text->p[text->n++] = ' ';
	text->space = text->line_feed = false;
}

static void
append_word(struct html_text *text, struct slice word)
{
	/* a space at either end */
	text->p = memory_room(text->p, &text->room, text->n + word.n + 1, 1);
	join_words(text, word.p[0]);
	memcpy(text->p + text->n, word.p, word.n);
	text->n += word.n;
}

/* How much of a word of N bytes the paragraph still takes: whole characters,
 * the last may reach over the bound. */
static size_t
fitting(const struct html_text *text, const char *word, size_t n)
{
	size_t have = text->n - text->start, fit;

	if (have + n <= HTML_PARAGRAPH_MAX)
		return n;
	left_out("a paragraph longer than is read in one piece");
	fit = have < HTML_PARAGRAPH_MAX ? HTML_PARAGRAPH_MAX - have : 0;
	while (fit < n && continues_character(word[fit]))
		fit++;
	return fit;
}

struct slice
html_text_add(struct html_text *text, struct slice more, const char **first)
{
	while (more.n > 0) {
		size_t n;

		if (is_html_blank(more.p[0])) {
			text->space = true;
			text->line_feed |= more.p[0] == '\n';
			more = slice_from(more, 1);
			continue;
		}
		n = fitting(text, more.p, word_length(more));
		if (n == 0)
			break;
		if (text->n == text->start)
			*first = more.p;
		append_word(text, (struct slice){ more.p, n });
		more = slice_from(more, n);
	}
	return more;
}

/* What is no text at the ends of a paragraph, whatever its width. */
static const struct slice blanks[] = {
	{ " ", 1 },
	{ "\xC2\xA0", 2 },	/* U+00A0, no-break space */
	{ "\xE3\x80\x80", 3 },	/* U+3000, ideographic space */
	{ "\xE2\x80\x8B", 3 },	/* U+200B, zero width space */
	{ "\xEF\xBB\xBF", 3 },	/* U+FEFF, byte order mark */
};

/* Whether TEXT may have a blank at an end, by the bytes there. */
static bool
may_trim(struct slice text)
{
	unsigned char first = (unsigned char)text.p[0];
	unsigned char last = (unsigned char)text.p[text.n - 1];

	return first == ' ' || first == 0xC2 || first == 0xE2 ||
	    first == 0xE3 || first == 0xEF || last == ' ' || last == 0xA0 ||
	    last == 0x80 || last == 0x8B || last == 0xBF;
}

static struct slice
trim_blanks(struct slice text)
{
	size_t i;

	if (!may_trim(text))
		return text;
	do {
		for (i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++) {
			if (slice_starts(text, blanks[i])) {
				text = slice_from(text, blanks[i].n);
				break;
			}
			if (slice_ends(text, blanks[i])) {
				text.n -= blanks[i].n;
				break;
			}
		}
	} while (i < sizeof(blanks) / sizeof(blanks[0]));
	return text;
}

struct slice
html_text_end(struct html_text *text)
{
	struct slice all = { NULL, 0 }, paragraph;
	size_t       start = text->start;

	text->space = text->line_feed = false;
	if (text->n == start)
		return all;
	all = (struct slice){ text->p + start, text->n - start };
	paragraph = trim_blanks(all);
	if (paragraph.p != all.p)
		memmove(text->p + start, paragraph.p, paragraph.n);
	text->n = start + paragraph.n;
	text->p[text->n++] = ' ';
	text->start = text->n;
	return (struct slice){ text->p + start, paragraph.n };
}

void
html_text_cut(struct html_text *text, size_t n)
{
	text->n = text->start = n;
	text->space = text->line_feed = false;
}

struct slice
html_text_value(struct html_text *text, struct slice value)
{
	const char *first;

	html_text_cut(text, 0);
	while (value.n > 0) {
		const char *ampersand = memchr(value.p, '&', value.n);
		char        decoded[HTML_REFERENCE_TEXT];
		size_t      n = ampersand == value.p ? 0 : ampersand != NULL ?
		    (size_t)(ampersand - value.p) : value.n;
		size_t      length = 0;

		html_text_add(text, (struct slice){ value.p, n }, &first);
		value = slice_from(value, n);
		if (value.n == 0)
			break;
		n = html_reference(value, true, decoded, &length);
		if (n == 0) {
			n = length = 1;
			decoded[0] = '&';
		}
		html_text_add(text, (struct slice){ decoded, length }, &first);
		value = slice_from(value, n);
	}
	return html_text_end(text);
}

void
html_text_free(struct html_text *text)
{
	free(text->p);
}
