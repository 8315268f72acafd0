/* Texts that many cells of a workbook have, kept once: cells tell their number.  How
 * much is kept has a limit; other cells have their text themselves. */
#ifndef REPORT_SHARED_TEXTS_H
#define REPORT_SHARED_TEXTS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

struct shared_texts {		/* all zero: empty */
	struct map    map;
	struct slice *text;
	size_t        texts, room;
	size_t        bytes;	/* of them */
	struct arena  arena;
};

#define SHARED_NONE ((size_t)-1)

/* The number of TEXT, from 0; SHARED_NONE: there is no room for it. */
size_t shared_text(struct shared_texts *shared, struct slice text);

void shared_texts_free(struct shared_texts *shared);

#endif
