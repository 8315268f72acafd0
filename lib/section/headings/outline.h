/* The sections of a document and their outline: every record's place. */
#ifndef HEADINGS_OUTLINE_H
#define HEADINGS_OUTLINE_H

#include "candidates.h"
#include "section/parts.h"

/* Makes the parts of REPORT from the document of C, whose headings are chosen,
 * and gives each the section that these put it in. */
void outline_make(struct parts *parts, const struct candidates *c);

#endif
