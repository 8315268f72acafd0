/* The page as a whole. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "overview.h"
#include "record/writer.h"

/* Writes the page of VIEW's offices to W: one document that asks nothing of the net,
 * and that a browser runs no other script of than its own. */
void page_write(const struct view *view, struct writer *w);

#endif
