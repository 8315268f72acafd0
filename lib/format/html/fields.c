/* What the fields of a form show: an office's report may be a page of its
 * reporting system, saved with the figures in their fields. */
#include "base/digits.h"
#include "tree.h"

/* The types of <input> whose value is not shown, or is what a button says.  A
 * type that is not known is a text (HTML 4.10.5). */
static bool
shows_value(struct slice type)
{
	static const struct slice others[] = {
		{ "hidden", 6 }, { "password", 8 }, { "checkbox", 8 },
		{ "radio", 5 }, { "submit", 6 }, { "reset", 5 },
		{ "button", 6 }, { "image", 5 }, { "file", 4 },
		{ "range", 5 }, { "color", 5 },
	};

	type = slice_trim(type);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (slice_is_nocase(type, others[i]))
			return false;
	return true;
}

/* The types of <input> that are drawn: boxes to tick, a slider. */
static bool
is_drawn(struct slice type)
{
	static const struct slice drawn[] = {
		{ "checkbox", 8 }, { "radio", 5 }, { "range", 5 },
		{ "color", 5 }, { "image", 5 }, { "file", 4 },
	};

	type = slice_trim(type);
	for (size_t i = 0; i < sizeof(drawn) / sizeof(drawn[0]); i++)
		if (slice_is_nocase(type, drawn[i]))
			return true;
	return false;
}

static bool
is_seen(const struct html_tag *tag)
{
	return (tag->style.look & (HTML_GONE | HTML_INVISIBLE)) == 0;
}

void
html_start_input(struct html_tree *tree, const struct html_tag *tag)
{
	if (is_drawn(tag->value[HTML_TYPE]) && is_seen(tag))
		html_flow_picture(tree->flow);
	if ((tag->given & 1u << HTML_VALUE) == 0 ||
	    !shows_value(tag->value[HTML_TYPE]) || !is_seen(tag))
		return;
	html_flow_field(tree->flow, html_text_value(&tree->value,
	    tag->value[HTML_VALUE]), html_tag_line(tree->flow->tokens, tag));
}

/* Its lines stay lines. */
void
html_start_textarea(struct html_tree *tree, const struct html_tag *tag)
{
	html_flow_space(tree->flow);
	tree->flow->preformatted++;
	tree->raw = tag->element->role;
}

/* Whether the list of TAG stands open: several lines of it show (HTML 4.10.7). */
static bool
is_open_list(const struct html_tag *tag)
{
	unsigned long long lines = 0;

	digits_at(slice_trim(tag->value[HTML_SIZE]), &lines);
	return lines > 1 || (tag->given & 1u << HTML_MULTIPLE) != 0;
}

/* A second start tag ends it (HTML 13.2.6.4.16). */
void
html_start_select(struct html_tree *tree, const struct html_tag *tag)
{
	if (tree->select) {
		html_end_options(tree);
		return;
	}
	tree->select = true;
	tree->choice = !is_seen(tag) ? HTML_UNSEEN_OPTIONS :
	    is_open_list(tag) ? HTML_ALL_OPTIONS : HTML_NO_OPTION;
	tree->select_line = html_tag_line(tree->flow->tokens, tag);
}

void
html_end_select(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	if (tree->select)
		html_end_options(tree);
}

/* A list that is closed shows the last option that is marked as selected, or the
 * first (HTML 4.10.7); of one that is open which are marked shows by their ground
 * only. */
void
html_start_option(struct html_tree *tree, const struct html_tag *tag)
{
	if (!tree->select || tree->choice == HTML_UNSEEN_OPTIONS)
		return;
	if (tree->choice == HTML_ALL_OPTIONS)
		html_option_text(tree, SLICE(" "));
	else if ((tag->given & 1u << HTML_SELECTED) != 0) {
		html_text_cut(&tree->option, 0);
		tree->choice = HTML_MARKED_OPTION;
	} else
		tree->choice = tree->choice == HTML_NO_OPTION ?
		    HTML_FIRST_OPTION : HTML_OTHER_OPTION;
}

void
html_option_text(struct html_tree *tree, struct slice text)
{
	const char *first;

	if (tree->choice == HTML_FIRST_OPTION ||
	    tree->choice == HTML_ALL_OPTIONS ||
	    tree->choice == HTML_MARKED_OPTION)
		html_text_add(&tree->option, text, &first);
}

void
html_end_options(struct html_tree *tree)
{
	tree->select = false;
	html_flow_field(tree->flow, html_text_end(&tree->option),
	    tree->select_line);
	html_text_cut(&tree->option, 0);
}
