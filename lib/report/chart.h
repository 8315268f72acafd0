/* Charts of a page, as SVG in it. */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "view.h"

/* Adds a column for each office, a block for each of its entries, place by place;
 * what they show the list of offices tells too. */
void chart_offices(const struct view *view);

/* A bar as long as N of MOST, in the colours of LEVEL. */
void chart_bar(struct buffer *out, size_t n, size_t most,
    enum rule_level level);

struct year_sum {
	int       year;
	long long requests;
	size_t    reports;	/* that say it */
};

/* Adds a column for each of the N YEARS, of which there are two or more. */
void chart_years(const struct view *view, const struct year_sum years[],
    size_t n);

#endif
