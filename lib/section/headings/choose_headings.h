/* Choosing which of the candidates open sections. */
#ifndef HEADINGS_CHOOSE_HEADINGS_H
#define HEADINGS_CHOOSE_HEADINGS_H

#include "candidates.h"

/* Marks those that do.  Sections are numbered by 一、 as a rule; a list of their
 * names in a paragraph or a table of contents opens none. */
void choose_headings(struct candidates *c);

#endif
