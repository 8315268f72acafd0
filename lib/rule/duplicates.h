/* Two reports of one office for one year: mirrors, or a re-publication in
 * which figures changed. */
#ifndef RULE_DUPLICATES_H
#define RULE_DUPLICATES_H

#include "notice.h"

/* Tells whether the tables of NOW are those of OTHER, or what differs. */
void duplicates_compare(const struct report *now, const struct report *other,
    const struct notices *notices);

#endif
