/* The views of a page that are about all offices. */
#ifndef REPORT_OVERVIEW_H
#define REPORT_OVERVIEW_H

#include "view.h"

/* Adds counts as equations, charts, what is wrong most often, whom to look at
 * first. */
void overview_add(const struct view *view);

/* Adds the list of all offices, with what it is filtered by. */
void office_list_add(const struct view *view);

/* Adds the files that were not read. */
void unread_list_add(const struct view *view);

/* Adds the page of the office number I, with its papers. */
void office_page_add(const struct view *view, size_t i);

/* Adds the requests of the office number I by year, if there are two years. */
void office_years_add(const struct view *view, size_t i);

/* What its worst entry says, as HTML. */
struct slice office_worst(const struct standing *standing);

#endif
