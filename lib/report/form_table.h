/* The tables of a report as its form draws them. */
#ifndef REPORT_FORM_TABLE_H
#define REPORT_FORM_TABLE_H

#include "drawing.h"

/* Draws every table of the form that FIGURES has; open those that have marks. */
void form_tables_draw(const struct form_drawing *drawing);

/* Lists the figures of the tables that are not 0, a line an item. */
void form_tables_list(const struct form_drawing *drawing);

#endif
