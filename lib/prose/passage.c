#include "passage.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/left_out.h"
#include "base/memory.h"
#include "marks.h"
#include "sentence.h"

enum {
	PASSAGE_MAX = 64 * 1024,	/* joined no further than this */
	/* More lines than this with less than one mark in four lines are the
	 * cells of a table. */
	TABLE_LINES = 5,
	LINES_PER_MARK = 4,
};

static void
add_piece(struct passage *passage, struct slice loc)
{
	passage->piece = memory_room(passage->piece,
	    &passage->piece_room, passage->pieces,
	    sizeof(*passage->piece));
	passage->piece[passage->pieces++] =
	    (struct passage_piece){ passage->text.n, loc };
}

/* A line of an outline too deep to be recorded as a heading: an enumerator and
 * a few words, or a few that end like a heading (依申请公开情况), neither a mark nor a
 * figure. */
static bool
is_subheading(struct slice text)
{
	enum { SUBHEADING_MAX = 120, BARE_MAX = 45 };	/* bytes: forty
							   characters, fifteen */
	const struct marks *marks = marks_of(MARK_SENTENCE);
	size_t              enumerator = text.n > SUBHEADING_MAX ? 0 :
	    sentence_enumerator(text);

	if (enumerator == 0 && (text.n > BARE_MAX ||
	    !marks_end(MARK_OPENING, text)))
		return false;
	text = slice_from(text, enumerator);
	if (has_digit(text))
		return false;
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_find(text, marks->mark[i]) != NULL)
			return false;
	return true;
}

/* Whether TEXT continues the sentence that PASSAGE breaks off in.  A number
 * may stand on its own line, so its digits open nothing. */
static bool
goes_on(const struct passage *passage, const struct record *record,
    struct slice text)
{
	struct slice so_far = buffer_slice(&passage->text);

	if (passage->heading || !slice_is(record->field[BLOCK_KIND], "text") ||
	    !slice_eq(record->field[BLOCK_SECTION], passage->section) ||
	    marks_end(MARK_FINISH, so_far) || sentence_enumerator(text) > 0)
		return false;
	if (so_far.n + text.n <= PASSAGE_MAX)
		return true;
	left_out("more lines without a stop than are read together");
	return false;
}

/* The bytes of a reading in Latin letters that TEXT begins with: mirrors put one
 * behind rare characters, 關(guān)要求.  0 for none. */
static size_t
reading_at(struct slice text)
{
	enum { READING_MAX = 9 };	/* bytes */
	size_t open = marks_at(MARK_OPEN, text), i = open, close;

	while (open > 0 && i < text.n && i - open <= READING_MAX &&
	    (unsigned char)text.p[i] < 0xE0 && !is_digit(text.p[i]) &&
	    marks_at(MARK_CLOSE, slice_from(text, i)) == 0)
		i++;
	if (i == open || i == text.n || i - open > READING_MAX)
		return 0;
	close = marks_at(MARK_CLOSE, slice_from(text, i));
	return close > 0 ? i + close : 0;
}

/* The place from AT on at which TEXT may have a bracket, ( or in full width;
 * text.n: none.  Looking at each byte of a report took seven instructions, and
 * two in a hundred of all. */
static size_t
next_bracket(struct slice text, size_t at)
{
	const char *wide = memchr(text.p + at, 0xEF, text.n - at);
	size_t      end = wide != NULL ? (size_t)(wide - text.p) : text.n;
	const char *narrow = memchr(text.p + at, '(', end - at);

	return narrow != NULL ? (size_t)(narrow - text.p) : end;
}

/* Whether a Latin letter, or another sign of less than three bytes, is I bytes
 * behind the beginning of TEXT. */
static bool
is_latin(struct slice text, size_t i)
{
	return i < text.n && (unsigned char)text.p[i] < 0xE0;
}

/* Adds TEXT without the readings of its characters. */
static void
add_text(struct passage *passage, struct slice text)
{
	size_t from = 0, i = 0;

	while (++i < text.n && (i = next_bracket(text, i)) < text.n) {
		size_t n = is_latin(text, i + (text.p[i] == '(' ? 1 : 3)) ?
		    reading_at(slice_from(text, i)) : 0;

		if (n == 0 || (unsigned char)text.p[i - 1] < 0x80)
			continue;
		buffer_add(&passage->text,
		    (struct slice){ text.p + from, i - from });
		from = i + n;
		i = from - 1;
	}
	buffer_add(&passage->text, slice_from(text, from));
}

bool
passage_takes(struct passage *passage, const struct record *record,
    struct arena *arena)
{
	struct slice text = record_text(record->field[BLOCK_TEXT], arena);

	if (passage->pieces == 0) {
		passage->section = record->field[BLOCK_SECTION];
		passage->heading = slice_is(record->field[BLOCK_KIND],
		    "head") || is_subheading(text);
	} else if (!goes_on(passage, record, text))
		return false;
	/* Two numbers that met only because a line ended stay apart. */
	if (passage->text.n > 0 && text.n > 0 && is_digit(text.p[0]) &&
	    is_digit(passage->text.p[passage->text.n - 1]))
		buffer_add(&passage->text, SLICE(" "));
	add_piece(passage, record->field[BLOCK_LOC]);
	add_text(passage, text);
	return true;
}

void
passage_empty(struct passage *passage)
{
	passage->text.n = 0;
	passage->pieces = 0;
}

void
passage_free(struct passage *passage)
{
	buffer_free(&passage->text);
	free(passage->piece);
}

/* How many of the marks that sentences have, but not more than MAX. */
static size_t
count_marks(const struct passage *passage, size_t max)
{
	const struct marks *marks = marks_of(MARK_SENTENCE);
	struct slice        rest = buffer_slice(&passage->text);
	size_t              found = 0;

	for (; rest.n > 0 && found < max; rest = slice_from(rest, 1))
		found += marks->first[(unsigned char)rest.p[0]] &&
		    marks_at(MARK_SENTENCE, rest) > 0;
	return found;
}

bool
passage_is_prose(const struct passage *passage)
{
	size_t wanted = passage->pieces < TABLE_LINES ? 1 :
	    (passage->pieces + LINES_PER_MARK - 1) / LINES_PER_MARK;

	return passage->pieces < 2 ||
	    count_marks(passage, wanted) == wanted;
}

bool
passage_is_marked(const struct passage *passage)
{
	return count_marks(passage, 1) > 0;
}

struct slice
passage_loc(const struct passage *passage, size_t at)
{
	size_t low = 0, high = passage->pieces;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (passage->piece[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return passage->piece[low].loc;
}
