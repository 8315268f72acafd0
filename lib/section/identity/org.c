#include "org.h"

#include <stdint.h>

#include "base/left_out.h"
#include "base/utf8.h"
#include "name.h"
#include "place/resolve.h"
#include "section/word_list.h"
#include "zone.h"

enum {
	NAME_BYTES_MIN = 6, NAME_BYTES_MAX = 120,
	SHORTEST_PLACE = 9,	/* of a place that no list has */
	BACK_BYTES = 45,	/* that a place's name takes at most */
	GOVERNMENTS = 64,	/* different ones that are counted */
	ENUMERATION_COMMA = 0x3001,	/* 、 */
};

/* Without Latin letters and digits in front: a mirror put its domain where a
 * name stood, unless it is an enumerator. */
static struct slice
without_letters(struct slice text, struct org *org)
{
	size_t n = 0;

	org->lettered = false;
	for (; n < text.n && (unsigned char)text.p[n] < 0x80 &&
	    text.p[n] != '('; n++)
		org->lettered |= text.p[n] >= 'a' && text.p[n] <= 'z';
	org->doubtful = n > 0;
	text = slice_from(text, n);
	if (n > 0 && slice_starts(text, SLICE("\u3001"))) {	/* 1、 */
		org->doubtful = org->lettered = false;
		text = slice_from(text, 3);
	}
	return text;
}

static bool
is_name(struct slice text)
{
	if (text.n < NAME_BYTES_MIN || text.n > NAME_BYTES_MAX)
		return false;
	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		if ((c < 0x3400 && c != ENUMERATION_COMMA) || c > 0x2FFFF ||
		    (c >= 0xE000 && c < 0xF900))
			return false;
	}
	return true;
}

/* Without explanations in brackets: 市场监督管理局(知识产权局). */
static struct slice
without_brackets(struct arena *arena, struct slice text)
{
	size_t n = 0, depth = 0;
	char  *out;

	if (text.n == 0 || memchr(text.p, '(', text.n) == NULL)
		return text;
	out = arena_alloc(arena, text.n);
	for (size_t i = 0; i < text.n; i++) {
		size_t inner = depth == 0 ? name_bracket(slice_from(text, i)) :
		    0;

		depth += text.p[i] == '(' && inner == 0;
		if (depth == 0 && inner == 0)
			out[n++] = text.p[i];
		depth -= text.p[i] == ')' && depth > 0;
		if (inner > 0) {
			memcpy(out + n, text.p + i + 1, inner - 2);
			n += inner - 2;
			i += inner - 1;
		}
	}
	return (struct slice){ out, n };
}

/* Without what only says that the office itself is meant: 财政局机关. */
static struct slice
without_itself(struct slice text)
{
	struct slice front = { text.p, text.n - words_at_end(WORDS_ITSELF,
	    text) };

	return words_at_end(WORDS_NAME_END, front) > 0 ? front : text;
}

/* The names of N places as one. */
static struct slice
places(struct arena *arena, const struct place place[], int n)
{
	struct slice all = { "", 0 };

	for (int i = 0; i < n; i++)
		all = arena_join(arena, all, place[i].name);
	return all;
}

/* What follows the places, without what only says government. */
static struct slice
office(struct slice rest, bool town, bool for_government)
{
	if (words_are(town ? WORDS_TOWN : WORDS_GOVERNMENT, rest) ||
	    (!town && for_government && words_are(WORDS_OFFICE, rest)))
		rest.n = 0;
	return rest;
}

/* Whether the office NAME is called after a kind of place: 市教育局, 市残联, but not
 * 市场监督管理局. */
static bool
is_generic(struct slice name)
{
	enum { SHORT = 9 };	/* bytes: so it must be in a list */
	size_t n = name_generic(name);

	return n > 0 && (name.n > SHORT || words_are(WORDS_OFFICE_NAME,
	    slice_from(name, n)));
}

/* 棠景街 is short for 棠景街道. */
static struct slice
town_name(struct arena *arena, struct slice name)
{
	size_t       n = words_at_end(WORDS_SHORT_TOWN, name);
	struct slice front = { name.p, name.n - n };

	return n == 0 ? name : arena_join(arena, front, words_row(WORDS_SHORT_TOWN,
	    slice_from(name, front.n))->field[2]);
}

/* The place that follows what is above all places: 国家税务总局青石县税务局,
 * 中共青石县委办公室. */
static struct slice
inner_region(struct arena *arena, struct slice name)
{
	struct place place[PLACES_MAX];
	struct slice rest = name;
	const char  *at;
	size_t       above;
	int          n;

	while ((at = words_find(WORDS_ABOVE, rest, &above)) != NULL) {
		name = slice_from(rest, (size_t)(at - rest.p) + above);
		n = place_chain(name, place, &rest);
		if (n > 0)
			return places(arena, place, n);
		rest = name;
	}
	return (struct slice){ "", 0 };
}

/* What the narrowest of N places is called: 青石高新区 and 青石北江新区 where the name
 * of a zone of 青石市, but not of a province, does not begin as that of a place. */
static struct slice
parent_of(struct arena *arena, const struct place place[], int n)
{
	enum { SHORTEST = 6 };
	const struct place *zone = &place[n - 1];
	struct divisions    found;
	struct slice        outer;
	size_t              end;

	if (n == 1 || !zone->zone || zone->known)
		return zone->name;
	place_of_zone(zone->name, 0, arena, &found);
	outer = place[n - 2].name;
	end = words_at_end(WORDS_PLACE_SUFFIX, outer);
	if (place[n - 2].bare || end == 0 || slice_is(words_row(
	    WORDS_PLACE_SUFFIX, slice_from(outer, outer.n - end))->field[3],
	    "province"))
		return zone->name;
	if (outer.n - end >= SHORTEST)
		outer.n -= end;
	else if (!words_are(WORDS_PLACE_SUFFIX, zone->name))
		return zone->name;	/* but 随县经济开发区 */
	return found.n > 0 ? zone->name : arena_join(arena, outer, zone->name);
}

bool
org_read(struct arena *arena, struct slice text, bool for_government,
    struct org *org)
{
	struct place place[PLACES_MAX];
	struct slice rest;
	int          n, above;
	size_t       former;

	*org = (struct org){ .region = { "", 0 }, .parent = { "", 0 } };
	text = without_itself(without_brackets(arena, without_letters(text,
	    org)));
	text = slice_from(text, name_corps(text));
	n = place_chain(text, place, &rest);
	if (words_at_start(WORDS_PARTY, text) > 0 || (n > 0 &&
	    !place[0].known && name_generic(text) > 0)) {
		n = 0;
		rest = text;
	}
	if (n == 0 && (former = words_at_start(WORDS_FORMER, text)) > 0) {
		text = slice_from(text, former);
		n = place_chain(text, place, &rest);
	}
	if (!is_name(text))
		return false;
	org->town = n > 0 && place[n - 1].level == DIVISION_TOWN;
	rest = office(rest, org->town, for_government);
	if (n == 0 && rest.n == 0)
		return false;
	/* A government is its place; the places above are the others. */
	above = org->town ? n - 1 : n;
	org->region = places(arena, place, above);
	org->own = arena_join(arena, org->town ? town_name(arena,
	    place[n - 1].name) : (struct slice){ "", 0 }, rest);
	org->generic = n == 0 && is_generic(rest);
	if (n == 0)
		org->region = inner_region(arena, text);
	if (above > 0)
		org->parent = parent_of(arena, place, above);
	org->name = arena_join(arena, n > 0 ? org->region : (struct slice){ "", 0 },
	    org->own);
	return is_name(org->name);
}

/* Whether NAME is that of who governs a zone: 海滨化工基地管理委员会. */
static bool
is_of_zone(struct slice name)
{
	enum { SHORTEST = 12 };		/* bytes that tell it from others */

	return name.n >= SHORTEST + words_at_end(WORDS_ZONE_GOVERNMENT, name) &&
	    words_at_end(WORDS_ZONE_GOVERNMENT, name) > 0;
}

bool
org_is_zone(const struct org *org)
{
	size_t       n = words_at_end(WORDS_PLACE_SUFFIX, org->parent);
	struct slice suffix = slice_from(org->parent, org->parent.n - n);

	return n > 0 && slice_is(words_row(WORDS_PLACE_SUFFIX,
	    suffix)->field[3], "zone");
}

bool
org_governs_zone(const struct org *org)
{
	return org_is_zone(org) || is_of_zone(org->own);
}

bool
org_begins_as_place(struct arena *arena, const struct org *org)
{
	struct divisions found;

	if (words_are(WORDS_OFFICE_NAME, org->own))
		return false;
	place_of_zone(org->region.n > 0 ? org->region : org->own, 0, arena,
	    &found);
	return found.n > 0;
}

bool
org_is_namesake(struct arena *arena, const struct org *org, size_t *bare)
{
	struct divisions found;

	*bare = 0;
	if (org->region.n > 0 || org->generic || org->town ||
	    words_are(WORDS_OFFICE_NAME, org->own))
		return false;
	if (words_at_start(WORDS_NATIONAL, org->own) == 0)
		*bare = place_of_zone(org->own, 0, arena, &found);
	return org_says_place(arena, org);
}

bool
org_says_place(struct arena *arena, const struct org *org)
{
	return org->region.n > 0 || org->generic || org->town ||
	    words_at_start(WORDS_NATIONAL, org->own) > 0 ||
	    gazetteer_longest(GAZETTEER_PLACES, org->own) > 0 ||
	    is_of_zone(org->own) || org_begins_as_place(arena, org);
}

void
org_put_under(struct arena *arena, struct org *org, struct slice parent)
{
	if (org->generic)
		org->own = slice_from(org->own, words_at_start(WORDS_GENERIC,
		    org->own));
	org->generic = false;	/* 市市场监管局 is now 市场监管局 */
	org->region = org->parent = parent;
	org->name = arena_join(arena, parent, org->own);
}

/* Whether TOWN may lie in PLACE: a county or a city, and one that the gazetteer
 * has it in, if it has both. */
static bool
may_hold_town(struct slice place, struct slice town)
{
	struct place     read;
	struct divisions found;

	if (!place_read(place, &read) || read.level == DIVISION_PROVINCE)
		return false;
	if (!gazetteer_has(GAZETTEER_PLACES, place) ||
	    !gazetteer_has(GAZETTEER_TOWNS, town))
		return true;
	place_resolve((const struct slice[]){ place, town }, 2, 0, &found);
	return found.n > 0;
}

bool
org_may_be_under(const struct org *org, struct slice parent)
{
	size_t kind = words_at_start(WORDS_GENERIC, org->own);

	if (parent.n <= kind || (org->town && !may_hold_town(parent,
	    org->own)))
		return false;
	return parent.n > 0 && (!org->generic || slice_ends(parent,
	    (struct slice){ org->own.p, kind }));
}

/* Whether LONG has the characters of SHORT in that order: 卫生和计划生育局 and
 * 卫计局. */
static bool
abbreviates(struct slice shorter, struct slice longer)
{
	enum { LONGEST = 15 };		/* bytes: five characters */

	if (shorter.n == 0 || shorter.n > LONGEST)
		return false;
	while (shorter.n > 0 && longer.n > 0) {
		uint32_t c, d;
		size_t   n = utf8_decode(shorter, &c);

		longer = slice_from(longer, utf8_decode(longer, &d));
		if (c == d)
			shorter = slice_from(shorter, n);
	}
	return shorter.n == 0;
}

/* The name of ORG without its places and their kind. */
static struct slice
bare_own(const struct org *org)
{
	return slice_from(org->own, org->generic ?
	    words_at_start(WORDS_GENERIC, org->own) : 0);
}

bool
org_is_short_for(const struct org *org, const struct org *other)
{
	enum { CHARACTER = 3 };
	struct slice shorter = bare_own(org), longer = bare_own(other);

	return shorter.n >= 3 * CHARACTER && shorter.n < longer.n &&
	    !words_are(WORDS_OFFICE_NAME, shorter) &&
	    slice_starts(longer, (struct slice){ shorter.p, CHARACTER }) &&
	    abbreviates(shorter, longer);
}

/* The name of ORG without what only says that it governs a zone. */
static struct slice
without_zone_government(const struct org *org)
{
	size_t n = words_at_end(WORDS_ZONE_GOVERNMENT, org->name);

	return (struct slice){ org->name.p, org->name.n - n };
}

bool
org_is_tail_of(struct arena *arena, const struct org *org,
    const struct org *other)
{
	enum { SHORTEST = 12 };
	struct slice     tail = zone_in_short(arena,
	    without_zone_government(org));
	struct slice     whole = zone_in_short(arena,
	    without_zone_government(other));
	struct divisions found;

	if (org->generic || tail.n < SHORTEST || tail.n >= whole.n ||
	    !slice_ends(whole, tail) || words_are(WORDS_OFFICE_NAME, tail))
		return false;
	whole.n -= tail.n;
	if (place_begins(whole))
		return true;
	return place_of_zone(whole, 0, arena, &found) == whole.n && found.n > 0;
}

bool
org_agrees(const struct org *org, const struct org *other)
{
	struct slice a = org->name, b = other->name;

	return slice_ends(a, b) || slice_starts(a, b) || slice_ends(b, a) ||
	    slice_starts(b, a) || abbreviates(other->own, org->own);
}

/* Where the name of a place that ends at END in TEXT may begin: behind the
 * last mark or verb. */
static size_t
name_start(struct slice text, size_t end)
{
	size_t at = end;

	while (at >= 3 && end - at < BACK_BYTES &&
	    (unsigned char)text.p[at - 1] >= 0x80 && words_at_end(
	    WORDS_BEFORE_OFFICE, (struct slice){ text.p, at }) == 0)
		do
			at--;
		while (at > 0 && !utf8_is_start(text.p[at]));
	return at;
}

/* The place whose government is named by the 政府 at byte AT of TEXT. */
static struct slice
place_before(struct slice text, size_t at)
{
	struct place       place[PLACES_MAX];
	struct slice       rest, name = { text.p, at };
	struct office_name read;
	int                n;

	name.n -= words_at_end(WORDS_PEOPLE, name);
	name = slice_from(name, name_start(text, name.n));
	read = name_read(name);		/* not of 其中区政府 */
	if (read.start + read.length < name.n)
		return (struct slice){ "", 0 };
	name = slice_from(name, read.start);
	n = place_chain(name, place, &rest);
	return n > 0 && rest.n == 0 && place[n - 1].level != DIVISION_TOWN &&
	    (place[n - 1].known || place[n - 1].name.n >= SHORTEST_PLACE) ?
	    place[n - 1].name : (struct slice){ "", 0 };
}

struct slice
org_government_in(struct slice text)
{
	struct slice name[GOVERNMENTS];
	unsigned     count[GOVERNMENTS] = { 0 }, n = 0, best = 0;
	size_t       seat = 0;
	const char  *found;

	for (size_t at = 0; (found = words_find(WORDS_SEAT, slice_from(text,
	    at), &seat)) != NULL; at += seat) {
		struct slice place;
		unsigned     i = 0;

		at = (size_t)(found - text.p);
		place = place_before(text, at);
		while (i < n && !slice_eq(name[i], place))
			i++;
		if (i == GOVERNMENTS)
			left_out("more governments than are counted");
		if (place.n == 0 || i == GOVERNMENTS)
			continue;
		n += i == n;
		name[i] = place;
		count[i]++;
	}
	for (unsigned i = 1; i < n; i++)
		if (count[i] > count[best])
			best = i;
	return n > 0 ? name[best] : (struct slice){ "", 0 };
}
