#include "page_fields.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "section/date.h"
#include "section/word_list.h"
#include "text/fold.h"

struct page_key {
	struct slice field;		/* what its value is */
	size_t       at, behind;	/* in the folded line */
};

/* Finds the first key of LINE from byte AT on; false: there is none. */
static bool
find_key(struct slice line, size_t at, struct page_key *key)
{
	while (at < line.n) {
		struct slice           rest = slice_from(line, at);
		const struct data_row *row = words_row(WORDS_PAGE_KEY, rest);
		size_t                 length = row != NULL ?
		    row->field[1].n : 0;
		uint32_t               c;

		/* A key is followed by a colon, or is all of the line. */
		if (length > 0 && (rest.p[length - 1] == ':' ||
		    length == rest.n || rest.p[length] == ':')) {
			key->field = row->field[2];
			key->at = at;
			key->behind = at + length + (length < rest.n &&
			    rest.p[length] == ':');
			return true;
		}
		at += utf8_decode(rest, &c);
	}
	return false;
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

/* The values in PART, which folds to LINE. */
static void
read_line(const struct part *part, struct slice line, page_field_fn *fn,
    void *context)
{
	struct page_key key, next;
	bool            any = find_key(line, 0, &key);
	struct slice    front = { part->text.p, any ?
	    raw_offset(part->text, key.at) : 0 };
	struct date     date;

	/* `2022年01月18日来源:': a date before the first key is the page's. */
	if (date_is_line(front, &date))
		fn(context, SLICE("published"), slice_trim(front), part);
	for (bool more; any; any = more, key = next) {
		size_t       from = raw_offset(part->text, key.behind), to;
		struct slice value;

		more = find_key(line, key.behind, &next);
		to = more ? raw_offset(part->text, next.at) : part->text.n;
		value = slice_trim((struct slice){ part->text.p + from,
		    to > from ? to - from : 0 });
		if (value.n > 0)
			fn(context, key.field, value, part);
	}
}

/* The value of the cell PART, which is all a key: the next cell of the row. */
static struct slice
next_cell(struct parts *parts, struct part *part)
{
	struct part *next = part + 1;
	struct slice value = { NULL, 0 };

	if (next < parts->part + parts->n && slice_eq(
	    next->record->field[BLOCK_ROW], part->record->field[BLOCK_ROW]) &&
	    words_at_start(WORDS_PAGE_KEY, part_short_cell(parts, next)) == 0
	    && next->kind == PART_CELL && next->text.n <= PART_SHORT)
		value = slice_trim(next->text);
	return value;
}

static void
read_cell(struct parts *parts, struct part *part, page_field_fn *fn,
    void *context)
{
	struct slice           line = part_short_cell(parts, part), value;
	const struct data_row *key = words_row(WORDS_PAGE_KEY, line);

	if (key == NULL)
		return;
	if (key->field[1].n + 1 < line.n) {	/* more than a colon behind */
		read_line(part, line, fn, context);
		return;
	}
	value = next_cell(parts, part);
	if (value.n > 0)
		fn(context, key->field[2], value, part + 1);
}

/* Whether LINE, folded, is an item of a list that begins with a key: converters write
 * a page's fields so, `- 发布机构:青石县教育局'. */
static bool
is_item_of_key(struct slice line)
{
	return line.n > 1 && (line.p[0] == '-' || line.p[0] == '*') &&
	    words_at_start(WORDS_PAGE_KEY, slice_from(line, 1)) > 0;
}

static bool
may_have_keys(struct part *part)
{
	return part_is_line(part) && (part_is_a(part, "key") ||
	    is_item_of_key(part->folded) ||
	    part_is_a(part, "furniture") ||
	    is_digit(part->folded.p[0]));
}

void
page_fields_each(struct parts *parts, page_field_fn *fn, void *context)
{
	for (size_t i = 0; i < parts->arounds; i++) {
		struct part *part = parts->around[i];

		if (part->kind == PART_CELL)
			read_cell(parts, part, fn, context);
		else if (may_have_keys(part))
			read_line(part, part->folded, fn, context);
	}
}
