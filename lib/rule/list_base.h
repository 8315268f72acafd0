/* What the members of a list make up. */
#ifndef RULE_LIST_BASE_H
#define RULE_LIST_BASE_H

#include <stdbool.h>

#include "report.h"

/* The figure of REPORT that the members of LIST make up, as the sentences have
 * it: the one stated last before them, unless something else that is stated
 * shows that they add up to another.  False: none is stated. */
bool list_base(const struct report *report, const struct prose_list *list,
    struct interval *base);

/* The sum of the members of LIST; where the first ones make up the base, the
 * others are of something else and not counted. */
struct interval list_parts(const struct report *report,
    const struct prose_list *list);

/* The member whose share of the base SHARE is.  False: it states none. */
bool list_part(const struct report *report, const struct prose_list *list,
    const struct list_member *share, struct interval *part);

#endif
