#include "roster_children.h"

#include <stdlib.h>

#include "record/amount.h"

/* Tells of which of the offices below PARENT there is no report: the sum of the
 * others is no more than a bound. */
static void
tell_missing(const struct roster_entry *parent, struct slice names,
    size_t missing, size_t children, const struct notices *notices)
{
	struct notice notice = roster_entry_notice(parent);
	char          left[AMOUNT_BYTES_MAX], right[AMOUNT_BYTES_MAX];

	notice.left = (struct slice){ left, amount_format(left,
	    (long long)missing, 0) };
	notice.right = (struct slice){ right,
	    amount_format(right,
	    (long long)children, 0) };
	notice.other = names;
	notice_tell(notices, OWN_CHILDREN, &notice);
}

/* By parents, then in the order of the roster. */
static int
by_parent(const void *left, const void *right)
{
	const struct kinship *l = left, *r = right;

	if (l->parent != r->parent)
		return l->parent < r->parent ? -1 : 1;
	return (l->child > r->child) - (l->child < r->child);
}

void
kinships_sort(struct kinship kinship[], size_t n)
{
	if (n > 1)
		qsort(kinship, n, sizeof(*kinship), by_parent);
}

void
kinships_compare(struct tree *tree, const struct kinship kinship[],
    size_t n, const struct notices *notices)
{
	const struct roster_entry *parent = kinship[0].parent;
	struct buffer              names = { .n = 0 };
	size_t                     missing = 0;

	tree_begin(tree);
	for (size_t i = 0; i < n; i++) {
		const struct roster_entry *child = kinship[i].child;

		if (child->seen > 0) {
			tree_add(tree, &child->node);
			continue;
		}
		if (missing++ > 0)
			buffer_string(&names, ", ");
		buffer_add(&names, child->name);
	}
	tree_compare(tree, &parent->node, roster_entry_notice(parent),
	    notices);
	if (missing > 0)
		tell_missing(parent, buffer_slice(&names), missing, n,
		    notices);
	buffer_free(&names);
}
