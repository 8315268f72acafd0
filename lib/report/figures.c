#include "figures.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"

static unsigned long long
cell_hash(struct slice item, struct slice col)
{
	return hash_on(hash_of(item), col);
}

const struct slice *
figure_fields(const struct figures *figures, size_t i)
{
	return figures->document->record[i].field;
}

/* The number of the first figure of ITEM and COL, whose HASH is given. */
static size_t
find(const struct figures *figures, struct slice item, struct slice col,
    unsigned long long hash)
{
	size_t probe = 0, i;

	while ((i = map_next(&figures->map, hash, &probe)) != MAP_NONE) {
		const struct slice *field = figure_fields(figures, i);

		if (slice_eq(field[FACT_ITEM], item) &&
		    slice_eq(field[FACT_COL], col))
			return i;
	}
	return FIGURE_NONE;
}

size_t
figures_find(const struct figures *figures, struct slice item,
    struct slice col)
{
	return find(figures, item, col, cell_hash(item, col));
}

/* Has the figure number I, of ITEM and COL, found, if it is the first of them. */
static void
note_place(struct figures *figures, size_t i, struct slice item,
    struct slice col)
{
	unsigned long long hash = cell_hash(item, col);

	if (find(figures, item, col, hash) == FIGURE_NONE)
		map_add(&figures->map, hash, i);
}

void
figures_take(struct figures *figures, const struct document *document)
{
	map_free(&figures->map);
	figures->map = (struct map){ NULL, 0, 0, 0 };
	figures->document = document;
	figures->head = document->record[0].field;
	if (document->records > figures->room) {
		figures->room = document->records;
		figures->mark = memory_resize(figures->mark, figures->room,
		    sizeof(*figures->mark));
		figures->sentence = memory_resize(figures->sentence,
		    figures->room, sizeof(*figures->sentence));
	}
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		figures->mark[i] = (struct figure_mark){ MARK_NONE, 0,
		    { "", 0 } };
		figures->sentence[i] = FIGURE_NONE;
		note_place(figures, i, field[FACT_ITEM], field[FACT_COL]);
	}
}

void
figures_mark(struct figures *figures, struct slice item, struct slice col,
    struct figure_mark mark)
{
	size_t i = figures_find(figures, item, col);

	if (i != FIGURE_NONE && figures->mark[i].mark < mark.mark)
		figures->mark[i] = mark;
}

bool
figures_have_values(const struct figures *figures)
{
	for (size_t i = 0; i < figures->document->records; i++) {
		const struct slice *field = figure_fields(figures, i);

		if (!slice_is(field[FACT_SOURCE], "structure") &&
		    field[FACT_VALUE].n > 0)
			return true;
	}
	return false;
}

bool
figures_have_marks(const struct figures *figures)
{
	for (size_t i = 0; i < figures->document->records; i++)
		if (figures->mark[i].mark != MARK_NONE)
			return true;
	return false;
}

void
figures_free(struct figures *figures)
{
	map_free(&figures->map);
	free(figures->mark);
	free(figures->sentence);
}
