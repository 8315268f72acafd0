#include "roster.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/tsv.h"
#include "record/amount.h"
#include "record/region.h"
#include "section/identity/office_key.h"

enum roster_field { ROSTER_ORG, ROSTER_YEAR, ROSTER_PARENT, ROSTER_DUE,
	ROSTER_FIELDS = 32 };

/* A number from 1 to MOST; 0 when TEXT is none. */
static int
number_of(struct slice text, unsigned long long most)
{
	unsigned long long number;

	return digits_read(text, most, &number) ? (int)number : 0;
}

static struct roster_entry
entry_of(struct roster *roster, const struct slice field[], int region)
{
	return (struct roster_entry){
	    .at = { office_key_of(&roster->keys, field[ROSTER_ORG]),
	    region >= 0 && region < ROSTER_FIELDS ? field[region] :
	    (struct slice){ "", 0 }, number_of(field[ROSTER_YEAR], 9999) },
	    .name = field[ROSTER_ORG], .parent = field[ROSTER_PARENT],
	    .due = number_of(field[ROSTER_DUE], 99999999) };
}

/* What is wrong with ENTRY, of a row whose date is due at DUE; NULL if nothing. */
static const char *
why_none(const struct roster_entry *entry, struct slice due)
{
	return entry->name.n == 0 || entry->at.year == 0 ||
	    (due.n > 0 && entry->due == 0) ?
	    "expected org, year, parent, due (yyyymmdd)" : NULL;
}

/* Takes ENTRY, unless there is one of this name and year: what is wrong if that
 * says something else, as nobody could tell which of them holds; else NULL. */
static const char *
take(struct roster *roster, const struct roster_entry *entry,
    struct seen *seen)
{
	struct slice               year = { (const char *)&entry->at.year,
	    sizeof(entry->at.year) };
	struct sighting           *sighting = seen_note(seen, digest_on(
	    digest_on(digest_of(year), entry->name), entry->at.region));
	const struct roster_entry *before;

	if (sighting->times > 1) {
		before = &roster->entry[sighting->mark];
		return slice_eq(before->parent, entry->parent) &&
		    before->due == entry->due ? NULL :
		    "has another parent or date than a line above for the "
		    "same office and year";
	}
	sighting->mark = (unsigned)roster->n;
	roster->entry = memory_room(roster->entry, &roster->room, roster->n,
	    sizeof(*roster->entry));
	roster->entry[roster->n++] = *entry;
	return NULL;
}

bool
roster_read(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules)
{
	struct tsv   tsv = tsv_open(text);
	struct slice field[ROSTER_FIELDS];
	int          region = tsv_column(text, OFFICE_REGION_COLUMN);
	struct seen  seen = { .n = 0 };
	bool         good = true;

	roster->tree.rules = rules;
	while (tsv_next(&tsv, field, ROSTER_FIELDS) > 0) {
		struct roster_entry entry = entry_of(roster, field, region);
		const char         *reason = why_none(&entry,
		    field[ROSTER_DUE]);

		if (reason == NULL)
			reason = take(roster, &entry, &seen);
		if (reason == NULL)
			continue;
		warn_at_line(file, tsv.line, "%s", reason);
		good = false;
	}
	seen_free(&seen);
	office_years_sort(roster->entry, roster->n, sizeof(*roster->entry));
	return good;
}

/* The one entry for WANTED; NULL where there is none, or several that may be
 * meant. */
static struct roster_entry *
find_entry(const struct roster *roster, struct office_year wanted)
{
	struct roster_entry *found = NULL;

	for (size_t i = office_years_search(roster->entry, roster->n,
	    sizeof(*roster->entry), wanted); i < roster->n &&
	    roster->entry[i].at.year == wanted.year &&
	    slice_eq(roster->entry[i].at.org, wanted.org); i++) {
		struct roster_entry *entry = &roster->entry[i];

		if (!office_year_is(&entry->at, &wanted))
			continue;
		if (found != NULL && !slice_eq(entry->at.region,
		    found->at.region))
			return NULL;
		if (found == NULL)
			found = entry;
	}
	return found;
}

/* Whether ORG has an entry for some year. */
static bool
knows(const struct roster *roster, struct slice org, struct slice region)
{
	for (size_t i = office_years_search(roster->entry, roster->n,
	    sizeof(*roster->entry), (struct office_year){ org, { "", 0 }, 0 });
	    i < roster->n && slice_eq(roster->entry[i].at.org, org); i++)
		if (region_may_be(roster->entry[i].at.region, region))
			return true;
	return false;
}

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

/* The name by which the roster knows the office of REPORT: its key, the key of
 * its name, or that of the name with its region in front; the last one where it
 * knows none. */
static struct slice
known_name(struct roster *roster, const struct report *report)
{
	struct slice name = report->office;

	if (knows(roster, name, report->region))
		return name;
	name = office_key_of(&roster->keys, report->org);
	if (knows(roster, name, report->region) || report->region.n == 0)
		return name;
	return office_key_of(&roster->keys, office_in_full(&roster->keys,
	    report->region, report->org));
}

void
roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices)
{
	struct roster_entry *entry;
	struct notice        notice = notice_of(report);
	struct slice         office;

	if (roster->n == 0)
		return;
	office = known_name(roster, report);
	entry = find_entry(roster, (struct office_year){ office,
	    report->region, report->year });
	if (entry == NULL) {
		notice_tell(notices, knows(roster, office, report->region) ?
		    OWN_YEAR : OWN_UNKNOWN, &notice);
		return;
	}
	if (entry->seen++ > 0)
		notice_tell(notices, OWN_DUPLICATE, &notice);
	tree_take(&roster->tree, &entry->node, report);
	check_due(entry, report, notices);
}

/* The entry above CHILD, or NULL. */
static struct roster_entry *
parent_of(struct roster *roster, const struct roster_entry *child)
{
	if (child->parent.n == 0)
		return NULL;
	return find_entry(roster, (struct office_year){
	    office_key_of(&roster->keys, child->parent), child->at.region,
	    child->at.year });
}

static struct notice
notice_about(const struct roster_entry *entry)
{
	return (struct notice){ .region = entry->at.region,
	    .org = entry->name, .office = entry->at.org,
	    .year = entry->at.year };
}

/* Tells of which of the offices below PARENT there is no report: the sum of the
 * others is no more than a bound. */
static void
tell_missing(const struct roster_entry *parent, struct slice names,
    unsigned missing, unsigned children, const struct notices *notices)
{
	struct notice notice = notice_about(parent);
	char          left[AMOUNT_BYTES_MAX], right[AMOUNT_BYTES_MAX];

	notice.left = (struct slice){ left, amount_format(left, missing, 0) };
	notice.right = (struct slice){ right,
	    amount_format(right, children, 0) };
	notice.other = names;
	notice_tell(notices, OWN_CHILDREN, &notice);
}

/* An entry and the one above it. */
struct kinship {
	const struct roster_entry *parent, *child;
};

/* By parents, then in the order of the roster. */
static int
by_parent(const void *left, const void *right)
{
	const struct kinship *l = left, *r = right;

	if (l->parent != r->parent)
		return l->parent < r->parent ? -1 : 1;
	return (l->child > r->child) - (l->child < r->child);
}

/* The parent of the first of N kinships, which all have it, against the
 * children. */
static void
compare_children(struct roster *roster, const struct kinship kinship[],
    unsigned n, const struct notices *notices)
{
	const struct roster_entry *parent = kinship[0].parent;
	struct buffer              names = { .n = 0 };
	unsigned                   missing = 0;

	tree_begin(&roster->tree);
	for (unsigned i = 0; i < n; i++) {
		const struct roster_entry *child = kinship[i].child;

		if (child->seen > 0) {
			tree_add(&roster->tree, &child->node);
			continue;
		}
		if (missing++ > 0)
			buffer_string(&names, ", ");
		buffer_add(&names, child->name);
	}
	tree_compare(&roster->tree, &parent->node, notice_about(parent),
	    notices);
	if (missing > 0)
		tell_missing(parent, buffer_slice(&names), missing, n,
		    notices);
	buffer_free(&names);
}

void
roster_close(struct roster *roster, const struct notices *notices)
{
	struct kinship *kinship;
	size_t          n = 0, at = 0;

	if (roster->n == 0)
		return;
	kinship = memory_get(roster->n * sizeof(*kinship));
	for (size_t i = 0; i < roster->n; i++) {
		kinship[n].child = &roster->entry[i];
		kinship[n].parent = parent_of(roster, kinship[n].child);
		n += kinship[n].parent != NULL;
	}
	if (n > 1)
		qsort(kinship, n, sizeof(*kinship), by_parent);
	for (size_t i = 0; i < roster->n; i++) {
		const struct roster_entry *entry = &roster->entry[i];
		struct notice              notice = notice_about(entry);
		unsigned                   children = 0;

		while (at + children < n &&
		    kinship[at + children].parent == entry)
			children++;
		if (entry->seen == 0)
			notice_tell(notices, OWN_MISSING, &notice);
		else if (children > 0)
			compare_children(roster, &kinship[at], children,
			    notices);
		at += children;
	}
	free(kinship);
}

void
roster_free(struct roster *roster)
{
	for (size_t i = 0; i < roster->n; i++)
		tree_node_free(&roster->entry[i].node);
	free(roster->entry);
	tree_free(&roster->tree);
	arena_free(&roster->keys);
	*roster = (struct roster){ .n = 0 };
}
