/* What the page around a report says about it: 发布时间, 发布机构, 文号, 索引号. */
#ifndef IDENTITY_PAGE_FIELDS_H
#define IDENTITY_PAGE_FIELDS_H

#include "section/parts.h"

/* Called for each value: FIELD is `published', `signed', `publisher', `docno' or
 * `index'; VALUE, never empty, is raw text; PART is where it stands. */
typedef void page_field_fn(void *context, struct slice field,
    struct slice value, const struct part *part);

/* Finds the values in the furniture and the preamble of REPORT: `key: value'
 * on a line, several of them, or in neighbouring cells.  A key without a
 * value has none, whatever key follows. */
void page_fields_each(struct parts *parts, page_field_fn *fn,
    void *context);

#endif
