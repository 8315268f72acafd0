#include "dictionary.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/digits.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "label.h"
#include "label_keys.h"
#include "text/fold.h"

/* Names are met again and again in the same bytes: a small direct-mapped
 * memory of raw texts saves folding them each time.  They stand in the order they came,
 * so that a few take little memory. */
enum { MEMO_SLOTS = 4096, MEMO_BYTES = 240 };

enum {
	BEGINNINGS = 4096,	/* by the last bits of a code point */
	PAIRS = 1 << 15,	/* bits, by two of them */
	EXPLANATION_BYTES = 200,
};

struct memo {
	const struct known_name *name;
	unsigned                 n;
	char                     text[MEMO_BYTES];
};

struct dictionary {
	const struct forms *forms;
	struct arena        arena;	/* keys and terms */
	struct arena        scratch;	/* of one look-up */
	struct known_name  *name;
	size_t              names;
	struct map          map;	/* from keys to names */
	const struct slice *key;	/* label_keys() */
	struct memo        *memo;
	uint16_t            memo_number[MEMO_SLOTS], memos;	/* from 1 */
	const struct known_name **by_key;	/* in the order of the keys */
	/* Among which of these those are that begin with a character: by_key[begin ..
	 * end - 1]. */
	unsigned            begin[BEGINNINGS], end[BEGINNINGS];
	unsigned char       pairs[PAIRS / 8];	/* first two characters */
};

static struct known_name *
find(const struct dictionary *d, struct slice key)
{
	unsigned long long hash = hash_cheap(key);
	size_t             probe = 0, i;

	while ((i = map_next(&d->map, hash, &probe)) != MAP_NONE)
		if (slice_eq(d->name[i].key, key))
			return &d->name[i];
	return NULL;
}

bool
known_name_is(const struct known_name *name, enum term_kind kind)
{
	for (size_t i = 0; name != NULL && i < name->terms; i++)
		if (name->term[i].kind == kind)
			return true;
	return false;
}

static bool
has_term(const struct known_name *name, struct term term)
{
	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == term.kind &&
		    name->term[i].index == term.index)
			return true;
	return false;
}

/* Adds the name of KEY as one of TERM. */
static void
add(struct dictionary *d, struct slice key, struct term term)
{
	struct known_name *known = find(d, key);
	struct term       *terms;

	if (key.n == 0 || (known != NULL && has_term(known, term)))
		return;
	if (known == NULL) {
		map_add(&d->map, hash_cheap(key), d->names);
		known = &d->name[d->names++];
		*known = (struct known_name){ .key = key };
	}
	terms = arena_alloc(&d->arena, (known->terms + 1) * sizeof(*terms));
	if (known->terms > 0)
		memcpy(terms, known->term, known->terms * sizeof(*terms));
	terms[known->terms] = term;
	known->term = terms;
	known->terms++;
}

/* The items of FORMS that have CODE, into ITEM, which has room for all.  Returns how
 * many. */
static size_t
items_called(const struct forms *forms, struct slice code, unsigned item[])
{
	size_t n = 0;

	for (size_t i = 0; i < forms->items; i++)
		if (slice_eq(forms->item[i].code, code))
			item[n++] = (unsigned)i;
	return n;
}

/* Spellings of one item stand together. */
static void
add_spellings(struct dictionary *d, const struct forms *forms,
    const struct slice key[])
{
	unsigned    *item = memory_resize(NULL, forms->items, sizeof(*item));
	struct slice code = { "", 0 };
	size_t       n = 0;

	for (size_t s = 0; s < forms->spellings; s++) {
		const struct form_label *spelling = &forms->spelling[s];

		if (!slice_eq(spelling->code, code))
			n = items_called(forms, code = spelling->code, item);
		for (size_t i = 0; i < n; i++)
			if (spelling->form.n == 0 || forms_is_like(forms,
			    forms->item[item[i]].form, spelling->form))
				add(d, key[s], (struct term){ TERM_ITEM, item[i] });
	}
	free(item);
}

static void
add_words(struct dictionary *d, const struct forms *forms,
    const struct slice key[])
{
	for (size_t i = 0; i < forms->words; i++) {
		add(d, key[i], (struct term){ TERM_WORD, (unsigned)i });
		if (key[i].n > 0 && slice_is(forms->word[i].code, "unit"))
			find(d, key[i])->unit = true;
		if (key[i].n > 0 && slice_is(forms->word[i].code, "other-year"))
			find(d, key[i])->other_year = true;
	}
}

static int
compare_keys(const void *a, const void *b)
{
	const struct known_name *const *x = a, *const *y = b;

	return slice_cmp((*x)->key, (*y)->key);
}

/* Notes that the key of name I in the order of the keys begins with C; they come in
 * that order. */
static void
note_beginning(struct dictionary *d, size_t i, uint32_t c)
{
	if (d->end[c % BEGINNINGS] == 0)
		d->begin[c % BEGINNINGS] = (unsigned)i;
	d->end[c % BEGINNINGS] = (unsigned)i + 1;
}

static unsigned
pair_bit(const uint32_t pair[2])
{
	return (pair[0] * 37 + pair[1]) % PAIRS;
}

static void
note_pair(struct dictionary *d, struct slice key)
{
	uint32_t pair[2];
	size_t   n = utf8_decode(key, &pair[0]);
	unsigned bit;

	if (n == key.n)
		return;
	utf8_decode(slice_from(key, n), &pair[1]);
	bit = pair_bit(pair);
	d->pairs[bit / 8] |= (unsigned char)(1u << bit % 8);
}

/* Whether TEXT begins with two characters that no name does: most prose, which need not
 * be folded then. */
static bool
is_no_name(const struct dictionary *d, struct slice text)
{
	uint32_t pair[2];
	unsigned bit;

	if (!fold_label_pair(text, pair))
		return false;
	bit = pair_bit(pair);
	return (d->pairs[bit / 8] >> bit % 8 & 1) == 0;
}

/* Prepares for dictionary_prefix and is_no_name. */
static void
sort_names(struct dictionary *d)
{
	d->by_key = memory_resize(NULL, d->names, sizeof(*d->by_key));
	for (size_t i = 0; i < d->names; i++)
		d->by_key[i] = &d->name[i];
	qsort(d->by_key, d->names, sizeof(*d->by_key), compare_keys);
	for (size_t i = 0; i < d->names; i++) {
		uint32_t c;

		utf8_decode(d->by_key[i]->key, &c);
		note_beginning(d, i, c);
		note_pair(d, d->by_key[i]->key);
	}
}

struct dictionary *
dictionary_new(const struct forms *forms)
{
	struct dictionary  *d = memory_zeroed(sizeof(*d));
	const struct slice *key;

	d->forms = forms;
	d->name = memory_resize(NULL, label_keys_n(forms), sizeof(*d->name));
	d->memo = memory_zeroed(MEMO_SLOTS * sizeof(*d->memo));
	d->key = key = label_keys(forms, &d->arena);
	for (size_t i = 0; i < forms->items; i++)
		add(d, key[i], (struct term){ TERM_ITEM, (unsigned)i });
	key += forms->items;
	add_spellings(d, forms, key);
	key += forms->spellings;
	for (size_t i = 0; i < forms->columns; i++)
		add(d, key[i], (struct term){ TERM_COLUMN, (unsigned)i });
	add_words(d, forms, key + forms->columns);
	sort_names(d);
	return d;
}

void
dictionary_free(struct dictionary *d)
{
	arena_free(&d->arena);
	arena_free(&d->scratch);
	free(d->name);
	map_free(&d->map);
	free(d->memo);
	free(d->by_key);
	free(d);
}

static const struct known_name *
find_folded(struct dictionary *d, struct slice text)
{
	struct slice             key = label_key(&d->scratch, text);
	const struct known_name *name = find(d, key);
	bool                     digits = false;
	char                    *p;

	if (name != NULL)
		return name;
	p = arena_alloc(&d->scratch, key.n);
	for (size_t i = 0; i < key.n; i++) {
		p[i] = is_digit(key.p[i]) ? '0' : key.p[i];
		digits |= p[i] != key.p[i];
	}
	return digits ? find(d, (struct slice){ p, key.n }) : NULL;
}

/* Where TEXT is kept, or another one that is to make way for it. */
static struct memo *
memo_at(struct dictionary *d, struct slice text)
{
	uint16_t *number = &d->memo_number[hash_cheap(text) % MEMO_SLOTS];

	if (*number == 0)
		*number = ++d->memos;
	return &d->memo[*number - 1];
}

const struct known_name *
dictionary_find(struct dictionary *d, struct slice text)
{
	struct memo             *memo;
	const struct known_name *name;

	if (text.n == 0)
		return NULL;
	if (text.n > MEMO_BYTES) {
		name = is_no_name(d, text) ? NULL : find_folded(d, text);
		arena_reset(&d->scratch);
		return name;
	}
	memo = memo_at(d, text);
	if (memo->n == text.n &&
	    memcmp(memo->text, text.p, text.n) == 0)
		return memo->name;
	if (is_no_name(d, text))
		return NULL;
	name = find_folded(d, text);
	arena_reset(&d->scratch);
	memo->name = name;
	memo->n = (unsigned)text.n;
	memcpy(memo->text, text.p, text.n);
	return name;
}

struct slice
dictionary_head_prefix(const struct dictionary *d, struct slice text)
{
	for (size_t i = 0; i < d->forms->words; i++)
		if (slice_starts(text, d->forms->word[i].text) &&
		    slice_is(d->forms->word[i].code, "head"))
			return d->forms->word[i].text;
	return (struct slice){ "", 0 };
}

struct slice
dictionary_item_key(const struct dictionary *d, size_t index)
{
	return d->key[index];
}

/* The names whose keys have DEPTH bytes in common: by_key[from .. to - 1]. */
struct key_range {
	size_t from, to, depth;
};

/* How the first bytes of KEY compare with CHARACTER: too few for memcmp to pay. */
static int
compare_front(struct slice key, struct slice character)
{
	for (size_t i = 0; i < character.n; i++) {
		int order = i == key.n ? -1 : (unsigned char)key.p[i] -
		    (unsigned char)character.p[i];

		if (order != 0)
			return order;
	}
	return 0;
}

/* The first key of RANGE that is not less than CHARACTER at its depth; with BEHIND
 * set, the first that is more. */
static size_t
first_key(const struct dictionary *d, const struct key_range *range,
    struct slice character, bool behind)
{
	size_t from = range->from, to = range->to;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int    order = compare_front(slice_from(
		    d->by_key[middle]->key, range->depth), character);

		if (order < 0 || (behind && order == 0))
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* Leaves in RANGE the keys that go on with C.  Returns whether any does. */
static bool
narrow(const struct dictionary *d, struct key_range *range, uint32_t c)
{
	char         bytes[UTF8_BYTES_MAX];
	struct slice character = { bytes, utf8_encode(bytes, c) };

	range->from = first_key(d, range, character, false);
	range->to = first_key(d, range, character, true);
	range->depth += character.n;
	return range->from < range->to;
}

/* How much of TEXT is N bytes and the explanation in brackets behind them, if
 * they are still NAME with it; else N. */
static size_t
with_explanation(struct dictionary *d, struct slice text, size_t n,
    const struct known_name *name)
{
	struct slice rest = slice_from(text, n);
	unsigned     depth = 0;

	rest = slice_from(rest, utf8_blanks(rest));
	while (rest.n > 0 && text.n - rest.n < n + EXPLANATION_BYTES) {
		uint32_t c;

		rest = slice_from(rest, utf8_decode(rest, &c));
		c = fold_character(c);
		if (c != '(' && depth == 0)
			return n;
		depth += c == '(';
		if (c == ')' && --depth == 0)
			return dictionary_find(d, (struct slice){ text.p,
			    text.n - rest.n }) == name ? text.n - rest.n : n;
	}
	return n;
}

size_t
dictionary_prefix(struct dictionary *d, struct slice text,
    const struct known_name **name)
{
	struct key_range range = { 0, 0, 0 };
	struct slice     rest = text;
	bool             year = text.n > 0 && is_digit(text.p[0]);
	size_t           longest = 0;

	while (rest.n > 0) {
		uint32_t c;

		rest = slice_from(rest, utf8_decode(rest, &c));
		c = fold_character(c);
		if (year && is_digit(c))
			c = '0';
		if (range.depth == 0) {
			range.from = d->begin[c % BEGINNINGS];
			range.to = d->end[c % BEGINNINGS];
			if (range.to == 0)
				return 0;
		}
		if (c == 0 || label_is_punctuation(c))
			continue;
		if (!narrow(d, &range, c))
			break;
		if (d->by_key[range.from]->key.n == range.depth) {
			longest = text.n - rest.n;
			*name = d->by_key[range.from];
		}
	}
	return longest == 0 ? 0 : with_explanation(d, text, longest, *name);
}
