#include "passage.h"

#include <stdlib.h>

#include "base/digits.h"
#include "base/memory.h"
#include "text/fold.h"

enum {
	PASSAGE_MAX = 64 * 1024,	/* joined no further than this */
	/* More lines than this with less than one mark in four lines are the
	 * cells of a table. */
	TABLE_LINES = 5,
	LINES_PER_MARK = 4,
};

static const struct slice stop[] = {
	{ "。", 3 }, { "！", 3 }, { "？", 3 }, { "；", 3 }, { ";", 1 },
	{ "：", 3 }, { ":", 1 }, { "?", 1 }, { "!", 1 }, { "。”", 6 },
	{ "。）", 6 }, { "。)", 4 }, { "；）", 6 }, { "…", 3 }, { "...", 3 },
};

/* Marks that sentences have and cells seldom. */
static const struct slice sentence_mark[] = {
	{ "，", 3 }, { "。", 3 }, { "；", 3 }, { ",", 1 }, { ";", 1 },
};

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static bool
is_finished(struct slice text)
{
	for (size_t i = 0; i < LENGTH(stop); i++)
		if (slice_ends(text, stop[i]))
			return true;
	return false;
}

/* The bytes of the sentence mark TEXT begins with, or 0. */
static size_t
mark_at(struct slice text)
{
	for (size_t i = 0; i < LENGTH(sentence_mark); i++)
		if (slice_starts(text, sentence_mark[i]))
			return sentence_mark[i].n;
	return 0;
}

static void
append(struct passage *passage, struct slice text)
{
	passage->text = memory_room(passage->text, &passage->room,
	    passage->n + text.n, 1);
	if (text.n > 0)
		memcpy(passage->text + passage->n, text.p, text.n);
	passage->n += text.n;
}

static void
add_piece(struct passage *passage, struct slice loc)
{
	passage->piece = memory_room(passage->piece,
	    &passage->piece_room, passage->pieces,
	    sizeof(*passage->piece));
	passage->piece[passage->pieces++] =
	    (struct piece){ passage->n, loc };
}

/* A line of an outline too deep to be recorded as a heading: an enumerator and
 * a few words, neither a mark nor a figure. */
static bool
is_subheading(struct slice text)
{
	enum { SUBHEADING_MAX = 120 };	/* bytes: forty characters */
	size_t enumerator = fold_enumerator(text).length;

	if (enumerator == 0 || text.n > SUBHEADING_MAX)
		return false;
	text = slice_from(text, enumerator);
	for (size_t i = 0; i < text.n; i++)
		if (is_digit(text.p[i]))
			return false;
	for (size_t i = 0; i < LENGTH(sentence_mark); i++)
		if (slice_find(text, sentence_mark[i]) != NULL)
			return false;
	return true;
}

/* Whether TEXT continues the sentence that PASSAGE breaks off in.  A number
 * may stand on its own line, so its digits open nothing. */
static bool
goes_on(const struct passage *passage, const struct record *record,
    struct slice text)
{
	struct slice so_far = { passage->text, passage->n };

	return !passage->heading &&
	    slice_is(record->field[BLOCK_KIND], "text") &&
	    slice_eq(record->field[BLOCK_SECTION], passage->section) &&
	    passage->n + text.n <= PASSAGE_MAX && !is_finished(so_far) &&
	    fold_enumerator(text).kind == ENUMERATOR_NONE;
}

bool
passage_takes(struct passage *passage, const struct record *record,
    struct arena *arena)
{
	struct slice text = record_text(record->field[BLOCK_TEXT], arena);

	if (passage->pieces == 0) {
		passage->section = record->field[BLOCK_SECTION];
		passage->heading = is_subheading(text) ||
		    slice_is(record->field[BLOCK_KIND], "head");
	} else if (!goes_on(passage, record, text))
		return false;
	/* Two numbers that met only because a line ended stay apart. */
	if (passage->n > 0 && text.n > 0 && is_digit(text.p[0]) &&
	    is_digit(passage->text[passage->n - 1]))
		append(passage, SLICE(" "));
	add_piece(passage, record->field[BLOCK_LOC]);
	append(passage, text);
	return true;
}

void
passage_empty(struct passage *passage)
{
	passage->n = 0;
	passage->pieces = 0;
}

void
passage_free(struct passage *passage)
{
	free(passage->text);
	free(passage->piece);
}

/* How many of the marks that sentences have, but not more than MAX. */
static size_t
count_marks(const struct passage *passage, size_t max)
{
	struct slice rest = { passage->text, passage->n };
	size_t       marks = 0;

	while (rest.n > 0 && marks < max) {
		unsigned char c = (unsigned char)rest.p[0];
		size_t        n = 0;

		if (c == ',' || c == ';' || c == 0xE3 || c == 0xEF)
			n = mark_at(rest);
		marks += n > 0;
		rest = slice_from(rest, n > 0 ? n : 1);
	}
	return marks;
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
