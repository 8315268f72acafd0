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

static struct slice
skip_blanks(struct slice text)
{
	while (text.n > 0 && (unsigned char)text.p[0] <= ' ')
		text = slice_from(text, 1);
	return text;
}

/* Whether the declaration that STYLE begins with is `display: none'. */
static bool
says_none(struct slice style)
{
	const struct slice display = SLICE("display");

	if (!slice_starts_nocase(style, display))
		return false;
	style = skip_blanks(slice_from(style, display.n));
	if (style.n == 0 || style.p[0] != ':')
		return false;
	return slice_starts_nocase(skip_blanks(slice_from(style, 1)),
	    SLICE("none"));
}

static bool
style_hides_element(struct slice style)
{
	while ((style = skip_blanks(style)).n > 0) {
		const char *end = memchr(style.p, ';', style.n);

		if ((style.p[0] | 0x20) == 'd' && says_none(style))
			return true;
		if (end == NULL)
			break;
		style = slice_from(style, (size_t)(end + 1 - style.p));
	}
	return false;
}

enum html_furniture
html_furniture(const struct html_tag *tag)
{
	const struct slice *value = tag->value;

	if (value[HTML_HIDDEN].p != NULL ||
	    style_hides_element(value[HTML_STYLE]))
		return HTML_UNSEEN;
	if (tag->element->role != HTML_BLOCK)
		return HTML_SHOWN;
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
