#include "roster_strays.h"

#include <stdlib.h>

#include "base/memory.h"
#include "roster/near.h"

enum { PROPOSED_MAX = 2 };	/* names in a message */

static bool
is_key(const struct office_keys *keys, struct slice key)
{
	for (size_t k = 0; k < keys->n; k++)
		if (slice_eq(keys->key[k], key))
			return true;
	return false;
}

static bool
is_near(const struct office_keys *keys, struct slice key)
{
	for (size_t k = 0; k < keys->n; k++)
		if (offices_are_near(keys->key[k], key))
			return true;
	return false;
}

static void
keep(struct roster_strays *strays, const struct report *report)
{
	struct arena  *text = &strays->text;
	struct notice  notice = notice_of(report);

	notice.doc = arena_copy(text, notice.doc);
	notice.region = arena_copy(text, notice.region);
	notice.org = arena_copy(text, notice.org);
	notice.office = arena_copy(text, notice.office);
	*MEMORY_APPEND(strays->stray, strays->n, strays->room) =
	    (struct roster_stray){ .notice = notice,
	    .name = report->year > 0 ? notice.org : notice.doc };
}

bool
roster_strays_take(struct roster_strays *strays,
    const struct roster_entry entry[], size_t n, const struct report *report,
    const struct office_keys *keys)
{
	size_t before = strays->proposals;

	for (size_t i = 0; i < n; i++) {
		if (report->year > 0 ? entry[i].at.year != report->year ||
		    !is_near(keys, entry[i].at.org) :
		    !is_key(keys, entry[i].at.org))
			continue;
		*MEMORY_APPEND(strays->proposal, strays->proposals,
		    strays->proposal_room) =
		    (struct roster_proposal){ &entry[i], strays->n };
	}
	if (strays->proposals == before)
		return false;
	keep(strays, report);
	return true;
}

/* By entries, then as they came. */
static int
by_entry(const void *left, const void *right)
{
	const struct roster_proposal *l = left, *r = right;

	if (l->entry != r->entry)
		return l->entry < r->entry ? -1 : 1;
	return (l->stray > r->stray) - (l->stray < r->stray);
}

void
roster_strays_sort(struct roster_strays *strays)
{
	if (strays->proposals > 1)
		qsort(strays->proposal, strays->proposals,
		    sizeof(*strays->proposal), by_entry);
}

/* The number of the first proposal for ENTRY or one behind it. */
static size_t
first_proposal(const struct roster_strays *strays,
    const struct roster_entry *entry)
{
	size_t low = 0, high = strays->proposals;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strays->proposal[middle].entry < entry)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
roster_strays_propose(struct roster_strays *strays,
    const struct roster_entry *entry, const struct notices *notices)
{
	struct notice notice = roster_entry_notice(entry);
	struct buffer names = { .n = 0 };
	struct slice  name[PROPOSED_MAX];
	size_t        n = 0;

	for (size_t i = first_proposal(strays, entry); i < strays->proposals &&
	    strays->proposal[i].entry == entry; i++) {
		struct roster_stray *stray =
		    &strays->stray[strays->proposal[i].stray];

		stray->is_told = true;
		if ((n > 0 && slice_eq(name[n - 1], stray->name)) ||
		    n == PROPOSED_MAX)
			continue;
		name[n++] = stray->name;
		if (n > 1)
			buffer_string(&names, ", ");
		buffer_add(&names, stray->name);
		notice.loc = n == 1 ? stray->notice.doc : SLICE("");
	}
	notice.other = buffer_slice(&names);
	if (n > 0)
		notice_tell(notices, OWN_NEAR, &notice);
	buffer_free(&names);
	return n > 0;
}

void
roster_strays_close(struct roster_strays *strays,
    const struct notices *notices)
{
	for (size_t i = 0; i < strays->n; i++)
		if (!strays->stray[i].is_told &&
		    strays->stray[i].notice.year > 0)
			notice_tell(notices, OWN_UNKNOWN,
			    &strays->stray[i].notice);
}

void
roster_strays_free(struct roster_strays *strays)
{
	free(strays->stray);
	free(strays->proposal);
	arena_free(&strays->text);
	*strays = (struct roster_strays){ .n = 0 };
}
