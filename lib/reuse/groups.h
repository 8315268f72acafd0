/* Which sections have a shingle in common: what many offices have is text of the form,
 * for the others it is found who is to be compared with whom. */
#ifndef REUSE_GROUPS_H
#define REUSE_GROUPS_H

#include "archive.h"
#include "base/map.h"
#include "buckets.h"

/* One section that holds a shingle. */
struct holder {
	uint32_t section, office, rank;
};

struct groups_of_shingles {
	const struct archive *archive;
	const uint32_t       *number;	/* of sections, see archive_settle() */
	size_t                common;	/* offices that may share what is none of the form */
	struct map            form;	/* shingles of the form */
	bool                  is_capped;	/* not all that share one were paired */
	struct buckets        pairs;	/* key: the later section; value: the earlier one in
					   the high half, of which shingle in the low one */
	struct holder        *holder;	/* of the shingle at hand */
	size_t                holders, holder_room;
};

/* How many offices may share what is not yet the form's, of so many in all: the root
 * of them, 2 at least. */
size_t common_of(size_t offices);

/* A bucket_fn: the entries are shingles (key) and the old number of a section. */
void groups_read(void *groups, const struct bucket_entry entry[], size_t n);

/* Whether SHINGLE is text of the form. */
bool is_of_form(const struct groups_of_shingles *groups, uint64_t shingle);

void groups_of_shingles_free(struct groups_of_shingles *groups);

#endif
