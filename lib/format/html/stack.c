#include "stack.h"

/* Text that is not shown turns out to hold a block: no aside any more. */
static void
turn_asides(struct html_tree *tree)
{
	for (int i = 0; i < tree->depth && tree->flow->asides > 0; i++)
		if (tree->open[i].aside) {
			tree->open[i].aside = false;
			tree->open[i].furniture = HTML_UNSEEN;
			html_flow_aside_end(tree->flow);
			html_flow_block(tree->flow);
			html_flow_furniture(tree->flow, HTML_UNSEEN);
		}
}

/* Within text: its beginning and end end no paragraph. */
static bool
is_inline(const struct html_element *element)
{
	return element->role == HTML_INLINE || element->role == HTML_BUTTON ||
	    element->role == HTML_SCOPED;
}

static void
begin_element(struct html_tree *tree, struct html_open *open,
    enum html_furniture furniture)
{
	const struct html_element *element = open->element;

	tree->inlines += is_inline(element);
	tree->paragraphs += element->role == HTML_PARAGRAPH;
	tree->flow->headings += element->role == HTML_HEADING;
	tree->flow->preformatted += element->role == HTML_PREFORMATTED;
	open->aside = furniture == HTML_UNSEEN && is_inline(element);
	if (open->aside)
		html_flow_aside(tree->flow);
	else
		open->furniture = furniture;
	html_flow_furniture(tree->flow, open->furniture);
	open->unseen = element->role >= HTML_GROUP &&
	    html_is_part(element->role) &&
	    (furniture == HTML_UNSEEN || tree->open[open->up].unseen);
}

static void
end_element(struct html_tree *tree, const struct html_open *open)
{
	const struct html_element *element = open->element;

	if (!is_inline(element) || open->furniture != HTML_SHOWN)
		html_flow_block(tree->flow);
	if (element->role == HTML_CELL && !open->unseen)
		html_buffer_cell_end(tree->flow);
	if (element->role == HTML_GROUP)
		html_flow_group_end(tree->flow);
	if (element->role == HTML_TABLE)
		html_flow_table_end(tree->flow);
	if (open->aside)
		html_flow_aside_end(tree->flow);
	html_flow_furniture_end(tree->flow, open->furniture);
	tree->inlines -= is_inline(element);
	tree->paragraphs -= element->role == HTML_PARAGRAPH;
	tree->flow->headings -= element->role == HTML_HEADING;
	tree->flow->preformatted -= element->role == HTML_PREFORMATTED;
}

void
html_push(struct html_tree *tree, const struct html_tag *tag)
{
	struct html_open *open = &tree->open[tree->depth];
	int               up = html_part_at(tree);

	if (!is_inline(tag->element)) {
		turn_asides(tree);
		html_flow_block(tree->flow);
	}
	if (tree->depth >= HTML_ELEMENTS_MAX &&
	    !html_is_part(tag->element->role))
		return;
	*open = (struct html_open){ .element = tag->element,
	    .name = tag->name, .up = up,
	    .part = html_is_part(tag->element->role) ? tree->depth : up };
	tree->depth++;
	begin_element(tree, open, html_furniture(tag));
}

void
html_pop_to(struct html_tree *tree, int depth)
{
	while (depth >= 0 && tree->depth > depth)
		end_element(tree, &tree->open[--tree->depth]);
}

void
html_remove(struct html_tree *tree, int index)
{
	struct html_open *open = &tree->open[index];

	end_element(tree, open);
	tree->depth--;
	memmove(open, open + 1,
	    (size_t)(tree->depth - index) * sizeof(*open));
}

static bool
ends_scope(const struct html_element *element, enum html_scope scope)
{
	switch (element->role) {
	case HTML_SCOPED:
	case HTML_CAPTION:
	case HTML_CELL:
	case HTML_TABLE:
		return true;
	case HTML_BUTTON:
		return scope == HTML_IN_BUTTON;
	default:
		return scope == HTML_IN_LIST &&
		    (element->flags & HTML_LIST) != 0;
	}
}

/* The innermost open element in scope that is called NAME or, with NAME 0, has
 * ROLE. */
static int
find_open(const struct html_tree *tree, html_name name, enum html_role role,
    enum html_scope scope)
{
	for (int i = tree->depth - 1; i >= 0; i--) {
		const struct html_open *open = &tree->open[i];

		if (name != 0 ? open->name == name :
		    open->element->role == role)
			return i;
		if (ends_scope(open->element, scope))
			break;
	}
	return -1;
}

int
html_find(const struct html_tree *tree, html_name name, enum html_scope scope)
{
	return find_open(tree, name, HTML_INLINE, scope);
}

int
html_find_role(const struct html_tree *tree, enum html_role role,
    enum html_scope scope)
{
	return find_open(tree, 0, role, scope);
}

void
html_end_paragraph(struct html_tree *tree)
{
	if (tree->paragraphs > 0)
		html_pop_to(tree, html_find_role(tree, HTML_PARAGRAPH,
		    HTML_IN_BUTTON));
}
