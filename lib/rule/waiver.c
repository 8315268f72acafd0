#include "waiver.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "record/amount.h"

enum waiver_field { WAIVER_RULE, WAIVER_ORG, WAIVER_YEAR, WAIVER_WHERE,
	WAIVER_LEFT, WAIVER_RIGHT, WAIVER_REASON, WAIVER_FIELDS };

static int
compare(const struct waiver *waiver, struct slice org, int year)
{
	int order = slice_cmp(waiver->org, org);

	return order != 0 ? order :
	    (waiver->year > year) - (waiver->year < year);
}

static int
by_org_and_year(const void *left, const void *right)
{
	const struct waiver *r = right;

	return compare(left, r->org, r->year);
}

bool
waivers_read(struct waivers *waivers, struct slice text, const char *file)
{
	struct tsv   tsv = tsv_open(text);
	struct slice field[WAIVER_FIELDS];
	bool         good = true;
	int          fields;

	while ((fields = tsv_next(&tsv, field, WAIVER_FIELDS)) > 0) {
		struct waiver waiver = { .rule = field[WAIVER_RULE],
		    .org = field[WAIVER_ORG], .where = field[WAIVER_WHERE],
		    .left = field[WAIVER_LEFT], .right = field[WAIVER_RIGHT] };
		long long     year;

		if (fields <= WAIVER_RIGHT ||
		    !amount_parse(field[WAIVER_YEAR], &year)) {
			warn_at(file, "line %lu: expected rule, org, year, "
			    "where, left, right", tsv.line);
			good = false;
			continue;
		}
		waiver.year = (int)(year / AMOUNT_ONE);
		waivers->waiver = memory_room(waivers->waiver, &waivers->room,
		    waivers->n, sizeof(*waivers->waiver));
		waivers->waiver[waivers->n++] = waiver;
	}
	if (waivers->n > 0)
		qsort(waivers->waiver, waivers->n, sizeof(*waivers->waiver),
		    by_org_and_year);
	return good;
}

/* The first waiver not before ORG and YEAR. */
static size_t
lower_bound(const struct waivers *waivers, struct slice org, int year)
{
	size_t low = 0, high = waivers->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&waivers->waiver[middle], org, year) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
waivers_meet(struct waivers *waivers, struct slice org, int year)
{
	for (size_t i = lower_bound(waivers, org, year); i < waivers->n &&
	    compare(&waivers->waiver[i], org, year) == 0; i++)
		waivers->waiver[i].met = true;
}

static void
tell_lapsed(const struct waiver *waiver, const struct rules *rules,
    struct notice notice, notice_fn *fn, void *context)
{
	const struct rule *rule = notice_rule(rules, "W-LAPSED");

	notice.other = waiver->rule;
	notice.where = waiver->where;
	notice.label = (struct slice){ "", 0 };
	notice.left = waiver->left;
	notice.right = waiver->right;
	if (rule != NULL)
		fn(context, rule, &notice);
}

bool
waivers_cover(struct waivers *waivers, const struct rules *rules,
    struct slice rule, const struct notice *notice, notice_fn *fn,
    void *context)
{
	for (size_t i = lower_bound(waivers, notice->org, notice->year);
	    i < waivers->n && compare(&waivers->waiver[i], notice->org,
	    notice->year) == 0; i++) {
		struct waiver *waiver = &waivers->waiver[i];

		if (!slice_eq(waiver->rule, rule) ||
		    !slice_eq(waiver->where, notice->where))
			continue;
		waiver->used = true;
		if (slice_eq(waiver->left, notice->left) &&
		    slice_eq(waiver->right, notice->right))
			return true;
		tell_lapsed(waiver, rules, *notice, fn, context);
	}
	return false;
}

void
waivers_close(const struct waivers *waivers, const struct rules *rules,
    notice_fn *fn, void *context)
{
	for (size_t i = 0; i < waivers->n; i++) {
		const struct waiver *waiver = &waivers->waiver[i];

		if (waiver->met && !waiver->used)
			tell_lapsed(waiver, rules, (struct notice){
			    .org = waiver->org, .year = waiver->year }, fn,
			    context);
	}
}

void
waivers_free(struct waivers *waivers)
{
	free(waivers->waiver);
	*waivers = (struct waivers){ .n = 0 };
}
