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

/* Adds what would make ENTRY hold, and what is lawful, as paragraphs, to the page. */
void entry_mending_add(const struct entry_page *page,
    const struct fault_entry *entry);

/* Adds the findings of ENTRY behind the first, in a line, to the page; what has become
 * of it since the last round, and the ids of its rules, each once. */
void entry_others_add(const struct entry_page *page,
    const struct fault_entry *entry);
void entry_rules_add(const struct entry_page *page,
    const struct fault_entry *entry);

/* The year of the report. */
long long entry_year(const struct entry_page *page);

/* The number of the figure that ENTRY is quoted by; FIGURE_NONE: none. */
size_t entry_quoted_figure(const struct entry_page *page,
    const struct fault_entry *entry);

/* Where ENTRY, which is quoted by the figure number QUOTED, holds a sentence against a
 * cell: the other one of the two; else FIGURE_NONE. */
size_t entry_paired_figure(const struct entry_page *page,
    const struct fault_entry *entry, size_t quoted);

/* Adds the words of the original that the figure number I stands in: the row of its
 * table, or the sentence. */
void entry_quote_add(const struct entry_page *page, size_t i);

/* Parts WHERE of a finding: an item, a column of the form, both (item@col),
 * or neither; what it does not have is empty. */
void entry_where_part(const struct entry_page *page, struct slice where,
    struct slice *item, struct slice *col);

/* Adds the whole of ENTRY, number NUMBER of its document, as an item of a list. */
void entry_add(const struct entry_page *page, const struct fault_entry *entry,
    size_t number);

#endif
