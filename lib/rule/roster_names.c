#include "roster_names.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/region.h"

enum { ANY_YEAR = 0 };

void
roster_names_add(struct roster_names *names, struct slice name,
    struct roster_entry *entry)
{
	*MEMORY_APPEND(names->name, names->n, names->room) =
	    (struct roster_name){ { name, entry->at.region, entry->at.year },
	    entry };
}

void
roster_names_sort(struct roster_names *names)
{
	office_years_sort(names->name, names->n, sizeof(*names->name));
}

/* What a search has found. */
struct roster_search {
	struct roster_entry *entry;
	bool                 several;	/* that may all be meant */
};

/* Looks for KEY in REGION; OPEN: only for entries that say no place. */
static void
search(const struct roster_names *names, struct slice key,
    struct slice region, int year, bool open, struct roster_search *found)
{
	for (size_t i = office_years_search(names->name, names->n,
	    sizeof(*names->name), (struct office_year){ key, region, year });
	    i < names->n && slice_eq(names->name[i].at.org, key) &&
	    (year == ANY_YEAR || names->name[i].at.year == year); i++) {
		struct roster_entry *entry = names->name[i].entry;

		if (!region_may_be(entry->at.region, region) ||
		    (open && !entry->is_open) || entry == found->entry)
			continue;
		if (found->entry == NULL)
			found->entry = entry;
		else if (!slice_eq(entry->at.region, found->entry->at.region) ||
		    entry->at.year != found->entry->at.year)
			found->several = true;
	}
}

static struct roster_search
search_all(const struct roster_names *names, const struct office_keys *keys,
    struct slice region, int year)
{
	struct roster_search found = { NULL, false };

	for (size_t k = 0; k < keys->n && found.entry == NULL; k++)
		search(names, keys->key[k], region, year, false, &found);
	if (found.entry == NULL && keys->bare.n > 0)
		search(names, keys->bare, region, year, true, &found);
	return found;
}

struct roster_entry *
roster_names_find(const struct roster_names *names,
    const struct office_keys *keys, struct slice region, int year)
{
	struct roster_search found = search_all(names, keys, region, year);

	return found.several || year == ANY_YEAR ? NULL : found.entry;
}

struct roster_entry *
roster_names_only(const struct roster_names *names,
    const struct office_keys *keys, struct slice region)
{
	struct roster_search found = search_all(names, keys, region, ANY_YEAR);

	return found.several ? NULL : found.entry;
}

bool
roster_names_know(const struct roster_names *names,
    const struct office_keys *keys, struct slice region)
{
	return search_all(names, keys, region, ANY_YEAR).entry != NULL;
}

void
roster_names_free(struct roster_names *names)
{
	free(names->name);
	*names = (struct roster_names){ .n = 0 };
}
