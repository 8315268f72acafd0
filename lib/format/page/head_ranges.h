/* Which columns the names of a head are over. */
#ifndef PAGE_HEAD_RANGES_H
#define PAGE_HEAD_RANGES_H

#include <stddef.h>

#include "layout.h"
#include "text_extent.h"
#include "text_rules.h"

/* A name of the head, in one or several lines. */
struct column_name {
	const struct line_row *line;	/* its last */
	struct page_cell      cell;
};

/* The head while it is put together. */
struct head_names {
	const struct text_extent *extent;
	const struct text_rules  *rules;
	float                     leading;
	struct column_name       *name;
	size_t                    names;
	unsigned                  cols;
};

/* Columns from one up to another. */
struct column_run {
	unsigned from, end;
};

/* Finds in RANGE the columns that the pieces of row number I of the N at ROW are over,
 * those of the rows above having been added to HEAD: a rule below them tells, or that
 * they share the columns which have names below; or else they are those that they have
 * part of. */
void head_find_ranges(const struct head_names *head, const struct line_row *row,
    size_t n, size_t i, struct column_run *range);

#endif
