/* What the page around a report says about it: 发布时间, 发布机构, 文号, 索引号. */
#ifndef SECTION_PAGE_FIELDS_H
#define SECTION_PAGE_FIELDS_H

#include "report.h"

/* Called for each value: SAYS is `published', `signed', `publisher', `docno',
 * `index' ...; VALUE, never empty, is raw text; PART is where it stands. */
typedef void page_fn(void *context, struct slice says, struct slice value,
    const struct part *part);

/* Finds the values in the furniture and the preamble of REPORT: `key: value'
 * on a line, several of them, or in neighbouring cells.  A key without a
 * value has none, whatever key follows. */
void page_each(struct report *report, page_fn *fn, void *context);

#endif
