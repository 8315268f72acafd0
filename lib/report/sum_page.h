#ifndef REPORT_SUM_PAGE_H
#define REPORT_SUM_PAGE_H

#include "base/buffer.h"
#include "material.h"
#include "sides.h"

struct sum_page {
	const struct material *material;
	struct slice           form;
	long long              year;	/* of the report */
};

/* Adds SIDES as a table of three lines: what adds up, what is stated, by how much
 * they differ. */
void sum_page_add(const struct sum_page *page, const struct sides *sides,
    struct buffer *out);

/* The same in a line: 3 + 1 = 4; 总计 = 5; 相差 +1. */
void sum_line_add(const struct sum_page *page, const struct sides *sides,
    struct buffer *out);

#endif
