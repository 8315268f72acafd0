#include "found_columns.h"

#include <math.h>
#include <string.h>

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
found_columns_settle(struct found_columns *found, const struct line_row *row)
{
	note_lone_names(found, row);
	join_heads(found);
}
