/* An entry as a page tells it. */
#ifndef REPORT_ENTRY_PAGE_H
#define REPORT_ENTRY_PAGE_H

#include "entries.h"
#include "drawing.h"
#include "sides.h"

struct entry_page {
	const struct form_drawing *drawing;
	struct sides         *sides;	/* to work in */
};

/* Adds what ENTRY says in a line, as HTML, to OUT. */
void entry_head_add(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out);

/* Adds the whole of ENTRY, number NUMBER of its document, as an item of a list. */
void entry_add(const struct entry_page *page, const struct fault_entry *entry,
    size_t number);

#endif
