/* Rows or columns of a sheet that are not shown. */
#ifndef EXCEL_HIDDEN_RANGES_H
#define EXCEL_HIDDEN_RANGES_H

#include <stdbool.h>
#include <stddef.h>

struct hidden_range {
	unsigned first, last;
};

struct hidden_ranges {
	struct hidden_range *range;
	size_t               n, room;
};

/* Adds the numbers from FIRST to LAST. */
void hidden_ranges_add(struct hidden_ranges *hidden, unsigned first,
    unsigned last);

/* Puts them in order: to be called before any of the following. */
void hidden_ranges_ready(struct hidden_ranges *hidden);

bool hidden_ranges_has(const struct hidden_ranges *hidden, unsigned number);

/* The first number from NUMBER on, or the last up to it, that is not hidden. */
unsigned hidden_ranges_next(const struct hidden_ranges *hidden,
    unsigned number);
unsigned hidden_ranges_previous(const struct hidden_ranges *hidden,
    unsigned number);

/* How many numbers from FIRST to LAST are not hidden. */
unsigned hidden_ranges_shown(const struct hidden_ranges *hidden,
    unsigned first, unsigned last);

#endif
