/* Who reports, for what year, when: what identifies a report. */
#ifndef IDENTITY_IDENTITY_H
#define IDENTITY_IDENTITY_H

#include "property.h"

/* Fills IDENTITY from REPORT, whose furniture and closing are marked, and its
 * TITLE.  What it holds lives as long as the document. */
void identity_find(struct parts *parts, const struct title *title,
    struct identity *identity);

#endif
