#include "base/left_out.h"
#include "base/memory.h"
#include "doc.h"

enum {
	STYLES = 0xA2,		/* fcStshf */
	STYLES_MAX = 0xFFE,	/* a number has 12 bits */
	PARAGRAPH_STYLE = 1, CHARACTER_STYLE = 2,
	HEADINGS = 9,
	BASES_MAX = 16,
	OUTLINE = 0x2640, LIST = 0x460B, LEVEL = 0x260A,	/* sprms */
	HIDDEN = 0x083C, STRUCK = 0x0837, STRUCK_TWICE = 0x2A53,
	ALIGN = 0x2A48, COLOUR_97 = 0x2A42, COLOUR = 0x6870,
	HIGHLIGHT = 0x2A0C, SHADE_97 = 0x4866, SHADE = 0xCA71,
};

void
doc_run_property(unsigned number, struct slice operand, struct run_style *run)
{
	int value = (int)little8(operand, 0);

	switch (number) {
	case HIDDEN: run->hidden = value; break;
	case STRUCK:
	case STRUCK_TWICE: run->struck = value; break;
	case ALIGN:	/* 2.6.1 sprmCIss */
		run->align = value == 1 ? ALIGN_SUPERSCRIPT
		    : value == 2 ? ALIGN_SUBSCRIPT : ALIGN_BASELINE;
		break;
	case COLOUR_97: run->white = value == DOC_WHITE_97; break;
	case COLOUR: run->white = little32(operand, 0) == DOC_WHITE; break;
	case HIGHLIGHT:
		run->backed = value != 0 && value != DOC_WHITE_97;
		break;
	case SHADE_97:
		run->backed = doc_shade_97_shows(little16(operand, 0));
		break;
	case SHADE:
		run->backed = doc_shade_shows(slice_from(operand, 1));
		break;
	}
}

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
		default:
			doc_run_property(number, operand, &style->run);
			doc_paragraph_ground(number, operand,
			    &style->run.backed);
		}
}

/* 2.9.271 STD: a base of fixed size, a name with its length and a NUL, then
 * for a paragraph style the properties of its paragraphs, which begin with
 * its number, and of its characters, each behind their length (2.9.338); for a
 * character style only the latter. */
static struct doc_style
read_style(struct slice std, size_t base)
{
	unsigned         built_in = little16(std, 0) & 0xFFF;
	unsigned         kind = little16(std, 2) & 0xF;
	struct doc_style style = { kind == CHARACTER_STYLE, DOC_NO_STYLE,
	    STYLE_SAYS_NOTHING };
	size_t           at = base + 2 + 2 * little16(std, base) + 2, size;

	if (std.n < base || (kind != PARAGRAPH_STYLE && !style.of_runs))
		return style;
	style.based_on = little16(std, 2) >> 4;
	if (!style.of_runs) {
		if (built_in >= 1 && built_in <= HEADINGS)
			style.own.outline = (int)built_in - 1;
		size = little16(std, at);
		if (size > 2)
			read_style_properties(little_part(std, at + 4,
			    size - 2), &style.own);
		at += 2 + size + size % 2;
	}
	read_style_properties(little_part(std, at + 2, little16(std, at)),
	    &style.own);
	return style;
}

static bool
dresses(const struct run_style *run)
{
	return run->hidden > 0 || run->struck > 0 || run->align > 0 ||
	    run->white > 0 || run->backed > 0;
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
		doc->dresses = doc->dresses || dresses(&doc->style[i].own.run);
		at += 2 + size + size % 2;	/* 2.9.135 LPStd */
	}
}

/* 80h and 81h are like the base and unlike it: 2.9.327.  UNLIKE keeps how often
 * a style was unlike its base where *OWN is not said yet (WHOLE below 0). */
static void
pass_toggle(int whole, int *own, bool *unlike)
{
	if (whole >= 0 || *own < 0x80)
		return;
	*unlike = *unlike != (*own & 1);
	*own = -1;
}

struct paragraph_style
doc_style(const struct doc *doc, unsigned number)
{
	struct paragraph_style whole = STYLE_SAYS_NOTHING;
	bool                   hidden = false, struck = false;

	for (int i = 0; number < doc->styles && i < BASES_MAX; i++) {
		struct paragraph_style own = doc->style[number].own;

		pass_toggle(whole.run.hidden, &own.run.hidden, &hidden);
		pass_toggle(whole.run.struck, &own.run.struck, &struck);
		style_inherit(&whole, &own);
		number = doc->style[number].based_on;
	}
	if (number < doc->styles)
		left_out(STYLES_TOO_DEEP);
	whole.run.hidden = (whole.run.hidden > 0) != hidden;
	whole.run.struck = (whole.run.struck > 0) != struck;
	return whole;
}
