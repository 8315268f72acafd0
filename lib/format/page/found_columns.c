#include "found_columns.h"

#include <math.h>

/* In ems: a line so far from the next is not of the same name. */
static const float names_apart = 1.5f;

void
found_columns_add(struct found_columns *found, const struct column_entry *entry,
    size_t n)
{
	struct found_column c = { entry[0].left, entry[0].right, entry[0].line,
		entry[0].piece->figure };

	if (found->n > TEXT_COLUMNS_MAX)
		return;
	for (size_t i = 1; i < n; i++) {
		c.left = fminf(c.left, entry[i].left);
		c.right = fmaxf(c.right, entry[i].right);
		c.last_line = entry[i].line > c.last_line ? entry[i].line :
		    c.last_line;
		c.figures = c.figures || entry[i].piece->figure;
	}
	found->column[found->n++] = c;
}

/* Whether column I, which has names only, is none: they stand in a line of the head
 * that is apart from the next one of the N at ROW, where there are names on either side. */
static bool
is_over_others(const struct found_columns *found, unsigned i,
    const struct line_row *row, size_t n)
{
	const struct found_column *c = &found->column[i];
	size_t                     next = c->last_line + 1, k = next;
	bool                       before = false, behind = false;

	if (c->figures || next >= found->body || next >= n || i == 0 ||
	    i + 1 == found->n || line_row_distance(&row[next - 1], &row[next]) <
	    names_apart * row[next].line->size)
		return false;
	do
		for (size_t j = 0; j < row[k].pieces; j++) {
			const struct page_box *box = &row[k].piece[j].box;

			before = before || (box->left < c[-1].right &&
			    box->right > c[-1].left);
			behind = behind || (box->left < c[1].right &&
			    box->right > c[1].left);
		}
	while (++k < n && line_rows_overlap(&row[k - 1], &row[k]));
	return before && behind;
}

void
found_columns_drop_names(struct found_columns *found, const struct line_row *row,
    size_t n)
{
	unsigned kept = 0;
	bool     over[TEXT_COLUMNS_MAX + 1];

	for (unsigned i = 0; i < found->n; i++)
		over[i] = is_over_others(found, i, row, n);
	for (unsigned i = 0; i < found->n; i++)
		if (!over[i])
			found->column[kept++] = found->column[i];
	found->n = kept;
}
