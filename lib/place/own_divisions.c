#include "own_divisions.h"

#include <stdio.h>

#include "base/memory.h"
#include "data/data.h"

static const struct {
	enum data_file file;
	size_t         digits;		/* of a code */
} lists[GAZETTEERS] = {
	[GAZETTEER_PLACES] = { DATA_PLACES, 6 },
	[GAZETTEER_TOWNS] = { DATA_TOWNS, 9 },
};

static struct own_divisions own[GAZETTEERS];

static struct own_division
read_row(const struct data_row *row, size_t digits)
{
	struct own_division own_division = { .row = row,
		.off = slice_is(row->field[0], "off") };
	const struct slice *field = row->field + own_division.off;
	const struct slice *bad = division_read(field, digits,
	    &own_division.division);

	if (bad != NULL)
		data_refuse(row, *bad, "no code, name or year of this list");
	if (own_division.division.from > own_division.division.to)
		data_refuse(row, field[DIVISION_FIELDS - 1],
		    "ends before it begins");
	own_division.alias = field[DIVISION_FIELDS];
	return own_division;
}

/* The Ith name of OWN, from 0: in full, then those in short; empty behind the
 * last. */
static struct slice
name_of(const struct own_division *own_division, int i)
{
	struct slice names = own_division->alias;
	struct slice name = own_division->division.name;

	while (i-- > 0)
		if (!slice_cut(&names, '|', &name))
			return (struct slice){ "", 0 };
	return name;
}

const struct own_division *
own_division_called(const struct own_divisions *list, struct slice name,
    size_t *probe)
{
	size_t       i;
	struct slice own_name;

	while ((i = map_next(&list->by_name, hash_of(name), probe)) !=
	    MAP_NONE)
		for (int j = 0; (own_name = name_of(&list->at[i], j)).n > 0;
		    j++)
			if (slice_eq(own_name, name))
				return &list->at[i];
	return NULL;
}

const struct own_division *
own_division_same(const struct own_divisions *list,
    const struct division *division)
{
	const struct own_division *same;
	size_t                     probe = 0;

	while ((same = own_division_called(list, division->name, &probe)) !=
	    NULL)
		if (same->division.code == division->code &&
		    slice_eq(same->division.name, division->name))
			break;
	return same;
}

static void
add_row(struct own_divisions *list, const struct data_row *row, size_t digits)
{
	struct own_division        new = read_row(row, digits);
	const struct own_division *same = own_division_same(list,
	    &new.division);
	struct slice               name;
	char                       reason[64];

	if (same != NULL) {
		snprintf(reason, sizeof(reason), "line %lu is about the same",
		    same->row->line);
		data_refuse(row, row->field[1 + new.off], reason);
	}
	list->at[list->n] = new;
	for (int i = 0; (name = name_of(&new, i)).n > 0; i++)
		map_add(&list->by_name, hash_of(name), list->n);
	list->n++;
}

void
own_divisions_load(void)
{
	for (int i = 0; i < GAZETTEERS; i++) {
		const struct data_table *table = data_table(lists[i].file);

		if (own[i].n > 0 || table->rows == 0)
			continue;
		own[i].at = memory_resize(NULL, table->rows,
		    sizeof(*own[i].at));
		for (size_t j = 0; j < table->rows; j++)
			add_row(&own[i], &table->row[j], lists[i].digits);
	}
}

const struct own_divisions *
own_divisions(enum gazetteer gazetteer)
{
	return &own[gazetteer];
}
