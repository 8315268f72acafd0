#include "waiver.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "record/amount.h"

enum waiver_field { WAIVER_RULE, WAIVER_ORG, WAIVER_YEAR, WAIVER_WHERE,
	WAIVER_LEFT, WAIVER_RIGHT, WAIVER_REASON, WAIVER_FIELDS };

/* Why a row of N fields is no waiver; NULL if it is one. */
static const char *
why_none(const struct slice field[], int n, const struct rules *rules)
{
	long long year;

	if (n <= WAIVER_RIGHT || !amount_parse(field[WAIVER_YEAR], &year))
		return "expected rule, org, year, where, left, right";
	return rules_know(rules, field[WAIVER_RULE]) ? NULL :
	    "column 1: no rule has this id";
}

static void
add(struct waivers *waivers, const struct slice field[])
{
	struct waiver waiver = { .rule = field[WAIVER_RULE],
	    .at = { .org = field[WAIVER_ORG] }, .where = field[WAIVER_WHERE],
	    .left = field[WAIVER_LEFT], .right = field[WAIVER_RIGHT] };
	long long     year = 0;

	amount_parse(field[WAIVER_YEAR], &year);
	waiver.at.year = (int)(year / AMOUNT_ONE);
	waivers->waiver = memory_room(waivers->waiver, &waivers->room,
	    waivers->n, sizeof(*waivers->waiver));
	waivers->waiver[waivers->n++] = waiver;
}

bool
waivers_read(struct waivers *waivers, struct slice text, const char *file,
    const struct rules *rules)
{
	struct tsv   tsv = tsv_open(text);
	struct slice field[WAIVER_FIELDS];
	bool         good = true;
	int          fields;

	while ((fields = tsv_next(&tsv, field, WAIVER_FIELDS)) > 0) {
		const char *reason = why_none(field, fields, rules);

		if (reason == NULL) {
			add(waivers, field);
			continue;
		}
		warn_at_line(file, tsv.line, "%s", reason);
		good = false;
	}
	office_years_sort(waivers->waiver, waivers->n,
	    sizeof(*waivers->waiver));
	return good;
}

/* The number of the first waiver not before ORG and YEAR. */
static size_t
search(const struct waivers *waivers, struct slice org, int year)
{
	return office_years_search(waivers->waiver, waivers->n,
	    sizeof(*waivers->waiver), (struct office_year){ org, year });
}

void
waivers_meet(struct waivers *waivers, struct slice org, int year)
{
	for (size_t i = search(waivers, org, year); i < waivers->n &&
	    office_year_is(&waivers->waiver[i].at, org, year); i++)
		waivers->waiver[i].met = true;
}

static void
tell_lapsed(const struct waiver *waiver, struct notice notice,
    const struct notices *notices)
{
	notice.other = waiver->rule;
	notice.where = waiver->where;
	notice.label = (struct slice){ "", 0 };
	notice.left = waiver->left;
	notice.right = waiver->right;
	notice_tell(notices, OWN_LAPSED, &notice);
}

bool
waivers_cover(struct waivers *waivers, struct slice rule,
    const struct notice *notice, const struct notices *notices)
{
	for (size_t i = search(waivers, notice->org, notice->year);
	    i < waivers->n && office_year_is(&waivers->waiver[i].at,
	    notice->org, notice->year); i++) {
		struct waiver *waiver = &waivers->waiver[i];

		if (!slice_eq(waiver->rule, rule) ||
		    !slice_eq(waiver->where, notice->where))
			continue;
		waiver->used = true;
		if (slice_eq(waiver->left, notice->left) &&
		    slice_eq(waiver->right, notice->right))
			return true;
		tell_lapsed(waiver, *notice, notices);
	}
	return false;
}

void
waivers_close(const struct waivers *waivers, const struct notices *notices)
{
	for (size_t i = 0; i < waivers->n; i++) {
		const struct waiver *waiver = &waivers->waiver[i];

		if (waiver->met && !waiver->used)
			tell_lapsed(waiver, (struct notice){
			    .org = waiver->at.org, .year = waiver->at.year },
			    notices);
	}
}

void
waivers_free(struct waivers *waivers)
{
	free(waivers->waiver);
	*waivers = (struct waivers){ .n = 0 };
}
