/* Files that came and could not be read: whose they are, as far as their names and the
 * folders they lie in prove it. */
#include "base/tsv.h"
#include "roster.h"
#include "roster/path.h"

enum { REJECT_NAME, REJECT_STATUS, REJECT_FIELDS };

/* Whose file one is, by a part of its path. */
struct file_owner {
	struct roster       *roster;
	struct slice         place;	/* of the folders above; may be empty */
	int                  year;	/* that the path names; 0: none */
	struct roster_entry *entry;
	bool                 several;
};

/* A path_office_fn. */
static void
take_office(void *context, struct slice name)
{
	struct file_owner   *owner = context;
	struct roster       *roster = owner->roster;
	struct slice         place = owner->place.n > 0 ? owner->place :
	    roster->home;
	struct roster_entry *entry;

	office_keys_find(&roster->office, SLICE(""), place, name);
	entry = owner->year > 0 ? roster_names_find(&roster->names,
	    &roster->office, place, owner->year) :
	    roster_names_only(&roster->names, &roster->office, place);
	owner->several |= owner->entry != NULL && entry != owner->entry;
	if (entry != NULL)
		owner->entry = entry;
}

/* The entry whose file PATH is; NULL where it does not prove one.  What is no kind of
 * document has to be named after the office: a folder of it has pictures too. */
static struct roster_entry *
owner_of(struct roster *roster, struct slice path, bool is_document)
{
	struct path_parts parts;
	struct arena      arena = { .first = NULL };
	struct file_owner owner = { .roster = roster };

	path_cut(&parts, path, &arena);
	owner.year = path_year(&parts);
	for (size_t i = parts.n; i-- > 0 && owner.entry == NULL &&
	    owner.year >= 0;) {
		owner.place = path_place(&parts, i);
		path_offices_each(parts.part[i], take_office, &owner);
		if (owner.several || !is_document)
			break;
	}
	arena_free(&arena);
	return owner.several ? NULL : owner.entry;
}

void
roster_take_rejects(struct roster *roster, struct slice text)
{
	struct tsv   tsv = { .rest = text };
	struct slice field[REJECT_FIELDS];

	while (tsv_next(&tsv, field, REJECT_FIELDS) > 0) {
		struct roster_entry *entry = owner_of(roster, field[REJECT_NAME],
		    !slice_is(field[REJECT_STATUS], "skipped"));

		if (entry != NULL && entry->file.n == 0)
			entry->file = field[REJECT_NAME];
	}
}
