#include "waiver.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/seen.h"
#include "base/tsv.h"
#include "record/amount.h"

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

static void
add(struct waivers *waivers, const struct slice field[], struct slice region)
{
	struct waiver waiver = { .rule = field[WAIVER_RULE],
	    .at = { .org = field[WAIVER_ORG], .region = region }, .where = field[WAIVER_WHERE],
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
	struct seen  seen = { .n = 0 };
	bool         good = true;
	int          fields, column = tsv_column(text, OFFICE_REGION_COLUMN);

	while ((fields = tsv_next(&tsv, field, WAIVER_FIELDS)) > 0) {
		const char  *reason = why_none(field, fields, rules);
		struct slice region = column >= 0 && column < WAIVER_FIELDS ?
		    field[column] : (struct slice){ "", 0 };

		if (reason != NULL) {
			warn_at_line(file, tsv.line, "%s", reason);
			good = false;
		} else if (!is_repeated(field, region, &seen))
			add(waivers, field, region);
	}
	seen_free(&seen);
	office_years_sort(waivers->waiver, waivers->n,
	    sizeof(*waivers->waiver));
	return good;
}

/* Calls VISIT for each waiver of ORG, as it is and with REGION in front of it,
 * for YEAR, until one of them says so. */
static bool
each_waiver(struct waivers *waivers, struct office_year at,
    bool visit(struct waiver *waiver, void *context), void *context)
{
	struct slice name[2] = { at.org, { "", 0 } };
	bool         done = false;

	if (waivers->n == 0)
		return false;
	name[1] = office_in_full(&waivers->names, at.region, at.org);
	for (int k = 0; k < 2 && !done; k++) {
		at.org = name[k];
		if (k > 0 && slice_eq(name[0], name[1]))
			break;
		for (size_t i = office_years_search(waivers->waiver,
		    waivers->n, sizeof(*waivers->waiver), at);
		    i < waivers->n && !done &&
		    waivers->waiver[i].at.year == at.year &&
		    slice_eq(waivers->waiver[i].at.org, at.org); i++)
			done = office_year_is(&waivers->waiver[i].at, &at) &&
			    visit(&waivers->waiver[i], context);
	}
	arena_reset(&waivers->names);
	return done;
}

static bool
meet(struct waiver *waiver, void *context)
{
	(void)context;
	waiver->met = true;
	return false;
}

void
waivers_meet(struct waivers *waivers, const struct report *report)
{
	each_waiver(waivers, (struct office_year){ report->org, report->region,
	    report->year }, meet, NULL);
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

/* A finding that may be waived. */
struct finding_at_hand {
	struct slice          rule;
	const struct notice  *notice;
	const struct notices *notices;
};

static bool
cover(struct waiver *waiver, void *context)
{
	const struct finding_at_hand *finding = context;
	const struct notice          *notice = finding->notice;

	if (!slice_eq(waiver->rule, finding->rule) ||
	    !slice_eq(waiver->where, notice->where))
		return false;
	waiver->used = true;
	if (slice_eq(waiver->left, notice->left) &&
	    slice_eq(waiver->right, notice->right))
		return true;
	tell_lapsed(waiver, *notice, finding->notices);
	return false;
}

bool
waivers_cover(struct waivers *waivers, struct slice rule,
    const struct notice *notice, const struct notices *notices)
{
	struct finding_at_hand finding = { rule, notice, notices };

	return each_waiver(waivers, (struct office_year){ notice->org,
	    notice->region, notice->year }, cover, &finding);
}

void
waivers_close(const struct waivers *waivers, const struct notices *notices)
{
	for (size_t i = 0; i < waivers->n; i++) {
		const struct waiver *waiver = &waivers->waiver[i];

		if (waiver->met && !waiver->used)
			tell_lapsed(waiver, (struct notice){
			    .region = waiver->at.region,
			    .org = waiver->at.org, .year = waiver->at.year },
			    notices);
	}
}

void
waivers_free(struct waivers *waivers)
{
	free(waivers->waiver);
	arena_free(&waivers->names);
	*waivers = (struct waivers){ .n = 0 };
}
