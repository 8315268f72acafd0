#include "place.h"

#include <stdint.h>

#include "base/utf8.h"
#include "section/word_list.h"

enum {
	NAME_CHARACTERS = 16,
	WORD_BYTES = 9,		/* how far before a suffix a word may begin */
};

static enum place_level
level_of(struct slice name)
{
	static const char *const names[] = {
		[PLACE_PROVINCE] = "province", [PLACE_CITY] = "city",
		[PLACE_COUNTY] = "county", [PLACE_TOWN] = "town",
	};
	int i = PLACE_PROVINCE;

	while (i < PLACE_TOWN && !slice_is(name, names[i]))
		i++;
	return (enum place_level)i;
}

/* Whether a word without meaning for places covers the bytes of NAME from AT
 * to END. */
static bool
in_word(struct slice name, size_t at, size_t end)
{
	size_t from = at > WORD_BYTES ? at - WORD_BYTES : 0;

	for (; from <= at; from += 3) {
		size_t word = words_at_start(WORDS_PLACE_WORD,
		    slice_from(name, from));

		if (word > 0 && from + word >= end)
			return true;
	}
	return false;
}

/* Whether SUFFIX, which begins at byte AT of TEXT behind CHARACTERS others,
 * ends a name there. */
static bool
ends_name(struct slice text, size_t at, const struct data_row *suffix,
    size_t characters)
{
	size_t end = at + suffix->field[1].n, next;

	if (characters < word_row_number(suffix, 2) || in_word(text, at, end))
		return false;
	next = suffix->field[4].n > 0 ? words_at_start(WORDS_PLACE_SUFFIX,
	    slice_from(text, end)) : 0;
	return next == 0 || in_word(text, end, end + next);
}

bool
place_read(struct slice text, struct place *place)
{
	size_t characters = 0;

	for (size_t at = 0; at < text.n && characters <= NAME_CHARACTERS;
	    characters++) {
		struct slice           rest = slice_from(text, at);
		const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX,
		    rest);
		uint32_t               c;

		if (suffix != NULL && ends_name(text, at, suffix, characters)) {
			place->name = (struct slice){ text.p,
			    at + suffix->field[1].n };
			place->level = level_of(suffix->field[3]);
			return true;
		}
		if (words_at_start(WORDS_PLACE_STOP, rest) > 0)
			return false;
		at += utf8_decode(rest, &c);
		if (c < 0x3400)		/* a letter, a digit, a mark */
			return false;
	}
	return false;
}

/* 西乡塘区 is one name: behind a town no county follows. */
static void
join_town(struct slice text, struct place *place)
{
	enum { JOINED_BYTES = 9 };	/* 塘区 */
	struct place next;

	if (place->level != PLACE_TOWN ||
	    !place_read(slice_from(text, place->name.n), &next) ||
	    next.level >= PLACE_TOWN || next.name.n > JOINED_BYTES)
		return;
	place->name.n += next.name.n;
	place->level = next.level;
}

int
place_chain(struct slice name, struct place place[PLACES_MAX],
    struct slice *rest)
{
	int n = 0;

	*rest = name;
	while (n < PLACES_MAX) {
		struct slice behind = *rest;

		if (n > 0)
			behind = slice_from(behind, words_at_start(
			    WORDS_BETWEEN, behind));
		if (!place_read(behind, &place[n]))
			break;
		join_town(behind, &place[n]);
		if (n > 0 && place[n].level < place[n - 1].level)
			break;
		*rest = slice_from(behind, place[n++].name.n);
	}
	return n;
}
