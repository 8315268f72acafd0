/* What closes an official document: who signed it and when, to whom copies go,
 * who printed it: the section `signature'. */
#ifndef SECTION_CLOSING_H
#define SECTION_CLOSING_H

#include "parts.h"

/* The name of an office that LINE, folded, is, without 文件 or a date behind
 * it; empty if it is none. */
struct slice closing_office(struct slice line);

/* Gives the closing parts of REPORT, whose furniture is marked, their section;
 * tables behind them are the annex. */
void closing_mark(struct parts *parts);

#endif
