/* Text that rules of style add, on its way into the page. */
#include "base/digits.h"
#include "base/left_out.h"
#include "base/utf8.h"
#include "tree.h"

/* Whether an element of ROLE has boxes of its own before and behind what it holds. */
static bool
has_boxes(enum html_role role)
{
	switch (role) {
	case HTML_INLINE:
	case HTML_BLOCK:
	case HTML_FORM:
	case HTML_PARAGRAPH:
	case HTML_HEADING:
	case HTML_ITEM:
	case HTML_TERM:
	case HTML_PREFORMATTED:
	case HTML_BUTTON:
	case HTML_SCOPED:
	case HTML_CAPTION:
	case HTML_CELL:
		return true;
	default:
		return false;
	}
}

struct html_generated
html_generated_by(const struct html_tree *tree, struct html_tag *tag)
{
	const struct html_generated none = { .kind = HTML_UNSAID };
	enum html_role              role = tag->element->role;
	struct html_generated       before;

	if (!has_boxes(role) && role != HTML_TABLE && role != HTML_GROUP &&
	    role != HTML_ROW)
		return none;
	before = html_stylesheet_adds(&tree->sheet, tag, HTML_BEFORE);
	tag->behind = html_stylesheet_adds(&tree->sheet, tag, HTML_AFTER);
	if (has_boxes(role))
		return before;
	/* A cell of its own, in a row that may have no room for it. */
	if (before.kind > HTML_AN_ICON || tag->behind.kind > HTML_AN_ICON)
		left_out("rules of style add text that is not read");
	tag->behind = none;
	return none;
}

/* Whether TEXT says something, and is no mark before the items of a list. */
static bool
says_something(struct slice text)
{
	while (text.n > 0) {
		uint32_t c;
		size_t   n = utf8_decode(text, &c);

		if (is_digit(c) || (c | 0x20) - 'a' < 26 || utf8_is_han(c))
			return true;
		text = slice_from(text, n);
	}
	return false;
}

void
html_add_generated(struct html_tree *tree, struct html_generated generated,
    const char *at)
{
	struct html_flow *flow = tree->flow;
	struct slice      text = { buffer_slice(&tree->sheet.made).p + generated.at,
	    generated.n };

	if (generated.kind == HTML_AN_ICON)
		html_flow_picture(flow);
	else if (generated.kind == HTML_A_TEXT && (flow->in_cell ||
	    says_something(text)))
		html_flow_text(flow, text, at);
	else if (generated.kind == HTML_NOT_READ && html_flow_is_open(flow))
		html_flow_text(flow, SLICE("\xEF\xBF\xBC"), at);
}
