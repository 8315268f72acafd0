#include "element.h"

#include <stddef.h>

static struct html_element elements[] = {
	{ "address", HTML_BLOCK, HTML_PASSES_ITEM, 0 },
	{ "applet", HTML_SCOPED, 0, 0 },
	{ "article", HTML_BLOCK, 0, 0 },
	{ "aside", HTML_BLOCK, 0, 0 },
	{ "blockquote", HTML_BLOCK, 0, 0 },
	{ "body", HTML_ROOT, 0, 0 },
	{ "br", HTML_BREAK, 0, 0 },
	{ "button", HTML_BUTTON, 0, 0 },
	{ "caption", HTML_CAPTION, 0, 0 },
	{ "center", HTML_BLOCK, 0, 0 },
	{ "col", HTML_COLUMN, 0, 0 },
	{ "colgroup", HTML_COLUMN, 0, 0 },
	{ "dd", HTML_TERM, 0, 0 },
	{ "details", HTML_BLOCK, 0, 0 },
	{ "dialog", HTML_BLOCK, 0, 0 },
	{ "dir", HTML_BLOCK, 0, 0 },
	{ "div", HTML_BLOCK, HTML_PASSES_ITEM, 0 },
	{ "dl", HTML_BLOCK, 0, 0 },
	{ "dt", HTML_TERM, 0, 0 },
	{ "fieldset", HTML_BLOCK, 0, 0 },
	{ "figcaption", HTML_BLOCK, 0, 0 },
	{ "figure", HTML_BLOCK, 0, 0 },
	{ "footer", HTML_BLOCK, HTML_LEADS, 0 },
	{ "form", HTML_FORM, 0, 0 },
	{ "frame", HTML_ROOT, 0, 0 },
	{ "frameset", HTML_ROOT, 0, 0 },
	{ "h1", HTML_HEADING, 0, 0 },
	{ "h2", HTML_HEADING, 0, 0 },
	{ "h3", HTML_HEADING, 0, 0 },
	{ "h4", HTML_HEADING, 0, 0 },
	{ "h5", HTML_HEADING, 0, 0 },
	{ "h6", HTML_HEADING, 0, 0 },
	{ "head", HTML_ROOT, 0, 0 },
	{ "header", HTML_BLOCK, 0, 0 },
	{ "hgroup", HTML_BLOCK, 0, 0 },
	{ "hr", HTML_RULE, 0, 0 },
	{ "html", HTML_ROOT, 0, 0 },
	{ "iframe", HTML_RAW, 0, 0 },
	{ "input", HTML_INPUT, 0, 0 },
	{ "keygen", HTML_INPUT, 0, 0 },
	{ "li", HTML_ITEM, 0, 0 },
	{ "link", HTML_LINK, 0, 0 },
	{ "listing", HTML_PREFORMATTED, 0, 0 },
	{ "main", HTML_BLOCK, 0, 0 },
	{ "marquee", HTML_SCOPED, 0, 0 },
	{ "menu", HTML_BLOCK, 0, 0 },
	{ "meta", HTML_META, 0, 0 },
	{ "nav", HTML_BLOCK, HTML_LEADS, 0 },
	{ "noembed", HTML_RAW, 0, 0 },
	{ "noframes", HTML_RAW, 0, 0 },
	{ "object", HTML_SCOPED, 0, 0 },
	{ "ol", HTML_BLOCK, HTML_LIST, 0 },
	{ "p", HTML_PARAGRAPH, HTML_PASSES_ITEM, 0 },
	{ "plaintext", HTML_PLAINTEXT, 0, 0 },
	{ "pre", HTML_PREFORMATTED, 0, 0 },
	{ "script", HTML_SCRIPT, 0, 0 },
	{ "search", HTML_BLOCK, HTML_LEADS, 0 },
	{ "section", HTML_BLOCK, 0, 0 },
	{ "select", HTML_SELECT, 0, 0 },
	{ "style", HTML_RAW, 0, 0 },
	{ "summary", HTML_BLOCK, 0, 0 },
	{ "table", HTML_TABLE, 0, 0 },
	{ "tbody", HTML_GROUP, 0, 0 },
	{ "td", HTML_CELL, 0, 0 },
	{ "template", HTML_TEMPLATE, 0, 0 },
	{ "textarea", HTML_TEXTAREA, 0, 0 },
	{ "tfoot", HTML_GROUP, 0, 0 },
	{ "th", HTML_CELL, 0, 0 },
	{ "thead", HTML_GROUP, 0, 0 },
	{ "title", HTML_TITLE, 0, 0 },
	{ "tr", HTML_ROW, 0, 0 },
	{ "ul", HTML_BLOCK, HTML_LIST, 0 },
	{ "xmp", HTML_XMP, 0, 0 },
};

enum { ELEMENTS = sizeof(elements) / sizeof(elements[0]), SLOTS = 256 };

/* Open addressing by name: the number of an element plus 1, or 0. */
static unsigned char slot[SLOTS];

html_name
html_name_of(const char *text)
{
	html_name name = 0;

	while (*text != '\0')
		name = html_name_add(name, (unsigned char)*text++);
	return name;
}

static unsigned
hash(html_name name)
{
	return (unsigned)(name * 0x9E3779B97F4A7C15u >> 56);
}

static void
fill(void)
{
	for (unsigned i = 0; i < ELEMENTS; i++) {
		unsigned h;

		elements[i].name = html_name_of(elements[i].text);
		for (h = hash(elements[i].name); slot[h] != 0;)
			h = (h + 1) % SLOTS;
		slot[h] = (unsigned char)(i + 1);
	}
}

const struct html_element *
html_element(html_name name)
{
	static const struct html_element other = { "", HTML_INLINE, 0, 0 };

	if (elements[0].name == 0)
		fill();
	for (unsigned h = hash(name); slot[h] != 0; h = (h + 1) % SLOTS)
		if (elements[slot[h] - 1].name == name)
			return &elements[slot[h] - 1];
	return &other;
}
