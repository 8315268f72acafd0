/* Facts about the report itself, which the duties are checked against: its
 * sections, their length, its dates.  nianbao-records(5) lists them, as items
 * structure.*. */
#ifndef STRUCTURE_STRUCTURE_H
#define STRUCTURE_STRUCTURE_H

#include "record/fact.h"
#include "record/reader.h"

/* Hands what can be said of DOCUMENT, blocks from sectionize, to EMIT.  ARENA
 * is for texts that live for the call. */
void structure_read(const struct document *document, struct arena *arena,
    fact_fn *emit, void *context);

#endif
