/* Which reports another one speaks for: a government's report has the figures of
 * its offices and of the divisions below it, so that both may not be added. */
#ifndef SUMMARY_FAMILY_H
#define SUMMARY_FAMILY_H

#include <stdbool.h>

#include "report_set.h"

/* What REPORT's groups have in common, of its document: the fields by themselves,
 * joined by tabs.  Valid until the next call but one. */
typedef struct slice scope_fn(void *context,
    const struct filed_report *report);

/* Sets .parent of each of the N reports, which are ordered by sets, to the first
 * copy of the report of the same year, with figures, of the government nearest
 * above it of those with the same SCOPE; NULL where there is none.  Governments are
 * found by the codes of their divisions or, where one is not known, by their
 * regions. */
void families_find(struct filed_report report[], size_t n,
    const struct offices *offices, scope_fn *scope, void *context);

#endif
