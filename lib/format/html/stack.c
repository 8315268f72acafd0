#include "stack.h"

#include "base/left_out.h"

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

/* Whether white text of TAG is on white, as far as the page tells: a class or
 * an id in the table may bring a background with it, and more than a line of
 * text is not made to be unseen. */
static bool
is_on_white(const struct html_tag *tag, const struct html_open *open)
{
	return !open->backed && (tag->given & 1u << HTML_CLASS) == 0 &&
	    (is_inline(tag->element) || tag->element->role == HTML_CELL);
}

/* Whether ELEMENT leaves the grid as it is when it collapses. */
static bool
collapses(const struct html_element *element)
{
	return element->role == HTML_ROW || element->role == HTML_GROUP;
}

/* What of the look of TAG's element conceals its text. */
static unsigned
veil_of(const struct html_tag *tag, const struct html_open *open)
{
	unsigned look = tag->style.look;
	unsigned veil = look & (HTML_GONE | HTML_INVISIBLE | HTML_STRUCK);

	/* A block that has no gaps between what stands in it is often said to
	 * have letters of no size. */
	if (!is_inline(tag->element) && tag->element->role != HTML_CELL)
		veil &= ~(unsigned)HTML_TINY;
	if ((look & HTML_COLLAPSED) != 0 && !collapses(tag->element))
		veil |= HTML_VEILED;
	if ((look & HTML_WHITE) != 0 && is_on_white(tag, open))
		veil |= HTML_WHITE;
	return veil;
}

/* What of its own TAG has instead of what conceals the text around it: color,
 * visibility, a size of letters.  A class may bring a size with it. */
static unsigned
taken_off(const struct html_tag *tag)
{
	unsigned said = tag->style.said &
	    (HTML_WHITE | HTML_VEILED | HTML_TINY);

	if ((tag->given & 1u << HTML_CLASS) != 0)
		said |= HTML_TINY;
	return said & ~tag->style.look;
}

/* Whether TAG takes off all that conceals the text around it. */
static bool
reveals(const struct html_tree *tree, const struct html_tag *tag)
{
	return tree->veil != 0 && (tree->veil & ~taken_off(tag)) == 0;
}

/* A part of a table that is there keeps its place without its text. */
static void
conceal(struct html_tree *tree, struct html_open *open, unsigned veil)
{
	bool part = open->element->role >= HTML_GROUP &&
	    html_is_part(open->element->role);

	tree->veil |= veil;
	if (is_inline(open->element)) {
		open->aside = true;
		html_flow_aside(tree->flow);
	} else if (part && (veil & HTML_GONE) == 0) {
		open->blanked = true;
		html_flow_aside(tree->flow);
	} else
		open->furniture = HTML_UNSEEN;
}

static bool
may_have_background(const struct html_tag *tag)
{
	return (tag->style.look & HTML_BACKED) != 0 ||
	    (html_is_part(tag->element->role) &&
	    (tag->given & (1u << HTML_CLASS | 1u << HTML_ID)) != 0);
}

/* What can be seen of the element of TAG, which has a look of its own or stands
 * in what cannot be seen. */
static void
begin_look(struct html_tree *tree, struct html_open *open,
    const struct html_tag *tag)
{
	unsigned veil;

	open->veil = (unsigned short)tree->veil;
	if (reveals(tree, tag)) {
		open->revealed = true;
		open->asides = (unsigned short)html_flow_reveal(tree->flow);
		tree->veil = 0;
	}
	veil = veil_of(tag, open);
	if (veil != 0)
		conceal(tree, open, veil);
	else
		open->furniture = (unsigned char)html_furniture(tag);
	if (is_inline(tag->element))
		open->small = (unsigned short)(tag->style.look &
		    (HTML_RAISED | HTML_LOWERED | HTML_LINKED));
	if (open->small != 0)
		html_small_begin(tree->flow, open->small);
}

static void
end_look(struct html_tree *tree, const struct html_open *open)
{
	if (open->small != 0)
		html_small_end(tree->flow);
	if (open->aside || open->blanked)
		html_flow_aside_end(tree->flow);
	if (open->revealed)
		html_flow_conceal(tree->flow, open->asides);
	tree->veil = open->veil;
}

static void
begin_element(struct html_tree *tree, struct html_open *open,
    const struct html_tag *tag)
{
	const struct html_element *element = open->element;

	tree->inlines += is_inline(element);
	tree->paragraphs += element->role == HTML_PARAGRAPH;
	tree->flow->headings += element->role == HTML_HEADING;
	tree->flow->preformatted += element->role == HTML_PREFORMATTED;
	open->backed = may_have_background(tag) ||
	    (open > tree->open && open[-1].backed);
	open->looks = (tag->style.said | tree->veil) != 0;
	if (open->looks)
		begin_look(tree, open, tag);
	else
		open->furniture = (unsigned char)html_furniture(tag);
	html_flow_furniture(tree->flow,
	    (enum html_furniture)open->furniture);
	open->unseen = element->role >= HTML_GROUP &&
	    html_is_part(element->role) &&
	    (open->furniture == HTML_UNSEEN || tree->open[open->up].unseen);
	open->collapsed = collapses(element) &&
	    ((tag->style.look & HTML_COLLAPSED) != 0 ||
	    tree->open[open->up].collapsed);
}

static void
end_element(struct html_tree *tree, const struct html_open *open)
{
	const struct html_element *element = open->element;

	html_add_generated(tree, open->behind, NULL);
	if (!is_inline(element) || open->furniture != HTML_SHOWN)
		html_flow_block(tree->flow);
	if (element->role == HTML_CELL && !open->unseen)
		html_buffer_cell_end(tree->flow);
	if (element->role == HTML_GROUP)
		html_flow_group_end(tree->flow);
	if (element->role == HTML_TABLE)
		html_flow_table_end(tree->flow);
	if (open->looks)
		end_look(tree, open);
	html_flow_furniture_end(tree->flow,
	    (enum html_furniture)open->furniture);
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
	    !html_is_part(tag->element->role)) {
		left_out("elements nested deeper than is read");
		return;
	}
	*open = (struct html_open){ .element = tag->element,
	    .name = tag->name, .kin = (tree->depth > 0 ?
	    open[-1].kin : 0) | html_stylesheet_kin(&tree->sheet, tag), .up = (short)up, .part = (short)(
	    html_is_part(tag->element->role) ? tree->depth : up),
	    .behind = tag->behind };
	tree->depth++;
	begin_element(tree, open, tag);
}

void
html_hide_cell(struct html_tree *tree)
{
	struct html_open *open = &tree->open[tree->depth - 1];

	open->unseen = true;
	html_flow_furniture_end(tree->flow,
	    (enum html_furniture)open->furniture);
	open->furniture = HTML_UNSEEN;
	html_flow_furniture(tree->flow, HTML_UNSEEN);
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
	/* One that stands in for a part of a table is what it is to its tags. */
	if (element->name == 0)
		return false;
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
