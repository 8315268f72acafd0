/* Where the office that reports lies: its county or city in full, and the code
 * of the division.  The office's own name says it; where several places are
 * called so, the rest of the page must name what one of them lies in. */
#include "identity.h"

#include "base/digits.h"
#include "place/resolve.h"

/* The places in the name of an office. */
struct name_chain {
	struct place place[PLACES_MAX + 1];
	size_t       n;
};

static struct name_chain
chain_of(const struct org *org)
{
	struct name_chain chain;
	struct slice      rest;
	struct place     *town;

	chain.n = (size_t)place_chain(org->region, chain.place, &rest);
	town = &chain.place[chain.n];
	if (org->town && place_read(org->own, town) &&
	    town->level == DIVISION_TOWN)
		chain.n++;
	return chain;
}

/* The year reported on, 0 when it is not known. */
static int
year_of(const struct identity *id)
{
	unsigned long long year;

	digits_at(id->property[IDENTITY_YEAR].taken.text, &year);
	return (int)year;
}

/* Whether the page, without the cells of the report's tables, has TEXT. */
static bool
page_has(const struct parts *parts, struct slice text)
{
	for (size_t i = 0; i < parts->n; i++)
		if ((i < parts->body || parts->part[i].kind != PART_CELL) &&
		    slice_find(parts->part[i].text, text) != NULL)
			return true;
	return false;
}

/* Whether the page names OUTER, or INNER behind its bare name: 青石南湖区. */
static bool
page_names(struct parts *parts, const struct division *outer,
    const struct division *inner)
{
	enum { END_BYTES = 3 };
	struct slice bare = { outer->name.p, outer->name.n - END_BYTES };

	return page_has(parts, outer->name) || (bare.n > END_BYTES &&
	    page_has(parts, arena_join(&parts->arena, bare, inner->name)));
}

/* Whether the page names a place that DIVISION lies in. */
static bool
is_placed(const struct division *division, struct parts *parts, int year)
{
	struct division outer;

	for (int level = DIVISION_PROVINCE; level < DIVISION_TOWN; level++)
		if (division_outer(division, (enum division_level)level, year,
		    &outer) && page_names(parts, &outer, division))
			return true;
	return false;
}

/* Whether DIVISION, the only one of its name that is known, may be another
 * than the one meant: a town without its county, of a year that the lists of
 * towns do not reach or another county then, of whose county, city and province
 * the page says nothing. */
static bool
is_doubtful(const struct division *division, struct parts *parts, int year)
{
	struct division county;

	return division_level(division) == DIVISION_TOWN &&
	    (!division_in_year(division, year) ||
	    !division_outer(division, DIVISION_COUNTY, year, &county) ||
	    !division_in_year(&county, year)) &&
	    !is_placed(division, parts, year);
}

/* Leaves the candidates whose county, city or province, as LEVEL says, the page
 * names, if there are any.  False when that leaves several in places of
 * different names: then nothing wider may decide. */
static bool
keep_named(struct divisions *found, enum division_level level,
    struct parts *parts, int year)
{
	struct slice first = { "", 0 };
	size_t       n = 0;
	bool         one_name = true;

	for (size_t i = 0; i < found->n; i++) {
		struct division outer, division = found->at[i];

		if (!division_outer(&division, level, year, &outer) ||
		    !page_names(parts, &outer, &division))
			continue;
		if (n == 0)
			first = outer.name;
		one_name = one_name && slice_eq(first, outer.name);
		found->at[i] = found->at[n];
		found->at[n++] = division;
	}
	if (n > 0)
		found->n = n;
	return one_name;
}

/* Finds the divisions that the first N places of CHAIN may mean. */
static void
resolve(const struct name_chain *chain, size_t n, int year,
    struct divisions *found)
{
	struct slice name[PLACES_MAX + 1];

	for (size_t i = 0; i < n; i++)
		name[i] = chain->place[i].name;
	place_resolve(name, n, year, found);
}

/* Finds the division that CHAIN names, or what its town or zone lies in if that
 * itself is not known; several where the page does not say which of them. */
static void
find(const struct name_chain *chain, struct parts *parts, int year,
    struct divisions *found)
{
	enum division_level level = DIVISION_PROVINCE;
	size_t              n = chain->n;

	resolve(chain, n, year, found);
	while (found->n == 0 && n > 0 && (chain->place[n - 1].zone ||
	    chain->place[n - 1].level == DIVISION_TOWN)) {
		n--;
		if (n == 0 && chain->place[0].zone)
			place_of_zone(chain->place[0].name, year,
			    &parts->arena, found);
		else
			resolve(chain, n, year, found);
	}
	if (found->n > 0)
		level = division_level(&found->at[0]);
	while (found->n > 1 && level > DIVISION_PROVINCE &&
	    keep_named(found, --level, parts, year))
		continue;
}

/* The county, city or province that DIVISION is, or lies in. */
static struct division
region_of(const struct division *division, int year)
{
	struct division region = *division;

	if (division_level(division) == DIVISION_TOWN)
		division_outer(division, DIVISION_COUNTY, year, &region);
	if (division_is_zone(&region))
		division_outer(&region, DIVISION_CITY, year, &region);
	return region;
}

static struct slice
region_name(struct arena *arena, const struct division *division, int year)
{
	struct division region = region_of(division, year);

	return division_full_name(arena, &region, year);
}

static void
add_code(struct identity *id, unsigned long code,
    const struct property_value *office)
{
	char        digits[DIGITS_BYTES];
	const char *from = digits_before(digits + DIGITS_BYTES, code);

	property_add(&id->property[IDENTITY_CODE], arena_copy(
	    &id->parts->arena, (struct slice){ from,
	    (size_t)(digits + DIGITS_BYTES - from) }), office->source,
	    office->part);
}

/* The code of the only candidate, or of the place that all lie in, if that was
 * theirs in YEAR. */
static void
find_code(struct identity *id, const struct divisions *found, int year,
    const struct property_value *office)
{
	struct division region = region_of(&found->at[0], year);

	if (found->n == 1 && division_in_year(&found->at[0], year) &&
	    !division_is_zone(&found->at[0])) {
		add_code(id, found->at[0].code, office);
		return;
	}
	for (size_t i = 1; i < found->n; i++)
		if (region_of(&found->at[i], year).code != region.code)
			return;
	if (division_in_year(&region, year))
		add_code(id, region.code, office);
}

/* Whether the gazetteer has all places of CHAIN. */
static bool
is_known(const struct name_chain *chain)
{
	for (size_t i = 0; i < chain->n; i++)
		if (!chain->place[i].known)
			return false;
	return chain->n > 0;
}

/* Whether a place of CHAIN that is not known has the name of one that is for
 * its end: 年度青石县. */
static bool
holds_known(const struct name_chain *chain)
{
	enum { FRONT_BYTES = 6, KNOWN_BYTES = 9 };

	for (size_t i = 0; i < chain->n; i++) {
		struct slice name = chain->place[i].name;

		for (size_t at = FRONT_BYTES; !chain->place[i].known &&
		    at + KNOWN_BYTES <= name.n; at += 3)
			if (gazetteer_has(GAZETTEER_PLACES,
			    slice_from(name, at)))
				return true;
	}
	return false;
}

/* Whether all candidates lie in one region. */
static bool
is_one_region(const struct divisions *found, struct arena *arena, int year)
{
	struct slice name = region_name(arena, &found->at[0], year);

	for (size_t i = 1; i < found->n; i++)
		if (!slice_eq(name, region_name(arena, &found->at[i], year)))
			return false;
	return true;
}

/* Lists what might be meant, if it is not too much. */
static void
add_candidates(struct identity *id, const struct divisions *found, int year,
    const struct property_value *office)
{
	if (found->n > ALTERNATIVES_MAX)
		return;
	for (size_t i = 0; i < found->n; i++)
		property_add_other(&id->property[IDENTITY_REGION],
		    region_name(&id->parts->arena, &found->at[i], year),
		    office->source, office->part);
}

void
identity_region(struct identity *id)
{
	const struct property_value *office =
	    &id->property[IDENTITY_ORG].taken;
	struct property  *region = &id->property[IDENTITY_REGION];
	struct arena     *arena = &id->parts->arena;
	struct name_chain chain = chain_of(&id->office);
	struct divisions  found;
	int               year = year_of(id);

	find(&chain, id->parts, year, &found);
	if (found.n == 0 && (is_known(&chain) ||
	    holds_known(&chain))) {
		/* They do not lie in each other, or words before the name of
		 * one were read as part of it. */
		property_add_other(region, id->office.region, office->source,
		    office->part);
	} else if (found.n == 0) {
		property_add(region, id->office.region, office->source,
		    office->part);
	} else if (is_one_region(&found, arena, year) && (chain.n > 1 ||
	    !is_doubtful(&found.at[0], id->parts, year))) {
		property_add(region, region_name(arena, &found.at[0], year),
		    office->source, office->part);
		find_code(id, &found, year, office);
	} else {
		add_candidates(id, &found, year, office);
	}
}
