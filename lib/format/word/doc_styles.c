#include "base/memory.h"
#include "doc.h"

enum {
	STYLES = 0xA2,		/* fcStshf */
	STYLES_MAX = 0xFFE,
	PARAGRAPH_STYLE = 1,
	HEADINGS = 9,
	BASES_MAX = 16,
	OUTLINE = 0x2640, LIST = 0x460B, LEVEL = 0x260A,	/* sprms */
	HIDDEN = 0x083C,
};

static void
read_properties(struct slice properties, struct doc_style *style)
{
	unsigned     number;
	struct slice operand;

	while (doc_property(&properties, &number, &operand))
		switch (number) {
		case OUTLINE: style->outline = (int)little8(operand, 0); break;
		case LIST:
			style->list = (int)little16(operand, 0);
			break;
		case LEVEL: style->level = (int)little8(operand, 0); break;
		case HIDDEN: style->hidden = (int)little8(operand, 0); break;
		}
}

/* 2.9.271 STD: a base of fixed size, a name with its length and a NUL, then
 * for a paragraph style the properties of its paragraphs, which begin with
 * its number, and of its characters, each behind their length (2.9.338). */
static struct doc_style
read_style(struct slice std, size_t base)
{
	struct doc_style style = DOC_PLAIN;
	unsigned         built_in = little16(std, 0) & 0xFFF;
	unsigned         kind = little16(std, 2) & 0xF;
	size_t           at = base + 2 + 2 * little16(std, base) + 2, size;

	if (std.n < base || kind != PARAGRAPH_STYLE)
		return style;
	style.based_on = little16(std, 2) >> 4;
	if (built_in >= 1 && built_in <= HEADINGS)
		style.outline = (int)built_in - 1;
	at += at % 2;
	size = little16(std, at);
	if (size > 2)
		read_properties(little_part(std, at + 4, size - 2), &style);
	at += 2 + size + size % 2;
	read_properties(little_part(std, at + 2, little16(std, at)), &style);
	return style;
}

void
doc_styles_read(struct doc *doc)
{
	struct slice all = doc_structure(doc, STYLES);
	size_t       n = little16(all, 2), base = little16(all, 4);
	size_t       at = 2 + little16(all, 0);

	if (n > STYLES_MAX)
		n = STYLES_MAX;
	doc->style = memory_resize(NULL, n, sizeof(*doc->style));
	doc->styles = n;
	for (size_t i = 0; i < n; i++) {
		size_t size = little16(all, at);

		doc->style[i] = read_style(little_part(all, at + 2, size),
		    base);
		doc->hides = doc->hides || doc->style[i].hidden > 0;
		at += 2 + size + size % 2;	/* 2.9.135 LPStd */
	}
}

struct doc_style
doc_style(const struct doc *doc, unsigned number)
{
	struct doc_style all = DOC_PLAIN;
	bool             unlike = false;	/* its base: 2.9.327, 81h */

	for (int i = 0; number < doc->styles && i < BASES_MAX; i++) {
		const struct doc_style *style = &doc->style[number];

		if (all.outline < 0)
			all.outline = style->outline;
		if (all.list < 0)
			all.list = style->list;
		if (all.level < 0)
			all.level = style->level;
		if (all.hidden < 0 && style->hidden >= 0x80)
			unlike = unlike != (style->hidden & 1);
		else if (all.hidden < 0)
			all.hidden = style->hidden;
		number = style->based_on;
	}
	all.hidden = (all.hidden > 0) != unlike;
	return all;
}
