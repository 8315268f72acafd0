/* Documents that are zip files of XML parts, or one file of all, as the packages of OOXML
 * (ECMA-376-2), where relations lead from part to part.  Everything is read
 * from memory. */
#ifndef OFFICE_PACKAGE_H
#define OFFICE_PACKAGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/slice.h"
#include "xml.h"

/* What leads from a part to another: "rId3", "styles", "word/styles.xml". */
struct relation {
	struct slice id, type, target;
};

struct relations {
	struct relation *relation;
	size_t           n, capacity;
};

struct package {
	struct slice     zip;
	bool             flat;		/* it is one XML file (flat_package.h) */
	size_t           budget;	/* of decoded bytes, over all parts */
	struct arena     arena;		/* for what is read from it */
	struct slice     main;		/* the part that leads to the others */
	struct relations relations;	/* of that part */
};

/* Opens the package in ZIP, which must outlive it, of whose parts BUDGET bytes
 * may be decoded.  Its main part is the one its relations tell, else USUAL.
 * Returns NULL, or why relations are missing; it is open all the same. */
const char *package_open(struct package *package, struct slice zip,
    size_t budget, const char *usual);

/* The same for a document that has no relations. */
void package_start(struct package *package, struct slice zip, size_t budget);

void        package_close(struct package *package);

/* Runs PART through EVENTS.  Returns NULL, or why that went wrong, with the name
 * of the part (valid until the next such reason): some of it may have been read
 * all the same. */
const char *package_parse(struct package *package, struct slice part,
    const struct xml_events *events, void *context);

/* The part that LOCATION names as seen from PART: relative to its folder, or
 * from the root on behind a slash.  It lives as long as PACKAGE. */
struct slice package_target(struct package *package, struct slice part,
    struct slice location);

/* Appends the bytes of PART.  Returns NULL, or why it cannot be read. */
const char *package_read(struct package *package, struct slice part,
    struct buffer *bytes);

/* The target of the first relation of TYPE, or with ID; .n 0: none. */
struct slice relations_by_type(const struct relations *relations,
    const char *type);
struct slice relations_by_id(const struct relations *relations,
    struct slice id);

#endif
