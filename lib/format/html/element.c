#include "element.h"

#include <stddef.h>

static const struct {
	unsigned char  role;
	unsigned short flags;
	const char    *names;
} roles[] = {
	{ HTML_INLINE, HTML_RAISES, "rt sup" },
	{ HTML_INLINE, HTML_HIDES, "audio canvas datalist rp video" },
	{ HTML_INLINE, HTML_LOWERS, "sub" },
	{ HTML_INLINE, HTML_STRIKES, "del s strike" },
	{ HTML_INLINE, HTML_LINKS, "a" },
	{ HTML_ROOT, 0, "frame frameset head" },
	{ HTML_ROOT, HTML_WHOLE, "body html" },
	{ HTML_BREAK, 0, "br" },
	{ HTML_RULE, 0, "hr" },
	{ HTML_BLOCK, 0, "article aside blockquote center details dialog "
	    "dir dl fieldset figcaption figure header hgroup main menu "
	    "section summary" },
	{ HTML_BLOCK, HTML_LEADS, "footer nav search" },
	{ HTML_BLOCK, HTML_LIST, "ol ul" },
	{ HTML_BLOCK, HTML_PASSES_ITEM, "address div" },
	{ HTML_FORM, 0, "form" },
	{ HTML_PARAGRAPH, HTML_PASSES_ITEM, "p" },
	{ HTML_HEADING, 0, "h1 h2 h3 h4 h5 h6" },
	{ HTML_ITEM, 0, "li" },
	{ HTML_TERM, 0, "dd dt" },
	{ HTML_PREFORMATTED, 0, "listing pre" },
	{ HTML_BUTTON, 0, "button" },
	{ HTML_SCOPED, 0, "applet marquee object" },
	{ HTML_TABLE, 0, "table" },
	{ HTML_CAPTION, 0, "caption" },
	{ HTML_COLUMN, 0, "col" },
	{ HTML_COLUMNS, 0, "colgroup" },
	{ HTML_GROUP, 0, "tbody tfoot thead" },
	{ HTML_ROW, 0, "tr" },
	{ HTML_CELL, 0, "td th" },
	{ HTML_PICTURE, 0, "img" },
	{ HTML_SELECT, 0, "select" },
	{ HTML_OPTION, 0, "option" },
	{ HTML_INPUT, 0, "input keygen" },
	{ HTML_TEMPLATE, 0, "template" },
	{ HTML_RAW, 0, "iframe noembed noframes" },
	{ HTML_STYLESHEET, 0, "style" },
	{ HTML_SCRIPT, 0, "script" },
	{ HTML_XMP, 0, "xmp" },
	{ HTML_TEXTAREA, 0, "textarea" },
	{ HTML_TITLE, 0, "title" },
	{ HTML_PLAINTEXT, 0, "plaintext" },
	{ HTML_META, 0, "meta" },
	{ HTML_LINK, 0, "link" },
};

enum { ELEMENTS_MAX = 128, SLOTS = 256 };

static struct html_element elements[ELEMENTS_MAX];

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
hash_of_name(html_name name)
{
	return (unsigned)(name * 0x9E3779B97F4A7C15u >> 56);
}

static void
add_element(html_name name, size_t role)
{
	static unsigned char n;
	unsigned             h = hash_of_name(name);

	elements[n++] = (struct html_element){ name, roles[role].role,
	    roles[role].flags };
	while (slot[h] != 0)
		h = (h + 1) % SLOTS;
	slot[h] = n;
}

static void
add_elements(void)
{
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		html_name   name = 0;
		const char *p = roles[i].names;

		for (; *p != '\0'; p++)
			if (*p == ' ') {
				add_element(name, i);
				name = 0;
			} else
				name = html_name_add(name, (unsigned char)*p);
		add_element(name, i);
	}
}

const struct html_element *
html_element(html_name name)
{
	static const struct html_element other = { 0, HTML_INLINE, 0 };

	if (elements[0].name == 0)
		add_elements();
	for (unsigned h = hash_of_name(name); slot[h] != 0; h = (h + 1) % SLOTS)
		if (elements[slot[h] - 1].name == name)
			return &elements[slot[h] - 1];
	return &other;
}
