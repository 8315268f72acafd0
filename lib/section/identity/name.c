#include "name.h"

#include <stdint.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "place.h"
#include "place/gazetteer.h"
#include "section/word_list.h"

enum {
	LONGEST = 90,		/* bytes of a name */
	BRANCH_BYTES = 30,	/* of the place of a branch: 公安局南湖分局 */
	PLACE_BYTES = 15,	/* of a place that no list has: five characters */
	ZONE_BYTES = 45,	/* of a zone: 经济技术开发区 */
	SHORT_END_BYTES = 6,
	WHOLE_TOWN_BYTES = 9,	/* of 办事处, 人民政府 behind a town */
	SHORTEST_END = 3,	/* bytes before the end of a name */
	SHORTEST_FRONT = 6,	/* before one of a single character: 财政局 */
};

/* What the texts that were met last were read as, in the order they came, so that a few
 * take little memory; the first is free.  What surrounds the reports of a site, and set
 * phrases, come again and again. */
enum { TEXTS_KNOWN = 2048, TEXT_BYTES_KNOWN = 90 };	/* 256 KiB */

struct known_text {
	struct office_name name;
	unsigned char      bytes;	/* of the text; 0: none */
	char               text[TEXT_BYTES_KNOWN];
};

/* Whether TEXT begins with one of WORDS, parted by |. */
static bool
begins_with_any(struct slice text, struct slice words)
{
	while (words.n > 0)
		if (slice_starts(text, word_cut(&words, '|')))
			return true;
	return false;
}

/* Whether a word that names have not stands at the beginning of TEXT: 信息, but not
 * of 信息化. */
static bool
no_name_here(struct slice text)
{
	const struct data_row *row = words_row(WORDS_NO_NAME, text);

	return row != NULL && !begins_with_any(text, row->field[2]);
}

/* Whether TEXT has a word that names have not. */
static bool
has_no_name(struct slice text)
{
	for (size_t at = 0; at < text.n;) {
		struct slice rest = slice_from(text, at);
		uint32_t     c;

		if (no_name_here(rest))
			return true;
		at += utf8_decode(rest, &c);
	}
	return false;
}

bool
name_is_plausible(struct slice text)
{
	return text.n <= LONGEST && !has_no_name(text);
}

size_t
name_character(struct slice text)
{
	uint32_t c;
	size_t   n;

	if (text.n == 0)
		return 0;
	n = utf8_decode(text, &c);
	return (c >= 0x3400 && c < 0xE000) || (c > 0xFFFF && c < 0x30000) ?
	    n : 0;
}

/* The end of a name at the beginning of TEXT: 局, 委员会; 0 where there is
 * none, or only a word that begins alike (局长). */
static size_t
end_here(struct slice text)
{
	const struct data_row *row = words_row(WORDS_NAME_END, text);

	return row == NULL || begins_with_any(text, row->field[2]) ? 0 :
	    row->field[1].n;
}

/* Whether TEXT begins with what names of towns end with: 街道办事处 is none. */
static bool
is_town_end(struct slice text)
{
	const struct data_row *suffix = words_row(WORDS_PLACE_SUFFIX, text);

	return suffix != NULL && slice_is(suffix->field[3], "town") &&
	    words_at_start(WORDS_PLACE_WORD, text) == 0;
}

/* The shortest run at the beginning of TEXT that ends as a name does and has
 * no word that names have not. */
static size_t
open_name(struct slice text)
{
	size_t at = 0, n, end;

	if (words_at_start(WORDS_BRANCH, text) > 0 || is_town_end(text) ||
	    words_at_start(WORDS_SELF, text) > 0)
		return 0;
	while (at < LONGEST && (n = name_character(slice_from(text, at))) > 0) {
		struct slice rest = slice_from(text, at);

		if ((words_beginning(rest) & (words_bit(WORDS_NO_NAME) |
		    words_bit(WORDS_NAME_END))) == 0) {
			at += n;
			continue;
		}
		if (no_name_here(rest))
			return 0;
		end = at >= SHORTEST_END ? end_here(rest) : 0;
		if (end > SHORTEST_END || (end > 0 && at >= SHORTEST_FRONT))
			return at + end + words_at_start(WORDS_ZONE_GOVERNMENT,
			    slice_from(rest, end));
		at += n;
	}
	return 0;
}

/* A branch that TEXT begins with, its own name included: 南湖分局. */
static size_t
branch(struct slice text)
{
	size_t at = 0, n, end;

	while (at <= BRANCH_BYTES && !no_name_here(slice_from(text, at))) {
		end = words_at_start(WORDS_BRANCH, slice_from(text, at));
		if (end > 0)
			return at + end;
		if (end_here(slice_from(text, at)) > 0)
			return 0;
		n = name_character(slice_from(text, at));
		if (n == 0)
			return 0;
		at += n;
	}
	return 0;
}

size_t
name_generic(struct slice text)
{
	size_t n = words_at_start(WORDS_GENERIC, text);

	if (n == 0 || words_at_start(WORDS_PLACE_WORD, text) > 0 ||
	    (words_at_start(WORDS_PLACE_SECOND, text) > 0 &&
	    words_at_start(WORDS_GOVERNMENT, slice_from(text, n)) == 0 &&
	    words_at_start(WORDS_OFFICE_NAME, slice_from(text, n)) == 0) ||
	    words_at_start(WORDS_OFFICE_NAME, text) > 0)
		return 0;
	return n;
}

/* Where in the name of PLACE, which the gazetteer lacks, that of one it has
 * begins, which ends as PLACE does: 3 characters at least, for 绍兴县 is not
 * 兴县. */
static size_t
known_tail(const struct place *place)
{
	enum { SHORTEST_TAIL = 9 };
	struct slice name = place->name;

	for (size_t at = 3; at + SHORTEST_TAIL <= name.n; at += 3)
		if (gazetteer_has(GAZETTEER_PLACES, slice_from(name, at)))
			return at;
	return 0;
}

/* How long the name of PLACE, which the gazetteer lacks and BEHIND follows, may
 * be: that of a zone, or of a town with its government, may be of another
 * language: 白音宝力格镇人民政府; one of a zone begins with that of its place. */
static size_t
longest(const struct place *place, struct slice behind)
{
	return words_at_end(WORDS_PLACE_SUFFIX, place->name) >
	    SHORT_END_BYTES || (place->level == DIVISION_TOWN &&
	    words_at_start(WORDS_TOWN, behind) >= WHOLE_TOWN_BYTES) ||
	    (place->zone && gazetteer_longest(GAZETTEER_PLACES,
	    place->name) > 0) ? ZONE_BYTES : PLACE_BYTES;
}

/* Whether PLACE, which the gazetteer lacks and BEHIND follows, may be one, of N in
 * a name: it has all provinces. */
static bool
may_be_place(const struct place *place, int n, struct slice behind)
{
	struct slice stem = { place->name.p, place->name.n -
	    words_at_end(WORDS_PLACE_SUFFIX, place->name) };

	return place->name.n <= longest(place, behind) &&
	    !words_are(WORDS_PLACE_SUFFIX, stem) &&
	    (n > 1 || !words_are(WORDS_PLACE_SUFFIX, place->name)) &&
	    !has_no_name(place->name) &&
	    (place->level != DIVISION_PROVINCE || n > 1);
}

/* What follows PLACE in a text whose end is that of REST. */
static struct slice
behind_place(const struct place *place, struct slice rest)
{
	const char *end = place->name.p + place->name.n;

	return (struct slice){ end, (size_t)(rest.p + rest.n - end) };
}

/* How many of the N places may be those of a name: nothing lies in a town.
 * *REST is what follows them. */
static int
sound_places(const struct place place[], int n, struct slice *rest)
{
	int sound = 0;

	while (sound < n && (place[sound].known || may_be_place(&place[sound],
	    n, behind_place(&place[sound], *rest))) && (sound == 0 ||
	    place[sound - 1].level != DIVISION_TOWN))
		sound++;
	if (sound > 0)
		*rest = behind_place(&place[sound - 1], *rest);
	return sound;
}

/* The places TEXT begins with; none if one that no list has cannot be one.
 * *START is what stands before them. */
static int
read_places(struct slice text, struct place place[PLACES_MAX],
    struct slice *rest, size_t *start)
{
	int n = place_chain(text, place, rest);

	*start = n > 0 && !place[0].known ? known_tail(&place[0]) : 0;
	if (*start > 0)
		n = place_chain(slice_from(text, *start), place, rest);
	if (n > 0 && !place[0].known && name_generic(text) > 0)
		n = 0;		/* 区城市管理局 */
	n = sound_places(place, n, rest);
	if (n == 0) {
		*rest = text;
		*start = 0;
	}
	return n;
}

/* The name of an office without its place that TEXT begins with. */
static size_t
office(struct slice text, bool *listed)
{
	size_t n = words_at_start(WORDS_OFFICE_NAME, text);
	size_t of = words_are(WORDS_ZONE_GOVERNMENT, (struct slice){ text.p,
	    n }) ? words_at_start(WORDS_OFFICE_NAME, slice_from(text, n)) : 0;

	*listed = n > 0;
	return n > 0 ? n + of : open_name(text);
}

/* What follows the places: a government's words, an office. */
static size_t
body(struct slice text, const struct place *last, bool *listed)
{
	size_t n, of;

	if (last != NULL && last->level == DIVISION_TOWN) {
		*listed = true;
		n = words_at_start(WORDS_TOWN, text);
		return n;
	}
	/* 经济开发区综合办公室 is a part of who governs the zone. */
	if (last != NULL && last->zone &&
	    words_at_start(WORDS_SUB_OFFICE, text) > 0 &&
	    words_at_start(WORDS_OFFICE_NAME, text) == 0)
		return 0;
	if (last != NULL && (n = words_at_start(WORDS_OFFICE, text)) > 0) {
		*listed = true;
		return n;
	}
	n = last != NULL ? words_at_start(WORDS_GOVERNMENT, text) : 0;
	if (n == 0 || words_are(WORDS_PEOPLE, (struct slice){ text.p, n }))
		return office(text, listed);	/* 人民医院 */
	if ((of = office(slice_from(text, n), listed)) > 0)
		return n + of;	/* 人民政府法制办公室 */
	*listed = true;
	return n;
}

/* The office of a place that goes on the name before REST, of what is above all
 * places: 国家税务总局青石县税务局. */
static size_t
office_below(struct slice name, struct slice rest)
{
	struct office_name below;

	if (words_at_end(WORDS_ABOVE, name) == 0 || !place_begins(rest))
		return 0;
	below = name_read(rest);
	return below.start == 0 ? below.length : 0;
}

/* The name of an office that is none of the party, or what is left of one of the
 * party's. */
static struct office_name
read_name(struct slice text)
{
	struct place       place[PLACES_MAX];
	struct slice       rest;
	struct office_name name = { .known = true };
	int                n = read_places(text, place, &rest, &name.start);
	size_t             office;

	for (int i = 0; i < n; i++)
		name.known &= place[i].known;
	if (n == 0)
		rest = slice_from(rest, name_generic(rest));
	office = body(rest, n > 0 ? &place[n - 1] : NULL, &name.listed);
	if (office == 0 && n == 0)
		return name;
	rest = slice_from(rest, office);
	if (office > 0 && !(n > 0 && place[n - 1].level == DIVISION_TOWN))
		rest = slice_from(rest, branch(rest));
	name.length = (size_t)(rest.p - text.p) - name.start;
	office = office_below((struct slice){ text.p + name.start,
	    name.length }, rest);
	name.length += office;
	rest = slice_from(rest, office);
	name.part = words_at_start(WORDS_SUB_OFFICE, rest);
	return name;
}

size_t
name_corps(struct slice text)
{
	size_t at = 0, n;

	while ((n = words_at_start(WORDS_CORPS, slice_from(text, at))) > 0)
		at += n;
	return at > 0 && place_begins(slice_from(text, at)) ? at : 0;
}

size_t
name_bracket(struct slice text)
{
	enum { LONGEST = 15 };
	const char *close = text.n > 0 && text.p[0] == '(' ? memchr(text.p,
	    ')', text.n < LONGEST ? text.n : LONGEST) : NULL;
	size_t      n = close != NULL ? (size_t)(close + 1 - text.p) : 0;

	return n > 0 && words_at_start(WORDS_BEHIND_PART, slice_from(text,
	    n)) > 0 ? n : 0;
}

static struct office_name
read_with_party(struct slice text)
{
	size_t             party = words_at_start(WORDS_PARTY, text);
	struct office_name name;

	if (party == 0)
		party = name_corps(text);
	name = read_name(slice_from(text, party));
	/* 中共青石县委宣传部 */
	if (party > 0 && name.start == 0 && name.length > 0)
		name.length += party;
	else
		name.start += party;
	return name;
}

/* Whether KNOWN is what TEXT was read as. */
static bool
is_of(const struct known_text *known, struct slice text)
{
	return known->bytes == text.n &&
	    memcmp(known->text, text.p, text.n) == 0;
}

struct office_name
name_read(struct slice text)
{
	static struct known_text known[1 + TEXTS_KNOWN];
	static uint16_t          number[TEXTS_KNOWN], texts;
	struct known_text        read = { .bytes = (unsigned char)text.n };
	uint16_t                *at;

	if (text.n == 0 || text.n > TEXT_BYTES_KNOWN)
		return read_with_party(text);
	at = &number[hash_cheap(text) % TEXTS_KNOWN];
	if (is_of(&known[*at], text))
		return known[*at].name;
	read.name = read_with_party(text);
	memcpy(read.text, text.p, text.n);
	if (*at == 0)
		*at = ++texts;
	known[*at] = read;
	return read.name;
}
