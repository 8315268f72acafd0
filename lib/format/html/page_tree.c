#include "base/left_out.h"
#include "stack.h"
#include "tag_look.h"

void
html_tree_open(struct html_tree *tree, struct html_flow *flow,
    struct sink *sink)
{
	tree->flow = flow;
	tree->sink = sink;
	tree->depth = 0;
}

void
html_tree_close(struct html_tree *tree)
{
	html_pop_to(tree, 0);
	html_text_free(&tree->title);
	html_text_free(&tree->value);
	html_text_free(&tree->option);
	html_stylesheet_free(&tree->sheet);
}

void
html_tree_text(struct html_tree *tree, struct slice text, const char *at)
{
	if (tree->templates > 0 || tree->raw == HTML_RAW ||
	    tree->flow->reason != NULL)
		return;
	if (tree->select)
		html_option_text(tree, text);
	else if (tree->raw == HTML_STYLESHEET)
		html_stylesheet_text(&tree->sheet, text);
	else if (tree->raw == HTML_TITLE)
		html_meta_title_text(tree, text);
	else
		html_flow_text(tree->flow, text, at);
}

/* The page says itself where it begins and ends. */
static void
start_root(struct html_tree *tree, const struct html_tag *tag)
{
	tree->begun |= (tag->element->flags & HTML_WHOLE) != 0;
}

static void
end_root(struct html_tree *tree, const struct html_tag *tag)
{
	tree->ended |= (tag->element->flags & HTML_WHOLE) != 0;
}

static void
start_block(struct html_tree *tree, const struct html_tag *tag)
{
	html_end_paragraph(tree);
	html_push(tree, tag);
}

static void
start_rule(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	html_end_paragraph(tree);
	html_flow_block(tree->flow);
}

static void
start_break(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	html_flow_line(tree->flow);
}

static void
start_picture(struct html_tree *tree, const struct html_tag *tag)
{
	if ((tag->style.look & (HTML_GONE | HTML_INVISIBLE)) == 0)
		html_flow_picture(tree->flow);
}

static void
start_inline(struct html_tree *tree, const struct html_tag *tag)
{
	/* Inside text that is not shown its end must be found again. */
	if (tree->inlines > 0 || tag->style.look != 0 ||
	    tag->behind.kind > HTML_NO_TEXT || tree->veil != 0 || html_stylesheet_kin(&tree->sheet, tag) != 0)
		html_push(tree, tag);
}

static void
start_heading(struct html_tree *tree, const struct html_tag *tag)
{
	html_end_paragraph(tree);
	if (tree->depth > 0 && tree->open[tree->depth - 1].element->role ==
	    HTML_HEADING)
		html_pop_to(tree, tree->depth - 1);
	html_push(tree, tag);
}

/* An item ends the one before it, if no other block is open in between. */
static void
end_item_before(struct html_tree *tree, enum html_role role)
{
	for (int i = tree->depth - 1; i >= 0; i--) {
		const struct html_open *open = &tree->open[i];

		if (open->element->role == role) {
			html_pop_to(tree, i);
			return;
		}
		if ((open->element->flags & HTML_PASSES_ITEM) == 0 &&
		    open->element->role != HTML_INLINE)
			return;
	}
}

static void
start_item(struct html_tree *tree, const struct html_tag *tag)
{
	end_item_before(tree, tag->element->role);
	html_end_paragraph(tree);
	html_push(tree, tag);
}

static void
start_button(struct html_tree *tree, const struct html_tag *tag)
{
	html_pop_to(tree, html_find(tree, tag->name, HTML_IN_SCOPE));
	html_push(tree, tag);
}

/* One form at a time; straight in a table it holds nothing. */
static void
start_form(struct html_tree *tree, const struct html_tag *tag)
{
	enum html_role part = html_part(tree);

	if (!tree->form && part != HTML_TABLE && part != HTML_GROUP &&
	    part != HTML_ROW)
		start_block(tree, tag);
	tree->form = true;
}

static void
start_xmp(struct html_tree *tree, const struct html_tag *tag)
{
	html_end_paragraph(tree);
	html_flow_block(tree->flow);
	tree->flow->preformatted++;
	tree->raw = tag->element->role;
}

static void
start_raw(struct html_tree *tree, const struct html_tag *tag)
{
	if (tag->value[HTML_SRCDOC].n > 0 &&
	    slice_find(tag->value[HTML_SRCDOC], SLICE("table")) != NULL)
		left_out("a page within the page, in srcdoc, is not read");
	tree->raw = tag->element->role;
}

static html_tag_fn *const starts[HTML_ROLES] = {
	[HTML_INLINE] = start_inline,
	[HTML_ROOT] = start_root,
	[HTML_BREAK] = start_break,
	[HTML_RULE] = start_rule,
	[HTML_BLOCK] = start_block,
	[HTML_FORM] = start_form,
	[HTML_PARAGRAPH] = start_block,
	[HTML_HEADING] = start_heading,
	[HTML_ITEM] = start_item,
	[HTML_TERM] = start_item,
	[HTML_PREFORMATTED] = start_block,
	[HTML_BUTTON] = start_button,
	[HTML_SCOPED] = html_push,
	[HTML_TABLE] = html_start_table,
	[HTML_CAPTION] = html_start_group,
	[HTML_COLUMN] = html_start_column,
	[HTML_COLUMNS] = html_start_columns,
	[HTML_GROUP] = html_start_group,
	[HTML_ROW] = html_start_row,
	[HTML_CELL] = html_start_cell,
	[HTML_PICTURE] = start_picture,
	[HTML_SELECT] = html_start_select,
	[HTML_OPTION] = html_start_option,
	[HTML_INPUT] = html_start_input,
	[HTML_RAW] = start_raw,
	[HTML_STYLESHEET] = start_raw,
	[HTML_SCRIPT] = start_raw,
	[HTML_XMP] = start_xmp,
	[HTML_TEXTAREA] = html_start_textarea,
	[HTML_TITLE] = start_raw,
	[HTML_PLAINTEXT] = start_xmp,
	[HTML_META] = html_meta_tag,
	[HTML_LINK] = html_meta_link,
};

static void
end_block(struct html_tree *tree, const struct html_tag *tag)
{
	html_pop_to(tree, html_find(tree, tag->name, HTML_IN_SCOPE));
}

static void
end_p(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	tree->tidy = true;
	html_end_paragraph(tree);
	html_flow_block(tree->flow);
}

static void
end_heading(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	html_pop_to(tree, html_find_role(tree, HTML_HEADING, HTML_IN_SCOPE));
}

static void
end_item(struct html_tree *tree, const struct html_tag *tag)
{
	html_pop_to(tree, html_find(tree, tag->name, HTML_IN_LIST));
}

static void
end_form(struct html_tree *tree, const struct html_tag *tag)
{
	int open = html_find(tree, tag->name, HTML_IN_SCOPE);

	if (tree->form && open >= 0)
		html_remove(tree, open);
	tree->form = false;
}

static void
end_inline(struct html_tree *tree, const struct html_tag *tag)
{
	if (tree->inlines == 0)
		return;
	for (int i = tree->depth - 1; i >= 0; i--) {
		if (tree->open[i].element->role != HTML_INLINE)
			return;
		if (tree->open[i].name == tag->name) {
			html_pop_to(tree, i);
			return;
		}
	}
}

static html_tag_fn *const ends[HTML_ROLES] = {
	[HTML_INLINE] = end_inline,
	[HTML_ROOT] = end_root,
	[HTML_BREAK] = start_break,
	[HTML_BLOCK] = end_block,
	[HTML_FORM] = end_form,
	[HTML_PARAGRAPH] = end_p,
	[HTML_HEADING] = end_heading,
	[HTML_ITEM] = end_item,
	[HTML_TERM] = end_block,
	[HTML_PREFORMATTED] = end_block,
	[HTML_BUTTON] = end_block,
	[HTML_SCOPED] = end_block,
	[HTML_TABLE] = html_end_table,
	[HTML_CAPTION] = html_end_caption,
	[HTML_COLUMNS] = html_end_columns,
	[HTML_GROUP] = html_end_group,
	[HTML_ROW] = html_end_row,
	[HTML_CELL] = html_end_cell,
	[HTML_SELECT] = html_end_select,
};

/* The end of raw text is no end tag to the tree. */
static void
end_raw_text(struct html_tree *tree)
{
	if (tree->raw == HTML_XMP)
		html_flow_block(tree->flow);
	if (tree->raw == HTML_TEXTAREA)
		html_flow_space(tree->flow);
	tree->flow->preformatted -= tree->raw == HTML_XMP ||
	    tree->raw == HTML_TEXTAREA;
	if (tree->raw == HTML_STYLESHEET)
		html_stylesheet_end(&tree->sheet);
	if (tree->raw == HTML_TITLE)
		html_meta_title(tree);
	tree->raw = HTML_INLINE;
}

/* Whether an open <select> lets a tag through: parts of tables end it, and so
 * do fields (HTML 13.2.6.4.16 and 17). */
static bool
passes_select(struct html_tree *tree, const struct html_tag *tag)
{
	enum html_role role = tag->element->role;

	if (role == HTML_SELECT || role == HTML_SCRIPT || role == HTML_OPTION)
		return true;
	if (tag->closing ?
	    html_is_part(role) && html_part(tree) != HTML_INLINE :
	    html_is_part(role) || role == HTML_INPUT || role == HTML_TEXTAREA)
		html_end_options(tree);
	return !tree->select;
}

/* What is in a template is not shown; only where raw text ends matters.
 * Returns whether that is all there is to TAG. */
static bool
in_template(struct html_tree *tree, const struct html_tag *tag,
    enum html_reading reading)
{
	bool inside = tree->templates > 0;

	if (tag->element->role == HTML_TEMPLATE && tag->closing)
		tree->templates -= inside;
	else if (tag->element->role == HTML_TEMPLATE)
		tree->templates++;
	else if (inside && reading != HTML_READ_TAGS)
		tree->raw = HTML_RAW;
	return inside || tag->element->role == HTML_TEMPLATE;
}

/* Tables nested too deep to keep are read as the paragraphs in them. */
static bool
is_flat(struct html_tree *tree, const struct html_tag *tag)
{
	if (tree->flat == 0 || !html_is_part(tag->element->role))
		return false;
	if (tag->element->role == HTML_TABLE && tag->closing)
		tree->flat--;
	else if (tag->element->role == HTML_TABLE)
		tree->flat++;
	html_flow_block(tree->flow);
	return true;
}

/* `<td/>' in XHTML. */
static void
end_empty(struct html_tree *tree, const struct html_tag *tag)
{
	struct html_tag end = *tag;

	end.empty = false;
	end.closing = true;
	html_tree_tag(tree, &end);
}

/* What of the sheet's kin the element of TAG stands in, once those are closed that it
 * closes. */
static uint64_t
kin_around(const struct html_tree *tree, const struct html_tag *tag)
{
	enum html_role role = tag->element->role;
	int            i = tree->depth - 1;

	if (tree->sheet.kin.n == 0)
		return 0;
	if (html_is_part(role) && role != HTML_TABLE) {
		i = html_part_at(tree);
		while (i >= 0 && tree->open[i].element->role != HTML_TABLE &&
		    tree->open[i].element->role >= role)
			i = tree->open[i].up;
	} else if (role == HTML_PARAGRAPH && tree->paragraphs > 0) {
		int before = html_find_role(tree, role, HTML_IN_BUTTON);

		i = before >= 0 ? before - 1 : i;
	}
	return i >= 0 ? tree->open[i].kin : 0;
}

enum html_reading
html_tree_tag(struct html_tree *tree, struct html_tag *tag)
{
	static const enum html_reading readings[HTML_ROLES] = {
		[HTML_RAW] = HTML_READ_RAW,
		[HTML_STYLESHEET] = HTML_READ_RAW,
		[HTML_SCRIPT] = HTML_READ_SCRIPT,
		[HTML_XMP] = HTML_READ_RAW,
		[HTML_TEXTAREA] = HTML_READ_RCDATA,
		[HTML_TITLE] = HTML_READ_RCDATA,
		[HTML_PLAINTEXT] = HTML_READ_PLAIN,
	};
	enum html_role    role = tag->element->role;
	html_tag_fn      *act = tag->closing ? ends[role] : starts[role];
	enum html_reading reading = tag->closing ? HTML_READ_TAGS :
	    readings[role];
	struct html_generated before = { .kind = HTML_UNSAID };

	if (tree->flow->reason != NULL)
		return HTML_READ_TAGS;
	if (tree->raw != HTML_INLINE) {
		end_raw_text(tree);
		return HTML_READ_TAGS;
	}
	if (tag->empty && (reading != HTML_READ_TAGS ||
	    role == HTML_TEMPLATE))
		return HTML_READ_TAGS;
	if (in_template(tree, tag, reading))
		return reading;
	if (tree->select && !passes_select(tree, tag))
		return HTML_READ_TAGS;
	tag->style = (struct html_style){ 0, 0 };
	tag->behind.kind = HTML_UNSAID;
	tag->kin = tag->closing ? 0 : kin_around(tree, tag);
	if (!tag->closing && (tree->sheet.rules > 0 || html_tag_looks(tag)))
		tag->style = html_tag_style(tag, &tree->sheet);
	if ((tag->style.look & HTML_AS_PART) != 0) {
		html_stand_in(tree, tag);
		act = starts[tag->element->role];
	}
	if (tree->sheet.generates && !tag->closing)
		before = html_generated_by(tree, tag);
	if (act != NULL && !is_flat(tree, tag)) {
		act(tree, tag);
		html_add_generated(tree, before, tag->at);
	}
	if (tag->empty && role != HTML_BREAK)
		end_empty(tree, tag);
	return reading;
}

/* Whether the end tag of ELEMENT may be left out (HTML 13.1.2.4), or is so
 * often that its absence says nothing. */
static bool
may_stay_open(const struct html_element *element)
{
	switch ((enum html_role)element->role) {
	case HTML_PARAGRAPH:
	case HTML_ITEM:
	case HTML_TERM:
	case HTML_GROUP:
	case HTML_ROW:
	case HTML_CELL:
		return true;
	default:
		return element->role == HTML_INLINE;
	}
}

static bool
has_open_block(const struct html_tree *tree)
{
	for (int i = 0; i < tree->depth; i++)
		if (!may_stay_open(tree->open[i].element))
			return true;
	return false;
}

void
html_tree_ends(struct html_tree *tree)
{
	if (!tree->ended && tree->flow->reason == NULL)
		html_cut_row(tree);
}

bool
html_tree_cut(struct html_tree *tree, bool in_tag)
{
	if (tree->ended || tree->flow->reason != NULL || (!in_tag &&
	    html_part(tree) == HTML_INLINE &&
	    !(tree->begun && (tree->tidy || has_open_block(tree)))))
		return false;
	(void)html_flow_reveal(tree->flow);
	if (html_flow_is_open(tree->flow))
		html_flow_text(tree->flow, SLICE("\xEF\xBF\xBD"), NULL);
	return true;
}

const char *
html_tree_reason(const struct html_tree *tree)
{
	if (tree->raw == HTML_TITLE || tree->raw == HTML_RAW ||
	    tree->raw == HTML_STYLESHEET ||
	    tree->raw == HTML_SCRIPT || tree->templates > 0 || tree->select)
		return "an element without end hides what follows it";
	if (tree->flattened)
		return "tables nested too deep: read as paragraphs";
	return NULL;
}
