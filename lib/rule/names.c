#include "names.h"

#include <stdlib.h>

#include "base/memory.h"

enum { SLOTS = 4 * NAMES_MAX };

static unsigned long long
hash_of(struct slice item, struct slice col)
{
	return slice_hash(item) * 31 + slice_hash(col);
}

static bool
is_named(const struct cell_name *name, struct slice item, struct slice col)
{
	return slice_eq(name->item, item) && slice_eq(name->col, col);
}

/* The table an item belongs to, by what stands before its first dot. */
static unsigned char
table_of(struct names *names, struct slice item)
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
new_name(struct names *names, struct slice item, struct slice col,
    unsigned long long hash)
{
	struct cell_name *name = &names->name[names->n];

	*name = (struct cell_name){
		.item = arena_copy(&names->text, item),
		.col = arena_copy(&names->text, col),
		.hash = hash, .next = NAMES_NONE,
		/* The 2019 form's only signed figures: 减用负值表示. */
		.is_signed = slice_is(col, "change"),
		.is_hash = slice_is(col, "hash"),
	};
	name->table = table_of(names, name->item);
	return names->n++;
}

unsigned
names_number(struct names *names, struct slice item, struct slice col)
{
	unsigned long long hash = hash_of(item, col);
	size_t             s = hash % SLOTS;

	if (names->name == NULL) {
		names->name = memory_get(NAMES_MAX * sizeof(*names->name));
		names->slot = memory_get(SLOTS * sizeof(*names->slot));
		memset(names->slot, 0, SLOTS * sizeof(*names->slot));
		names->first = NAMES_NONE;
	}
	for (; names->slot[s] != 0; s = (s + 1) % SLOTS) {
		const struct cell_name *name =
		    &names->name[names->slot[s] - 1];

		if (name->hash == hash && is_named(name, item, col))
			return names->slot[s] - 1U;
	}
	if (names->n == NAMES_MAX)
		return NAMES_NONE;
	names->slot[s] = (unsigned short)(names->n + 1);
	return new_name(names, item, col, hash);
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
	free(names->slot);
	arena_free(&names->text);
	*names = (struct names){ .n = 0 };
}
