/* Reading measures.tsv: the items that sentences are read for. */
#include "base/memory.h"
#include "internal_patterns.h"

const struct item *
patterns_item(const struct patterns *patterns, struct slice code)
{
	for (size_t i = 0; i < patterns->items; i++)
		if (slice_eq(patterns->item[i].code, code))
			return &patterns->item[i];
	return NULL;
}

enum { CODE, UNIT, UNITS, KIND, PART, SHARE };

/* The number of the unit NAME, which is new or not; `-' is no unit at all. */
static int
unit_number(struct patterns *patterns, struct slice name,
    const struct data_row *row)
{
	struct figure figure = { .unit = name };
	struct unit   unit;
	int           known;

	if (slice_is(name, "-"))
		figure.unit.n = 0;
	else if (unit_at(name, &unit) != name.n || !slice_eq(unit.name, name))
		data_refuse(row, name, "unknown unit");
	known = patterns_unit(patterns, &figure);
	if (known >= 0)
		return known;
	patterns->unit = memory_room(patterns->unit, &patterns->unit_room,
	    patterns->units, sizeof(*patterns->unit));
	patterns->unit[patterns->units] = figure.unit;
	return (int)patterns->units++;
}

/* Numbers all units of TABLE: their number is the size of a set of them. */
static void
number_units(struct patterns *patterns, const struct data_table *table)
{
	for (size_t i = 0; i < table->rows; i++) {
		struct slice list = table->row[i].field[UNITS], word;

		while (slice_cut(&list, ' ', &word))
			(void)unit_number(patterns, word, &table->row[i]);
	}
	patterns->unit_words = bitset_words(patterns->units);
}

static uint64_t *
read_units(struct patterns *patterns, const struct data_row *row)
{
	uint64_t    *units = bitset_new(&patterns->arena,
	    patterns->unit_words);
	struct slice list = row->field[UNITS], word;

	while (slice_cut(&list, ' ', &word))
		bitset_add(units, unit_number(patterns, word, row));
	return units;
}

static void
set_kind(struct item *item, const struct data_row *row)
{
	struct slice list = row->field[KIND], word;

	while (slice_cut(&list, ' ', &word)) {
		if (slice_is(word, "head"))
			item->head = true;
		else if (slice_is(word, "stock"))
			item->stock = true;
		else
			data_refuse(row, word, "unknown kind");
	}
}

void
patterns_load_items(struct patterns *patterns)
{
	const struct data_table *table = data_table(DATA_MEASURES);

	number_units(patterns, table);
	patterns->item = memory_resize(NULL, table->rows + 1,
	    sizeof(*patterns->item));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct item           *item =
		    &patterns->item[patterns->items++];

		*item = (struct item){ .code = row->field[CODE],
		    .unit = row->field[UNIT], .part = row->field[PART],
		    .share = row->field[SHARE],
		    .units = read_units(patterns, row) };
		set_kind(item, row);
		if (patterns->listing == NULL && item->share.n > 0)
			patterns->listing = item;
	}
}
