#include "near.h"

#include "base/utf8.h"
#include "place/gazetteer.h"
#include "roster_words.h"
#include "section/identity/org.h"
#include "section/word_list.h"

enum { LEFT_OUT_MAX = 2, CHARACTERS_LEAST = 4 };

/* Where two names differ: what is between what they begin and end with alike. */
struct difference {
	size_t       at;	/* bytes before it */
	struct slice left, right;
	size_t       lefts, rights;	/* characters of these */
};

static size_t
first_character(struct slice text)
{
	uint32_t c;

	return text.n > 0 ? utf8_decode(text, &c) : 0;
}

/* The bytes that A and B, which differ, begin with alike, whole characters. */
static size_t
common_start(struct slice a, struct slice b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	while (n > 0 && n < a.n && !utf8_is_start(a.p[n]))
		n--;
	return n;
}

static size_t
common_end(struct slice a, struct slice b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n])
		n++;
	while (n > 0 && !utf8_is_start(a.p[a.n - n]))
		n--;
	return n;
}

static struct difference
difference_of(struct slice a, struct slice b)
{
	struct difference d = { .at = common_start(a, b) };
	size_t            end;

	d.left = slice_from(a, d.at);
	d.right = slice_from(b, d.at);
	end = common_end(d.left, d.right);
	d.left.n -= end;
	d.right.n -= end;
	d.lefts = utf8_length(d.left);
	d.rights = utf8_length(d.right);
	return d;
}

/* Whether the name that lacks MORE, one or two characters, may be meant. */
static bool
may_be_left_out(struct slice more)
{
	while (more.n > 0) {
		size_t n = first_character(more);

		if (roster_tells_apart((struct slice){ more.p, n },
		    SLICE("")))
			return false;
		more = slice_from(more, n);
	}
	return true;
}

/* Whether LEFT, of two characters, is RIGHT the other way round. */
static bool
is_turned(struct slice left, struct slice right)
{
	size_t n = first_character(left), m = first_character(right);

	return slice_eq((struct slice){ left.p, n }, slice_from(right, m)) &&
	    slice_eq(slice_from(left, n), (struct slice){ right.p, m });
}

/* Whether D is a slip in the name of an office. */
static bool
is_slip(const struct difference *d)
{
	if (d->lefts == 0 || d->rights == 0)
		return d->lefts + d->rights <= LEFT_OUT_MAX &&
		    may_be_left_out(d->lefts > 0 ? d->left : d->right);
	if (d->lefts == 1 && d->rights == 1)
		return !roster_tells_apart(d->left, d->right);
	return d->lefts == 2 && d->rights == 2 &&
	    is_turned(d->left, d->right);
}

/* Whether D is a slip in the name of a place, where any other character makes another
 * place: two characters that changed places, the end of the name left out. */
static bool
is_slip_of_place(const struct difference *d)
{
	struct slice more = d->lefts > 0 ? d->left : d->right;

	if (d->lefts == 2 && d->rights == 2)
		return is_turned(d->left, d->right);
	return d->lefts + d->rights == 1 &&
	    words_at_end(WORDS_PLACE_SUFFIX, more) == more.n;
}

/* Whether the places of ORG are known, or the town that it is. */
static bool
is_known_place(const struct org *org)
{
	return org->town ? gazetteer_has(GAZETTEER_TOWNS, org->own) :
	    gazetteer_has(GAZETTEER_PLACES, org->parent);
}

/* Whether D, between LEFT and RIGHT, is in what they say of the place. */
static bool
is_in_place(const struct difference *d, const struct org *left,
    const struct org *right)
{
	return left->town || right->town || left->own.n == 0 ||
	    right->own.n == 0 || d->at < left->region.n ||
	    d->at < right->region.n;
}

/* Whether NAME and OTHER begin so much alike that one slip may be all between them:
 * what most pairs of a list do not. */
static bool
begin_alike(struct slice name, struct slice other)
{
	size_t n = common_start(name, other), m = common_end(name, other);

	return 2 * (n + m) >= (name.n < other.n ? name.n : other.n);
}

static bool
are_near(struct slice name, struct slice other, struct arena *arena)
{
	struct difference d = difference_of(name, other);
	struct org        left, right;

	if (d.lefts > LEFT_OUT_MAX || d.rights > LEFT_OUT_MAX ||
	    d.lefts + d.rights == 0 ||
	    utf8_length(name) < CHARACTERS_LEAST ||
	    utf8_length(other) < CHARACTERS_LEAST ||
	    !org_read(arena, name, false, &left) ||
	    !org_read(arena, other, false, &right))
		return false;
	if (is_in_place(&d, &left, &right))
		return is_slip_of_place(&d) &&
		    !(is_known_place(&left) && is_known_place(&right));
	return is_slip(&d) && !(words_are(WORDS_OFFICE_NAME, left.own) &&
	    words_are(WORDS_OFFICE_NAME, right.own));
}

/* Whether NAME is that of the government of PLACE, a TOWN or not, with a slip: the key
 * of one is its place alone.  What follows the place is judged as words. */
static bool
is_near_government(struct slice name, struct slice place, bool town,
    struct arena *arena)
{
	enum { SHORTEST_WORD = 3 };	/* characters: 办事处 */
	const struct data_row *row;

	if (name.n <= place.n)
		return false;
	for (size_t i = 0; (row = words_nth(town ? WORDS_TOWN :
	    WORDS_GOVERNMENT, i)) != NULL; i++) {
		struct difference d = difference_of(name, arena_join(arena,
		    place, row->field[1]));

		if (utf8_length(row->field[1]) >= SHORTEST_WORD &&
		    d.lefts + d.rights > 0 && (d.at >= place.n ?
		    is_slip(&d) : is_slip_of_place(&d)))
			return true;
	}
	return false;
}

/* The same, where KEY is that of a government. */
static bool
is_near_key(struct slice name, struct slice key, struct arena *arena)
{
	enum { SLIP_BYTES = 6 };	/* at the end of the place: 北桥人民政府 */
	struct org org;

	return common_start(name, key) + SLIP_BYTES >= key.n &&
	    org_read(arena, key, false, &org) &&
	    (org.own.n == 0 || org.town) &&
	    is_near_government(name, key, org.town, arena);
}

bool
offices_are_near(struct slice name, struct slice other)
{
	struct arena arena = { .first = NULL };
	bool         near = begin_alike(name, other) &&
	    (are_near(name, other, &arena) ||
	    is_near_key(name, other, &arena) ||
	    is_near_key(other, name, &arena));

	arena_free(&arena);
	return near;
}
