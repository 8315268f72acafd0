#include "paragraph.h"

#include <stdlib.h>

#include "../record/memory.h"
#include "../text/fold.h"

enum {
	PARAGRAPH_MAX = 64 * 1024,	/* joined no further than this */
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

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
append(struct paragraph *paragraph, struct slice text)
{
	paragraph->text = memory_room(paragraph->text, &paragraph->room,
	    paragraph->n + text.n, 1);
	if (text.n > 0)
		memcpy(paragraph->text + paragraph->n, text.p, text.n);
	paragraph->n += text.n;
}

static void
add_piece(struct paragraph *paragraph, struct slice loc)
{
	paragraph->piece = memory_room(paragraph->piece,
	    &paragraph->piece_room, paragraph->pieces,
	    sizeof(*paragraph->piece));
	paragraph->piece[paragraph->pieces++] =
	    (struct piece){ paragraph->n, loc };
}

/* Whether TEXT continues the sentence that PARAGRAPH breaks off in.  A number
 * may stand on its own line, so its digits open nothing. */
static bool
goes_on(const struct paragraph *paragraph, const struct record *record,
    struct slice text)
{
	struct slice so_far = { paragraph->text, paragraph->n };

	return slice_is(record->field[BLOCK_KIND], "text") &&
	    slice_eq(record->field[BLOCK_SECTION], paragraph->section) &&
	    paragraph->n + text.n <= PARAGRAPH_MAX && !is_finished(so_far) &&
	    fold_enumerator(text).kind == ENUMERATOR_NONE;
}

bool
paragraph_takes(struct paragraph *paragraph, const struct record *record,
    struct arena *arena)
{
	struct slice text = record_text(record->field[BLOCK_TEXT], arena);

	if (paragraph->pieces == 0)
		paragraph->section = record->field[BLOCK_SECTION];
	else if (!goes_on(paragraph, record, text))
		return false;
	/* Two numbers that met only because a line ended stay apart. */
	if (paragraph->n > 0 && text.n > 0 && is_digit(text.p[0]) &&
	    is_digit(paragraph->text[paragraph->n - 1]))
		append(paragraph, SLICE(" "));
	add_piece(paragraph, record->field[BLOCK_LOC]);
	append(paragraph, text);
	return true;
}

void
paragraph_empty(struct paragraph *paragraph)
{
	paragraph->n = 0;
	paragraph->pieces = 0;
}

void
paragraph_free(struct paragraph *paragraph)
{
	free(paragraph->text);
	free(paragraph->piece);
}

static size_t
count(struct slice text, struct slice needle)
{
	const char *found;
	size_t      n = 0;

	while ((found = slice_find(text, needle)) != NULL) {
		n++;
		text = slice_from(text, (size_t)(found - text.p) + needle.n);
	}
	return n;
}

bool
paragraph_is_prose(const struct paragraph *paragraph)
{
	struct slice text = { paragraph->text, paragraph->n };
	size_t       marks = 0;

	if (paragraph->pieces < 2)
		return true;
	for (size_t i = 0; i < LENGTH(sentence_mark); i++)
		marks += count(text, sentence_mark[i]);
	return marks > 0 && (paragraph->pieces < TABLE_LINES ||
	    marks * LINES_PER_MARK >= paragraph->pieces);
}

struct slice
paragraph_loc(const struct paragraph *paragraph, size_t at)
{
	size_t low = 0, high = paragraph->pieces;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (paragraph->piece[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return paragraph->piece[low].loc;
}
