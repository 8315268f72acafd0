/* The package of OOXML (ECMA-376-2): parts in a zip file, and relations that
 * lead from part to part.  Everything is read from memory. */
#ifndef OFFICE_PACKAGE_H
#define OFFICE_PACKAGE_H

#include "base/arena.h"
#include "base/slice.h"
#include "xml.h"

struct package {
	struct slice  zip;
	size_t        budget;	/* of decoded bytes, over all parts */
	struct arena *arena;	/* for names of parts */
};

/* A part that leads to another: "rId3", "styles", "word/styles.xml". */
struct relation {
	struct slice id, type, target;
};

struct relations {
	struct relation *relation;
	size_t           n, capacity;
};

/* Runs PART through EVENTS.  Returns NULL, or why that went wrong: some of it
 * may have been read all the same. */
const char *package_parse(struct package *package, struct slice part,
    const struct xml_events *events, void *context);

/* Reads the relations of PART (.n 0: of the package), none if it has none;
 * names live in the arena, the list is freed by relations_free. */
const char *package_relations(struct package *package, struct slice part,
    struct relations *relations);
void        relations_free(struct relations *relations);

/* The target of the first relation of TYPE, or with ID; .n 0: none. */
struct slice relations_by_type(const struct relations *relations,
    const char *type);
struct slice relations_by_id(const struct relations *relations,
    struct slice id);

#endif
