#include "vocabulary.h"

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
	unsigned long long  hash;
	const struct name *name;
	unsigned            n;		/* 0: free */
	char                text[MEMO_BYTES];
};

struct vocabulary {
	const struct forms *forms;
	struct arena        arena;	/* keys and terms */
	struct arena        scratch;	/* of one look-up */
	struct name        *name;
	size_t              names;
	struct map          map;	/* from keys to names */
	struct slice       *item_key;
	struct memo        *memo;
};

static struct name *
find(const struct vocabulary *v, struct slice key)
{
	unsigned long long hash = slice_hash(key);
	size_t             probe = 0, i;

	while ((i = map_next(&v->map, hash, &probe)) != MAP_NONE)
		if (slice_eq(v->name[i].key, key))
			return &v->name[i];
	return NULL;
}

static bool
has_term(const struct name *name, struct term term)
{
	for (size_t i = 0; i < name->terms; i++)
		if (name->term[i].kind == term.kind &&
		    name->term[i].index == term.index)
			return true;
	return false;
}

/* Adds NAME as a name of TERM.  Returns its key. */
static struct slice
add(struct vocabulary *v, struct slice name, struct term term)
{
	struct slice  key = label_key(&v->arena, name);
	struct name  *known = find(v, key);
	struct term  *terms;

	if (key.n == 0 || (known != NULL && has_term(known, term)))
		return key;
	if (known == NULL) {
		map_add(&v->map, slice_hash(key), v->names);
		known = &v->name[v->names++];
		*known = (struct name){ .key = key };
	}
	terms = arena_alloc(&v->arena, (known->terms + 1) * sizeof(*terms));
	if (known->terms > 0)
		memcpy(terms, known->term, known->terms * sizeof(*terms));
	terms[known->terms] = term;
	known->term = terms;
	known->terms++;
	return key;
}

static void
add_spellings(struct vocabulary *v, const struct forms *forms)
{
	for (size_t s = 0; s < forms->spellings; s++)
		for (size_t i = 0; i < forms->items; i++)
			if (slice_eq(forms->item[i].code,
			    forms->spelling[s].code) &&
			    (forms->spelling[s].form.n == 0 ||
			    forms_is_like(forms, forms->item[i].form,
			    forms->spelling[s].form)))
				add(v, forms->spelling[s].text,
				    (struct term){ TERM_ITEM, (unsigned)i });
}

static void
add_words(struct vocabulary *v, const struct forms *forms)
{
	for (size_t i = 0; i < forms->words; i++) {
		struct slice key = add(v, forms->word[i].text,
		    (struct term){ TERM_WORD, (unsigned)i });

		if (key.n > 0 && slice_is(forms->word[i].code, "unit"))
			find(v, key)->unit = true;
	}
}

struct vocabulary *
vocabulary_new(const struct forms *forms)
{
	struct vocabulary *v = memory_get(sizeof(*v));

	*v = (struct vocabulary){ .forms = forms };
	v->name = memory_resize(NULL, forms->items + forms->spellings +
	    forms->columns + forms->words, sizeof(*v->name));
	v->memo = memory_get(MEMO_SLOTS * sizeof(*v->memo));
	memset(v->memo, 0, MEMO_SLOTS * sizeof(*v->memo));
	v->item_key = memory_get(forms->items * sizeof(*v->item_key));
	for (size_t i = 0; i < forms->items; i++)
		v->item_key[i] = add(v, forms->item[i].label,
		    (struct term){ TERM_ITEM, (unsigned)i });
	add_spellings(v, forms);
	for (size_t i = 0; i < forms->columns; i++)
		add(v, forms->column[i].text,
		    (struct term){ TERM_COLUMN, (unsigned)i });
	add_words(v, forms);
	return v;
}

void
vocabulary_free(struct vocabulary *v)
{
	arena_free(&v->arena);
	arena_free(&v->scratch);
	free(v->name);
	map_free(&v->map);
	free(v->memo);
	free(v->item_key);
	free(v);
}

static const struct name *
find_folded(struct vocabulary *v, struct slice text)
{
	struct slice        key = label_key(&v->scratch, text);
	const struct name *name = find(v, key);
	bool                digits = false;
	char               *p;

	if (name != NULL)
		return name;
	p = arena_alloc(&v->scratch, key.n);
	for (size_t i = 0; i < key.n; i++) {
		p[i] = is_digit(key.p[i]) ? '0' : key.p[i];
		digits |= p[i] != key.p[i];
	}
	return digits ? find(v, (struct slice){ p, key.n }) : NULL;
}

const struct name *
vocabulary_find(struct vocabulary *v, struct slice text)
{
	unsigned long long  hash;
	struct memo        *memo;
	const struct name *name;

	if (text.n == 0)
		return NULL;
	if (text.n > MEMO_BYTES) {
		name = find_folded(v, text);
		arena_reset(&v->scratch);
		return name;
	}
	hash = slice_hash(text);
	memo = &v->memo[hash % MEMO_SLOTS];
	if (memo->hash == hash && memo->n == text.n &&
	    memcmp(memo->text, text.p, text.n) == 0)
		return memo->name;
	name = find_folded(v, text);
	arena_reset(&v->scratch);
	memo->hash = hash;
	memo->name = name;
	memo->n = (unsigned)text.n;
	memcpy(memo->text, text.p, text.n);
	return name;
}

struct slice
vocabulary_head_prefix(const struct vocabulary *v, struct slice text)
{
	for (size_t i = 0; i < v->forms->words; i++)
		if (slice_starts(text, v->forms->word[i].text) &&
		    slice_is(v->forms->word[i].code, "head"))
			return v->forms->word[i].text;
	return (struct slice){ "", 0 };
}

struct slice
vocabulary_item_key(const struct vocabulary *v, size_t index)
{
	return v->item_key[index];
}
