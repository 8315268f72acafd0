/* What is wrong with a set of rules, apart from reports (check --lint). */
#ifndef RULE_LINT_H
#define RULE_LINT_H

#include "rules.h"

/* Writes a line for each fault of RULES to standard output, `rule TAB form TAB
 * fault TAB other', and returns how many there are:
 *	no-field	it names what no report of its forms has
 *	never-fails	its condition holds whatever the figures are
 *	never-holds	... fails whatever they are
 *	follows		whatever keeps the other rules keeps it
 *	contradicts	nothing keeps both it and the other rules
 *	no-note		nobody says what it is about
 *	no-example	no report that keeps it, or none that breaks it
 * The last three but one are told of rules that add up cells and compare; rules
 * about states, lists, years and names are looked at for fields, notes and
 * examples only. */
size_t lint(const struct rules *rules);

#endif
