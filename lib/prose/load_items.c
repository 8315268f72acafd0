/* Reading measures.tsv: the items that sentences are read for. */
#include "base/memory.h"
#include "loading.h"

const struct item *
patterns_item(const struct patterns *patterns, struct slice code)
{
	for (size_t i = 0; i < patterns->items; i++)
		if (slice_eq(patterns->item[i].code, code))
			return &patterns->item[i];
	return NULL;
}

enum { CODE, UNIT, UNITS, KIND, PART, SHARE };

const struct item_unit *
patterns_unit(const struct patterns *patterns, struct slice name)
{
	for (size_t i = 0; i < patterns->units; i++)
		if (slice_eq(patterns->unit[i].name, name))
			return &patterns->unit[i];
	return NULL;
}

static bool
is_unit(struct slice name)
{
	struct unit unit;

	return unit_at(name, &unit) == name.n && slice_eq(unit.name, name);
}

/* Lets the unit NAME, which is new or not, count the item of ROW; `-' is no
 * unit at all. */
static void
add_unit(struct patterns *patterns, struct slice name,
    const struct data_row *row)
{
	const struct item_unit *known;
	uint64_t               *items;

	if (slice_is(name, "-"))
		name.n = 0;
	else if (!is_unit(name))
		data_refuse(row, name, "unknown unit");
	known = patterns_unit(patterns, name);
	items = known != NULL ? known->items :
	    bitset_new(&patterns->arena, patterns->item_words);
	bitset_add(items, (int)patterns->items);
	if (known != NULL)
		return;
	patterns->unit = memory_room(patterns->unit, &patterns->unit_room,
	    patterns->units, sizeof(*patterns->unit));
	patterns->unit[patterns->units++] = (struct item_unit){ name, items };
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

	patterns->item_words = bitset_words(table->rows);
	patterns->item = arena_alloc(&patterns->arena,
	    table->rows * sizeof(*patterns->item));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct item           *item = &patterns->item[i];
		struct slice           list = row->field[UNITS], word;

		*item = (struct item){ .code = row->field[CODE],
		    .unit = row->field[UNIT], .part = row->field[PART],
		    .share = row->field[SHARE] };
		if (!is_unit(item->unit))
			data_refuse(row, item->unit, "unknown unit");
		while (slice_cut(&list, ' ', &word))
			add_unit(patterns, word, row);
		set_kind(item, row);
		if (patterns->listing == NULL && item->share.n > 0)
			patterns->listing = item;
		patterns->items++;
	}
}
