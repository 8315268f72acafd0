#include "paragraph.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

static bool
is_space(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7F;
}

static void
reserve(struct paragraph *paragraph, size_t n)
{
	paragraph->p = memory_room(paragraph->p, &paragraph->capacity,
	    paragraph->n + n, 1);
}

static void
add_space(struct paragraph *paragraph)
{
	if (paragraph->n == 0 || paragraph->p[paragraph->n - 1] == ' ')
		return;
	reserve(paragraph, 1);
	paragraph->p[paragraph->n++] = ' ';
}

void
paragraph_add(struct paragraph *paragraph, struct slice utf8)
{
	size_t i = 0;

	while (i < utf8.n) {
		size_t start = i;

		while (i < utf8.n && !is_space(utf8.p[i]))
			i++;
		if (i > start) {
			reserve(paragraph, i - start);
			memcpy(paragraph->p + paragraph->n, utf8.p + start,
			    i - start);
			paragraph->n += i - start;
		}
		if (i < utf8.n) {
			add_space(paragraph);
			i++;
		}
	}
}

void
paragraph_character(struct paragraph *paragraph, uint32_t c)
{
	char bytes[UTF8_BYTES_MAX];

	paragraph_add(paragraph,
	    (struct slice){ bytes, utf8_encode(bytes, c) });
}

/* The length of the blank TEXT begins with, or 0. */
static size_t
blank_before(struct slice text)
{
	static const struct slice blank[] = {
		{ " ", 1 }, { "\xC2\xA0", 2 }, { "\xE3\x80\x80", 3 },
	};

	for (size_t i = 0; i < sizeof(blank) / sizeof(blank[0]); i++)
		if (slice_starts(text, blank[i]))
			return blank[i].n;
	return 0;
}

static size_t
blank_behind(struct slice text)
{
	for (size_t n = 1; n <= 3 && n <= text.n; n++)
		if (blank_before(slice_from(text, text.n - n)) == n)
			return n;
	return 0;
}

struct slice
paragraph_text(const struct paragraph *paragraph)
{
	struct slice text = { paragraph->p, paragraph->n };
	size_t       n;

	while ((n = blank_before(text)) > 0)
		text = slice_from(text, n);
	while ((n = blank_behind(text)) > 0)
		text.n -= n;
	return text;
}

void
paragraph_clear(struct paragraph *paragraph)
{
	paragraph->n = 0;
}

void
paragraph_free(struct paragraph *paragraph)
{
	free(paragraph->p);
	*paragraph = (struct paragraph){ .p = NULL };
}
