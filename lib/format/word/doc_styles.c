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
read_style_properties(struct slice properties,
    struct paragraph_style *style)
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
	struct doc_style style = { DOC_NO_STYLE, STYLE_SAYS_NOTHING };
	unsigned         built_in = little16(std, 0) & 0xFFF;
	unsigned         kind = little16(std, 2) & 0xF;
	size_t           at = base + 2 + 2 * little16(std, base) + 2, size;

	if (std.n < base || kind != PARAGRAPH_STYLE)
		return style;
	style.based_on = little16(std, 2) >> 4;
	if (built_in >= 1 && built_in <= HEADINGS)
		style.own.outline = (int)built_in - 1;
	size = little16(std, at);
	if (size > 2)
		read_style_properties(little_part(std, at + 4, size - 2),
		    &style.own);
	at += 2 + size + size % 2;
	read_style_properties(little_part(std, at + 2, little16(std, at)),
	    &style.own);
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
		doc->hides = doc->hides || doc->style[i].own.hidden > 0;
		at += 2 + size + size % 2;	/* 2.9.135 LPStd */
	}
}

struct paragraph_style
doc_style(const struct doc *doc, unsigned number)
{
	struct paragraph_style whole = STYLE_SAYS_NOTHING;
	bool                   unlike = false;	/* its base: 2.9.327, 81h */

	for (int i = 0; number < doc->styles && i < BASES_MAX; i++) {
		struct paragraph_style own = doc->style[number].own;

		if (whole.hidden < 0 && own.hidden >= 0x80) {
			unlike = unlike != (own.hidden & 1);
			own.hidden = -1;
		}
		style_inherit(&whole, &own);
		number = doc->style[number].based_on;
	}
	whole.hidden = (whole.hidden > 0) != unlike;
	return whole;
}
