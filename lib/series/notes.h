/* What is to be known of the groups of a summary of series: from which forms their
 * figures are, how these stand to the series, which caveats they have. */
#ifndef SERIES_NOTES_H
#define SERIES_NOTES_H

#include <stdint.h>

#include "reading.h"
#include "record/writer.h"

struct series_note;

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

/* Whether anything is noted for the group KEY: all its reports may be left out. */
bool notes_has(const struct series_notes *notes, struct slice key);

/* Writes five fields of the group KEY, of series of CROSSWALK: forms, of which prose
 * may be one, parted by commas; the worst relation; caveats as sentences of LANGUAGE;
 * how many reports' sentences state another figure; and, if it is one, what they
 * state. */
void notes_write(const struct series_notes *notes,
    const struct crosswalk *crosswalk, struct slice key, int language,
    struct writer *w);

void notes_free(struct series_notes *notes);

#endif
