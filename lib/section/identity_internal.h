/* Gathering what the lines of a report say about it. */
#ifndef SECTION_IDENTITY_INTERNAL_H
#define SECTION_IDENTITY_INTERNAL_H

#include "date.h"
#include "identity.h"

/* Notes that PART says VALUE: taken if nothing was yet, else kept beside it if
 * it differs.  The best source is to speak first. */
void said(struct property *property, struct slice value, const char *source,
    const struct part *part);

/* The same for a date. */
void said_date(struct report *report, struct property *property,
    const struct date *date, const char *source, const struct part *part);

/* When, and under what number; identity_days.c. */
void identity_days(struct report *report, const struct title *title,
    struct identity *identity);

/* What the document is; identity_genre.c. */
void identity_genre(struct report *report, const struct title *title,
    struct identity *identity);

/* Who reports; identity_org.c. */
void identity_org(struct report *report, const struct title *title,
    struct slice preamble, struct identity *identity);

#endif
