/* What is wrong in all documents, one line a fault, first what is worth most to look
 * at: faults.tsv, see annual(1).  A fault is what the entries of a document have of one
 * fault of pinpoint's, or an entry of which that says nothing; what is no document's, or
 * is of several copies (Y-...), is one of its rule, office and year.  Findings that are
 * notes are none. */
#ifndef REPORT_FAULT_LIST_H
#define REPORT_FAULT_LIST_H

#include "base/map.h"
#include "entries.h"

struct fault_list {		/* all zero: empty */
	struct fault_row *row;
	size_t            n, room;
	struct arena      arena;
	struct map        subjects;	/* of those that are of no one document */
};

/* Adds the faults of ENTRIES, those of DOCUMENT.  The records that MATERIAL has of it
 * stay in use. */
void fault_list_add(struct fault_list *list, const struct entries *entries,
    const struct material *material, struct slice document);

/* Writes all of them, and those of no document, to the file PATH, which is there in
 * whole or not at all; what goes wrong is reported. */
void fault_list_write(struct fault_list *list, const struct material *material,
    const char *path);

void fault_list_free(struct fault_list *list);

#endif
