/* Where the name of an office ends in running text. */
#ifndef IDENTITY_NAME_H
#define IDENTITY_NAME_H

#include <stdbool.h>

#include "base/slice.h"

struct office_name {
	size_t start;		/* bytes before it that are no name: other words
				   before a place that the gazetteer has */
	size_t length;		/* bytes of the text it takes; 0: none */
	size_t part;		/* bytes behind it that name a part of it:
				   办公室, 政务公开科 */
	bool   known;		/* the gazetteer has its places */
	bool   listed;		/* office-names.tsv has it, or it is the
				   government of a place */
};

/* Reads the name of an office, a government or a place that TEXT, folded,
 * begins with, or almost, see .start: its places, then a name of
 * office-names.tsv or the shortest run that ends as names of offices do, and a
 * branch of it (分局). */
struct office_name name_read(struct slice text);

/* The kind of place that TEXT begins with where the place itself goes unsaid
 * (市教育局): its bytes, or 0.  市场监督管理局 begins with none. */
size_t name_generic(struct slice text);

/* The bytes of the first character of TEXT if names may have it, else 0. */
size_t name_character(struct slice text);

/* The bytes of what stands in TEXT, folded, before the city that an office of the
 * corps is named after: 第八师 of 第八师石河子市; 0 where no city follows. */
size_t name_corps(struct slice text);

/* The bytes of the bracket that TEXT, folded, begins with, if it holds a part of a
 * name that goes on behind it, 中国(福建)自由贸易试验区; else 0. */
size_t name_bracket(struct slice text);

/* Whether TEXT may be a name at all: it has no word that only sentences have,
 * and is not too long. */
bool name_is_plausible(struct slice text);

#endif
