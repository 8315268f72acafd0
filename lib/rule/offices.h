/* The reports of a stream office by office, each office's by year, and the
 * copies of a year by name, in whatever order they stand: what is found does
 * not depend on it. */
#ifndef RULE_OFFICES_H
#define RULE_OFFICES_H

#include "record/reader.h"
#include "series.h"

/* Calls FN for every document of facts in the NFILES files named FILES, as
 * documents_each does; those of one office that stand one behind the other come
 * in order.  SERIES forgets one office before the next.  An office is known by
 * its key (structure.office, or else made of its name) and by what is above it:
 * 城关镇 of two counties are two offices; where a report has lost what is above
 * its office, it is the one that has its key, if there is one alone.  That an
 * office's reports do not stand together is told at the end.  Returns whether all
 * files did open: else nobody can say what is missing. */
bool offices_each(char *const files[], int nfiles, struct series *series,
    document_fn *fn, void *context);

#endif
