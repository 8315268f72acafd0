/* The look that a start tag gives, and what of it conceals text. */
#include "token.h"

static bool
has(const struct html_tag *tag, enum html_attribute attribute)
{
	return (tag->given & 1u << attribute) != 0;
}

/* What the element looks like by its name. */
static unsigned
look_of_name(const struct html_element *element)
{
	unsigned look = 0;

	if ((element->flags & HTML_RAISES) != 0)
		look |= HTML_RAISED;
	if ((element->flags & HTML_LOWERS) != 0)
		look |= HTML_LOWERED;
	if ((element->flags & HTML_STRIKES) != 0)
		look |= HTML_STRUCK;
	return look;
}

/* What attributes of HTML itself say; styles win over them. */
static struct html_style
style_of_attributes(const struct html_tag *tag)
{
	struct html_style style = { 0, 0 };

	if (has(tag, HTML_HIDDEN))
		style.look |= HTML_GONE;
	if (has(tag, HTML_BACKGROUND) || (has(tag, HTML_BGCOLOR) &&
	    !html_is_white(slice_trim(tag->value[HTML_BGCOLOR]))))
		style.look |= HTML_BACKED;
	if ((tag->element->flags & HTML_LINKS) != 0 &&
	    tag->value[HTML_HREF].n > 1 && tag->value[HTML_HREF].p[0] == '#')
		style.look |= HTML_LINKED;
	style.said = style.look;
	if (has(tag, HTML_COLOR)) {
		style.said |= HTML_WHITE;
		if (html_is_white(slice_trim(tag->value[HTML_COLOR])))
			style.look |= HTML_WHITE;
	}
	return style;
}

struct html_style
html_tag_style(const struct html_tag *tag)
{
	unsigned          look = look_of_name(tag->element);
	struct html_style style = { look, look };

	if ((tag->given & HTML_LOOK_ATTRIBUTES & ~(1u << HTML_STYLE)) != 0)
		style = html_style_over(style, style_of_attributes(tag));
	if (has(tag, HTML_STYLE))
		style = html_style_over(style,
		    html_style(tag->value[HTML_STYLE]));
	return style;
}
