#include "page_places.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "place.h"
#include "section/word_list.h"

enum { NAMED_MAX = 16 };	/* different places; more tell nothing */

/* The governments that a page speaks of. */
struct governments {
	struct division place[NAMED_MAX];
	bool            site[NAMED_MAX];	/* on its site */
	size_t          n;
	bool            unclear;	/* it may be one of several places */
	bool            own[DIVISION_TOWN];	/* the levels of what is called
						   县政府, 全市 */
};

struct slice
page_text(struct page_places *page)
{
	struct parts *parts = page->parts;
	struct buffer all = { .n = 0 };

	if (parts->page.p != NULL)
		return parts->page;
	for (size_t i = 0; i < parts->n; i++) {
		struct part *part = &parts->part[i];

		if (i >= parts->body && part->kind == PART_CELL)
			continue;
		buffer_add(&all, part_fold(parts, part));
		buffer_add(&all, SLICE("\n"));
	}
	parts->page = all.n > 0 ? arena_copy(&parts->arena, buffer_slice(&all)) :
	    (struct slice){ "", 0 };
	buffer_free(&all);
	return parts->page;
}

bool
page_has(struct page_places *page, struct slice text)
{
	return slice_find(page_text(page), text) != NULL;
}

bool
page_has_site_of(struct page_places *page, struct slice bare)
{
	enum { SHORTEST = 6 };
	struct slice rest = page_text(page);
	const char  *at;

	if (bare.n < SHORTEST)
		return false;
	while ((at = slice_find(rest, bare)) != NULL) {
		struct slice before = { rest.p, (size_t)(at - rest.p) };

		rest = slice_from(rest, before.n + bare.n);
		if (words_at_end(WORDS_BEFORE_SITE, before) > 0 ||
		    words_at_start(WORDS_BEHIND_SITE, rest) > 0)
			return true;
	}
	return false;
}

/* The names in full of places that lie in each other which TEXT ends with. */
static struct slice
places_at_end(struct slice text)
{
	enum { LONGEST = 60, SHORTEST = 9 };	/* not 开县 of 公开县 */
	struct place place[PLACES_MAX];
	struct slice rest;

	for (size_t n = LONGEST; n >= SHORTEST; n -= 3) {
		struct slice name = slice_from(text, n < text.n ?
		    text.n - n : 0);
		int          places;

		if (n > text.n || !gazetteer_may_begin(name))
			continue;
		places = place_chain(name, place, &rest);
		if (places > 0 && rest.n == 0 && place[0].known &&
		    place[places - 1].known && !place[places - 1].bare)
			return name;
	}
	return (struct slice){ "", 0 };
}

struct slice
page_places_before(struct page_places *page, struct slice own, size_t kind)
{
	struct slice text = page_text(page), rest = text, most = { "", 0 };
	const char  *at;

	while (own.n > 0 && (at = slice_find(rest, own)) != NULL) {
		struct slice places = places_at_end((struct slice){ text.p,
		    (size_t)(at - text.p) + kind });

		rest = slice_from(rest, (size_t)(at - rest.p) + own.n);
		if (!slice_ends(places, most) && !slice_ends(most, places))
			return (struct slice){ "", 0 };
		if (places.n > most.n)
			most = places;
	}
	return most;
}

/* The bytes of the name of a place that TEXT begins with, 0 where there is none; that
 * is a *PROVINCE of the KIND, named in full, or in short but where the kind is a
 * single character: 新疆 is an autonomous region, 浙江 in many names. */
static size_t
province_here(struct slice text, struct slice kind, struct division *province)
{
	enum { CHARACTER = 3 };
	struct gazetteer_search search;
	struct slice            name = text;

	province->name.n = 0;
	if (!gazetteer_may_begin(text))
		return 0;
	name.n = gazetteer_longest(GAZETTEER_PLACES, text);
	search = gazetteer_search(GAZETTEER_PLACES, name);
	if (name.n > 0 && (!gazetteer_next(&search, province) ||
	    division_level(province) != DIVISION_PROVINCE ||
	    !slice_ends(province->name, kind) || (kind.n <= CHARACTER &&
	    name.n < province->name.n)))
		province->name.n = 0;
	return name.n;
}

bool
page_province(struct page_places *page, struct division *province)
{
	struct slice    rest = page_text(page);
	struct division found;
	bool            any = false;
	uint32_t        c;

	while (rest.n > 0) {
		size_t n = province_here(rest, page->kind, &found);

		if (n > 0 && found.name.n > 0 && any &&
		    found.code != province->code)
			return false;
		if (n > 0 && found.name.n > 0) {
			*province = found;
			any = true;
		}
		rest = slice_from(rest, n > 0 ? n : utf8_decode(rest, &c));
	}
	return any;
}

/* Whether the page names a wider place that DIVISION lies in. */
static bool
is_within_named(struct page_places *page, const struct division *division,
    int year)
{
	struct division outer;

	return division_outer(division, DIVISION_CITY, year, &outer) &&
	    outer.code != division->code && page_has(page, outer.name);
}

/* Leaves of several places of one name those in one that the page names. */
static void
keep_within_named(struct page_places *page, struct divisions *found, int year)
{
	size_t n = 0;

	for (size_t i = 0; i < found->n && found->n > 1; i++)
		if (is_within_named(page, &found->at[i], year))
			found->at[n++] = found->at[i];
	if (n > 0)
		found->n = n;
}

static void
note(struct governments *g, const struct division *place, bool site)
{
	size_t i = 0;

	while (i < g->n && g->place[i].code != place->code)
		i++;
	if (i == NAMED_MAX) {
		g->unclear = true;
		return;
	}
	if (i == g->n) {
		g->place[i] = *place;
		g->site[i] = false;
		g->n++;
	}
	g->site[i] |= site;
}

/* Notes the province whose site is named, by its name in short, where REST begins:
 * 天津政务网.  Returns the bytes of the name, 0 where there is none. */
static size_t
read_site(struct governments *g, struct slice rest, int year)
{
	size_t                 n = gazetteer_may_begin(rest) ?
	    gazetteer_longest(GAZETTEER_PLACES, rest) : 0;
	struct slice           name = { rest.p, n };
	const struct data_row *authority = n == 0 ? NULL :
	    words_row(WORDS_PLACE_AUTHORITY, slice_from(rest, n));
	struct divisions       found;

	if (authority == NULL || !slice_is(authority->field[2], "site"))
		return 0;
	place_resolve(&name, 1, year, &found);
	if (found.n != 1 || division_level(&found.at[0]) != DIVISION_PROVINCE)
		return 0;
	note(g, &found.at[0], true);
	return n;
}

/* Reads the places that REST begins with and notes the last but a town if its
 * government is named behind them.  Returns the bytes of it all, 0 where no
 * place begins. */
static size_t
read_place(struct governments *g, struct page_places *page, struct slice rest,
    int year)
{
	struct place           place[PLACES_MAX];
	struct slice           name[PLACES_MAX], behind;
	struct divisions       found;
	const struct data_row *authority;
	int                    n;

	if (!place_begins(rest))
		return read_site(g, rest, year);
	n = place_chain(rest, place, &behind);
	authority = words_row(WORDS_PLACE_AUTHORITY, behind);
	for (int i = 0; i < n; i++)
		name[i] = place[i].name;
	if (n > 0 && place[n - 1].level == DIVISION_TOWN)
		n--;
	if (n == 0 || authority == NULL)
		return rest.n - behind.n;
	place_resolve(name, (size_t)n, year, &found);
	keep_within_named(page, &found, year);
	g->unclear |= found.n > 1;
	if (found.n == 1)
		note(g, &found.at[0], slice_is(authority->field[2], "site"));
	return rest.n - behind.n;
}

/* Notes which government the page calls its own where REST begins.  Returns the
 * bytes of that, 0 where it does not. */
static size_t
read_own(struct governments *g, struct slice rest)
{
	const struct data_row *row = words_row(WORDS_PLACE_OWN, rest);

	if (row == NULL)
		return 0;
	if (!slice_is(row->field[2], "-"))
		g->own[place_level_named(row->field[2])] = true;
	return row->field[1].n;
}

/* Whether CLAUSE speaks of a government: most do not, and no place is looked for
 * in them. */
static bool
has_authority(struct slice clause)
{
	const uint64_t kinds = words_bit(WORDS_PLACE_AUTHORITY);
	uint32_t       c;

	while ((clause = words_skip(clause, kinds)).n > 0) {
		if (words_row(WORDS_PLACE_AUTHORITY, clause) != NULL)
			return true;
		clause = slice_from(clause, utf8_decode(clause, &c));
	}
	return false;
}

/* Reads CLAUSE, which speaks of no government. */
static void
read_plain(struct governments *g, struct slice clause)
{
	const uint64_t kinds = words_bit(WORDS_PLACE_OWN);
	uint32_t       c;

	while ((clause = words_skip(clause, kinds)).n > 0) {
		size_t n = read_own(g, clause);

		clause = slice_from(clause, n > 0 ? n : utf8_decode(clause,
		    &c));
	}
}

static void
read_clause(struct governments *g, struct page_places *page,
    struct slice clause, int year)
{
	uint32_t c;

	if (!has_authority(clause)) {
		read_plain(g, clause);
		return;
	}
	while (clause.n > 0) {
		size_t n = read_place(g, page, clause, year);

		if (n == 0)
			n = read_own(g, clause);
		clause = slice_from(clause, n > 0 ? n : utf8_decode(clause,
		    &c));
	}
}

static void
read_governments(struct governments *g, struct page_places *page, int year)
{
	struct slice rest = page_text(page);

	/* A clause ends at a stop or at the end of a line. */
	while (rest.n > 0) {
		const char  *end = memchr(rest.p, '\n', rest.n);
		struct slice line = { rest.p, end != NULL ?
		    (size_t)(end - rest.p) : rest.n }, clause;

		rest = slice_from(rest, line.n + (end != NULL));
		while (slice_cut(&line, ';', &clause))
			read_clause(g, page, clause, year);
	}
}

/* Whether what the page calls its own government may be that of place I: 县政府
 * not that of 青石市. */
static bool
may_be_own(const struct governments *g, size_t i)
{
	const struct data_row *suffix;
	struct slice           name = g->place[i].name;
	enum division_level    level;

	suffix = words_row(WORDS_PLACE_SUFFIX, slice_from(name, name.n -
	    words_at_end(WORDS_PLACE_SUFFIX, name)));
	if (suffix == NULL)
		return false;
	level = place_level_named(suffix->field[3]);
	for (int narrower = DIVISION_COUNTY; narrower > (int)level; narrower--)
		if (g->own[narrower])
			return false;
	if (level == DIVISION_COUNTY && g->site[i] && !g->own[DIVISION_CITY])
		return true;
	return level < DIVISION_TOWN && g->own[level];
}

bool
page_place(struct page_places *page, int year, struct division *place)
{
	struct governments     g = { .n = 0 };
	const struct data_row *suffix;
	size_t                 narrowest = 0;

	read_governments(&g, page, year);
	if (page->kind.n > 0 && (suffix = words_row(WORDS_PLACE_SUFFIX,
	    page->kind)) != NULL)
		g.own[place_level_named(suffix->field[3])] = true;
	for (size_t i = 1; i < g.n; i++)
		if (division_within(&g.place[i], &g.place[narrowest]))
			narrowest = i;
	if (g.n == 0 || g.unclear || !may_be_own(&g, narrowest))
		return false;
	for (size_t i = 0; i < g.n; i++)
		if (i != narrowest && !division_within(&g.place[narrowest],
		    &g.place[i]))
			return false;
	*place = g.place[narrowest];
	return true;
}
