#include "furniture.h"

enum { RUNNING_BYTES = 600 };	/* 200 hanzi */

/* A class or id that names an element's purpose; compared without case. */
static const struct slice navigation_classes[] = {
	{ "nav", 3 }, { "navs", 4 }, { "navbar", 6 }, { "nav-bar", 7 },
	{ "navigation", 10 }, { "topnav", 6 }, { "mainnav", 7 },
	{ "main-nav", 8 }, { "subnav", 6 }, { "menu", 4 },
	{ "breadcrumb", 10 }, { "breadcrumbs", 11 }, { "crumb", 5 },
	{ "crumbs", 6 }, { "dqwz", 4 }, { "footer", 6 }, { "foot", 4 },
	{ "copyright", 9 },
};

static const struct slice navigation_roles[] = {
	{ "navigation", 10 }, { "contentinfo", 11 }, { "search", 6 },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Whether one of the words of VALUE is in LIST. */
static bool
has_listed(struct slice value, const struct slice list[], size_t n)
{
	while (value.n > 0) {
		size_t word = 0;

		while (word < value.n && (unsigned char)value.p[word] > ' ')
			word++;
		for (size_t i = 0; i < n; i++)
			if (slice_is_nocase((struct slice){ value.p, word },
			    list[i]))
				return true;
		value = slice_from(value, word < value.n ? word + 1 : word);
	}
	return false;
}

enum html_furniture
html_furniture(const struct html_tag *tag)
{
	const struct slice *value = tag->value;

	if (tag->element->role != HTML_BLOCK || (tag->given & (1u <<
	    HTML_CLASS | 1u << HTML_ID | 1u << HTML_ROLE_ATTRIBUTE)) == 0)
		return (tag->element->flags & HTML_LEADS) != 0 ?
		    HTML_NAVIGATION : HTML_SHOWN;
	if ((tag->element->flags & HTML_LEADS) != 0 ||
	    has_listed(value[HTML_ROLE_ATTRIBUTE], navigation_roles,
	    COUNT(navigation_roles)) ||
	    has_listed(value[HTML_CLASS], navigation_classes,
	    COUNT(navigation_classes)) ||
	    has_listed(value[HTML_ID], navigation_classes,
	    COUNT(navigation_classes)))
		return HTML_NAVIGATION;
	return HTML_SHOWN;
}

bool
html_is_running(struct slice text)
{
	return text.n >= RUNNING_BYTES;
}
