#include "text_head.h"

#include <math.h>

#include "cell_text.h"
#include "head_ranges.h"

/* In ems: names whose lines are further apart are two. */
static const float widest_leading = 1.5f;

/* The name that goes on in LINE in columns FROM to END, or NULL: the last one above,
 * over the same columns. */
static struct column_name *
name_above(const struct head_names *head, const struct line_row *line, unsigned from,
    unsigned end)
{
	for (size_t i = head->names; i > 0; i--) {
		struct column_name            *name = &head->name[i - 1];
		const struct page_cell *cell = &name->cell;

		if (cell->col >= end || cell->col + cell->cols <= from)
			continue;
		return cell->col == from && cell->cols == end - from &&
		    name->line != line &&
		    line_row_distance(name->line, line) <=
		    text_row_gap * head->leading &&
		    !text_rule_passes(head->rules, name->line, line,
		    (cell->box.left + cell->box.right) / 2) ? name : NULL;
	}
	return NULL;
}

/* The row below the names above columns FROM to END. */
static unsigned
row_below(const struct head_names *head, unsigned from, unsigned end)
{
	unsigned row = 0;

	for (size_t i = 0; i < head->names; i++) {
		const struct page_cell *cell = &head->name[i].cell;

		if (cell->col < end && cell->col + cell->cols > from &&
		    cell->row + 1 > row)
			row = cell->row + 1;
	}
	return row;
}

/* Takes PIECE of LINE, which is over the columns of RANGE. */
static void
take_piece(struct head_names *head, const struct line_row *line,
    const struct line_piece *piece, struct column_run range, struct arena *arena)
{
	struct column_name *name = name_above(head, line, range.from, range.end);

	if (name != NULL) {
		page_cell_join(&name->cell, piece->text, false, arena);
		name->line = line;
		return;
	}
	name = &head->name[head->names];
	*name = (struct column_name){ .line = line, .cell = {
		.box = piece->box, .row = row_below(head, range.from, range.end),
		.col = range.from, .rows = 1, .cols = range.end - range.from,
		.text = piece->text, .page = line->line->page,
		.size = line->line->size, .middle = line_row_middle(line),
	} };
	head->names++;
}

unsigned
text_head_add(struct page_table *table, struct line_row *row, size_t n,
    const struct text_extent *extent, const struct text_rules *rules,
    struct arena *arena)
{
	struct head_names head = { .extent = extent, .rules = rules,
		.leading = fmaxf(row[0].line->size, fminf(text_leading(row, n),
		    widest_leading * row[0].line->size)), .cols = table->cols };
	struct column_run *range;
	size_t      pieces = 0;
	unsigned    rows;

	for (size_t i = 0; i < n; i++)
		pieces += row[i].pieces;
	head.name = arena_alloc(arena, pieces * sizeof(*head.name));
	range = arena_alloc(arena, pieces * sizeof(*range));
	for (size_t i = 0; i < n; i++) {
		head_find_ranges(&head, row, n, i, range);
		for (size_t j = 0; j < row[i].pieces; j++)
			take_piece(&head, &row[i], &row[i].piece[j], range[j],
			    arena);
	}
	rows = row_below(&head, 0, table->cols);
	for (size_t i = 0; i < head.names; i++) {
		struct page_cell *cell = &head.name[i].cell;

		if (row_below(&head, cell->col, cell->col + cell->cols) ==
		    cell->row + 1)
			cell->rows = rows - cell->row;
		table->cell[table->cells++] = *cell;
	}
	return rows;
}
