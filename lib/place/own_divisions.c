#include "own_divisions.h"

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

struct slice
own_division_name(const struct own_division *own, int i)
{
	struct slice names = own->alias, name = own->division.name;

	while (i-- > 0)
		if (!slice_cut(&names, '|', &name))
			return (struct slice){ "", 0 };
	return name;
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
			own[i].at[own[i].n++] = read_row(&table->row[j],
			    lists[i].digits);
	}
}

const struct own_divisions *
own_divisions(enum gazetteer gazetteer)
{
	return &own[gazetteer];
}
