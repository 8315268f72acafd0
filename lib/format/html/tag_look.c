#include "tag_look.h"

static bool
has(const struct html_tag *tag, enum html_attribute attribute)
{
	return (tag->given & 1u << attribute) != 0;
}

/* What the element of TAG looks like by what it is. */
static unsigned
look_of_element(const struct html_tag *tag)
{
	const struct html_element *element = tag->element;
	unsigned                   look = 0;

	if ((element->flags & HTML_RAISES) != 0)
		look |= HTML_RAISED;
	if ((element->flags & HTML_LOWERS) != 0)
		look |= HTML_LOWERED;
	if ((element->flags & HTML_STRIKES) != 0)
		look |= HTML_STRUCK;
	if ((element->flags & HTML_HIDES) != 0)
		look |= HTML_GONE;
	if (html_links_to_place(tag))
		look |= HTML_LINKED;
	return look;
}

/* What the role (ARIA 1.2) makes of an element that is no part of a table. */
static unsigned
part_of_role(struct slice role)
{
	static const struct {
		struct slice role;
		unsigned     look;
	} parts[] = {
		{ { "table", 5 }, HTML_AS_TABLE },
		{ { "grid", 4 }, HTML_AS_TABLE },
		{ { "treegrid", 8 }, HTML_AS_TABLE },
		{ { "rowgroup", 8 }, HTML_AS_GROUP },
		{ { "row", 3 }, HTML_AS_ROW },
		{ { "cell", 4 }, HTML_AS_CELL },
		{ { "gridcell", 8 }, HTML_AS_CELL },
		{ { "columnheader", 12 }, HTML_AS_CELL },
		{ { "rowheader", 9 }, HTML_AS_CELL },
	};

	role = slice_trim(role);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (slice_is_nocase(role, parts[i].role))
			return parts[i].look;
	return 0;
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
	style.said = style.look;
	if (has(tag, HTML_COLOR)) {
		style.said |= HTML_WHITE;
		if (html_is_white(slice_trim(tag->value[HTML_COLOR])))
			style.look |= HTML_WHITE;
	}
	return style;
}

/* A block that a rule hides may be shown by a script, as the one of several pages
 * that is looked at: it is no part of this page that is never seen.  A paragraph by
 * itself is no such page. */
static struct html_style
style_of_rules(const struct html_tag *tag,
    const struct html_stylesheet *sheet)
{
	struct html_style style = html_stylesheet_style(sheet, tag);
	enum html_role    role = tag->element->role;

	if (role != HTML_INLINE && role != HTML_GROUP && role != HTML_ROW &&
	    role != HTML_CELL && role != HTML_PARAGRAPH)
		style.look &= ~(unsigned)(HTML_GONE | HTML_INVISIBLE);
	return style;
}

/* A role holds whatever the display is, as of <div role=row> in a flex box. */
static unsigned
role_over(const struct html_tag *tag, unsigned look)
{
	unsigned part = has(tag, HTML_ROLE_ATTRIBUTE) ?
	    part_of_role(tag->value[HTML_ROLE_ATTRIBUTE]) : 0;

	return part != 0 && (look & HTML_GONE) == 0 ?
	    (look & ~(unsigned)HTML_AS_PART) | part : look;
}

struct html_style
html_tag_style(const struct html_tag *tag,
    const struct html_stylesheet *sheet)
{
	unsigned          look = look_of_element(tag);
	struct html_style style = { look, look };

	if ((tag->given & HTML_LOOK_ATTRIBUTES & ~(1u << HTML_STYLE)) != 0)
		style = html_style_over(style, style_of_attributes(tag));
	if (sheet->rules > 0)
		style = html_style_over(style, style_of_rules(tag, sheet));
	if (has(tag, HTML_STYLE))
		style = html_style_over(style,
		    html_style(tag->value[HTML_STYLE]));
	style.look = role_over(tag, style.look);
	if ((~style.look & (HTML_RELATIVE | HTML_UP)) == 0) {
		style.said |= HTML_RAISED;
		style.look |= HTML_RAISED;
	}
	return style;
}
