#include "place.h"

#include <stdint.h>

#include "base/utf8.h"
#include "place/resolve.h"
#include "section/word_list.h"

enum {
	NAME_CHARACTERS = 16,
	WORD_BYTES = 9,		/* how far before a suffix a word may begin */
};

enum division_level
place_level_named(struct slice name)
{
	static const char *const names[] = {
		[DIVISION_PROVINCE] = "province", [DIVISION_CITY] = "city",
		[DIVISION_COUNTY] = "county", [DIVISION_TOWN] = "town",
	};
	int i = DIVISION_PROVINCE;

	if (slice_is(name, "zone"))
		return DIVISION_COUNTY;
	while (i < DIVISION_TOWN && !slice_is(name, names[i]))
		i++;
	return (enum division_level)i;
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

/* Whether such a word goes on behind byte END of NAME: 江北区 in 江北区域. */
static bool
word_goes_on(struct slice name, size_t at, size_t end)
{
	return in_word(name, at, end) && end < name.n &&
	    in_word(name, at, end + 1);
}

/* Whether the gazetteer has a name that TEXT begins with. */
static bool
begins_known(struct slice text)
{
	return gazetteer_may_begin(text) &&
	    (gazetteer_longest(GAZETTEER_PLACES, text) > 0 ||
	    gazetteer_longest(GAZETTEER_TOWNS, text) > 0);
}

/* Whether SUFFIX, which begins at byte AT of TEXT behind CHARACTERS others,
 * ends a name there. */
static bool
ends_name(struct slice text, size_t at, const struct data_row *suffix,
    size_t characters)
{
	size_t                 end = at + suffix->field[1].n;
	struct slice           behind = slice_from(text, end);
	const struct data_row *next;

	if (characters < word_row_number(suffix, 2) || in_word(text, at, end))
		return false;
	if (suffix->field[4].n == 0)
		return true;
	next = words_row(WORDS_PLACE_SUFFIX, behind);
	return next == NULL || (slice_is(suffix->field[4], "town") &&
	    place_level_named(next->field[3]) != DIVISION_TOWN) ||
	    in_word(text, end, end + next->field[1].n) ||
	    begins_known(behind);
}

/* Whether the first N bytes of TEXT only say what kind of place it is: 高新区. */
static bool
is_kind(struct slice text, size_t n)
{
	return words_are(WORDS_PLACE_SUFFIX, (struct slice){ text.p, n });
}

/* Reads a name that the gazetteer may lack, by its end.  FIRST: no place stands
 * before it, of which it may be the zone: 青石市高新区. */
static bool
read_by_end(struct slice text, bool first, struct place *place)
{
	size_t kind = words_at_start(WORDS_PLACE_SUFFIX, text);

	size_t characters = 0;

	if (!first && kind > 0 && slice_is(words_row(WORDS_PLACE_SUFFIX,
	    text)->field[3], "zone")) {
		*place = (struct place){ .name = { text.p, kind },
		    .level = DIVISION_COUNTY, .zone = true };
		return true;
	}
	/* 区城市运行中心 is the centre of a district. */
	if (words_at_start(WORDS_GENERIC, text) > 0)
		return false;
	for (size_t at = 0; at < text.n && characters <= NAME_CHARACTERS;
	    characters++) {
		struct slice           rest = slice_from(text, at);
		uint64_t               may_be = words_beginning(rest);
		const struct data_row *suffix;
		uint32_t               c;

		suffix = (may_be & words_bit(WORDS_PLACE_SUFFIX)) == 0 ? NULL :
		    words_longest(WORDS_PLACE_SUFFIX, rest);
		if (suffix != NULL && ends_name(text, at, suffix, characters) &&
		    !is_kind(text, at + suffix->field[1].n)) {
			*place = (struct place){
				.name = { text.p, at + suffix->field[1].n },
				.level = place_level_named(suffix->field[3]),
				.zone = slice_is(suffix->field[3], "zone") };
			return true;
		}
		if ((may_be & words_bit(WORDS_PLACE_STOP)) != 0 &&
		    words_longest(WORDS_PLACE_STOP, rest) != NULL)
			return false;
		at += utf8_decode(rest, &c);
		if (c < 0x3400)		/* a letter, a digit, a mark */
			return false;
	}
	return false;
}

/* The place NAME, which GAZETTEER has: of the narrowest level that it can be, and
 * bare if it is but the beginning of the names in full. */
static struct place
known_place(enum gazetteer gazetteer, struct slice name)
{
	struct gazetteer_search search = gazetteer_search(gazetteer, name);
	struct division         division;
	struct place            place = { .name = name, .known = true,
		.bare = true, .level = DIVISION_PROVINCE };

	while (gazetteer_next(&search, &division)) {
		if (division_level(&division) > place.level)
			place.level = division_level(&division);
		place.bare = place.bare && division.name.n > name.n &&
		    slice_starts(division.name, name);
	}
	return place;
}

/* Reads the longest name that the gazetteer has, which may lack its end. */
static bool
read_known(struct slice text, struct place *place)
{
	size_t       above, town, last;
	struct slice name = text;

	if (!gazetteer_may_begin(text))
		return false;
	above = gazetteer_longest(GAZETTEER_PLACES, text);
	town = gazetteer_longest(GAZETTEER_TOWNS, text);
	name.n = town > above ? town : above;
	if (name.n == 0)
		return false;
	last = words_at_end(WORDS_PLACE_SUFFIX, name);
	if (last > 0 && word_goes_on(text, name.n - last, name.n))
		return false;
	*place = known_place(town > above ? GAZETTEER_TOWNS :
	    GAZETTEER_PLACES, name);
	return true;
}

/* Whether TEXT goes on with the end of a town's name, and not with a name that
 * begins like one: 镇 of 新县镇, but not 镇安县 and 乡村振兴局. */
static bool
goes_on_as_town(struct slice text)
{
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX, text);

	return suffix != NULL &&
	    place_level_named(suffix->field[3]) == DIVISION_TOWN &&
	    !in_word(text, 0, suffix->field[1].n) && !begins_known(text);
}

/* Reads the division TEXT begins with, whose name has its end: KNOWN is the one
 * that the gazetteer has there, or NULL. */
static bool
read_whole(struct slice text, bool first, const struct place *known,
    struct place *place)
{
	if (known == NULL)
		return read_by_end(text, first, place);
	*place = *known;
	if (goes_on_as_town(slice_from(text, known->name.n))) {
		place->name.n += words_at_start(WORDS_PLACE_SUFFIX,
		    slice_from(text, known->name.n));
		place->level = DIVISION_TOWN;
		place->known = false;
	}
	return true;
}

bool
place_read(struct slice text, struct place *place)
{
	struct place known;
	bool         is_known = read_known(text, &known) && !known.bare;

	return read_whole(text, true, is_known ? &known : NULL, place);
}

bool
place_begins(struct slice text)
{
	enum { SHORTEST = 9 };
	struct place place;

	return read_known(text, &place) && !place.bare &&
	    place.name.n >= SHORTEST;
}

bool
place_is_town(struct arena *arena, struct slice stem)
{
	const struct data_row *suffix;

	for (size_t i = 0; (suffix = words_nth(WORDS_PLACE_SUFFIX, i)) != NULL;
	    i++)
		if (slice_is(suffix->field[3], "town") &&
		    gazetteer_has(GAZETTEER_TOWNS, arena_join(arena, stem,
		    suffix->field[1])))
			return true;
	return false;
}

/* 西乡塘区 is one name: behind a town no county follows. */
static void
join_town(struct slice text, struct place *place)
{
	enum { JOINED_BYTES = 9 };	/* 塘区 */
	struct place next;

	if (place->known || place->level != DIVISION_TOWN ||
	    !place_read(slice_from(text, place->name.n), &next) ||
	    next.level != DIVISION_COUNTY || next.name.n > JOINED_BYTES)
		return;
	place->name.n += next.name.n;
	place->level = next.level;
}

/* Whether PLACE, a known province or city that TEXT begins with, without the
 * end of its name, is followed by a known place in it. */
static bool
is_followed(struct slice text, const struct place *place)
{
	struct place     next;
	struct divisions found;
	struct slice     behind = slice_from(text, place->name.n);

	if (!read_known(behind, &next) ||
	    (next.bare && !is_followed(behind, &next)))
		return false;
	place_resolve((const struct slice[]){ place->name, next.name }, 2, 0,
	    &found);
	return found.n > 0;
}

/* Reads the place TEXT begins with, with or without the end of its name. */
static bool
read_either(struct slice text, bool first, struct place *place)
{
	struct place known;
	bool         is_known = read_known(text, &known);

	if (is_known && known.bare && is_followed(text, &known)) {
		*place = known;
		return true;
	}
	return read_whole(text, first, is_known && !known.bare ? &known : NULL,
	    place);
}

/* The divisions called NAME, as 宁夏 is, or NAME and the end of the name of a
 * city or county. */
static void
find_called(struct slice name, struct arena *arena, int year,
    struct divisions *found)
{
	const struct data_row *suffix;

	found->n = 0;
	if (!gazetteer_may_begin(name))	/* nor any with an end */
		return;
	place_resolve(&name, 1, year, found);
	for (size_t i = 0; (suffix = words_nth(WORDS_PLACE_SUFFIX, i)) != NULL;
	    i++) {
		struct divisions called;
		struct slice     whole = arena_join(arena, name,
		    suffix->field[1]);

		if (slice_is(suffix->field[3], "town") ||
		    slice_is(suffix->field[3], "zone"))
			continue;
		place_resolve(&whole, 1, year, &called);
		for (size_t j = 0; j < called.n; j++)
			divisions_add(found, &called.at[j]);
	}
	divisions_keep_year(found, year);
}

/* Leaves of several divisions the one that all others lie in, if there is one. */
static void
keep_widest(struct divisions *found)
{
	for (size_t i = 0; i < found->n; i++) {
		size_t within = 0;

		for (size_t j = 0; j < found->n; j++)
			within += division_within(&found->at[j],
			    &found->at[i]);
		if (within + 1 == found->n) {
			found->at[0] = found->at[i];
			found->n = 1;
		}
	}
}

/* Finds the divisions that the longest beginning of NAME is called like that is
 * a bare name.  Returns its bytes. */
static size_t
find_namesakes(struct slice name, struct arena *arena, int year,
    struct divisions *found)
{
	enum { SHORTEST = 6, LONGEST = 15 };	/* bytes of a bare name */
	size_t n = name.n < LONGEST ? name.n : LONGEST;

	for (found->n = 0; n >= SHORTEST; n -= 3) {
		find_called((struct slice){ name.p, n }, arena, year, found);
		if (found->n > 0)
			return n;
	}
	return 0;
}

size_t
place_of_zone(struct slice zone, int year, struct arena *arena,
    struct divisions *found)
{
	struct divisions inner;
	size_t           n = find_namesakes(zone, arena, year, found);
	size_t           kept = 0;

	keep_widest(found);
	if (found->n != 1 || find_namesakes(slice_from(zone, n), arena, year,
	    &inner) == 0)
		return n;
	for (size_t i = 0; i < inner.n; i++)
		if (division_within(&inner.at[i], &found->at[0]) &&
		    division_in_year(&inner.at[i], year))
			inner.at[kept++] = inner.at[i];
	inner.n = kept;
	keep_widest(&inner);
	if (inner.n == 1)	/* 浙江义乌经济开发区 */
		*found = inner;
	return n;
}

/* Finds the only division in OUTER that is called NAME, in full or without its
 * end.  False when there is none, or several. */
static bool
find_within(struct slice name, const struct division *outer, int year,
    struct arena *arena, struct division *division)
{
	struct divisions called;
	size_t           n = 0;

	place_resolve(&name, 1, year, &called);
	if (called.n == 0)
		find_called(name, arena, year, &called);
	for (size_t i = 0; i < called.n; i++)
		if (division_within(&called.at[i], outer)) {
			*division = called.at[i];
			n++;
		}
	return n == 1;
}

bool
place_in_year(const struct division *county, int year, struct arena *arena,
    struct division *then)
{
	enum { END_BYTES = 3, SHORTEST = 9 };
	struct division outer;

	return year > 0 && division_level(county) == DIVISION_COUNTY &&
	    county->name.n >= SHORTEST && !division_in_year(county, year) &&
	    division_outer(county, DIVISION_CITY, year, &outer) &&
	    find_within((struct slice){ county->name.p, county->name.n -
	    END_BYTES }, &outer, year, arena, then) &&
	    division_in_year(then, year);
}

bool
place_of_branch(struct slice office, const struct division *outer, int year,
    struct arena *arena, struct division *county)
{
	enum { SHORTEST = 6, LONGEST = 15 };	/* bytes of its name */
	size_t       branch = words_at_end(WORDS_BRANCH, office);
	struct slice stem = { office.p, office.n - branch };

	/* 公安局南湖区分局 */
	for (size_t n = LONGEST; branch > 0 && n >= SHORTEST; n -= 3)
		if (n < stem.n && find_within(slice_from(stem, stem.n - n),
		    outer, year, arena, county))
			return true;
	/* 云河生态环境局 */
	for (size_t n = LONGEST; n >= SHORTEST; n -= 3)
		if (n < office.n && words_are(WORDS_OFFICE_NAME, slice_from(
		    office, n)) && find_within((struct slice){ office.p, n },
		    outer, year, arena, county))
			return true;
	return false;
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
		/* Nothing lies in a town. */
		if ((n > 0 && place[n - 1].level == DIVISION_TOWN) ||
		    !read_either(behind, n == 0, &place[n]))
			break;
		join_town(behind, &place[n]);
		if (n > 0 && place[n].level < place[n - 1].level)
			break;
		*rest = slice_from(behind, place[n++].name.n);
	}
	return n;
}
