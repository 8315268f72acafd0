/* Paragraphs of a report, put together from the records they were cut into
 * by line wraps and page breaks. */
#ifndef PROSE_PASSAGE_H
#define PROSE_PASSAGE_H

#include "base/buffer.h"
#include "record/reader.h"

struct passage_piece {
	size_t       at;		/* where in the paragraph it begins */
	struct slice loc;		/* of its record */
};

struct passage {			/* all zero: an empty one */
	struct buffer         text;
	struct passage_piece *piece;
	size_t                pieces, piece_room;
	struct slice          section;	/* of its first record */
	bool                  heading;		/* which is one, and ends there */
};

/* Takes the text of RECORD into PASSAGE when it goes on there.  False when
 * a new paragraph begins with it; then PASSAGE is to be read and emptied,
 * and the record offered again. */
bool passage_takes(struct passage *passage, const struct record *record,
    struct arena *arena);

void passage_empty(struct passage *passage);
void passage_free(struct passage *passage);

/* Whether it reads as sentences: what is left of a table, one cell a line,
 * does not. */
bool passage_is_prose(const struct passage *passage);

/* Whether it has any mark that sentences have and cells do not. */
bool passage_is_marked(const struct passage *passage);

/* Where the text at AT stood. */
struct slice passage_loc(const struct passage *passage, size_t at);

#endif
