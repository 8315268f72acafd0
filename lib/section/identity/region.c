/* Where the office that reports lies: its county or city in full, and the code
 * of the division.  The office's own name says it; where several places are
 * called so, the rest of the page must name what one of them lies in. */
#include "identity.h"

#include "base/digits.h"
#include "place/resolve.h"

/* The names of the places in the name of an office. */
struct name_chain {
	struct slice name[PLACES_MAX + 1];
	size_t       n;
	bool         town;	/* the last one is */
};

static struct name_chain
chain_of(const struct org *org)
{
	struct name_chain chain = { .n = 0 };
	struct place place[PLACES_MAX];
	struct slice rest;
	int          n = place_chain(org->region, place, &rest);

	for (int i = 0; i < n; i++)
		chain.name[chain.n++] = place[i].name;
	if (org->town && place_read(org->own, &place[0]) &&
	    place[0].level == DIVISION_TOWN) {
		chain.name[chain.n++] = place[0].name;
		chain.town = true;
	}
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

static bool
page_has(const struct parts *parts, struct slice text)
{
	for (size_t i = 0; i < parts->n; i++)
		if (slice_find(parts->part[i].text, text) != NULL)
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
 * than the one meant: a town that stands alone, of whose county, city and
 * province the page says nothing. */
static bool
is_doubtful(const struct division *division, struct parts *parts, int year)
{
	struct division county;

	return division_level(division) == DIVISION_TOWN &&
	    (!division_outer(division, DIVISION_COUNTY, year, &county) ||
	    !division_in_year(&county, year) ||
	    !is_placed(division, parts, year));
}

/* Leaves the candidates whose county, city or province, as LEVEL says, the page
 * names, if there are any. */
static void
keep_named(struct divisions *found, enum division_level level,
    struct parts *parts, int year)
{
	size_t n = 0;

	for (size_t i = 0; i < found->n; i++) {
		struct division outer, division = found->at[i];

		if (division_outer(&division, level, year, &outer) &&
		    page_names(parts, &outer, &division)) {
			found->at[i] = found->at[n];
			found->at[n++] = division;
		}
	}
	if (n > 0)
		found->n = n;
}

/* Finds the division that CHAIN names, or its county if the town itself is not
 * known; several where the page does not say which of them. */
static void
find(const struct name_chain *chain, struct parts *parts, int year,
    struct divisions *found)
{
	enum division_level level;

	place_resolve(chain->name, chain->n, year, found);
	if (found->n == 0 && chain->town)
		place_resolve(chain->name, chain->n - 1, year, found);
	level = found->n > 0 ? division_level(&found->at[0]) :
	    DIVISION_PROVINCE;
	while (found->n > 1 && level > DIVISION_PROVINCE)
		keep_named(found, --level, parts, year);
	if (found->n == 1 && chain->n == 1 &&
	    is_doubtful(&found->at[0], parts, year))
		found->n = 0;
}

/* The county, city or province of DIVISION, in full. */
static struct slice
region_name(struct arena *arena, const struct division *division, int year)
{
	struct division county = *division;

	if (division_level(division) == DIVISION_TOWN)
		division_outer(division, DIVISION_COUNTY, year, &county);
	return division_full_name(arena, &county, year);
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

/* The code of the only candidate, or of the county that all lie in, if that
 * was theirs in YEAR. */
static void
find_code(struct identity *id, const struct divisions *found, int year,
    const struct property_value *office)
{
	struct division county;

	if (found->n == 1 && division_in_year(&found->at[0], year)) {
		add_code(id, found->at[0].code, office);
		return;
	}
	for (size_t i = 1; i < found->n; i++)
		if (division_county_code(&found->at[i]) !=
		    division_county_code(&found->at[0]))
			return;
	if (division_outer(&found->at[0], DIVISION_COUNTY, year, &county) &&
	    division_in_year(&county, year))
		add_code(id, county.code, office);
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
	struct slice      name;
	int               year = year_of(id);
	bool              one = true;

	find(&chain, id->parts, year, &found);
	if (found.n == 0) {
		property_add(region, id->office.region, office->source,
		    office->part);
		return;
	}
	name = region_name(arena, &found.at[0], year);
	for (size_t i = 1; i < found.n; i++)
		one = one && slice_eq(name, region_name(arena, &found.at[i],
		    year));
	if (one) {
		property_add(region, name, office->source, office->part);
		find_code(id, &found, year, office);
		return;
	}
	for (size_t i = 0; i < found.n; i++)
		property_add_other(region, region_name(arena, &found.at[i],
		    year), office->source, office->part);
}
