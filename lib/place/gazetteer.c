#include "gazetteer.h"

#include <stdint.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "sorted_lines.h"
#include "starts.h"

extern const struct slice
    data_places,		/* sorted by code */
    data_place_names,		/* the same by name, in full or short */
    data_towns;			/* by name */

static struct {
	const struct slice *const by_name;
	const size_t              digits;	/* of a code */
	struct slice              lines;
} lists[GAZETTEERS] = {
	[GAZETTEER_PLACES] = { &data_place_names, 6, { NULL, 0 } },
	[GAZETTEER_TOWNS] = { &data_towns, 9, { NULL, 0 } },
};

static bool loaded;

/* Reads a line built in; its fifth field is the name in full where the line
 * stands under a short one. */
static struct division
read_line(struct slice line, size_t digits)
{
	enum { FIELDS = DIVISION_FIELDS + 1 };
	struct slice    field[FIELDS] = { { "", 0 }, { "", 0 }, { "", 0 },
		{ "", 0 }, { "", 0 } };
	struct division division = { .code = 0 };
	bool            by_name = line.n > 0 && !is_digit(
	    (unsigned char)line.p[0]);

	for (int i = 0; i < FIELDS && line.n > 0; i++) {
		field[i] = sorted_line_key(line);
		line = slice_from(line, field[i].n + (field[i].n < line.n));
	}
	division_read(field, digits, &division);
	if (by_name && field[DIVISION_FIELDS].n > 0)
		division.name = field[DIVISION_FIELDS];
	return division;
}

static bool
is_same(const struct division *a, const struct division *b)
{
	return a->code == b->code && slice_eq(a->name, b->name);
}

/* Whether a line of the user's stands in place of the DIVISION built in. */
static bool
is_laid_over(enum gazetteer gazetteer, const struct division *division)
{
	return own_division_same(own_divisions(gazetteer), division) != NULL;
}

/* What is known of names that begin with two characters: most texts that are
 * looked up begin with two that no name does, and the same ones again and
 * again.  All zero, a free place, is right for two that no text has. */
struct start {
	uint64_t characters;	/* their bytes, UTF-8 */
	struct {
		uint32_t at, n;	/* bytes of the list that their lines take */
	} lines[GAZETTEERS];
};

enum { STARTS_LOG = 14, STARTS = 1 << STARTS_LOG };

_Static_assert(sizeof(uint64_t) >= 2 * UTF8_BYTES_MAX,
    "the bytes of two characters fit");

/* The first two characters of TEXT, and their bytes as a number. */
static struct slice
first_two(struct slice text, uint64_t *characters)
{
	enum { HAN_BYTES = 3 };
	uint32_t c;
	size_t   n = 0;

	*characters = 0;
	for (int i = 0; i < 2 && n < text.n; i++)
		n += utf8_decode(slice_from(text, n), &c);
	if (n == 2 * HAN_BYTES)		/* nearly always; no call for these */
		memcpy(characters, text.p, 2 * HAN_BYTES);
	else if (n > 0)
		memcpy(characters, text.p, n);
	return (struct slice){ text.p, n };
}

/* Where the two CHARACTERS stand among the starts: their product with 2^64
 * divided by the golden ratio has them spread in its highest bits. */
static size_t
start_place(uint64_t characters)
{
	return (size_t)(characters * 0x9E3779B97F4A7C15u >>
	    (64 - STARTS_LOG));
}

/* The lines of list I that START has. */
static struct slice
lines_at(int i, const struct start *start)
{
	return (struct slice){ lists[i].lines.p + start->lines[i].at,
	    start->lines[i].n };
}

/* The lines of list I whose names begin with CHARACTER. */
static struct slice
lines_of(int i, uint32_t character)
{
	const struct name_start *start = name_starts[i].start;
	size_t                   starts = name_starts[i].n;
	size_t                   low = 0, high = starts;
	struct slice             lines = lists[i].lines;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (start[middle].character < character)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == starts || start[low].character != character)
		return (struct slice){ lines.p, 0 };
	if (low + 1 < starts)
		lines.n = start[low + 1].at;
	return slice_from(lines, start[low].at);
}

/* What is known of names that begin with the one or two characters of TEXT: two
 * are looked for among the names that begin with the first of them, of which
 * there are few, or none. */
static struct start
find_start(struct slice text, uint64_t characters)
{
	struct start start = { .characters = characters };
	uint32_t     c;
	size_t       one = utf8_decode(text, &c);

	for (int i = 0; i < GAZETTEERS; i++) {
		struct slice lines = lines_of(i, c);

		if (one < text.n)
			lines = sorted_lines_starting(lines, text);
		start.lines[i].at = (uint32_t)(lines.p - lists[i].lines.p);
		start.lines[i].n = (uint32_t)lines.n;
	}
	return start;
}

/* What is known of the first two characters of TEXT, NULL where it is empty.  Starts stand
 * in the order they came, so that a few take little memory; their numbers stand in the
 * places, that beside a full one takes what stood there. */
static const struct start *
start_of(struct slice text)
{
	static struct start start[1 + STARTS];	/* the first is free */
	static uint16_t     number[STARTS], starts;
	struct start        found;
	uint64_t            characters;
	struct slice        two = first_two(text, &characters);
	size_t              at;
	uint16_t            n;

	if (two.n == 0)
		return NULL;
	at = start_place(characters);
	if (start[number[at]].characters == characters)
		return &start[number[at]];
	if (start[number[at ^ 1]].characters == characters)
		return &start[number[at ^ 1]];
	found = find_start(two, characters);
	n = number[at ^ 1] != 0 ? number[at ^ 1] : ++starts;
	number[at ^ 1] = number[at];
	number[at] = n;
	start[n] = found;
	return &start[n];
}

/* The lines built in that the name TEXT begins with, or is, can be among. */
static struct slice
lines_for(enum gazetteer gazetteer, struct slice text)
{
	const struct start *start = start_of(text);

	return start == NULL ? (struct slice){ text.p, 0 } :
	    lines_at((int)gazetteer, start);
}

/* The next line built in that stands under SEARCH's name, as long as there is
 * one: they are read from the last to the first. */
static bool
next_built_in(struct gazetteer_search *search, struct division *division)
{
	struct slice line;

	while ((line = sorted_line_before(search->lines,
	    search->lines.n)).n > 0 &&
	    slice_eq(sorted_line_key(line), search->name)) {
		search->lines.n -= line.n + 1;
		*division = read_line(line, lists[search->gazetteer].digits);
		if (!is_laid_over(search->gazetteer, division))
			return true;
	}
	return false;
}

/* Refuses a line that takes away what there is not. */
static void
check_off(enum gazetteer gazetteer, const struct own_division *own)
{
	struct slice lines = lists[gazetteer].lines, line;
	size_t       at = sorted_lines_behind(lines, own->division.name);

	while ((line = sorted_line_before(lines, at)).n > 0 &&
	    slice_eq(sorted_line_key(line), own->division.name)) {
		struct division division = read_line(line,
		    lists[gazetteer].digits);

		if (is_same(&division, &own->division))
			return;
		at -= line.n + 1;
	}
	data_refuse(own->row, own->division.name,
	    "`off', but there is no such line");
}

void
gazetteer_load(void)
{
	if (loaded)
		return;
	loaded = true;
	own_divisions_load();
	for (int i = 0; i < GAZETTEERS; i++) {
		const struct own_divisions *own =
		    own_divisions((enum gazetteer)i);

		lists[i].lines = sorted_lines(*lists[i].by_name);
		for (size_t j = 0; j < own->n; j++)
			if (own->at[j].off)
				check_off((enum gazetteer)i, &own->at[j]);
	}
}

struct gazetteer_search
gazetteer_search(enum gazetteer gazetteer, struct slice name)
{
	struct slice lines;

	gazetteer_load();
	lines = lines_for(gazetteer, name);
	lines.n = sorted_lines_behind(lines, name);
	return (struct gazetteer_search){ gazetteer, name, lines, 0 };
}

bool
gazetteer_next(struct gazetteer_search *search, struct division *division)
{
	const struct own_division *own;

	if (next_built_in(search, division))
		return true;
	while ((own = own_division_called(own_divisions(search->gazetteer),
	    search->name, &search->probe)) != NULL && own->off)
		continue;
	if (own != NULL)
		*division = own->division;
	return own != NULL;
}

bool
gazetteer_has(enum gazetteer gazetteer, struct slice name)
{
	struct gazetteer_search search = gazetteer_search(gazetteer, name);
	struct division         division;

	return name.n > 0 && gazetteer_next(&search, &division);
}

/* What A and B begin with alike, up to whole characters. */
static struct slice
common_start(struct slice a, struct slice b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	while (n > 0 && n < a.n && ((unsigned char)a.p[n] & 0xC0) == 0x80)
		n--;
	return (struct slice){ a.p, n };
}

/* The longest name built in that KEY begins with.  The last one that does not
 * come behind KEY is it, or else both begin alike with all that can be. */
static struct slice
longest_built_in(enum gazetteer gazetteer, struct slice key)
{
	struct slice lines = lines_for(gazetteer, key);

	while (key.n > 0 && lines.n > 0) {
		struct slice name = sorted_line_key(sorted_line_before(lines,
		    sorted_lines_behind(lines, key)));

		if (name.n > 0 && slice_starts(key, name))
			return name;
		key = common_start(key, name);
	}
	return (struct slice){ key.p, 0 };
}

/* The longest name of the user's that TEXT begins with, if it is longer than
 * LONGEST bytes. */
static size_t
longest_own(enum gazetteer gazetteer, struct slice text, size_t longest)
{
	while (text.n > longest) {
		struct gazetteer_search search = { gazetteer, text,
			{ "", 0 }, 0 };
		struct division         division;

		if (gazetteer_next(&search, &division))
			return text.n;
		text.n--;
	}
	return longest;
}

bool
gazetteer_may_begin(struct slice text)
{
	const struct start *start;

	gazetteer_load();
	start = start_of(text);
	for (int i = 0; i < GAZETTEERS; i++)
		if ((start != NULL && start->lines[i].n > 0) ||
		    own_divisions((enum gazetteer)i)->n > 0)
			return true;
	return false;
}

size_t
gazetteer_longest(enum gazetteer gazetteer, struct slice text)
{
	struct slice name;

	gazetteer_load();
	if (text.n > DIVISION_NAME_BYTES)
		text.n = DIVISION_NAME_BYTES;
	name = longest_built_in(gazetteer, text);
	if (own_divisions(gazetteer)->n == 0)
		return name.n;
	/* The user may have taken it away. */
	while (name.n > 0 && !gazetteer_has(gazetteer, name))
		name = longest_built_in(gazetteer, (struct slice){ name.p,
		    name.n - 1 });
	return longest_own(gazetteer, text, name.n);
}

/* Takes FOUND for *DIVISION if it is the first, or the one of YEAR. */
static void
take(const struct division *found, int year, struct division *division,
    bool *any)
{
	if (!*any || (division_in_year(found, year) &&
	    !division_in_year(division, year)))
		*division = *found;
	*any = true;
}

bool
gazetteer_code(unsigned long code, int year, struct division *division)
{
	const struct own_divisions *own = own_divisions(GAZETTEER_PLACES);
	char                        digits[DIGITS_BYTES];
	struct slice                lines = sorted_lines(data_places);
	struct slice                line, key;
	struct division             found;
	size_t                      at;
	bool                        any = false;

	gazetteer_load();
	key.p = digits_before(digits + DIGITS_BYTES, code);
	key.n = (size_t)(digits + DIGITS_BYTES - key.p);
	at = sorted_lines_behind(lines, key);
	while ((line = sorted_line_before(lines, at)).n > 0 &&
	    slice_eq(sorted_line_key(line), key)) {
		at -= line.n + 1;
		found = read_line(line, lists[GAZETTEER_PLACES].digits);
		if (!is_laid_over(GAZETTEER_PLACES, &found))
			take(&found, year, division, &any);
	}
	for (size_t i = 0; i < own->n; i++)
		if (!own->at[i].off && own->at[i].division.code == code)
			take(&own->at[i].division, year, division, &any);
	return any;
}
