#include "roster.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"
#include "record/region.h"
#include "roster_children.h"

static void
check_due(const struct roster_entry *entry, const struct report *report,
    const struct notices *notices)
{
	struct notice             notice = notice_of(report);
	const struct report_cell *published = report_cell(report,
	    names_number(report->names, SLICE("structure.published"),
	    SLICE("date")));
	char                      left[AMOUNT_BYTES_MAX];
	char                      right[AMOUNT_BYTES_MAX];

	if (entry->due == 0 || published == NULL ||
	    published->value.lo <= entry->due * (long long)AMOUNT_ONE)
		return;
	notice.left = (struct slice){ left,
	    amount_format(left, 0, published->value.lo) };
	notice.right = (struct slice){ right,
	    amount_format(right, entry->due, 0) };
	notice_tell(notices, OWN_LATE, &notice);
}

/* Notes that the report at hand is what ENTRY, which says no place, expects.  Returns
 * whether that may be so: not where another office, of another place, was there. */
static bool
settle_place(struct roster *roster, struct roster_entry *entry,
    const struct report *report)
{
	struct office_year *met = entry->met;
	int                 i = 0;

	while (i < 2 && met[i].org.n > 0 &&
	    !(slice_eq(met[i].org, roster->office.key[0]) &&
	    region_may_be(met[i].region, report->region)))
		i++;
	if (i < 2 && met[i].org.n == 0)
		met[i] = (struct office_year){ arena_copy(&roster->keys,
		    roster->office.key[0]), arena_copy(&roster->keys,
		    report->region), report->year };
	return i == 0;
}

/* Tells of REPORT, which is not what an entry expects.  Returns whether the roster may
 * want it all the same. */
static bool
take_other(struct roster *roster, const struct report *report,
    const struct notices *notices)
{
	struct notice notice = notice_of(report);

	if (report->year > 0 && (!(report->year <= ROSTER_YEAR_MAX &&
	    roster->wants[report->year]) || roster_names_know(&roster->names,
	    &roster->office, report->region))) {
		notice_tell(notices, OWN_YEAR, &notice);
		return false;
	}
	if (!roster_strays_take(&roster->strays, roster->entry, roster->n,
	    report, &roster->office))
		notice_tell(notices, OWN_UNKNOWN, &notice);
	return true;
}

/* The entry that expects REPORT, or NULL. */
static struct roster_entry *
entry_of(struct roster *roster, const struct report *report)
{
	office_keys_find(&roster->office, report->office, report->region,
	    report->org);
	return roster_names_find(&roster->names, &roster->office,
	    report->region, report->year);
}

struct slice
roster_name_of(struct roster *roster, const struct report *report)
{
	const struct roster_entry *entry = roster->n > 0 ?
	    entry_of(roster, report) : NULL;

	return entry != NULL && !entry->is_open ? entry->name : SLICE("");
}

bool
roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices)
{
	struct roster_entry *entry;
	struct notice        notice = notice_of(report);

	if (roster->n == 0)
		return true;
	entry = entry_of(roster, report);
	if (entry == NULL)
		return take_other(roster, report, notices);
	if (entry->is_open && !settle_place(roster, entry, report))
		return true;
	if (entry->seen++ > 0)
		notice_tell(notices, OWN_DUPLICATE, &notice);
	if (roster->has_parents)
		tree_take(&roster->tree, &entry->node, report);
	check_due(entry, report, notices);
	return true;
}

/* The entry above CHILD, or NULL. */
static struct roster_entry *
parent_of(struct roster *roster, const struct roster_entry *child)
{
	struct slice region = child->at.region.n > 0 ? child->at.region :
	    roster->home;

	if (child->parent.n == 0)
		return NULL;
	office_keys_find(&roster->office, SLICE(""), region, child->parent);
	return roster_names_find(&roster->names, &roster->office,
	    child->at.region, child->at.year);
}

/* Tells what became of the report that ENTRY lacks. */
static void
tell_missing(struct roster *roster, const struct roster_entry *entry,
    const struct notices *notices)
{
	struct notice notice = roster_entry_notice(entry);

	if (entry->file.n > 0) {
		notice.other = notice.loc = entry->file;
		notice_tell(notices, OWN_UNREAD, &notice);
	} else if (!roster_strays_propose(&roster->strays, entry, notices))
		notice_tell(notices, OWN_MISSING, &notice);
}

/* Tells that nobody can say which of two offices ENTRY is. */
static void
tell_torn(const struct roster_entry *entry, const struct notices *notices)
{
	struct notice notice = roster_entry_notice(entry);
	struct buffer names = { .n = 0 };

	buffer_add(&names, entry->met[0].org);
	buffer_string(&names, ", ");
	buffer_add(&names, entry->met[1].org);
	notice.other = buffer_slice(&names);
	notice_tell(notices, OWN_NEAR, &notice);
	buffer_free(&names);
}

/* The kinships of ROSTER by parents: to KINSHIP, which has room for all.  Returns how
 * many. */
static size_t
find_kinships(struct roster *roster, struct kinship kinship[])
{
	size_t n = 0;

	for (size_t i = 0; i < roster->n; i++) {
		kinship[n].child = &roster->entry[i];
		kinship[n].parent = parent_of(roster, kinship[n].child);
		n += kinship[n].parent != NULL;
	}
	kinships_sort(kinship, n);
	return n;
}

void
roster_close(struct roster *roster, const struct notices *notices)
{
	struct kinship *kinship;
	size_t          n, at = 0;

	if (roster->n == 0)
		return;
	kinship = memory_get(roster->n * sizeof(*kinship));
	n = find_kinships(roster, kinship);
	roster_strays_sort(&roster->strays);
	for (size_t i = 0; i < roster->n; i++) {
		const struct roster_entry *entry = &roster->entry[i];
		size_t                     children = 0;

		while (at + children < n &&
		    kinship[at + children].parent == entry)
			children++;
		if (entry->seen == 0)
			tell_missing(roster, entry, notices);
		else if (children > 0)
			kinships_compare(&roster->tree, &kinship[at], children,
			    notices);
		if (entry->met[1].org.n > 0)
			tell_torn(entry, notices);
		at += children;
	}
	roster_strays_close(&roster->strays, notices);
	free(kinship);
}

void
roster_free(struct roster *roster)
{
	for (size_t i = 0; i < roster->n; i++)
		tree_node_free(&roster->entry[i].node);
	free(roster->entry);
	roster_names_free(&roster->names);
	roster_strays_free(&roster->strays);
	office_keys_free(&roster->office);
	roster_rows_free(&roster->rows);
	tree_free(&roster->tree);
	arena_free(&roster->keys);
	*roster = (struct roster){ .n = 0 };
}
