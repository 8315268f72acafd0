/* Two reports of one office for one year: mirrors, or a re-publication in
 * which figures changed. */
#ifndef RULE_DUPLICATES_H
#define RULE_DUPLICATES_H

#include "message.h"
#include "notice.h"
#include "report.h"

/* Tells FN whether the tables of NOW are those of OTHER, or what differs. */
void copies_compare(const struct report *now, const struct report *other,
    const struct rules *rules, const struct labels *labels, notice_fn *fn,
    void *context);

#endif
