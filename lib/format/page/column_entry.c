#include "column_entry.h"

const float column_overlap = 0.1f;

float
column_entry_middle(const struct column_entry *e)
{
	return (e->left + e->right) / 2;
}

struct column_entries
column_entries_of(struct line_row *row, size_t n, size_t body, struct arena *arena)
{
	struct column_entries all = { .em = row[0].line->size,
		.body = body };
	size_t                band = 0;

	for (size_t i = 0; i < n; i++)
		all.n += row[i].pieces;
	all.entry = arena_alloc(arena, all.n * sizeof(*all.entry));
	all.n = 0;
	for (size_t i = 0; i < n; i++) {
		bool beside = i > 0 && line_rows_overlap(&row[i - 1], &row[i]);
		bool before = i + 1 < n && line_rows_overlap(&row[i], &row[i + 1]);

		band = beside ? band : i;
		for (size_t j = 0; (row[i].in_columns || beside || before) &&
		    j < row[i].pieces; j++)
			all.entry[all.n++] = (struct column_entry){
				&row[i].piece[j], i, band, row[i].pieces, j == 0,
				false, row[i].piece[j].box.left,
				row[i].piece[j].box.right };
	}
	return all;
}

bool
column_entry_spans(const struct column_entries *all, const struct column_entry *wide)
{
	size_t parted = 0, whole = 0;

	for (size_t i = 0, end; i < all->n; i = end) {
		const struct column_entry *first = NULL;
		bool                apart = false, over = false;

		for (end = i; end < all->n &&
		    all->entry[end].band == all->entry[i].band; end++) {
			const struct column_entry *e = &all->entry[end];

			over = over || (e->left < wide->left + all->em &&
			    e->right > wide->right - all->em);
			if (e == wide || column_entry_middle(e) <= wide->left ||
			    column_entry_middle(e) >= wide->right)
				continue;
			if (first == NULL)
				first = e;
			apart = apart || e->left >= first->right ||
			    e->right <= first->left;
		}
		parted += apart;
		whole += over;
	}
	return parted >= (wide->line < all->body ? 1 : 2) && parted >= whole;
}
