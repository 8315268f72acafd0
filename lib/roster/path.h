/* What the path of a file says of whose report it is: 青石县/财政局2024年年报.pdf. */
#ifndef ROSTER_PATH_H
#define ROSTER_PATH_H

#include "base/arena.h"
#include "base/slice.h"

enum { PATH_PARTS_MAX = 32 };

struct path_parts {
	struct slice part[PATH_PARTS_MAX];	/* folded; the file's own name last,
						 * without its end */
	size_t       n;
};

/* Cuts PATH, as in records, at folders and archives (a.zip!b/c.pdf); of a deeper one
 * the last parts.  They live in ARENA. */
void path_cut(struct path_parts *parts, struct slice path,
    struct arena *arena);

/* The year that the last part with any names; 0: none does, -1: it names several. */
int path_year(const struct path_parts *parts);

/* The place that the parts before number I are, and no more: 青石县. */
struct slice path_place(const struct path_parts *parts, size_t i);

/* Calls FN for each name of an office in PART that stands by itself. */
typedef void path_office_fn(void *context, struct slice name);
void path_offices_each(struct slice part, path_office_fn *fn, void *context);

#endif
