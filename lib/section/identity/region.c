/* Where the office that reports lies: its county or city in full, and the code
 * of the division.  The office's own name says it; where several places are
 * called so, the rest of the page must name what one of them lies in. */
#include "identity.h"
#include "page_places.h"

#include "base/digits.h"
#include "place/resolve.h"
#include "section/word_list.h"

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

/* Whether the page names OUTER, or INNER behind its bare name: 青石南湖区. */
static bool
page_names(struct page_places *page, const struct division *outer,
    const struct division *inner)
{
	enum { END_BYTES = 3 };
	struct slice bare = { outer->name.p, outer->name.n - END_BYTES };

	return page_has(page, outer->name) || (bare.n > END_BYTES &&
	    page_has(page, arena_join(page->arena, bare, inner->name)));
}

/* Whether the page names a site of OUTER, by a name that INNER has not itself. */
static bool
page_names_site(struct page_places *page, const struct division *outer,
    const struct division *inner)
{
	enum { END_BYTES = 3 };
	struct slice bare = { outer->name.p, outer->name.n - END_BYTES };

	return slice_find(inner->name, bare) == NULL &&
	    page_has_site_of(page, bare);
}

/* Whether the page names a place that DIVISION lies in. */
static bool
is_placed(const struct division *division, struct page_places *page, int year)
{
	struct division outer;

	for (int level = DIVISION_PROVINCE; level < DIVISION_TOWN; level++)
		if (division_outer(division, (enum division_level)level, year,
		    &outer) && outer.code != division->code &&
		    (page_names(page, &outer, division) ||
		    page_names_site(page, &outer, division)))
			return true;
	return false;
}

/* Whether DIVISION is called as zones are, and not after the city it lies in:
 * 滨海新区, the end of many names. */
static bool
is_called_zone(const struct division *division, int year)
{
	enum { END_BYTES = 3 };
	struct slice           name = division->name;
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX,
	    slice_from(name, name.n - words_at_end(WORDS_PLACE_SUFFIX, name)));
	struct division        city;

	return suffix != NULL && slice_is(suffix->field[3], "zone") &&
	    !(division_outer(division, DIVISION_CITY, year, &city) &&
	    slice_starts(name, (struct slice){ city.name.p,
	    city.name.n - END_BYTES }));
}

/* Whether DIVISION, the only one of its name that is known, may be another than the one
 * meant: a town of whose county, city and province the page says nothing, or a zone
 * that is a division.  The lists of towns do not reach back far: of the 26,547 names
 * that one place bears now, 1,631 were borne by another in 2016 to 2022. */
static bool
is_doubtful(const struct division *division, struct page_places *page, int year)
{
	return (division_level(division) == DIVISION_TOWN ||
	    is_called_zone(division, year)) && !is_placed(division, page, year);
}

/* Whether DIVISION, a district that ZONE is called after without the end of its
 * name, may be another place's namesake, as towns are: 东湖高新区 lies in no 东湖区,
 * and the page names neither that nor what it lies in. */
static bool
is_doubtful_zone(const struct place *zone, const struct division *division,
    struct page_places *page, int year)
{
	const struct slice district = SLICE("\u533A");	/* 区 */
	struct slice       stem = { division->name.p,
		division->name.n - district.n };

	return zone->zone && slice_ends(division->name, district) &&
	    place_is_town(page->arena, stem) &&
	    !page_has(page, division->name) &&
	    !is_placed(division, page, year);
}

/* Leaves the candidates whose county, city or province, as LEVEL says, the page
 * NAMES, if there are any.  False when that leaves several in places of
 * different names: then nothing wider may decide. */
typedef bool names_fn(struct page_places *page, const struct division *outer,
    const struct division *inner);

static bool
keep_if(struct divisions *found, enum division_level level,
    struct page_places *page, int year, names_fn *names)
{
	struct slice first = { "", 0 };
	size_t       n = 0;
	bool         one_name = true;

	for (size_t i = 0; i < found->n; i++) {
		struct division outer, division = found->at[i];

		if (!division_outer(&division, level, year, &outer) ||
		    !names(page, &outer, &division))
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

/* Whether A and B are one county under two names: 云河县, since 云河市. */
static bool
is_renamed(const struct division *a, const struct division *b)
{
	enum { END_BYTES = 3, SHORTEST = 9 };

	return a->name.n == b->name.n && a->name.n >= SHORTEST &&
	    slice_starts(b->name, (struct slice){ a->name.p,
	    a->name.n - END_BYTES });
}

/* Of two candidates in one county under two names leaves that of the name it
 * bore in YEAR. */
static void
keep_of_year(struct divisions *found, int year)
{
	struct division county[2];

	if (found->n != 2 ||
	    !division_outer(&found->at[0], DIVISION_COUNTY, year, &county[0]) ||
	    !division_outer(&found->at[1], DIVISION_COUNTY, year, &county[1]) ||
	    !is_renamed(&county[0], &county[1]) ||
	    division_in_year(&county[0], year) ==
	    division_in_year(&county[1], year))
		return;
	if (division_in_year(&county[1], year))
		found->at[0] = found->at[1];
	found->n = 1;
}

/* Whether NAME is that of a province that is no city: 浙江, 浙江省, not 重庆市. */
static bool
is_called_province(struct slice name)
{
	size_t                 n = words_at_end(WORDS_PLACE_SUFFIX, name);
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX,
	    slice_from(name, name.n - n));

	return n == 0 || place_level_named(suffix->field[3]) ==
	    DIVISION_PROVINCE;
}

/* Finds what the zone behind the first N places of CHAIN lies in: what it is
 * called after, if that lies in them; else they themselves, but not the province
 * that the names of zones often begin with. */
static void
find_zone(const struct name_chain *chain, size_t n, struct page_places *page,
    int year, struct divisions *found)
{
	struct divisions outer;
	size_t           kept = 0;

	place_of_zone(chain->place[n].name, year, page->arena, found);
	if (found->n > 0 && words_at_end(WORDS_SCENIC, chain->place[n].name) >
	    0 && division_level(&found->at[0]) > DIVISION_CITY)
		found->n = 0;	/* 太湖度假区 need not be in 太湖县 */
	if (n == 0)
		return;
	resolve(chain, n, year, &outer);
	for (size_t i = 0; i < found->n && outer.n == 1; i++)
		if (division_in_year(&found->at[i], year) &&
		    (found->at[i].code == outer.at[0].code ||
		    division_within(&found->at[i], &outer.at[0])))
			found->at[kept++] = found->at[i];
	found->n = kept;
	if (kept == 0 && !is_called_province(chain->place[n - 1].name))
		*found = outer;
}

/* Finds what the place is called that stands behind a part of NAME that ends as
 * names of offices do: 湖州 of 监督管理总局湖州监管分局. */
static void
find_behind_end(struct slice name, struct page_places *page, int year,
    struct divisions *found)
{
	const char *at;
	size_t      end;

	found->n = 0;
	while (found->n == 0 &&
	    (at = words_find(WORDS_NAME_END, name, &end)) != NULL) {
		name = slice_from(name, (size_t)(at - name.p) + end);
		place_of_zone(name, year, page->arena, found);
	}
}

/* What stands in NAME behind what is above all places, if anything is. */
static struct slice
below_all(struct slice name)
{
	const char *at;
	size_t      above;

	while ((at = words_find(WORDS_ABOVE, name, &above)) != NULL)
		name = slice_from(name, (size_t)(at - name.p) + above);
	return name;
}

/* Finds the province or city that ORG is called after without the end of its
 * name, as customs houses are: 青岛海关, 国家统计局湖南调查总队; or the county, if the
 * page has that in full, too. */
static void
find_namesake(const struct org *org, struct page_places *page, int year,
    struct divisions *found)
{
	size_t       national = words_at_start(WORDS_NATIONAL, org->own), bare;
	struct slice name = slice_from(org->own, national);

	if (national > 0)
		name = slice_from(name, words_at_start(WORDS_OFFICE_NAME,
		    name));
	found->n = 0;
	if (!org_is_namesake(page->arena, org, &bare))
		return;
	name = below_all(name);
	place_of_zone(name, year, page->arena, found);
	if (found->n == 0 && national > 0)
		find_behind_end(name, page, year, found);
	if (found->n != 1 || (division_level(&found->at[0]) > DIVISION_CITY &&
	    !page_has(page, found->at[0].name)))
		found->n = 0;
}

/* Whether PLACE, behind OUTER in a name or first where that is NULL, may be left out
 * for what it lies in: a town, a zone, or what is called like a county and stands
 * behind a known one, 青石县工业集聚区. */
static bool
may_be_left_out(const struct place *place, const struct place *outer)
{
	return place->zone || place->level == DIVISION_TOWN ||
	    (outer != NULL && outer->known && !place->known &&
	    outer->level == DIVISION_COUNTY);
}

/* Finds the division that CHAIN names, or what its town or zone lies in if that
 * itself is not known; several where the page does not say which of them. */
static void
find(const struct name_chain *chain, struct page_places *page, int year,
    struct divisions *found)
{
	enum division_level level = DIVISION_PROVINCE;
	size_t              n = chain->n;

	resolve(chain, n, year, found);
	while (found->n == 0 && n > 0 && may_be_left_out(&chain->place[n - 1],
	    n > 1 ? &chain->place[n - 2] : NULL)) {
		n--;
		if (chain->place[n].zone)
			find_zone(chain, n, page, year, found);
		else
			resolve(chain, n, year, found);
	}
	if (found->n > 0)
		level = division_level(&found->at[0]);
	while (found->n > 1 && level > DIVISION_PROVINCE &&
	    keep_if(found, --level, page, year, page_names))
		continue;
	if (found->n > 1)
		keep_if(found, DIVISION_COUNTY, page, year, page_names_site);
	keep_of_year(found, year);
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

/* Whether CHAIN is but a name that the gazetteer lacks, and which begins with
 * that of a city or province: 重庆江南商务区 lies somewhere in it. */
static bool
begins_known(const struct name_chain *chain, int year, struct arena *arena)
{
	enum { SHORTEST = 18,		/* no county's name that lists lack */
		BARE_BYTES = 6 };
	struct divisions found;

	if (chain->place[0].name.n < SHORTEST)
		return false;
	place_of_zone(chain->place[0].name, year, arena, &found);
	return found.n > 0 && (division_level(&found.at[0]) <= DIVISION_CITY ||
	    !slice_starts(chain->place[0].name, (struct slice){
	    found.at[0].name.p, BARE_BYTES }));
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
	enum { TOLD_MAX = 4 };	/* more are no help to anybody */

	if (found->n > TOLD_MAX)
		return;
	for (size_t i = 0; i < found->n; i++)
		property_add_other(&id->property[IDENTITY_REGION],
		    region_name(&id->parts->arena, &found->at[i], year),
		    office->source, office->part);
}

/* Whether PLACE is what the county of TOWN was in YEAR, under another name and
 * code: 云河市 became 云河区. */
static bool
is_later(const struct division *town, const struct division *place, int year)
{
	struct division county;

	return division_level(town) == DIVISION_TOWN &&
	    division_outer(town, DIVISION_COUNTY, year, &county) &&
	    is_renamed(place, &county);
}

/* Whether INDEX is the code of an office (GB 32100): 1, a digit, the division's six,
 * ten more. */
static bool
is_office_code(struct slice index)
{
	enum { AT = 8, LENGTH = 18 };

	for (size_t i = 0; i < LENGTH; i++)
		if (i >= index.n || !(is_digit((unsigned char)index.p[i]) ||
		    (i >= AT && index.p[i] >= 'A' && index.p[i] <= 'Z')))
			return false;
	return index.p[0] == '1';
}

/* Finds the place in the index number of the page, which begins with the code of
 * the office that put it there, or with the division's. */
static bool
place_of_index(const struct identity *id, int year, struct division *place)
{
	enum { AT = 2, DIGITS = 6 };
	struct slice       index = id->property[IDENTITY_INDEX].taken.text;
	unsigned long long code;

	if (is_office_code(index))
		index = slice_from(index, AT);
	return index.n >= DIGITS && digits_read((struct slice){ index.p,
	    DIGITS }, 999999, &code) && gazetteer_code((unsigned long)code,
	    year, place);
}

/* Leaves of FOUND the one that lies in the place whose government the page
 * speaks of, or whose code its index number has.  False when there is none, or
 * several. */
static bool
keep_governed(struct divisions *found, const struct identity *id,
    struct page_places *page, int year)
{
	struct division place;
	size_t          n = 0;

	if (found->n == 0 || (!page_place(page, year, &place) &&
	    !place_of_index(id, year, &place)))
		return false;
	for (size_t i = 0; i < found->n; i++)
		if (found->at[i].code == place.code ||
		    division_within(&found->at[i], &place))
			found->at[n++] = found->at[i];
		else if (is_later(&found->at[i], &place, year)) {
			found->at[0] = place;
			n = found->n = 1;
			break;
		}
	if (n > 0)
		found->n = n;
	return n == 1;
}

/* Whether ORG, whose name says no place, may be an office of PLACE: 市教育局
 * only of a city, a town of no other. */
static bool
may_be_of(const struct org *org, const struct division *place)
{
	return org->name.n == 0 || (org->own.n > 0 && org->region.n == 0 &&
	    !org->town && org_may_be_under(org, place->name));
}

/* Puts PLACE before the name of the office, which leaves that unsaid. */
static void
put_under(struct identity *id, struct slice place)
{
	struct property *name = &id->property[IDENTITY_ORG];

	org_put_under(&id->parts->arena, &id->office, place);
	name->taken.text = id->office.name;
}

/* Puts the place that the office leaves unsaid, 县财政局, before its name; it is
 * the one that reports where the document calls itself but a place. */
static void
complete_office(struct identity *id, struct slice place)
{
	struct property *name = &id->property[IDENTITY_ORG];

	if (id->governs && org_read(&id->parts->arena, place, false,
	    &id->office)) {
		property_add(name, id->office.name, "text", NULL);
		return;
	}
	if (!id->office.generic && !words_are(WORDS_OFFICE_NAME,
	    id->office.own))
		return;
	put_under(id, place);
}

/* Whether KIND is that of a province: 自治区. */
static bool
is_of_province(struct slice kind)
{
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX, kind);

	return kind.n > 0 && suffix != NULL && place_level_named(
	    suffix->field[3]) == DIVISION_PROVINCE;
}

/* What the page speaks of as its place, where the office tells none. */
static void
take_place_of_page(struct identity *id, struct page_places *page, int year)
{
	struct division  place;
	struct divisions found = { .n = 1 };
	const struct property_value source = { .source = "text" };

	if ((!page_place(page, year, &place) && !(is_of_province(page->kind) &&
	    page_province(page, &place))) || !may_be_of(&id->office, &place))
		return;
	found.at[0] = place;
	property_add(&id->property[IDENTITY_REGION], region_name(page->arena,
	    &place, year), source.source, NULL);
	find_code(id, &found, year, &source);
	complete_office(id, id->property[IDENTITY_REGION].taken.text);
}

/* The county of a town that FOUND has, as it was in YEAR, where the lists have
 * the town in its successor only. */
static void
keep_old_county(struct divisions *found, struct arena *arena, int year)
{
	struct division county, then;

	if (division_outer(&found->at[0], DIVISION_COUNTY, year, &county) &&
	    place_in_year(&county, year, arena, &then))
		found->at[0] = then;
}

/* The county that an office with the name of a city is for: by the rest of its
 * name, 青石市公安局南湖区分局; or, where no city has an office so called, and for a
 * zone, by the government that the page speaks of. */
static void
find_county(const struct org *org, struct divisions *found,
    struct page_places *page, int year)
{
	struct division city = found->at[0], county;

	if (place_of_branch(org->own, &city, year, page->arena, &county) ||
	    (org->own.n > 0 && (words_at_end(WORDS_OFFICE_NAME, org->own) == 0 ||
	    org_is_zone(org)) && page_place(page, year, &county) &&
	    division_level(&county) == DIVISION_COUNTY &&
	    division_within(&county, &city)))
		found->at[0] = county;
}

/* The city that an office of a province which no list has is called after: 青石市 of
 * 云山省青石第二中学. */
static void
find_city(const struct org *org, struct divisions *found,
    struct page_places *page, int year)
{
	struct divisions city;

	if (org->own.n == 0 || words_are(WORDS_OFFICE_NAME, org->own))
		return;
	place_of_zone(org->own, year, page->arena, &city);
	if (city.n == 1 && division_level(&city.at[0]) == DIVISION_CITY &&
	    division_within(&city.at[0], &found->at[0]))
		found->at[0] = city.at[0];
}

/* What the name of ORG says beside its places. */
static void
narrow(const struct org *org, struct divisions *found,
    struct page_places *page, int year)
{
	if (found->n != 1)
		return;
	if (org->town)
		keep_old_county(found, page->arena, year);
	else if (division_level(&found->at[0]) == DIVISION_PROVINCE)
		find_city(org, found, page, year);
	if (!org->town && division_level(&found->at[0]) <= DIVISION_CITY)
		find_county(org, found, page, year);
}

/* What names the office: if none was taken, the first that might be. */
static const struct property_value *
source_of(const struct property *org)
{
	return org->taken.text.n > 0 || org->others == 0 ? &org->taken :
	    &org->other[0];
}

void
identity_region(struct identity *id)
{
	const struct property_value *office = source_of(
	    &id->property[IDENTITY_ORG]);
	struct property   *region = &id->property[IDENTITY_REGION];
	struct arena      *arena = &id->parts->arena;
	const struct org  *org = id->office.name.n > 0 ? &id->office :
	    &id->open;
	struct name_chain  chain = chain_of(org);
	struct page_places page = { .parts = id->parts, .arena = arena };
	struct divisions   found;
	int                year = year_of(id);

	if (chain.n == 0)
		find_namesake(org, &page, year, &found);
	if (org->name.n == 0 || (chain.n == 0 && found.n == 0)) {
		if (org->generic)
			page.kind = (struct slice){ org->own.p,
			    words_at_start(WORDS_GENERIC, org->own) };
		take_place_of_page(id, &page, year);
		return;
	}
	if (chain.n > 0)
		find(&chain, &page, year, &found);
	narrow(org, &found, &page, year);
	if (found.n == 0 && (is_known(&chain) || holds_known(&chain) ||
	    begins_known(&chain, year, arena) ||
	    chain.place[chain.n - 1].zone)) {
		/* They do not lie in each other, or words before the name of
		 * one were read as part of it, or behind it; or nothing tells
		 * where a zone lies. */
		property_add_other(region, org->region, office->source,
		    office->part);
	} else if (found.n == 0) {
		property_add(region, org->region, office->source,
		    office->part);
	} else if ((is_one_region(&found, arena, year) && (chain.n != 1 ||
	    (!is_doubtful(&found.at[0], &page, year) &&
	    !is_doubtful_zone(&chain.place[0], &found.at[0], &page,
	    year)))) ||
	    keep_governed(&found, id, &page, year)) {
		property_add(region, region_name(arena, &found.at[0], year),
		    office->source, office->part);
		find_code(id, &found, year, office);
		if (id->office.town && id->office.region.n == 0)
			put_under(id, region->taken.text);
	} else {
		add_candidates(id, &found, year, office);
	}
}
