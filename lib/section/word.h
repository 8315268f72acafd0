/* Words of the section room's data.  ^word stands at the start of a line, word$
 * at its end, any other word anywhere in it; ^word$ is all of it; #word stands
 * right behind a digit.  Lines are folded (text/fold.h), and so are the words
 * written in the data. */
#ifndef SECTION_WORD_H
#define SECTION_WORD_H

#include <stdbool.h>

#include "data/data.h"

enum { ANCHOR_START = 1, ANCHOR_END = 2, ANCHOR_DIGIT = 4 };

struct word {
	struct slice text;
	int          anchors;
};

/* Reads NOTATION, a part of a field of ROW; an empty word is refused. */
struct word word_read(const struct data_row *row, struct slice notation);

/* Whether LINE has WORD where its anchors want it. */
bool word_is_in(const struct word *word, struct slice line);

/* Whether every line that has A has B too. */
bool word_implies(const struct word *a, const struct word *b);

/* Cuts off *TEXT what stands before its first MARK, and the mark. */
struct slice word_cut(struct slice *text, char mark);

/* Words are found by a hash of the character they begin or end with. */
enum { WORD_HASHES = 1024 };

static inline unsigned
word_hash(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n >= 3 && p[0] >= 0x80)
		return ((p[0] & 3u) << 8 ^ p[1] << 4 ^ p[2]) % WORD_HASHES;
	return text.n > 0 ? p[0] : 0;
}

/* The last character of TEXT, of three bytes as all Chinese ones. */
static inline struct slice
word_last(struct slice text)
{
	return text.n < 3 ? text : slice_from(text, text.n - 3);
}

/* The number in COLUMN of ROW, 0 where it is empty; anything else is
 * refused. */
size_t word_row_number(const struct data_row *row, int column);

/* Refuses ROW of FILE if one of its columns says what the suite does not know,
 * such as a section or a level of places.  Of lines built in that is asked where there
 * are a user's, as tests have them. */
void word_check_columns(enum data_file file, const struct data_row *row);

#endif
