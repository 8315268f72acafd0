/* The title of a report: 青石县财政局2020年政府信息公开工作年度报告, in its many
 * forms: short or long, over several lines, spaced, doubled. */
#ifndef IDENTITY_TITLE_H
#define IDENTITY_TITLE_H

#include <stdbool.h>

#include "section/parts.h"

struct title {
	struct slice text;	/* as printed, without spaces; .n is 0: none */
	struct slice org;	/* whom it names, folded; may be empty */
	int          year;	/* 0: it names none */
	size_t       part;	/* where it begins; parts->n: only in the
				   page's data */
};

/* Finds the title among the lines before the first section, and in the title
 * of the page: the first that names both an office and a year, or the one
 * that names most. */
void title_find(struct parts *parts, struct title *title);

/* Reads the folded LINE as a title, but for its .part.  False when it is none. */
bool title_read(struct parts *parts, struct slice line,
    struct title *title);

#endif
