#include "own_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/digits.h"
#include "base/memory.h"

enum { SLOTS_MIN = 64 };

/* Where NAME is, or would be. */
static size_t
slot_of(const struct own_names *names, struct digest name)
{
	size_t i = name.low & (names->slots - 1);

	while (names->copies[i] != 0 && !digest_eq(names->name[i], name))
		i = (i + 1) & (names->slots - 1);
	return i;
}

static void
grow(struct own_names *names)
{
	struct own_names old = *names;

	names->slots = old.slots > 0 ? 2 * old.slots : SLOTS_MIN;
	names->name = memory_resize(NULL, names->slots, sizeof(*names->name));
	names->copies = memory_resize(NULL, names->slots,
	    sizeof(*names->copies));
	memset(names->copies, 0, names->slots * sizeof(*names->copies));
	for (size_t i = 0; i < old.slots; i++) {
		size_t to;

		if (old.copies[i] == 0)
			continue;
		to = slot_of(names, old.name[i]);
		names->name[to] = old.name[i];
		names->copies[to] = old.copies[i];
	}
	free(old.name);
	free(old.copies);
}

/* How many documents have had NAME, with this one. */
static uint32_t
count(struct own_names *names, struct slice name)
{
	struct digest digest = digest_of(name);
	size_t        i;

	if (4 * names->n >= 3 * names->slots)
		grow(names);
	i = slot_of(names, digest);
	names->name[i] = digest;
	names->n += names->copies[i] == 0;
	return ++names->copies[i];
}

void
own_names_add(struct own_names *names, struct buffer *name)
{
	size_t   whole = name->n;
	uint32_t copies = count(names, buffer_slice(name));

	while (copies > 1) {
		char   digits[DIGITS_BYTES], *end = digits + sizeof(digits);
		char  *p = digits_before(end, copies);
		size_t n = (size_t)(end - p);

		name->n = whole;
		buffer_add(name, SLICE("~"));
		buffer_add(name, (struct slice){ p, n });
		if (count(names, buffer_slice(name)) == 1)
			break;
		name->n = whole;
		copies = count(names, buffer_slice(name));
	}
}

void
own_names_free(struct own_names *names)
{
	free(names->name);
	free(names->copies);
	*names = (struct own_names){ .n = 0 };
}
