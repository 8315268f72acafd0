#include "roster.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "record/amount.h"
#include "section/identity/office_key.h"

enum roster_field { ROSTER_ORG, ROSTER_YEAR, ROSTER_PARENT, ROSTER_DUE,
	ROSTER_FIELDS };

/* A number from 1 to MOST; 0 when TEXT is none. */
static int
number_of(struct slice text, unsigned long long most)
{
	unsigned long long number;

	return digits_read(text, most, &number) ? (int)number : 0;
}

/* The cells of the rules of range `tree'. */
static void
plant_tree(struct roster *roster, const struct rules *rules)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rule[i];

		if (rule->range != RANGE_TREE)
			continue;
		for (size_t k = 0; k < rule->items * rule->cols &&
		    roster->tree_cells < TREE_CELLS_MAX; k++)
			roster->tree[roster->tree_cells++] =
			    (struct tree_cell){ rule,
			    rule->item[k / rule->cols],
			    rule->col[k % rule->cols] };
	}
}

bool
roster_read(struct roster *roster, struct slice text, const char *file,
    const struct rules *rules)
{
	struct tsv   tsv = tsv_open(text);
	struct slice field[ROSTER_FIELDS];
	bool         good = true;

	plant_tree(roster, rules);
	while (tsv_next(&tsv, field, ROSTER_FIELDS) > 0) {
		struct roster_entry entry = {
		    .at = { office_key_of(&roster->keys,
		    field[ROSTER_ORG]),
		    number_of(field[ROSTER_YEAR], 9999) },
		    .name = field[ROSTER_ORG],
		    .parent = field[ROSTER_PARENT],
		    .due = number_of(field[ROSTER_DUE], 99999999) };

		if (entry.name.n == 0 || entry.at.year == 0 ||
		    (field[ROSTER_DUE].n > 0 && entry.due == 0)) {
			warn_at(file, "line %lu: expected org, year, parent, "
			    "due (yyyymmdd)", tsv.line);
			good = false;
			continue;
		}
		roster->entry = memory_room(roster->entry, &roster->room,
		    roster->n, sizeof(*roster->entry));
		roster->entry[roster->n++] = entry;
	}
	office_years_sort(roster->entry, roster->n, sizeof(*roster->entry));
	return good;
}

/* The first entry not before ORG and YEAR, or NULL. */
static struct roster_entry *
search(const struct roster *roster, struct slice org, int year)
{
	size_t i = office_years_search(roster->entry, roster->n,
	    sizeof(*roster->entry), (struct office_year){ org, year });

	return i < roster->n ? &roster->entry[i] : NULL;
}

static struct roster_entry *
find_entry(const struct roster *roster, struct slice org, int year)
{
	struct roster_entry *entry = search(roster, org, year);

	return entry != NULL && office_year_is(&entry->at, org, year) ?
	    entry : NULL;
}

static bool
knows_org(const struct roster *roster, struct slice org)
{
	const struct roster_entry *entry = search(roster, org, 0);

	return entry != NULL && slice_eq(entry->at.org, org);
}

static void
note_figures(const struct roster *roster, struct roster_entry *entry,
    const struct report *report)
{
	for (size_t i = 0; i < roster->tree_cells; i++) {
		const struct report_cell *cell = report_cell(report,
		    names_number(report->names, roster->tree[i].item,
		    roster->tree[i].col));

		entry->has[i] = cell != NULL;
		if (cell != NULL)
			entry->figure[i] = report_value(report, cell, 0);
	}
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

void
roster_meet(struct roster *roster, const struct report *report,
    const struct notices *notices)
{
	struct roster_entry *entry;
	struct notice        notice = notice_of(report);
	struct slice         office;

	if (roster->n == 0)
		return;
	office = knows_org(roster, report->office) ? report->office :
	    office_key_of(&roster->keys, report->org);
	entry = find_entry(roster, office, report->year);
	if (entry == NULL) {
		notice_tell(notices, knows_org(roster, office) ?
		    OWN_YEAR : OWN_UNKNOWN, &notice);
		return;
	}
	if (entry->seen++ > 0)
		notice_tell(notices, OWN_DUPLICATE, &notice);
	note_figures(roster, entry, report);
	check_due(entry, report, notices);
}

/* Adds what CHILD reports to what is below its parent. */
static void
add_below(struct roster *roster, const struct roster_entry *child)
{
	struct roster_entry *parent = child->parent.n > 0 ?
	    find_entry(roster, office_key_of(&roster->keys, child->parent),
	    child->at.year) : NULL;

	for (size_t i = 0; parent != NULL && i < roster->tree_cells; i++) {
		if (!child->has[i])
			continue;
		parent->below[i] = interval_add(parent->below[i],
		    child->figure[i]);
		parent->has_below[i] = true;
	}
}

static void
compare_tree(const struct tree_cell *cell, const struct roster_entry *parent,
    size_t i, const struct notices *notices)
{
	struct disparity disparity = { cell->item, cell->col,
	    parent->figure[i], parent->below[i] };

	if (parent->has[i] && parent->has_below[i] && interval_fails(
	    interval_at_most(parent->below[i], parent->figure[i],
	    interval_point(0))))
		notice_tell_disparity(notices, cell->rule, (struct notice){
		    .org = parent->name, .year = parent->at.year },
		    &disparity);
}

void
roster_close(struct roster *roster, const struct notices *notices)
{
	for (size_t i = 0; i < roster->n; i++)
		if (roster->entry[i].seen > 0)
			add_below(roster, &roster->entry[i]);
	for (size_t i = 0; i < roster->n; i++) {
		const struct roster_entry *entry = &roster->entry[i];

		if (entry->seen == 0)
			notice_tell(notices, OWN_MISSING, &(struct notice){
			    .org = entry->name, .year = entry->at.year });
		for (size_t k = 0; k < roster->tree_cells && entry->seen > 0;
		    k++)
			compare_tree(&roster->tree[k], entry, k, notices);
	}
}

void
roster_free(struct roster *roster)
{
	free(roster->entry);
	arena_free(&roster->keys);
	*roster = (struct roster){ .n = 0 };
}
