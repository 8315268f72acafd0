#include "paragraph.h"

#include "base/utf8.h"

static bool
separates_words(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7F;
}

void
paragraph_add(struct buffer *text, struct slice utf8)
{
	size_t i = 0;

	while (i < utf8.n) {
		size_t start = i;

		while (i < utf8.n && !separates_words(utf8.p[i]))
			i++;
		buffer_add(text, (struct slice){ utf8.p + start, i - start });
		if (i == utf8.n)
			break;
		if (text->n > 0 && text->p[text->n - 1] != ' ')
			buffer_add(text, SLICE(" "));
		i++;
	}
}

void
paragraph_character(struct buffer *text, uint32_t c)
{
	char bytes[UTF8_BYTES_MAX];

	paragraph_add(text, (struct slice){ bytes, utf8_encode(bytes, c) });
}

struct slice
paragraph_text(const struct buffer *buffer)
{
	static const struct slice blanks[] = {
		{ " ", 1 }, { "\xC2\xA0", 2 }, { "\xE3\x80\x80", 3 },
	};
	enum { BLANKS = sizeof(blanks) / sizeof(blanks[0]) };
	struct slice text = { buffer->p, buffer->n };
	size_t       i = 0;

	while (i < BLANKS) {
		if (slice_starts(text, blanks[i]))
			text = slice_from(text, blanks[i].n);
		else if (slice_ends(text, blanks[i]))
			text.n -= blanks[i].n;
		else {
			i++;
			continue;
		}
		i = 0;
	}
	return text;
}
