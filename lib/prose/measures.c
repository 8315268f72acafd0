#include "measures.h"

#include "text/unit.h"

enum { CODE, UNIT, UNITS, KIND, PART, SHARE, MEMBERS };

const struct item *
measures_item(const struct measures *measures, struct slice code)
{
	for (size_t i = 0; i < measures->items; i++)
		if (slice_eq(measures->item[i].code, code))
			return &measures->item[i];
	return NULL;
}

uint64_t
measures_unit(const struct measures *measures, struct slice name)
{
	for (int i = 0; i < measures->units; i++)
		if (slice_eq(measures->unit[i], name))
			return (uint64_t)1 << i;
	return 0;
}

size_t
item_unit_rank(const struct item *item, struct slice unit)
{
	struct slice list = item->row->field[UNITS], word;
	size_t       rank = 0;

	while (slice_cut(&list, ' ', &word) && !slice_eq(word, unit))
		rank++;
	return rank;
}

static bool
is_unit(struct slice name)
{
	struct unit unit;

	return unit_is(name, &unit);
}

/* The bit of the unit NAME, which is new or not; `-' is no unit at all. */
static uint64_t
unit_bit(struct measures *measures, struct slice name,
    const struct data_row *row)
{
	uint64_t known;

	if (slice_is(name, "-"))
		name.n = 0;
	else if (name.n == 0 || (measures_unit(measures, name) == 0 &&
	    !is_unit(name)))
		data_refuse(row, name, "unknown unit");
	known = measures_unit(measures, name);
	if (known != 0)
		return known;
	if (measures->units == UNITS_MAX)
		data_refuse(row, name, "too many units");
	measures->unit[measures->units] = name;
	return (uint64_t)1 << measures->units++;
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
		else if (slice_is(word, "several"))
			item->several = true;
		else if (slice_is(word, "accounts"))
			item->accounts = true;
		else if (slice_is(word, "ends"))
			item->ends = true;
		else if (slice_is(word, "done"))
			item->done = true;
		else if (slice_is(word, "left"))
			item->left = true;
		else
			data_refuse(row, word, "unknown kind");
	}
}

/* Refuses ITEM if its list names no item. */
static void
check_members(const struct measures *measures, const struct item *item)
{
	struct slice list = item->members, word;

	while (slice_cut(&list, ' ', &word)) {
		size_t i = 0;

		const struct item one = { .members = word };

		while (i < measures->items && !item_is_member(&one,
		    measures->item[i].code) && !item_is_foreign(&one,
		    measures->item[i].code))
			i++;
		if (i == measures->items)
			data_refuse(item->row, word, "no item is named so");
	}
}

void
measures_load(struct measures *measures, struct arena *arena)
{
	const struct data_table *table = data_table(DATA_MEASURES);

	measures->item = arena_alloc(arena,
	    table->rows * sizeof(*measures->item));
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct item           *item = &measures->item[i];
		struct slice           list = row->field[UNITS], word;

		*item = (struct item){ .code = row->field[CODE],
		    .unit = row->field[UNIT], .part = row->field[PART],
		    .share = row->field[SHARE],
		    .members = row->field[MEMBERS], .row = row };
		if (measures_unit(measures, item->unit) == 0 &&
		    !is_unit(item->unit))
			data_refuse(row, item->unit, "unknown unit");
		while (slice_cut(&list, ' ', &word))
			item->units |= unit_bit(measures, word, row);
		set_kind(item, row);
		if (measures->listing == NULL && item->share.n > 0)
			measures->listing = item;
		measures->items++;
	}
}

void
measures_vet(const struct measures *measures)
{
	for (size_t i = 0; i < measures->items; i++)
		check_members(measures, &measures->item[i]);
}

/* Whether ITEM is named in the list of members of HEAD, behind MARK. */
static bool
is_listed(const struct item *head, struct slice item, char mark)
{
	struct slice list = head->members, word;

	while (slice_cut(&list, ' ', &word)) {
		char first = word.p[0];

		if ((first == '!' || first == '-' ? first : '\0') != mark)
			continue;
		word = slice_from(word, mark != '\0');
		if (word.p[word.n - 1] == '*' ? slice_starts(item,
		    (struct slice){ word.p, word.n - 1 }) :
		    slice_eq(item, word))
			return true;
	}
	return false;
}

bool
item_is_member(const struct item *head, struct slice item)
{
	return is_listed(head, item, '\0');
}

bool
item_is_foreign(const struct item *head, struct slice item)
{
	return is_listed(head, item, '!') || is_listed(head, item, '-');
}

bool
item_stands_apart(const struct item *head, struct slice item)
{
	return is_listed(head, item, '!');
}

bool
item_is_kin(const struct item *a, const struct item *b)
{
	return a->part.n > 0 && slice_eq(a->part, b->part);
}
