#include "name.h"

#include <stdint.h>

#include "base/utf8.h"
#include "place.h"
#include "section/word_list.h"

enum {
	LONGEST = 90,		/* bytes of a name */
	BRANCH_BYTES = 30,	/* of the place of a branch: 公安局南湖分局 */
	PLACE_BYTES = 18,	/* of a place that no list has: six characters */
	SHORTEST_END = 3,	/* bytes before the end of a name: 财政局 */
};

bool
name_is_plausible(struct slice text)
{
	return text.n <= LONGEST && !words_in(WORDS_NO_NAME, text);
}

/* The length of the first character of TEXT if names may have it, else 0. */
static size_t
name_character(struct slice text)
{
	uint32_t c;
	size_t   n;

	if (text.n == 0)
		return 0;
	n = utf8_decode(text, &c);
	return (c >= 0x3400 && c < 0xE000) || (c > 0xFFFF && c < 0x30000) ?
	    n : 0;
}

/* The end of a name at the beginning of TEXT: 局, 委员会; 0 where there is
 * none, or only a word that begins alike (局长). */
static size_t
end_here(struct slice text)
{
	const struct data_row *row = words_row(WORDS_NAME_END, text);
	struct slice           others;

	if (row == NULL)
		return 0;
	for (others = row->field[2]; others.n > 0;)
		if (slice_starts(text, word_cut(&others, '|')))
			return 0;
	return row->field[1].n;
}

/* The shortest run at the beginning of TEXT that ends as a name does and has
 * no word that names have not. */
static size_t
open_name(struct slice text)
{
	size_t at = 0, n, end;

	while (at < LONGEST && (n = name_character(slice_from(text, at))) > 0) {
		if (words_at_start(WORDS_NO_NAME, slice_from(text, at)) > 0)
			return 0;
		end = at >= SHORTEST_END ? end_here(slice_from(text, at)) : 0;
		if (end > 0)
			return at + end;
		at += n;
	}
	return 0;
}

/* A branch that TEXT begins with, its own name included: 南湖分局. */
static size_t
branch(struct slice text)
{
	size_t at = 0, n, end;

	while (at <= BRANCH_BYTES &&
	    words_at_start(WORDS_NO_NAME, slice_from(text, at)) == 0) {
		end = words_at_start(WORDS_BRANCH, slice_from(text, at));
		if (end > 0)
			return at + end;
		if (end_here(slice_from(text, at)) > 0)
			return 0;
		n = name_character(slice_from(text, at));
		if (n == 0)
			return 0;
		at += n;
	}
	return 0;
}

size_t
name_generic(struct slice text)
{
	size_t n = words_at_start(WORDS_GENERIC, text);

	if (n == 0 || words_at_start(WORDS_PLACE_WORD, text) > 0 ||
	    words_at_start(WORDS_PLACE_SECOND, text) > 0 ||
	    words_at_start(WORDS_OFFICE_NAME, text) > 0)
		return 0;
	return n;
}

/* The places TEXT begins with; none if one that no list has is too long, or
 * has what names have not. */
static int
read_places(struct slice text, struct place place[PLACES_MAX],
    struct slice *rest)
{
	int n = place_chain(text, place, rest);

	if (n > 0 && !place[0].known && name_generic(text) > 0)
		n = 0;		/* 区城市管理局 */
	if (n == 0)
		*rest = text;
	for (int i = 0; i < n; i++)
		if (!place[i].known && (place[i].name.n > PLACE_BYTES ||
		    words_in(WORDS_NO_NAME, place[i].name))) {
			*rest = text;
			return 0;
		}
	return n;
}

/* What follows the places: a government's words, an office. */
static size_t
body(struct slice text, const struct place *last, bool *listed)
{
	size_t n;

	if (last != NULL && last->level == DIVISION_TOWN) {
		*listed = true;
		n = words_at_start(WORDS_TOWN, text);
		return n;
	}
	if (last != NULL && (n = words_at_start(WORDS_OFFICE, text)) > 0) {
		*listed = true;
		return n;
	}
	n = last != NULL ? words_at_start(WORDS_GOVERNMENT, text) : 0;
	if (n > 0 && !words_are(WORDS_PEOPLE, (struct slice){ text.p, n })) {
		*listed = true;
		return n;
	}
	n = words_at_start(WORDS_OFFICE_NAME, text);
	*listed = n > 0;
	return n > 0 ? n : open_name(text);
}

struct office_name
name_read(struct slice text)
{
	struct place       place[PLACES_MAX];
	struct slice       rest;
	struct office_name name = { 0, 0, false };
	int                n = read_places(text, place, &rest);
	size_t             office;

	if (n == 0)
		rest = slice_from(rest, name_generic(rest));
	office = body(rest, n > 0 ? &place[n - 1] : NULL, &name.listed);
	if (office == 0 && n == 0)
		return name;
	rest = slice_from(rest, office);
	if (office > 0 && !(n > 0 && place[n - 1].level == DIVISION_TOWN))
		rest = slice_from(rest, branch(rest));
	name.length = (size_t)(rest.p - text.p);
	name.part = words_at_start(WORDS_SUB_OFFICE, rest);
	return name;
}
