/* What closes an official document: who signed it and when, to whom copies go,
 * who printed it: the section `signature'. */
#ifndef SECTION_CLOSING_H
#define SECTION_CLOSING_H

#include <stdbool.h>

#include "report.h"

/* Whether the folded LINE is the name of an office and nothing else. */
bool closing_is_office(struct slice line);

/* Whether the folded LINE tells of copies, printing, or openness. */
bool closing_is_copies(struct slice line);

/* Gives the closing parts of REPORT their section; tables behind them are the
 * annex. */
void closing_mark(struct report *report);

#endif
