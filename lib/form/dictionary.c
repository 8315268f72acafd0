#include "dictionary.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/digits.h"
#include "base/map.h"
#include "base/memory.h"
#include "label.h"

/* Names are met again and again in the same bytes: a small direct-mapped
 * memory of raw texts saves folding them each time. */
enum { MEMO_SLOTS = 4096, MEMO_BYTES = 120 };

struct memo {
	unsigned long long       hash;
	const struct known_name *name;
	unsigned                 n;		/* 0: free */
	char                     text[MEMO_BYTES];
};

struct dictionary {
	const struct forms *forms;
	struct arena        arena;	/* keys and terms */
	struct arena        scratch;	/* of one look-up */
	struct known_name  *name;
	size_t              names;
	struct map          map;	/* from keys to names */
	struct slice       *item_key;
	struct memo        *memo;
};

static struct known_name *
find(const struct dictionary *d, struct slice key)
{
	unsigned long long hash = slice_hash(key);
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

/* Adds NAME as a name of TERM.  Returns its key. */
static struct slice
add(struct dictionary *d, struct slice name, struct term term)
{
	struct slice       key = label_key(&d->arena, name);
	struct known_name *known = find(d, key);
	struct term       *terms;

	if (key.n == 0 || (known != NULL && has_term(known, term)))
		return key;
	if (known == NULL) {
		map_add(&d->map, slice_hash(key), d->names);
		known = &d->name[d->names++];
		*known = (struct known_name){ .key = key };
	}
	terms = arena_alloc(&d->arena, (known->terms + 1) * sizeof(*terms));
	if (known->terms > 0)
		memcpy(terms, known->term, known->terms * sizeof(*terms));
	terms[known->terms] = term;
	known->term = terms;
	known->terms++;
	return key;
}

static void
add_spellings(struct dictionary *d, const struct forms *forms)
{
	for (size_t s = 0; s < forms->spellings; s++)
		for (size_t i = 0; i < forms->items; i++)
			if (slice_eq(forms->item[i].code,
			    forms->spelling[s].code) &&
			    (forms->spelling[s].form.n == 0 ||
			    forms_is_like(forms, forms->item[i].form,
			    forms->spelling[s].form)))
				add(d, forms->spelling[s].text,
				    (struct term){ TERM_ITEM, (unsigned)i });
}

static void
add_words(struct dictionary *d, const struct forms *forms)
{
	for (size_t i = 0; i < forms->words; i++) {
		struct slice key = add(d, forms->word[i].text,
		    (struct term){ TERM_WORD, (unsigned)i });

		if (key.n > 0 && slice_is(forms->word[i].code, "unit"))
			find(d, key)->unit = true;
	}
}

struct dictionary *
dictionary_new(const struct forms *forms)
{
	struct dictionary *d = memory_get(sizeof(*d));

	*d = (struct dictionary){ .forms = forms };
	d->name = memory_resize(NULL, forms->items + forms->spellings +
	    forms->columns + forms->words, sizeof(*d->name));
	d->memo = memory_get(MEMO_SLOTS * sizeof(*d->memo));
	memset(d->memo, 0, MEMO_SLOTS * sizeof(*d->memo));
	d->item_key = memory_get(forms->items * sizeof(*d->item_key));
	for (size_t i = 0; i < forms->items; i++)
		d->item_key[i] = add(d, forms->item[i].label,
		    (struct term){ TERM_ITEM, (unsigned)i });
	add_spellings(d, forms);
	for (size_t i = 0; i < forms->columns; i++)
		add(d, forms->column[i].text,
		    (struct term){ TERM_COLUMN, (unsigned)i });
	add_words(d, forms);
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
	free(d->item_key);
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

const struct known_name *
dictionary_find(struct dictionary *d, struct slice text)
{
	unsigned long long       hash;
	struct memo             *memo;
	const struct known_name *name;

	if (text.n == 0)
		return NULL;
	if (text.n > MEMO_BYTES) {
		name = find_folded(d, text);
		arena_reset(&d->scratch);
		return name;
	}
	hash = slice_hash(text);
	memo = &d->memo[hash % MEMO_SLOTS];
	if (memo->hash == hash && memo->n == text.n &&
	    memcmp(memo->text, text.p, text.n) == 0)
		return memo->name;
	name = find_folded(d, text);
	arena_reset(&d->scratch);
	memo->hash = hash;
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
	return d->item_key[index];
}
