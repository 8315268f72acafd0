#include "org.h"

#include <stdint.h>

#include "base/utf8.h"
#include "table.h"

enum {
	NAME_BYTES_MIN = 6, NAME_BYTES_MAX = 120,
	BACK_BYTES = 45,	/* that a place's name takes at most */
	GOVERNMENTS = 8,	/* different ones that are counted */
	ENUMERATION_COMMA = 0x3001,	/* 、 */
};

static bool
is_rest(const char *kind, struct slice rest)
{
	const struct table *table = table_of(DATA_OFFICES);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_is(table->row[i].field[0], kind) &&
		    slice_eq(table->row[i].field[1], rest))
			return true;
	return false;
}

/* Without Latin letters and digits in front: a mirror put its domain where a
 * name stood. */
static struct slice
without_letters(struct slice text, bool *doubtful)
{
	size_t n = 0;

	while (n < text.n && (unsigned char)text.p[n] < 0x80 &&
	    text.p[n] != '(')
		n++;
	*doubtful = n > 0;
	return slice_from(text, n);
}

static bool
is_name(struct slice text)
{
	if (text.n < NAME_BYTES_MIN || text.n > NAME_BYTES_MAX)
		return false;
	while (text.n > 0) {
		uint32_t c;

		text = slice_from(text, utf8_decode(text, &c));
		if ((c < 0x3400 && c != ENUMERATION_COMMA) || c > 0x2FFFF || (c >= 0xE000 && c < 0xF900))
			return false;
	}
	return true;
}

static struct slice
join(struct arena *arena, struct slice a, struct slice b)
{
	char *out = arena_alloc(arena, a.n + b.n);

	memcpy(out, a.p, a.n);
	if (b.n > 0)
		memcpy(out + a.n, b.p, b.n);
	return (struct slice){ out, a.n + b.n };
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
		depth += text.p[i] == '(';
		if (depth == 0)
			out[n++] = text.p[i];
		depth -= text.p[i] == ')' && depth > 0;
	}
	return (struct slice){ out, n };
}

/* The names of N places as one. */
static struct slice
places(struct arena *arena, const struct place place[], int n)
{
	struct slice all = { "", 0 };

	for (int i = 0; i < n; i++)
		all = join(arena, all, place[i].name);
	return all;
}

/* What follows the places, without what only says government. */
static struct slice
office(struct slice rest, bool town, bool for_government)
{
	const struct slice none = { "", 0 };

	if (is_rest(town ? "town" : "government", rest) ||
	    (!town && for_government && is_rest("office", rest)))
		return none;
	return rest;
}

/* Whether the office NAME is called after a kind of place: 市教育局, but not
 * 市场监督管理局. */
static bool
is_generic(struct slice name)
{
	const struct slice  kinds = SLICE("省市县区州旗");
	const struct table *places_table = table_of(DATA_PLACE_SUFFIXES);

	return name.n > 9 && slice_find(kinds, (struct slice){ name.p, 3 }) !=
	    NULL && table_find(places_table, "word", name) == NULL &&
	    table_find(places_table, "second", name) == NULL;
}

/* 棠景街 is short for 棠景街道. */
static struct slice
town_name(struct arena *arena, struct slice name)
{
	return slice_ends(name, SLICE("街")) ? join(arena, name, SLICE("道")) :
	    name;
}

/* The place that follows what is above all places: 国家税务总局青石县税务局,
 * 中共青石县委办公室. */
static struct slice
inner_region(struct arena *arena, struct slice name)
{
	static const char *const above[] = { "总局", "中共", "中国", "集团" };
	struct place             place[PLACES_MAX];
	struct slice             rest;

	for (size_t i = 0; i < sizeof(above) / sizeof(*above); i++) {
		const char *at = slice_find(name, slice_of(above[i]));
		size_t      from;
		int         n;

		if (at == NULL)
			continue;
		from = (size_t)(at - name.p) + strlen(above[i]);
		n = place_chain(slice_from(name, from), place, &rest);
		if (n > 0)
			return places(arena, place, n);
	}
	return (struct slice){ "", 0 };
}

bool
org_read(struct arena *arena, struct slice text, bool for_government,
    struct org *org)
{
	const struct slice former = SLICE("原");
	struct place       place[PLACES_MAX];
	struct slice       rest;
	int                n, above;

	*org = (struct org){ .region = { "", 0 }, .parent = { "", 0 } };
	text = without_brackets(arena, without_letters(text, &org->doubtful));
	n = place_chain(text, place, &rest);
	if (slice_starts(text, SLICE("中共"))) {
		n = 0;
		rest = text;
	}
	if (n == 0 && slice_starts(text, former)) {
		text = slice_from(text, former.n);
		n = place_chain(text, place, &rest);
	}
	if (!is_name(text))
		return false;
	org->town = n > 0 && place[n - 1].level == PLACE_TOWN;
	rest = office(rest, org->town && n > 0, for_government);
	if (n == 0 && is_rest("government", rest))
		return false;
	/* A government is its place; the places above are the others. */
	above = org->town ? n - 1 : n;
	org->region = places(arena, place, above);
	org->own = join(arena, org->town ? town_name(arena,
	    place[n - 1].name) : (struct slice){ "", 0 }, rest);
	org->generic = n == 0 && is_generic(rest);
	if (n == 0)
		org->region = inner_region(arena, text);
	if (above > 0)
		org->parent = place[above - 1].name;
	org->name = join(arena, n > 0 ? org->region : (struct slice){ "", 0 },
	    org->own);
	return is_name(org->name);
}

void
org_put_under(struct arena *arena, struct org *org, struct slice parent)
{
	if (org->generic)
		org->own = slice_from(org->own, 3);
	org->region = org->parent = parent;
	org->name = join(arena, parent, org->own);
}

/* Whether LONG has the characters of SHORT in that order: 卫生和计划生育局 and
 * 卫计局. */
static bool
abbreviates(struct slice shorter, struct slice longer)
{
	enum { LONGEST = 12 };		/* bytes: four characters */

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
	static const char before[] = "在与由向对经到从请为按照据于和及、。录览问访"
	    "陆是“《";
	size_t at = end;

	while (at >= 3 && end - at < BACK_BYTES) {
		struct slice c = { text.p + at - 3, 3 };

		if ((unsigned char)text.p[at - 1] < 0x80 ||
		    slice_find((struct slice){ before, sizeof(before) - 1 }, c)
		    != NULL)
			return at;
		at -= 3;
	}
	return at;
}

/* The place whose government is named by the 政府 at byte AT of TEXT. */
static struct slice
place_before(struct slice text, size_t at)
{
	const struct slice people = SLICE("人民");
	struct place       place[PLACES_MAX];
	struct slice       rest, name = { text.p, at };
	int                n;

	if (slice_ends(name, people))
		name.n -= people.n;
	name = slice_from(name, name_start(text, name.n));
	n = place_chain(name, place, &rest);
	return n > 0 && rest.n == 0 && place[n - 1].level != PLACE_TOWN ?
	    place[n - 1].name : (struct slice){ "", 0 };
}

struct slice
org_government_in(struct slice text)
{
	const struct slice government = SLICE("政府");
	struct slice       name[GOVERNMENTS];
	unsigned           count[GOVERNMENTS] = { 0 }, n = 0, best = 0;
	const char        *found;

	for (size_t at = 0; (found = slice_find(slice_from(text, at),
	    government)) != NULL; at += government.n) {
		struct slice place;
		unsigned     i = 0;

		at = (size_t)(found - text.p);
		place = place_before(text, at);
		while (i < n && !slice_eq(name[i], place))
			i++;
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
