#include "tree.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/memory.h"
#include "label.h"

static bool
matches_any(const struct slice pattern[], size_t n, struct slice name)
{
	for (size_t i = 0; i < n; i++)
		if (glob_matches(pattern[i], name, '.'))
			return true;
	return false;
}

/* The rule that compares this cell, or NULL. */
static const struct rule *
rule_of(const struct tree *tree, const struct cell_name *name)
{
	for (size_t i = 0; i < tree->rules->n; i++) {
		const struct rule *rule = &tree->rules->rule[i];

		if (rule->range == RANGE_TREE &&
		    matches_any(rule->item, rule->items, name->item) &&
		    matches_any(rule->col, rule->cols, name->col))
			return rule;
	}
	return NULL;
}

static void
take_figure(struct tree *tree, struct tree_node *node,
    const struct cell_name *name, struct interval value)
{
	unsigned cell = names_number(&tree->names, name->item, name->col);
	size_t   i = 0;

	if (cell == NAMES_NONE)
		return;
	while (i < node->figures && node->figure[i].cell != cell)
		i++;
	if (i == node->figures) {
		node->figure = memory_room(node->figure, &node->room, i,
		    sizeof(*node->figure));
		node->figure[node->figures++] = (struct tree_figure){ cell,
		    value.lo, value.hi };
		return;
	}
	if (value.lo < node->figure[i].lowest)
		node->figure[i].lowest = value.lo;
	if (value.hi > node->figure[i].highest)
		node->figure[i].highest = value.hi;
}

void
tree_take(struct tree *tree, struct tree_node *node,
    const struct report *report)
{
	if (node->form.n == 0)
		node->form = arena_copy(&tree->forms, report->form);
	for (size_t i = 0; i < report->cells; i++) {
		const struct report_cell *cell = &report->cell[i];
		const struct cell_name   *name =
		    &report->names->name[cell->number];
		struct interval           value;

		if (cell->source != SOURCE_TABLE ||
		    report_cell(report, cell->number) != cell)
			continue;
		value = report_value(report, cell, 0);
		if (value.stated && !value.missing && !value.unreadable &&
		    rule_of(tree, name) != NULL)
			take_figure(tree, node, name, value);
	}
}

void
tree_begin(struct tree *tree)
{
	while (tree->below_room < tree->names.n)
		tree->below = memory_room(tree->below, &tree->below_room,
		    tree->below_room, sizeof(*tree->below));
	for (unsigned i = 0; i < tree->names.n; i++)
		tree->below[i] = interval_missing(false);
}

void
tree_add(struct tree *tree, const struct tree_node *child)
{
	for (size_t i = 0; i < child->figures; i++) {
		const struct tree_figure *figure = &child->figure[i];
		struct interval          *sum = &tree->below[figure->cell];

		if (sum->missing)
			*sum = interval_point(0);
		sum->lo = amount_sum(sum->lo, figure->lowest);
		sum->hi = amount_sum(sum->hi, figure->highest);
	}
}

static void
compare(const struct tree *tree, const struct tree_node *parent,
    const struct tree_figure *figure, struct notice notice,
    const struct notices *notices)
{
	const struct cell_name *name = &tree->names.name[figure->cell];
	struct interval         value = interval_point(figure->lowest);
	struct buffer           label = { .n = 0 };
	struct disparity        disparity;

	value.hi = figure->highest;
	disparity = (struct disparity){ name->item, name->col, value,
	    tree->below[figure->cell] };
	if (disparity.right.missing || disparity.right.lo <= value.hi)
		return;
	label_add(notices->forms, parent->form, name->item, name->col, &label);
	notice.label = buffer_slice(&label);
	notice_tell_disparity(notices, rule_of(tree, name), notice,
	    &disparity);
	buffer_free(&label);
}

void
tree_compare(const struct tree *tree, const struct tree_node *parent,
    struct notice notice, const struct notices *notices)
{
	for (size_t i = 0; i < parent->figures; i++)
		compare(tree, parent, &parent->figure[i], notice, notices);
}

void
tree_node_free(struct tree_node *node)
{
	free(node->figure);
	*node = (struct tree_node){ .figures = 0 };
}

void
tree_free(struct tree *tree)
{
	names_free(&tree->names);
	arena_free(&tree->forms);
	free(tree->below);
	*tree = (struct tree){ .rules = NULL };
}
