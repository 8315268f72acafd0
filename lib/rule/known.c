#include "known.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"
#include "lists.h"

static void
add_cell(struct known_cells *known, struct slice form, struct slice item,
    struct slice col)
{
	known->cell = memory_room(known->cell, &known->room, known->n,
	    sizeof(*known->cell));
	known->cell[known->n++] = (struct known_cell){ form, item, col };
}

static const struct slice any_form = { "", 0 };

/* Columns that any table may have: those of offices of other levels, and their
 * total. */
static void
add_any_columns(struct known_cells *known, const struct form_item *item)
{
	const struct data_table *columns = data_table(DATA_COLUMNS);

	for (size_t i = 0; i < columns->rows; i++)
		if (slice_is(columns->row[i].field[2], "any"))
			add_cell(known, item->form, item->code,
			    columns->row[i].field[0]);
	add_cell(known, item->form, item->code, SLICE("total"));
}

/* The figures of sentences, and what they come to since the beginning. */
static void
add_measures(struct known_cells *known)
{
	const struct slice       cumulative = SLICE(".cumulative");
	const struct data_table *table = data_table(DATA_MEASURES);

	for (size_t i = 0; i < table->rows; i++) {
		struct slice item = table->row[i].field[0];
		char        *longer;

		if (list_item_of(item) != NULL)
			continue;
		add_cell(known, any_form, item, SLICE("count"));
		longer = arena_alloc(&known->arena, item.n + cumulative.n);
		memcpy(longer, item.p, item.n);
		memcpy(longer + item.n, cumulative.p, cumulative.n);
		add_cell(known, any_form, (struct slice){ longer,
		    item.n + cumulative.n }, SLICE("count"));
	}
}

void
known_cells_list(struct known_cells *known, const struct forms *forms)
{
	const struct data_table *facts = data_table(DATA_STRUCTURE_FACTS);

	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		for (int c = 0; c < item->cols; c++)
			add_cell(known, item->form, item->code, item->col[c]);
		if (item->cols > 0)
			add_any_columns(known, item);
	}
	add_measures(known);
	for (size_t i = 0; i < facts->rows; i++)
		add_cell(known, any_form, facts->row[i].field[0],
		    facts->row[i].field[1]);
}

void
known_cells_free(struct known_cells *known)
{
	free(known->cell);
	arena_free(&known->arena);
	*known = (struct known_cells){ .n = 0 };
}
