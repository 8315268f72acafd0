/* Which of the numbered headings number the sections, where items within a
 * section are numbered like them. */
#ifndef HEADINGS_SEQUENCE_H
#define HEADINGS_SEQUENCE_H

#include "candidates.h"

/* Of the chosen candidates numbered 一、 keeps those that number the sections:
 * the longest run of rising numbers with different sections, and what fits
 * between. */
void sequence_choose(struct candidates *c);

#endif
