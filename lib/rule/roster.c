#include "roster.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "record/amount.h"
#include "base/buffer.h"

enum roster_field { ROSTER_ORG, ROSTER_YEAR, ROSTER_PARENT, ROSTER_DUE,
	ROSTER_FIELDS };

static int
compare(const struct roster_entry *entry, struct slice org, int year)
{
	int order = slice_cmp(entry->org, org);

	return order != 0 ? order : (entry->year > year) - (entry->year < year);
}

static int
by_org_and_year(const void *left, const void *right)
{
	const struct roster_entry *r = right;

	return compare(left, r->org, r->year);
}

/* A whole number of at most DIGITS digits; 0 when TEXT is none. */
static long
number_of(struct slice text, long most)
{
	long long amount;

	return amount_parse(text, &amount) && amount % AMOUNT_ONE == 0 &&
	    amount > 0 && amount / AMOUNT_ONE <= most ?
	    (long)(amount / AMOUNT_ONE) : 0;
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
		    roster->tree_cells < TREE_CELLS_MAX; k++) {
			size_t n = roster->tree_cells++;

			roster->tree_rule[n] = rule;
			roster->tree_item[n] = rule->item[k / rule->cols];
			roster->tree_col[n] = rule->col[k % rule->cols];
		}
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
		struct roster_entry entry = { .org = field[ROSTER_ORG],
		    .parent = field[ROSTER_PARENT],
		    .year = (int)number_of(field[ROSTER_YEAR], 9999),
		    .due = number_of(field[ROSTER_DUE], 99999999) };

		if (entry.org.n == 0 || entry.year == 0 ||
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
	if (roster->n > 0)
		qsort(roster->entry, roster->n, sizeof(*roster->entry),
		    by_org_and_year);
	return good;
}

/* The first entry not before ORG and YEAR. */
static size_t
lower_bound(const struct roster *roster, struct slice org, int year)
{
	size_t low = 0, high = roster->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&roster->entry[middle], org, year) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct roster_entry *
find(const struct roster *roster, struct slice org, int year)
{
	size_t i = lower_bound(roster, org, year);

	return i < roster->n && compare(&roster->entry[i], org, year) == 0 ?
	    &roster->entry[i] : NULL;
}

static bool
knows_org(const struct roster *roster, struct slice org)
{
	size_t i = lower_bound(roster, org, 0);

	return i < roster->n && slice_eq(roster->entry[i].org, org);
}

static void
tell(const struct rules *rules, const char *id, const struct notice *notice,
    notice_fn *fn, void *context)
{
	const struct rule *rule = notice_rule(rules, id);

	if (rule != NULL)
		fn(context, rule, notice);
}

static struct notice
notice_of(const struct report *report)
{
	return (struct notice){ .doc = report->doc, .region = report->region,
	    .org = report->org, .year = report->year };
}

static void
note_figures(const struct roster *roster, struct roster_entry *entry,
    const struct report *report)
{
	for (size_t i = 0; i < roster->tree_cells; i++) {
		const struct cell *cell = report_cell(report, names_number(
		    report->names, roster->tree_item[i], roster->tree_col[i]));

		entry->has[i] = cell != NULL;
		if (cell != NULL)
			entry->figure[i] = report_value(report, cell, 0);
	}
}

static void
check_due(const struct roster_entry *entry, const struct rules *rules,
    const struct report *report, notice_fn *fn, void *context)
{
	struct notice      notice = notice_of(report);
	const struct cell *published = report_cell(report, names_number(
	    report->names, SLICE("structure.published"), SLICE("date")));
	char               left[AMOUNT_BYTES_MAX], right[AMOUNT_BYTES_MAX];

	if (entry->due == 0 || published == NULL ||
	    published->value.lo <= entry->due * (long long)AMOUNT_ONE)
		return;
	notice.left = (struct slice){ left,
	    amount_format(left, 0, published->value.lo) };
	notice.right = (struct slice){ right,
	    amount_format(right, entry->due, 0) };
	tell(rules, "R-LATE", &notice, fn, context);
}

void
roster_meet(struct roster *roster, const struct rules *rules,
    const struct report *report, notice_fn *fn, void *context)
{
	struct roster_entry *entry = find(roster, report->org, report->year);
	struct notice        notice = notice_of(report);

	if (roster->n == 0)
		return;
	if (entry == NULL) {
		tell(rules, knows_org(roster, report->org) ? "R-YEAR" :
		    "R-UNKNOWN", &notice, fn, context);
		return;
	}
	if (entry->seen++ > 0)
		tell(rules, "R-DUPLICATE", &notice, fn, context);
	note_figures(roster, entry, report);
	check_due(entry, rules, report, fn, context);
}

/* Adds what CHILD reports to what is below its parent. */
static void
add_below(const struct roster *roster, const struct roster_entry *child)
{
	struct roster_entry *parent = child->parent.n > 0 ?
	    find(roster, child->parent, child->year) : NULL;

	for (size_t i = 0; parent != NULL && i < roster->tree_cells; i++) {
		if (!child->has[i])
			continue;
		parent->below[i] = quantity_add(parent->below[i],
		    child->figure[i]);
		parent->has_below[i] = true;
	}
}

static void
compare_tree(const struct roster *roster, const struct roster_entry *parent,
    size_t i, notice_fn *fn, void *context)
{
	struct quantity sum = parent->below[i];
	struct buffer   where = { .n = 0 }, left = { .n = 0 };
	struct buffer   right = { .n = 0 };
	struct notice   notice = { .org = parent->org, .year = parent->year };

	if (!parent->has[i] || !parent->has_below[i] ||
	    !quantity_fails(quantity_at_most(sum, parent->figure[i],
	    quantity_point(0))))
		return;
	buffer_add(&where, roster->tree_item[i]);
	buffer_string(&where, "@");
	buffer_add(&where, roster->tree_col[i]);
	quantity_print(&left, parent->figure[i]);
	quantity_print(&right, sum);
	notice.where = notice.cells = buffer_slice(&where);
	notice.left = buffer_slice(&left);
	notice.right = buffer_slice(&right);
	fn(context, roster->tree_rule[i], &notice);
	buffer_free(&where);
	buffer_free(&left);
	buffer_free(&right);
}

void
roster_close(struct roster *roster, const struct rules *rules, notice_fn *fn,
    void *context)
{
	for (size_t i = 0; i < roster->n; i++)
		if (roster->entry[i].seen > 0)
			add_below(roster, &roster->entry[i]);
	for (size_t i = 0; i < roster->n; i++) {
		const struct roster_entry *entry = &roster->entry[i];
		struct notice              notice = { .org = entry->org,
		    .year = entry->year };

		if (entry->seen == 0)
			tell(rules, "R-MISSING", &notice, fn, context);
		for (size_t k = 0; k < roster->tree_cells && entry->seen > 0;
		    k++)
			compare_tree(roster, entry, k, fn, context);
	}
}

void
roster_free(struct roster *roster)
{
	free(roster->entry);
	*roster = (struct roster){ .n = 0 };
}
