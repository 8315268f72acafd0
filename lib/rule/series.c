#include "series.h"

/* Whether A and B may be the places above one office: one may be lost, or
 * named in full only in one of the years. */
static bool
may_be_one_region(struct slice a, struct slice b)
{
	return slice_ends(a, b) || slice_ends(b, a);
}

/* What is known of the office before this report. */
static void
look_back(struct series *series, struct report *now, struct report *last)
{
	series->evidence = (struct evidence){ now, NULL, &series->history };
	series->duplicate_of = NULL;
	if (report_is_other(now))
		return;
	if (!series->has_last || now->org.n == 0 ||
	    !slice_eq(now->office, last->office) ||
	    !may_be_one_region(now->region, last->region)) {
		history_begin(&series->history);
		return;
	}
	if (now->year == last->year) {
		series->duplicate_of = last;
		return;
	}
	history_add(&series->history, last);
	if (now->year == last->year + 1)
		series->evidence.before = last;
}

const struct plan *
series_enter(struct series *series, const struct rules *rules,
    const struct document *document)
{
	struct report *now = &series->report[series->turn];

	report_read(now, &series->names, document);
	look_back(series, now, &series->report[!series->turn]);
	return plans_find(&series->plans, rules, now);
}

void
series_leave(struct series *series)
{
	if (!report_is_other(&series->report[series->turn])) {
		report_detach(&series->report[series->turn]);
		series->has_last = true;
		series->turn = !series->turn;
	}
	if (series->names.n <= NAMES_MAX * 3 / 4)
		return;
	/* Only invented names get this far: begin anew. */
	plans_free(&series->plans);
	names_free(&series->names);
	history_begin(&series->history);
	series->has_last = false;
}

void
series_free(struct series *series)
{
	plans_free(&series->plans);
	names_free(&series->names);
	report_free(&series->report[0]);
	report_free(&series->report[1]);
	history_free(&series->history);
}
