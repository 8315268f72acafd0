#include "stack.h"

#include "base/digits.h"

/* Closes what is open in the table beyond a part of kind ROLE, so that a part
 * that belongs in there can follow. */
static void
close_down_to(struct html_tree *tree, enum html_role role)
{
	while (html_part(tree) > role || html_part(tree) == HTML_CAPTION)
		html_pop_to(tree, html_part_at(tree));
	html_pop_to(tree, html_part_at(tree) + 1);
}

/* The innermost part of kind ROLE around the current one, or -1. */
static int
part_around(const struct html_tree *tree, enum html_role role)
{
	int at = html_part_at(tree);

	while (at >= 0 && tree->open[at].element->role > role)
		at = tree->open[at].up;
	return at >= 0 && tree->open[at].element->role == role ? at : -1;
}

/* A start tag that the page left out. */
static void
imply_start(struct html_tree *tree, const char *name, html_tag_fn *start)
{
	struct html_tag tag = { .name = html_name_of(name),
	    .line = tree->flow->tokens->line };

	tag.element = html_element(tag.name);
	start(tree, &tag);
}

/* A table straight in a table or row ends that table; in a cell it is nested.
 */
void
html_start_table(struct html_tree *tree, const struct html_tag *tag)
{
	enum html_role part = html_part(tree);

	if (part == HTML_TABLE || part == HTML_GROUP || part == HTML_ROW)
		html_end_table(tree, tag);
	html_end_paragraph(tree);
	tree->span = 0;
	tree->columns_hidden = false;
	if (!html_flow_table(tree->flow)) {
		tree->flat = 1;
		tree->flattened = true;
		return;
	}
	html_push(tree, tag);
}

/* The number VALUE begins with, as HTML 2.3.4.2 reads it; ABSENT for none. */
static unsigned
span_number(struct slice value, unsigned absent, unsigned max)
{
	unsigned long long n;

	value = slice_trim(value);
	if (value.n > 0 && value.p[0] == '+')
		value = slice_from(value, 1);
	if (digits_at(value, &n) == 0)
		return absent;
	return n > max ? max : (unsigned)n;
}

/* The columns of a <colgroup> without any <col> are its own. */
static void
end_columns(struct html_tree *tree)
{
	if (tree->span > 0)
		html_flow_columns(tree->flow, tree->span,
		    tree->columns_hidden);
	tree->span = 0;
	tree->columns_hidden = false;
}

static unsigned
columns_of(const struct html_tag *tag)
{
	unsigned n = span_number(tag->value[HTML_SPAN], 1, HTML_COLSPAN_MAX);

	return n > 0 ? n : 1;
}

static bool
is_collapsed(const struct html_tag *tag)
{
	return (tag->style.look & HTML_COLLAPSED) != 0;
}

/* Says of the cells only whether they are seen (CSS 2.2, 17.6). */
void
html_start_column(struct html_tree *tree, const struct html_tag *tag)
{
	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_TABLE);
	tree->span = 0;
	html_flow_columns(tree->flow, columns_of(tag),
	    is_collapsed(tag) || tree->columns_hidden);
}

void
html_start_columns(struct html_tree *tree, const struct html_tag *tag)
{
	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_TABLE);
	end_columns(tree);
	tree->span = columns_of(tag);
	tree->columns_hidden = is_collapsed(tag);
}

void
html_end_columns(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	if (html_part(tree) == HTML_TABLE)
		end_columns(tree);
}

/* A group of rows, or the caption. */
void
html_start_group(struct html_tree *tree, const struct html_tag *tag)
{
	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_TABLE);
	end_columns(tree);
	html_push(tree, tag);
}

void
html_start_row(struct html_tree *tree, const struct html_tag *tag)
{
	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_GROUP);
	if (html_part(tree) == HTML_TABLE)
		imply_start(tree, "tbody", html_start_group);
	html_push(tree, tag);
	if (!tree->open[html_part_at(tree)].unseen)
		html_flow_row(tree->flow,
		    tree->open[html_part_at(tree)].collapsed);
}

void
html_start_cell(struct html_tree *tree, const struct html_tag *tag)
{
	unsigned rows = span_number(tag->value[HTML_ROWSPAN],
	    1, HTML_ROWSPAN_MAX);
	unsigned cols = span_number(tag->value[HTML_COLSPAN],
	    1, HTML_COLSPAN_MAX);

	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_ROW);
	if (html_part(tree) != HTML_ROW)
		imply_start(tree, "tr", html_start_row);
	html_push(tree, tag);
	/* No rows: all that follow in the group (HTML 4.9.11). */
	if (!tree->open[html_part_at(tree)].unseen &&
	    !html_flow_cell(tree->flow, rows > 0 ? rows : HTML_ROWSPAN_MAX,
	    cols > 0 ? cols : 1, tag))
		html_hide_cell(tree);
}

/* Elements that are parts of tables by their look, by their roles. */
static const struct html_element stand_ins[HTML_ROLES] = {
	[HTML_TABLE] = { 0, HTML_TABLE, 0 },
	[HTML_GROUP] = { 0, HTML_GROUP, 0 },
	[HTML_ROW] = { 0, HTML_ROW, 0 },
	[HTML_CELL] = { 0, HTML_CELL, 0 },
};

static enum html_role
part_of_look(unsigned look)
{
	if ((look & HTML_AS_TABLE) != 0)
		return HTML_TABLE;
	if ((look & HTML_AS_GROUP) != 0)
		return HTML_GROUP;
	return (look & HTML_AS_ROW) != 0 ? HTML_ROW : HTML_CELL;
}

/* Whether the innermost open element is, or was implied in, a part of a table by
 * its look, and can hold a ROLE. */
static bool
takes_stand_in(const struct html_tree *tree, enum html_role role)
{
	enum html_role          part = html_part(tree);
	int                     at = html_part_at(tree);
	const struct html_open *top;

	if (role == HTML_TABLE)
		return part == HTML_INLINE || part == HTML_CELL;
	if (part == HTML_INLINE || part >= role || at != tree->depth - 1)
		return false;
	top = &tree->open[at];
	while (top->element->role != HTML_TABLE && top->up >= 0)
		top = &tree->open[top->up];
	return top->element == &stand_ins[HTML_TABLE];
}

void
html_stand_in(struct html_tree *tree, struct html_tag *tag)
{
	enum html_role role = part_of_look(tag->style.look);
	int            item = tag->element->role == HTML_ITEM ?
	    html_find(tree, tag->name, HTML_IN_LIST) : -1;

	if (item >= 0 && tree->open[item].element == &stand_ins[HTML_CELL])
		html_pop_to(tree, item);
	if ((tag->element->role == HTML_BLOCK ||
	    tag->element->role == HTML_ITEM) && takes_stand_in(tree, role))
		tag->element = &stand_ins[role];
}

void
html_cut_row(struct html_tree *tree)
{
	if (html_part(tree) == HTML_ROW && html_flow_row_has_cells(tree->flow))
		imply_start(tree, "td", html_start_cell);
}

void
html_end_table(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	if (html_part(tree) == HTML_INLINE)
		return;
	close_down_to(tree, HTML_TABLE);
	html_pop_to(tree, html_part_at(tree));
}

void
html_end_caption(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	if (html_part(tree) == HTML_CAPTION)
		html_pop_to(tree, html_part_at(tree));
}

void
html_end_group(struct html_tree *tree, const struct html_tag *tag)
{
	int at = part_around(tree, HTML_GROUP);

	if (at >= 0 && tree->open[at].name == tag->name)
		html_pop_to(tree, at);
}

void
html_end_row(struct html_tree *tree, const struct html_tag *tag)
{
	(void)tag;
	tree->tidy = true;
	html_pop_to(tree, part_around(tree, HTML_ROW));
}

void
html_end_cell(struct html_tree *tree, const struct html_tag *tag)
{
	int at = html_part_at(tree);

	if (at >= 0 && tree->open[at].name == tag->name)
		html_pop_to(tree, at);
}
