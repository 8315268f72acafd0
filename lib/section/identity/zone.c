#include "zone.h"

#include "base/utf8.h"
#include "name.h"
#include "place.h"
#include "place/gazetteer.h"
#include "section/word_list.h"

enum { OFTEN = 2 };	/* a kind alone, before it is what the document is about */

struct slice
zone_in_short(struct arena *arena, struct slice place)
{
	size_t       n = words_at_end(WORDS_SHORT_ZONE, place);
	struct slice front = { place.p, place.n - n };

	return n == 0 ? place : arena_join(arena, front, words_row(
	    WORDS_SHORT_ZONE, slice_from(place, front.n))->field[2]);
}

/* The kind of zone that TEXT has at byte AT where a clause may begin, with
 * nothing before it that it is called: 经开区, 现公布经开区. */
static struct slice
kind_at(struct slice text, size_t at)
{
	struct slice           before = { text.p, at };
	const struct data_row *row = words_row(WORDS_PLACE_SUFFIX,
	    slice_from(text, at));

	if (row == NULL || !slice_is(row->field[3], "zone") || (at > 0 &&
	    name_character(word_last(before)) > 0 &&
	    words_at_end(WORDS_LEAD, before) == 0))
		return (struct slice){ "", 0 };
	return row->field[1];
}

/* The first kind of zone that TEXT speaks of alone, and often, in short. */
static struct slice
kind_meant(struct arena *arena, struct slice text)
{
	struct slice kind = { "", 0 };
	unsigned     times = 0;
	uint32_t     c;

	for (size_t at = 0; at < text.n && times < OFTEN; at += utf8_decode(
	    slice_from(text, at), &c)) {
		struct slice found = kind_at(text, at);

		if (found.n == 0)
			continue;
		found = zone_in_short(arena, found);
		if (kind.n == 0)
			kind = found;
		times += slice_eq(found, kind);
	}
	return times == OFTEN ? kind : (struct slice){ "", 0 };
}

/* The zone that TEXT begins with, after a place that the gazetteer has. */
static struct slice
zone_at(struct arena *arena, struct slice text)
{
	struct slice     none = { "", 0 }, rest;
	struct place     place[PLACES_MAX];
	struct divisions found;
	int              n;

	if (!gazetteer_may_begin(text))
		return none;
	n = place_chain(text, place, &rest);
	if (n == 0 || !place[n - 1].zone)
		return none;
	text.n -= rest.n;
	place_of_zone(text, 0, arena, &found);
	return found.n > 0 || place[0].known ? text : none;
}

struct slice
zone_meant(struct page_places *page, struct slice kind)
{
	struct arena *arena = page->arena;
	struct slice  text = page_text(page), only = { "", 0 };
	uint32_t      c;

	kind = kind.n > 0 ? zone_in_short(arena, kind) :
	    kind_meant(arena, text);
	for (size_t at = 0, n; kind.n > 0 && at < text.n; at += n) {
		struct slice zone = zone_at(arena, slice_from(text, at));

		n = zone.n > 0 ? zone.n : utf8_decode(slice_from(text, at), &c);
		if (zone.n == 0 || !slice_ends(zone_in_short(arena, zone),
		    kind))
			continue;
		if (only.n > 0 && !slice_eq(zone_in_short(arena, zone),
		    zone_in_short(arena, only)))
			return (struct slice){ "", 0 };
		if (zone.n > only.n)
			only = zone;
	}
	return only;
}
