#include "series.h"

#include "base/diagnostics.h"
#include "zeros.h"

/* A report of an office's years: none is what is no report, or of no year. */
static bool
is_of_series(const struct report *report)
{
	return !report_is_other(report) && report->year > 0;
}

void
series_forget(struct series *series)
{
	series->has_copies = series->has_earlier = false;
	history_begin(&series->history);
}

/* The year of the copies is over. */
static void
turn_year(struct series *series)
{
	history_add(&series->history, &series->of[series->turn].report);
	series->turn = !series->turn;
	series->has_earlier = true;
	series->has_copies = false;
}

/* What is known of the office before this report. */
static void
look_back(struct series *series, const struct report *now)
{
	struct evidence *evidence = &series->evidence;
	int              year = series->of[series->turn].report.year;

	*evidence = (struct evidence){ .now = now,
	    .history = &series->history };
	series->copies = NULL;
	if (!is_of_series(now))
		return;
	if (series->has_copies && now->year < year)
		series_forget(series);
	if (series->has_copies && now->year > year)
		turn_year(series);
	if (series->has_copies)
		series->copies = &series->of[series->turn];
	if (!series->has_earlier)
		return;
	evidence->earlier = &series->of[!series->turn].report;
	if (now->year == evidence->earlier->year + 1)
		evidence->before = evidence->earlier;
}

const struct plan *
series_enter(struct series *series, const struct rules *rules,
    const struct document *document)
{
	struct report     *now = &series->report;
	const struct plan *plan;

	report_read(now, &series->names, document);
	look_back(series, now);
	plan = plans_find(&series->plans, rules, now);
	zeros_find(plan, now);
	if (plan->is_cut)
		warn_of(now->doc, "has more rows than a rule is applied to: the "
		    "last ones are not checked");
	if (now->lists.is_cut)
		warn_of(now->doc, "states a list of more parts than are added "
		    "up: it is taken for several");
	return plan;
}

void
series_leave(struct series *series)
{
	if (series->copies != NULL)
		copies_add(&series->of[series->turn], &series->report);
	else if (is_of_series(&series->report)) {
		copies_begin(&series->of[series->turn], &series->report);
		series->has_copies = true;
	}
	if (series->names.n <= NAMES_MAX * 3 / 4)
		return;
	/* Only invented names get this far: begin anew. */
	plans_free(&series->plans);
	names_free(&series->names);
	series_forget(series);
}

void
series_free(struct series *series)
{
	plans_free(&series->plans);
	names_free(&series->names);
	report_free(&series->report);
	copies_free(&series->of[0]);
	copies_free(&series->of[1]);
	history_free(&series->history);
}
