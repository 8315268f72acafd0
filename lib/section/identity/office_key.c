#include "office_key.h"

#include "place/resolve.h"
#include "section/word_list.h"
#include "text/fold.h"
#include "zone.h"

struct slice
office_present_name(struct slice own)
{
	const struct data_row *row = words_row(WORDS_OFFICE_NAME, own);

	if (row == NULL || row->field[1].n != own.n || row->field[2].n == 0)
		return own;
	return row->field[2];
}

/* The place within an office's own name, behind what is above all places, or
 * NULL. */
static const char *
place_within(const struct org *org)
{
	const char *at = org->region.n > 0 ?
	    slice_find(org->own, org->region) : NULL;

	return at == org->own.p ? NULL : at;
}

/* What is left of an office's name without what is above all places and the
 * place there, if that tells which office it is: 国家税务总局青石县税务局, not
 * 中国人民银行青石市支行. */
static struct slice
below_all(const struct org *org)
{
	const char  *at = place_within(org);
	struct slice below = at == NULL ? org->own : slice_from(org->own,
	    (size_t)(at - org->own.p) + org->region.n);

	return words_are(WORDS_OFFICE_NAME, below) ||
	    words_at_start(WORDS_PARTY, org->own) > 0 ? below : org->own;
}

/* OWN without the government that the office is called of: 人民政府法制办公室. */
static struct slice
without_government(struct slice own)
{
	size_t       n = words_at_start(WORDS_GOVERNMENT, own);
	struct slice rest;

	if (n == 0)
		n = words_at_start(WORDS_ZONE_GOVERNMENT, own);
	rest = slice_from(own, n);
	return words_are(WORDS_OFFICE, own) || words_are(WORDS_TOWN, rest) ||
	    !words_are(WORDS_OFFICE_NAME, rest) ? own : rest;
}

static struct slice
bare_name(const struct org *org)
{
	struct slice own = below_all(org);

	if (org->generic)
		own = slice_from(own, words_at_start(WORDS_GENERIC, own));
	return office_present_name(without_government(own));
}

/* 青石经济技术开发区管理委员会 governs the zone. */
static bool
is_government(const struct org *org, struct slice name)
{
	return org->region.n > 0 && (name.n == 0 ||
	    words_are(WORDS_ZONE_GOVERNMENT, name));
}

struct slice
office_key_body(struct arena *arena, const struct org *org)
{
	struct slice name = bare_name(org);

	return is_government(org, name) ? arena_join(arena, SLICE("="),
	    zone_in_short(arena, org->parent)) : name;
}

struct slice
office_key(struct arena *arena, const struct org *org, struct slice place)
{
	struct slice name = bare_name(org);

	place = zone_in_short(arena, place);
	if (name.p == org->own.p && place_within(org) != NULL)
		place.n = 0;	/* the name has it */
	if (org->generic && place.n == 0)
		name = arena_join(arena, (struct slice){ org->own.p,
		    words_at_start(WORDS_GENERIC, org->own) }, name);
	return is_government(org, name) && place.n > 0 ? place :
	    arena_join(arena, place, name);
}

/* What is left of the name OWN, where it begins with the country's and a place
 * follows: 中华人民共和国青岛海关. */
static struct slice
below_nation(struct arena *arena, struct slice own)
{
	struct divisions found;
	struct slice     below = slice_from(own, words_at_start(
	    WORDS_NATIONAL, own));

	if (below.n == own.n)	/* nearly always */
		return own;
	place_of_zone(below, 0, arena, &found);
	return found.n > 0 ? below : own;
}

struct slice
office_key_place(struct arena *arena, struct org *org, struct slice place)
{
	size_t bare;

	org->own = below_nation(arena, org->own);
	if (!org_is_namesake(arena, org, &bare))
		return place;
	if (place.n == 0 || !words_are(WORDS_OFFICE_NAME, slice_from(org->own,
	    bare)))
		return (struct slice){ "", 0 };
	org->own = slice_from(org->own, bare);
	return place;
}

/* The province or city, in full, that ORG is called after without the end of its
 * name, where there is but one: 南宁市, of 南宁海关. */
static struct slice
namesake_of(struct arena *arena, const struct org *org)
{
	enum { NOW = 2099 };	/* not the prefecture before the city */
	struct divisions found;
	struct slice     own = below_nation(arena, org->own), none = { "", 0 };
	size_t           bare;

	if (!org_is_namesake(arena, org, &bare))
		return none;
	bare = place_of_zone(own, NOW, arena, &found);
	return found.n == 1 && division_level(&found.at[0]) <= DIVISION_CITY &&
	    words_are(WORDS_OFFICE_NAME, slice_from(own, bare)) ?
	    division_full_name(arena, &found.at[0], 0) : none;
}

/* The place in the name of ORG as keys have it: by its full name, if the
 * gazetteer has one place that is called so. */
static struct slice
place_of(struct arena *arena, const struct org *org)
{
	struct place     place[PLACES_MAX];
	struct slice     name[PLACES_MAX], rest;
	struct divisions found;
	int              n = place_chain(org->region, place, &rest);

	if (n == 0)
		return namesake_of(arena, org);
	for (int i = 0; i < n; i++)
		name[i] = place[i].name;
	place_resolve(name, (size_t)n, 0, &found);
	return found.n == 1 ? division_full_name(arena, &found.at[0], 0) :
	    org->parent.n > 0 ? org->parent : org->region;
}

struct slice
office_key_of(struct arena *arena, struct slice name)
{
	struct org   org;
	struct slice place;

	if (!org_read(arena, fold_text(arena, name), false, &org))
		return name;
	place = place_of(arena, &org);
	place = office_key_place(arena, &org, place);
	return office_key(arena, &org, place);
}

struct slice
office_key_in(struct arena *arena, struct slice name, struct slice place,
    bool *says_place)
{
	struct org org;
	bool       is_name = org_read(arena, fold_text(arena, name), false,
	    &org);

	*says_place = !is_name || org.region.n > 0 ||
	    (org.own.n == 0 && org.name.n > 0) ||
	    namesake_of(arena, &org).n > 0;
	if (*says_place || !org_may_be_under(&org, place))
		return office_key_of(arena, name);
	org_put_under(arena, &org, place);
	return office_key(arena, &org, place_of(arena, &org));
}

struct slice
office_place_of(struct arena *arena, struct slice name)
{
	struct org org;

	if (!org_read(arena, fold_text(arena, name), false, &org) ||
	    org_is_zone(&org))
		return (struct slice){ "", 0 };
	return org.region;
}
