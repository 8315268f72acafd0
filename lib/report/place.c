#include "place.h"

#include "base/digits.h"
#include "words.h"

enum { PARTS_MAX = 4 };		/* T1R2C3G4 */

/* LOC taken apart: its letters, and the number behind each. */
struct loc_parts {
	char         key[sizeof("place.") + PARTS_MAX];
	size_t       n;
	struct slice number[PARTS_MAX];
};

static const size_t key_start = sizeof("place.") - 1;

/* Returns false where LOC is not made of letters with numbers. */
static bool
take_apart(struct slice loc, struct loc_parts *parts)
{
	unsigned long long number;

	*parts = (struct loc_parts){ .key = "place." };
	for (; loc.n > 0; parts->n++) {
		size_t digits = digits_at(slice_from(loc, 1), &number);

		if (digits == 0 || parts->n == PARTS_MAX || is_digit(
		    (unsigned char)loc.p[0]))
			return false;
		parts->key[key_start + parts->n] = loc.p[0];
		parts->number[parts->n] = (struct slice){ loc.p + 1, digits };
		loc = slice_from(loc, 1 + digits);
	}
	return parts->n > 0;
}

static void
add_parts(struct buffer *out, struct slice sentence,
    const struct loc_parts *parts)
{
	struct slice text, word;

	while (placeholder_next(&sentence, &text, &word)) {
		buffer_add(out, text);
		for (size_t i = 0; i < parts->n; i++)
			if (word.n == 1 &&
			    word.p[0] == parts->key[key_start + i])
				buffer_add(out, parts->number[i]);
	}
}

/* Where the cell begins in LOC, of a sheet: behind the last exclamation mark; 0: LOC
 * is none of a sheet. */
static size_t
cell_start(struct slice loc)
{
	for (size_t i = loc.n; i > 1; i--)
		if (loc.p[i - 1] == '!')
			return i;
	return 0;
}

static void
add_sheet(struct buffer *out, struct slice sentence, struct slice sheet,
    struct slice cell)
{
	struct slice text, word;

	while (placeholder_next(&sentence, &text, &word)) {
		buffer_add(out, text);
		if (slice_is(word, "sheet"))
			buffer_add(out, sheet);
		else if (slice_is(word, "cell"))
			buffer_add(out, cell);
	}
}

/* Takes END off LOC, if it is there. */
static bool
take_end(struct slice *loc, struct slice end)
{
	if (!slice_ends(*loc, end))
		return false;
	loc->n -= end.n;
	return true;
}

void
place_text(struct buffer *out, enum rule_language language, struct slice loc)
{
	bool             ocr, sums = take_end(&loc, SLICE("/sums"));
	size_t           cell;
	struct loc_parts parts;

	ocr = take_end(&loc, SLICE("/ocr"));
	cell = cell_start(loc);
	if (cell > 0)
		add_sheet(out, report_word(language, "place.sheet"),
		    (struct slice){ loc.p, cell - 1 }, slice_from(loc, cell));
	else if (take_apart(loc, &parts) &&
	    !slice_is(report_word(language, parts.key), parts.key))
		add_parts(out, report_word(language, parts.key), &parts);
	else
		buffer_add(out, loc);
	if (ocr)
		buffer_add(out, report_word(language, "place.ocr"));
	if (sums)
		buffer_add(out, report_word(language, "place.sums"));
}
