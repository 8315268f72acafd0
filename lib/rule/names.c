#include "names.h"

#include <stdlib.h>

#include "base/memory.h"

static bool
is_named(const struct cell_name *name, struct slice item, struct slice col)
{
	return slice_eq(name->item, item) && slice_eq(name->col, col);
}

/* The table an item belongs to, by what stands before its first dot. */
static unsigned char
number_of_table(struct names *names, struct slice item)
{
	const char  *dot = memchr(item.p, '.', item.n);
	struct slice table = { item.p,
	    dot != NULL ? (size_t)(dot - item.p) : item.n };
	unsigned     i = 0;

	while (i < names->tables && !slice_eq(names->table[i], table))
		i++;
	if (i == names->tables && i < TABLES_MAX)
		names->table[names->tables++] = table;
	return (unsigned char)(i < TABLES_MAX ? i : TABLES_MAX - 1);
}

static unsigned
new_name(struct names *names, struct slice item, struct slice col)
{
	struct cell_name *name;

	/* With a bound nothing moves. */
	if (names->name == NULL && names->most > 0) {
		names->room = names->most;
		names->name = memory_resize(NULL, names->room,
		    sizeof(*names->name));
	}
	names->name = memory_room(names->name, &names->room, names->n,
	    sizeof(*names->name));
	name = &names->name[names->n];
	*name = (struct cell_name){
		.item = arena_copy(&names->text, item),
		.col = arena_copy(&names->text, col),
		.next = NAMES_NONE,
		/* The 2019 form's only signed figures: 减用负值表示. */
		.is_signed = slice_is(col, "change"),
		.is_hash = slice_is(col, "hash"),
	};
	name->table = number_of_table(names, name->item);
	return (unsigned)names->n++;
}

unsigned
names_number(struct names *names, struct slice item, struct slice col)
{
	unsigned long long hash = hash_on(hash_of(item), col);
	size_t             probe = 0, i;

	while ((i = map_next(&names->map, hash, &probe)) != MAP_NONE)
		if (is_named(&names->name[i], item, col))
			return (unsigned)i;
	if (names->most > 0 ? names->n == names->most : names->n == NAMES_NONE)
		return NAMES_NONE;
	map_add(&names->map, hash, names->n);
	return new_name(names, item, col);
}

unsigned
names_follow(struct names *names, struct slice item, struct slice col,
    unsigned before)
{
	unsigned guess = before < names->n ? names->name[before].next :
	    names->first;
	unsigned number;

	if (guess < names->n && is_named(&names->name[guess], item, col))
		return guess;
	number = names_number(names, item, col);
	if (before < names->n)
		names->name[before].next = number;
	else
		names->first = number;
	return number;
}

void
names_free(struct names *names)
{
	free(names->name);
	map_free(&names->map);
	arena_free(&names->text);
	*names = (struct names){ .n = 0 };
}
