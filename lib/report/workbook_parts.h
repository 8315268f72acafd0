/* What a workbook's file has beside its sheets: what they are called, what texts they
 * share, how cells look (workbook-styles.xml). */
#ifndef REPORT_WORKBOOK_PARTS_H
#define REPORT_WORKBOOK_PARTS_H

#include "shared_texts.h"
#include "sheet_part.h"

/* Writes all parts that are no sheets', of a workbook with the N sheets PART, into
 * PACKAGE. */
void workbook_parts_write(const struct sheet_part part[], size_t n,
    enum rule_language language, const struct shared_texts *texts,
    struct packing *packing);

/* Adds TEXT, in which no control characters are but ends of lines, as the element T of
 * a cell. */
void workbook_text_add(struct buffer *out, struct slice text);

#endif
