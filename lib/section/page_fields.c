#include "page_fields.h"

#include <stdint.h>

#include "text/fold.h"
#include "base/digits.h"
#include "base/utf8.h"
#include "date.h"
#include "table.h"

enum { KEYS_MAX = 16 };		/* on a line */

struct key {
	struct slice says;
	size_t       at, behind;	/* in the folded line */
};

/* The key that TEXT begins with; its length, or 0. */
static size_t
key_at(struct slice text, struct slice *says)
{
	const struct data_row *row = table_find(table_of(DATA_PAGE_FIELDS), "key",
	    text);

	if (row == NULL)
		return 0;
	*says = row->field[2];
	return row->field[1].n;
}

static size_t
find_keys(struct slice line, struct key key[KEYS_MAX])
{
	size_t n = 0, at = 0;

	while (at < line.n && n < KEYS_MAX) {
		struct slice rest = slice_from(line, at);
		size_t       length = key_at(rest, &key[n].says);
		uint32_t     c;

		/* A key is followed by a colon, or is all of the line. */
		if (length > 0 && (rest.p[length - 1] == ':' ||
		    length == rest.n || rest.p[length] == ':')) {
			key[n].at = at;
			key[n].behind = at + length + (length < rest.n &&
			    rest.p[length] == ':');
			at = key[n++].behind;
			continue;
		}
		at += utf8_decode(rest, &c);
	}
	return n;
}

/* The byte of RAW where the folded byte FOLDED of it comes from. */
static size_t
raw_offset(struct slice raw, size_t folded)
{
	size_t at = 0, n = 0;

	while (at < raw.n && n < folded) {
		char     bytes[UTF8_BYTES_MAX];
		uint32_t c;

		at += utf8_decode(slice_from(raw, at), &c);
		c = fold_character(c);
		n += c != 0 ? utf8_encode(bytes, c) : 0;
	}
	return at;
}

/* `2022年01月18日来源:': a date before the first key is the page's. */
static void
tell_date_in_front(const struct part *part, size_t end, page_fn *fn,
    void *context)
{
	struct slice front = { part->text.p, raw_offset(part->text, end) };
	struct date  date;

	if (date_is_line(front, &date))
		fn(context, SLICE("published"), slice_trim(front), part);
}

/* The values in PART, which folds to LINE. */
static void
read_line(const struct part *part, struct slice line, page_fn *fn,
    void *context)
{
	struct key key[KEYS_MAX];
	size_t     n = find_keys(line, key);

	if (n > 0 && key[0].at > 0)
		tell_date_in_front(part, key[0].at, fn, context);
	for (size_t i = 0; i < n; i++) {
		size_t       from = raw_offset(part->text, key[i].behind);
		size_t       to = i + 1 < n ?
		    raw_offset(part->text, key[i + 1].at) : part->text.n;
		struct slice value = slice_trim((struct slice){
		    part->text.p + from, to > from ? to - from : 0 });

		if (value.n > 0)
			fn(context, key[i].says, value, part);
	}
}

/* A key in a cell, its value in the next cell of the row. */
static void
read_cell(struct report *report, const struct part *part, page_fn *fn,
    void *context)
{
	const struct part *next = part + 1;
	struct slice       line, says, other, value;
	size_t             length;

	if (part->text.n == 0 || part->text.n > PART_SHORT)
		return;
	line = fold_text(&report->arena, part->text);
	length = key_at(line, &says);
	if (length > 0 && length + 1 < line.n)
		read_line(part, line, fn, context);
	if (length == 0 || length + 1 < line.n ||
	    next == report->part + report->parts || next->kind != PART_CELL ||
	    !slice_eq(next->record->field[BLOCK_ROW],
	    part->record->field[BLOCK_ROW]))
		return;
	value = slice_trim(next->text);
	if (value.n > 0 && value.n <= PART_SHORT && key_at(fold_text(
	    &report->arena, value), &other) == 0)
		fn(context, says, value, next);
}

static bool
may_have_keys(struct part *part)
{
	return part_is_line(part) && (part_line(part) == LINE_KEY ||
	    part_line(part) == LINE_FURNITURE ||
	    is_digit(part->folded.p[0]));
}

void
page_each(struct report *report, page_fn *fn, void *context)
{
	for (size_t i = 0; i < report->arounds; i++) {
		struct part *part = report->around[i];

		if (part->kind == PART_CELL)
			read_cell(report, part, fn, context);
		else if (may_have_keys(part))
			read_line(part, part->folded, fn, context);
	}
}
