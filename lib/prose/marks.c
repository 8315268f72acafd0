#include "marks.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "data/data.h"

static const char *const name[MARK_KINDS] = {
	[MARK_CLAIM] = "claim", [MARK_AGAIN] = "again", [MARK_NUMERAL] = "numeral",
	[MARK_COUNTED] = "counted", [MARK_NAMING] = "naming",
	[MARK_STOP] = "stop", [MARK_COMMA] = "comma", [MARK_PAUSE] = "pause",
	[MARK_OPEN] = "open", [MARK_CLOSE] = "close",
	[MARK_QUOTATION] = "quotation", [MARK_ORDINAL] = "ordinal",
	[MARK_FINISH] = "finish", [MARK_SENTENCE] = "sentence",
	[MARK_COLON] = "colon", [MARK_QUOTE] = "quote",
	[MARK_NO_NUMERAL] = "no-numeral",
	[MARK_NO_NUMERAL_BEHIND] = "no-numeral-behind",
	[MARK_ORGAN] = "organ", [MARK_OFFICE_TAIL] = "office-tail",
	[MARK_PRESS] = "press",
	[MARK_WEBSITE] = "website",
	[MARK_INFORMATION] = "information", [MARK_WHOLE] = "whole",
	[MARK_OPENING] = "opening",
	[MARK_SEMICOLON] = "semicolon",
	[MARK_KIND] = "kind", [MARK_OF] = "of",
	[MARK_YEAR] = "year", [MARK_TITLE] = "title",
	[MARK_ISSUE] = "issue",
	[MARK_SIGNED] = "signed",
	[MARK_PIECE] = "piece",
	[MARK_VOLUME] = "volume",
	[MARK_WILL] = "will",
	[MARK_SET_UP] = "set-up",
	[MARK_CONTENTS] = "contents",
	[MARK_MONTH] = "month",
	[MARK_WORKS] = "works",
	[MARK_SPAN] = "span",
	[MARK_REVIEWER] = "reviewer", [MARK_SUED] = "sued",
};

static struct marks all[MARK_KINDS];
static bool         between[256], plain[256];

static bool
has_mark(const struct marks *marks, struct slice mark)
{
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_eq(mark, marks->mark[i]))
			return true;
	return false;
}

static uint64_t
byte_bit(char byte)
{
	return (uint64_t)1 << ((unsigned char)byte & 63);
}

/* Notes what most text that has no mark of MARKS is told by. */
static void
note_bytes(struct marks *marks, struct slice mark)
{
	marks->first[(unsigned char)mark.p[0]] = true;
	marks->last |= byte_bit(mark.p[mark.n - 1]);
	if ((unsigned char)mark.p[0] >= 0xE0 && mark.n >= 3)
		marks->third |= byte_bit(mark.p[2]);
}

static void
read_row(const struct data_row *row)
{
	struct slice   list = row->field[1], mark;
	enum mark_kind kind = 0;
	size_t         room;

	while (kind < MARK_KINDS && !slice_is(row->field[0], name[kind]))
		kind++;
	if (kind == MARK_KINDS)
		data_refuse(row, row->field[0], "unknown kind");
	room = all[kind].marks;
	while (slice_cut(&list, ' ', &mark)) {
		if (kind != MARK_QUOTATION && kind != MARK_QUOTE &&
		    has_mark(&all[kind], mark))
			data_refuse(row, mark, "a second time");
		all[kind].mark = memory_room(all[kind].mark, &room,
		    all[kind].marks, sizeof(mark));
		all[kind].mark[all[kind].marks++] = mark;
		note_bytes(&all[kind], mark);
		between[(unsigned char)mark.p[0]] |= kind >= MARK_COMMA &&
		    kind <= MARK_QUOTATION;
	}
	if ((kind == MARK_QUOTATION || kind == MARK_QUOTE) &&
	    all[kind].marks % 2 != 0)
		data_refuse_line(row, "an opening mark without a closing one");
}

/* Blanks: ASCII's, and what begins as U+00A0, U+2003, U+3000, U+FEFF do, the
 * last as the digits in full width. */
static void
find_plain(void)
{
	for (int i = 0; i < 256; i++)
		plain[i] = !between[i] && !is_digit((uint32_t)i) && i > ' ' &&
		    i != 0xC2 && i != 0xE2 && i != 0xE3 && i != 0xEF;
}

void
marks_load(void)
{
	const struct data_table *table = data_table(DATA_SENTENCE_MARKS);

	if (all[0].marks > 0)
		return;
	for (size_t i = 0; i < table->rows; i++)
		read_row(&table->row[i]);
	for (int i = 0; i < MARK_KINDS; i++)
		if (all[i].marks == 0) {
			warn_at("sentence-marks.tsv", "no %s", name[i]);
			exit(CLI_TROUBLE);
		}
	find_plain();
}

const struct marks *
marks_of(enum mark_kind kind)
{
	if (all[0].marks == 0)
		marks_load();
	return &all[kind];
}

size_t
marks_at(enum mark_kind kind, struct slice text)
{
	const struct marks *marks = marks_of(kind);

	if (text.n == 0 || !marks->first[(unsigned char)text.p[0]])
		return 0;
	if ((unsigned char)text.p[0] >= 0xE0 && (text.n < 3 ||
	    (marks->third & byte_bit(text.p[2])) == 0))
		return 0;
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_starts(text, marks->mark[i]))
			return marks->mark[i].n;
	return 0;
}

bool
marks_between(struct slice text)
{
	return between[(unsigned char)text.p[0]];
}

const bool *
marks_plain(void)
{
	if (all[0].marks == 0)
		marks_load();
	return plain;
}

bool
marks_in(enum mark_kind kind, struct slice text)
{
	const struct marks *marks = marks_of(kind);

	for (size_t i = 0; i < marks->marks; i++)
		if (slice_find(text, marks->mark[i]) != NULL)
			return true;
	return false;
}

bool
marks_end(enum mark_kind kind, struct slice text)
{
	const struct marks *marks = marks_of(kind);

	if (text.n == 0 || !marks_may_end(marks, text.p[text.n - 1]))
		return false;
	for (size_t i = 0; i < marks->marks; i++)
		if (slice_ends(text, marks->mark[i]))
			return true;
	return false;
}
