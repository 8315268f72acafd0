#include "waiver.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/tsv.h"
#include "record/amount.h"
#include "section/identity/office_key.h"

enum waiver_field { WAIVER_RULE, WAIVER_ORG, WAIVER_YEAR, WAIVER_WHERE,
	WAIVER_LEFT, WAIVER_RIGHT, WAIVER_FIELDS = 32 };

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

/* Whether the waiver in FIELD, for REGION, has been read before. */
static bool
is_repeated(const struct slice field[], struct slice region,
    struct seen *seen)
{
	struct digest digest = digest_of(region);

	for (int i = 0; i <= WAIVER_RIGHT; i++)
		digest = digest_on(digest, field[i]);
	return seen_before(seen, digest);
}

/* By office and year, then by what they waive. */
static int
by_subject(const void *left, const void *right)
{
	const struct waiver *l = left, *r = right;
	int                  order = office_year_order(&l->at, &r->at);

	if (order == 0)
		order = slice_cmp(l->at.region, r->at.region);
	if (order == 0)
		order = slice_cmp(l->rule, r->rule);
	return order != 0 ? order : slice_cmp(l->where, r->where);
}

/* The columns that a header may name. */
struct waiver_columns {
	int region, reason, who, day;
};

static struct slice
column_of(const struct slice field[], int column)
{
	return column >= 0 && column < WAIVER_FIELDS ? field[column] :
	    (struct slice){ "", 0 };
}

static void
add(struct waivers *waivers, const struct slice field[],
    const struct waiver_columns *columns)
{
	struct waiver waiver = { .name = field[WAIVER_ORG],
	    .at = { .org = office_key_of(&waivers->keys, field[WAIVER_ORG]),
	    .region = column_of(field, columns->region) },
	    .rule = field[WAIVER_RULE], .where = field[WAIVER_WHERE],
	    .left = field[WAIVER_LEFT], .right = field[WAIVER_RIGHT],
	    .reason = column_of(field, columns->reason),
	    .who = column_of(field, columns->who),
	    .day = column_of(field, columns->day) };
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
	struct tsv            tsv = tsv_open(text);
	struct waiver_columns columns = {
	    tsv_column(text, OFFICE_REGION_COLUMN),
	    tsv_column(text, SLICE("reason")), tsv_column(text, SLICE("who")),
	    tsv_column(text, SLICE("day")) };
	struct slice          field[WAIVER_FIELDS];
	struct seen           seen = { .n = 0 };
	bool                  good = true;
	int                   fields;

	while ((fields = tsv_next(&tsv, field, WAIVER_FIELDS)) > 0) {
		const char *reason = why_none(field, fields, rules);

		if (reason != NULL) {
			warn_at_line(file, tsv.line, "%s", reason);
			good = false;
		} else if (!is_repeated(field, column_of(field,
		    columns.region), &seen))
			add(waivers, field, &columns);
	}
	seen_free(&seen);
	if (waivers->n > 1)
		qsort(waivers->waiver, waivers->n, sizeof(*waivers->waiver),
		    by_subject);
	return good;
}

typedef bool waiver_fn(struct waiver *waiver, const void *context);

/* Calls VISIT for each waiver of AT that says the region, if it MUST, until one is
 * wanted, which is returned. */
static struct waiver *
each_waiver_of(struct waivers *waivers, struct office_year at, bool must,
    waiver_fn *visit, const void *context)
{
	for (size_t i = office_years_search(waivers->waiver, waivers->n,
	    sizeof(*waivers->waiver), at); i < waivers->n &&
	    office_year_order(&waivers->waiver[i].at, &at) == 0; i++) {
		struct waiver *waiver = &waivers->waiver[i];

		if (office_year_is(&waiver->at, &at) &&
		    (waiver->at.region.n > 0 || !must) &&
		    visit(waiver, context))
			return waiver;
	}
	return NULL;
}

/* The same for the office whose keys are known, in REGION, for YEAR. */
static struct waiver *
each_waiver(struct waivers *waivers, struct slice region, int year,
    waiver_fn *visit, const void *context)
{
	const struct office_keys *keys = &waivers->office;
	struct waiver            *found = NULL;

	for (size_t k = 0; k < keys->n && found == NULL; k++)
		found = each_waiver_of(waivers, (struct office_year){
		    keys->key[k], region, year }, false, visit, context);
	if (found == NULL && keys->bare.n > 0)
		found = each_waiver_of(waivers, (struct office_year){
		    keys->bare, region, year }, true, visit, context);
	return found;
}

static bool
meet(struct waiver *waiver, const void *context)
{
	(void)context;
	waiver->met = true;
	return false;
}

void
waivers_meet(struct waivers *waivers, const struct report *report)
{
	if (waivers->n == 0)
		return;
	office_keys_find(&waivers->office, report->office, report->region,
	    report->org);
	each_waiver(waivers, report->region, report->year, meet, NULL);
}

/* A finding that may be waived. */
struct finding_at_hand {
	struct slice         rule;
	const struct notice *notice;
};

static bool
cover(struct waiver *waiver, const void *context)
{
	const struct finding_at_hand *finding = context;
	const struct notice          *notice = finding->notice;

	if (!slice_eq(waiver->rule, finding->rule) ||
	    !slice_eq(waiver->where, notice->where) ||
	    !slice_eq(waiver->left, notice->left) ||
	    !slice_eq(waiver->right, notice->right))
		return false;
	waiver->used = true;
	return true;
}

const struct waiver *
waivers_cover(struct waivers *waivers, struct slice rule,
    const struct notice *notice)
{
	struct finding_at_hand finding = { rule, notice };

	if (waivers->n == 0)
		return NULL;
	office_keys_find(&waivers->office, notice->office, notice->region,
	    notice->org);
	return each_waiver(waivers, notice->region, notice->year, cover,
	    &finding);
}

static void
tell_lapsed(const struct waiver *waiver, const struct notices *notices)
{
	notice_tell(notices, OWN_LAPSED, &(struct notice){
	    .region = waiver->at.region, .org = waiver->name,
	    .office = waiver->at.org, .year = waiver->at.year,
	    .other = waiver->rule, .where = waiver->where,
	    .left = waiver->left, .right = waiver->right });
}

/* Of several waivers of one thing, as the figures were at their times, one is
 * enough; of those that all have lapsed the last is told. */
void
waivers_close(const struct waivers *waivers, const struct notices *notices)
{
	bool met = false, used = false;

	for (size_t i = 0; i < waivers->n; i++) {
		const struct waiver *waiver = &waivers->waiver[i];

		met |= waiver->met;
		used |= waiver->used;
		if (i + 1 < waivers->n && by_subject(waiver, waiver + 1) == 0)
			continue;
		if (met && !used)
			tell_lapsed(waiver, notices);
		met = used = false;
	}
}

void
waivers_free(struct waivers *waivers)
{
	free(waivers->waiver);
	arena_free(&waivers->keys);
	office_keys_free(&waivers->office);
	*waivers = (struct waivers){ .n = 0 };
}
