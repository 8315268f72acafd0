#include "resolve.h"

static bool
is_in_any(const struct division *division, const struct divisions *outer)
{
	for (size_t i = 0; i < outer->n; i++)
		if (division_within(division, &outer->at[i]))
			return true;
	return false;
}

void
divisions_add(struct divisions *found, const struct division *division)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->at[i].code == division->code &&
		    slice_eq(found->at[i].name, division->name))
			return;
	if (found->n < DIVISIONS_MAX)
		found->at[found->n++] = *division;
}

/* Adds to FOUND the divisions of GAZETTEER called NAME that lie in OUTER; NULL
 * is anywhere. */
static void
search(enum gazetteer gazetteer, struct slice name,
    const struct divisions *outer, struct divisions *found)
{
	struct gazetteer_search s = gazetteer_search(gazetteer, name);
	struct division         division;

	while (gazetteer_next(&s, &division))
		if (outer == NULL || is_in_any(&division, outer))
			divisions_add(found, &division);
}

void
divisions_keep_year(struct divisions *found, int year)
{
	size_t n = 0;

	for (size_t i = 0; i < found->n; i++)
		if (division_in_year(&found->at[i], year)) {
			struct division division = found->at[i];

			found->at[i] = found->at[n];
			found->at[n++] = division;
		}
	if (n > 0)
		found->n = n;
}

void
place_resolve(const struct slice name[], size_t n, int year,
    struct divisions *found)
{
	struct divisions outer;

	found->n = 0;
	for (size_t i = 0; i < n; i++) {
		const struct divisions *in = i > 0 ? &outer : NULL;

		outer.n = found->n;
		memcpy(outer.at, found->at, found->n * sizeof(*found->at));
		found->n = 0;
		search(GAZETTEER_PLACES, name[i], in, found);
		if (i + 1 == n)
			search(GAZETTEER_TOWNS, name[i], in, found);
		if (found->n == 0)
			return;
	}
	divisions_keep_year(found, year);
}

bool
division_outer(const struct division *division, enum division_level level,
    int year, struct division *outer)
{
	static const unsigned long width[] = { [DIVISION_PROVINCE] = 10000,
		[DIVISION_CITY] = 100, [DIVISION_COUNTY] = 1 };
	unsigned long code = division_county_code(division);

	if (level == DIVISION_TOWN)
		return false;
	return gazetteer_code(code / width[level] * width[level], year,
	    outer) || (level > DIVISION_PROVINCE && division_outer(division,
	    level - 1, year, outer));
}

/* Whether THEN ended when NOW began, as far as the lists tell, of which the one
 * misses a change by up to two years: a county that moved to another city. */
static bool
follows(const struct division *now, const struct division *then)
{
	enum { BETWEEN_LISTS = 2 };

	return now->from > 0 && now->from <= then->to + 1 &&
	    now->from + BETWEEN_LISTS >= then->to;
}

/* Whether other counties had the name of COUNTY in YEAR. */
static bool
is_shared(const struct division *county, int year)
{
	struct gazetteer_search s = gazetteer_search(GAZETTEER_PLACES,
	    county->name);
	struct division         other, city, here;

	if (!division_outer(county, DIVISION_CITY, year, &here))
		return false;
	while (gazetteer_next(&s, &other))
		if (division_in_year(&other, year) &&
		    !follows(&other, county) && !follows(county, &other) &&
		    division_outer(&other, DIVISION_CITY, year, &city) &&
		    city.code != here.code)
			return true;
	return false;
}

/* Whether COUNTY is a district by its code (GB/T 2260, 3.1): 01 to 20 and, for
 * zones, 51 to 80, where counties have 21 to 50 and county-level cities 81 to
 * 99; in a city that is one (01 to 20, 51 to 70), not a prefecture. */
static bool
is_district(const struct division *county)
{
	unsigned long last = county->code % 100;
	unsigned long city = county->code / 100 % 100;

	return (city <= 20 || (city > 50 && city <= 70)) &&
	    (last <= 20 || (last > 50 && last <= 80));
}

/* Whether the name of COUNTY begins with that of CITY, but for the end of
 * that: 青石高新技术产业开发区. */
static bool
names_city(const struct division *county, const struct division *city)
{
	enum { END_BYTES = 3 };

	return city->name.n > END_BYTES && slice_starts(county->name,
	    (struct slice){ city->name.p, city->name.n - END_BYTES });
}

struct slice
division_full_name(struct arena *arena, const struct division *division,
    int year)
{
	enum division_level level = division_level(division);
	struct division     outer;

	if (level == DIVISION_TOWN && division_outer(division, DIVISION_COUNTY,
	    year, &outer))
		return arena_join(arena, division_full_name(arena, &outer,
		    year), division->name);
	if (level == DIVISION_COUNTY &&
	    (is_district(division) || is_shared(division, year)) &&
	    division_outer(division, DIVISION_CITY, year, &outer) &&
	    !names_city(division, &outer))
		return arena_join(arena, outer.name, division->name);
	return division->name;
}
