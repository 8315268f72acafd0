/* What is to be known of the groups of a summary of series: from which forms their
 * figures are, how these stand to the series, which caveats they have. */
#ifndef SERIES_NOTES_H
#define SERIES_NOTES_H

#include <stdint.h>

#include "reading.h"
#include "record/writer.h"

enum { WORD_BITS = 64, CAVEAT_WORDS = CAVEATS_MAX / WORD_BITS };

/* What is known of a group: sets, a bit for each member. */
struct series_note {
	struct slice key;
	uint64_t     forms;
	bool         has_prose;
	unsigned     relations;
	uint64_t     caveat[CROSSING_RELATIONS][CAVEAT_WORDS];
	long long    conflicts;
	struct slice beside;	/* of the last of them */
};

struct series_notes {		/* all zero: none yet */
	struct series_note *note;
	size_t              n, room;
	struct map          map;	/* from the keys of groups */
	struct arena        text;
};

/* What is to be known of a figure. */
struct remark {
	const struct crossing *crossing;
	size_t                 form;	/* its number, or NO_FORM */
	int                    caveat;	/* its number, or -1 */
	struct slice           beside;	/* what its report states besides */
};

/* Notes REMARK for the group whose key is KEY. */
void notes_take(struct series_notes *notes, struct slice key,
    const struct remark *remark);

/* What is noted for the group KEY; NULL: nothing; an empty one is added if MAY_ADD. */
struct series_note *notes_find(struct series_notes *notes, struct slice key,
    bool may_add);

/* Whether anything is noted for the group KEY: all its reports may be left out. */
bool notes_has(const struct series_notes *notes, struct slice key);

/* Writes five fields of the group KEY, of series of CROSSWALK: forms, of which prose
 * may be one, parted by commas; the worst relation; caveats as sentences of LANGUAGE;
 * how many reports' sentences state another figure; and, if it is one, what they
 * state. */
void notes_write(const struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, int language,
    struct writer *w);

/* A remark, or what is noted for the group KEY, as fields that other runs over the
 * same data read.  False: they are none. */
void remark_write(const struct crosswalk *crosswalk,
    const struct remark *remark, struct writer *w);
bool remark_read(const struct crosswalk *crosswalk, struct slice fields,
    struct remark *remark);
void notes_write_part(const struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, struct writer *w);
bool notes_read_part(struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, struct slice fields);

void notes_free(struct series_notes *notes);

#endif
