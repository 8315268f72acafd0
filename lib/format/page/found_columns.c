#include "found_columns.h"

#include <math.h>
#include <string.h>

/* In ems: a line so far from the next is not of the same name. */
static const float names_apart = 1.5f;

void
found_columns_add(struct found_columns *found, const struct column_entry *entry,
    size_t n)
{
	struct found_column c = { entry[0].left, entry[0].right, entry[0].line,
		entry[0].line, entry[0].piece->figure };

	if (found->n > TEXT_COLUMNS_MAX)
		return;
	for (size_t i = 1; i < n; i++) {
		c.left = fminf(c.left, entry[i].left);
		c.right = fmaxf(c.right, entry[i].right);
		c.first_line = entry[i].line < c.first_line ? entry[i].line :
		    c.first_line;
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

static void
drop_names_over_others(struct found_columns *found, const struct line_row *row,
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

/* Whether no line has entries in column I and in the next one, one of which has only
 * names of the head, the other only what is below: then they are one. */
static bool
are_one(const struct found_columns *found, unsigned i)
{
	const struct found_column *a = &found->column[i], *b = a + 1;

	return (!a->figures && a->last_line < found->body &&
	    b->first_line >= found->body) || (!b->figures &&
	    b->last_line < found->body && a->first_line >= found->body);
}

/* Notes the names of the head that stand in a column, each alone in its line. */
static void
note_lone_names(struct found_columns *found, const struct line_row *row)
{
	for (size_t i = 0; i < found->body; i++)
		for (unsigned k = 0; k < found->n && row[i].pieces == 1; k++) {
			struct found_column    *c = &found->column[k];
			const struct page_box *box = &row[i].piece[0].box;

			if (box->left < c->right && box->right > c->left &&
			    i < c->first_line)
				c->first_line = i;
		}
}

/* Joins a name of the head with the figures below that it is not right above; the
 * nearest where both sides would do. */
static void
join_heads(struct found_columns *found)
{
	for (unsigned i = 0; i + 1 < found->n; i++) {
		struct found_column *a = &found->column[i];
		float gap = a[1].left - a->right;

		if (!are_one(found, i) || (i + 2 < found->n &&
		    are_one(found, i + 1) && a[2].left - a[1].right < gap))
			continue;
		a->right = a[1].right;
		a->first_line = a->first_line < a[1].first_line ?
		    a->first_line : a[1].first_line;
		a->figures = a->figures || a[1].figures;
		a->last_line = a->last_line > a[1].last_line ? a->last_line :
		    a[1].last_line;
		memmove(a + 1, a + 2, (found->n - i - 2) * sizeof(*a));
		found->n--;
	}
}

void
found_columns_settle(struct found_columns *found, const struct line_row *row, size_t n)
{
	drop_names_over_others(found, row, n);
	note_lone_names(found, row);
	join_heads(found);
}
