/* Places in a document, in words. */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include "base/buffer.h"
#include "rule/rule.h"

/* Adds LOC of nianbao-records(5) to OUT in words of LANGUAGE: 第2个表第5行第3格; a
 * notation that has none as it is.  Both are fields of records, with their
 * escapes. */
void place_text(struct buffer *out, enum rule_language language,
    struct slice loc);

#endif
