#include "expand.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

enum { WORD_MAX = 240 };		/* bytes of a word made of alternatives */

/* A word half made: what is done, what of the wording is still to be read. */
struct expansion {
	struct word_sets      *sets;
	const struct data_row *row;
	struct slice           whole;	/* for messages */
	const struct expand_use *use;
	void                  *context;
	char                   word[WORD_MAX];
};

/* What is still to be read: pieces, the first one first. */
struct rest {
	struct slice       text;
	const struct rest *next;
};

static void expand(struct expansion *expansion, size_t done, struct rest rest);
static void expand_alternatives(struct expansion *expansion, size_t done,
    struct rest rest);

/* Whether REST begins within the wording itself, and not in a set it names:
 * there its place says all that follows. */
static bool
is_within(struct slice whole, struct slice rest)
{
	uintptr_t from = (uintptr_t)whole.p, at = (uintptr_t)rest.p;

	return at >= from && at < from + whole.n;
}

/* Expands REST, which begins with a choice, unless that is known already. */
static void
expand_here(struct expansion *expansion, size_t done, struct rest rest)
{
	const struct expand_use *use = expansion->use;
	struct slice             word = { expansion->word, done };
	enum expand_from         from = EXPAND_ON;
	size_t                   at = 0;

	if (done > 0 && is_within(expansion->whole, rest.text)) {
		at = (size_t)(rest.text.p - expansion->whole.p);
		from = use->begin(expansion->context, word, at);
	}
	if (from == EXPAND_DONE)
		return;
	expand_alternatives(expansion, done, rest);
	if (from == EXPAND_NEW)
		use->end(expansion->context, word, at);
}

void
word_sets_add(struct word_sets *sets, const struct data_row *row)
{
	*MEMORY_APPEND(sets->set, sets->sets, sets->room) = (struct word_set){
	    .name = row->field[0], .words = row->field[2], .row = row };
}

void
word_sets_free(struct word_sets *sets)
{
	free(sets->set);
}

static struct word_set *
find_set(struct expansion *expansion, struct slice name)
{
	for (size_t i = 0; i < expansion->sets->sets; i++)
		if (slice_eq(expansion->sets->set[i].name, name))
			return &expansion->sets->set[i];
	data_refuse(expansion->row, name, "unknown set");
}

/* The bytes of TEXT, which begins with an opening bracket, through its closing
 * one. */
static size_t
closed_at(const struct expansion *expansion, struct slice text)
{
	int depth = 0;

	for (size_t i = 0; i < text.n; i++) {
		depth += (text.p[i] == '(') - (text.p[i] == ')');
		if (depth == 0)
			return i + 1;
	}
	data_refuse(expansion->row, expansion->whole, "never closed");
}

/* Goes on with each alternative between the brackets INNER has lost. */
static void
expand_choice(struct expansion *expansion, size_t done, struct slice inner,
    const struct rest *rest)
{
	int    depth = 0;
	size_t from = 0;

	for (size_t i = 0; i <= inner.n; i++) {
		if (i < inner.n)
			depth += (inner.p[i] == '(') - (inner.p[i] == ')');
		if (i < inner.n && (depth > 0 || inner.p[i] != '|'))
			continue;
		expand(expansion, done, (struct rest){
		    { inner.p + from, i - from }, rest });
		from = i + 1;
	}
}

static void
expand_set(struct expansion *expansion, size_t done, struct slice name,
    const struct rest *rest)
{
	struct word_set *set = find_set(expansion, name);
	struct slice     list = set->words, word;

	set->used = true;
	while (slice_cut(&list, ' ', &word))
		expand(expansion, done, (struct rest){ word, rest });
}

static void
expand(struct expansion *expansion, size_t done, struct rest rest)
{
	while (rest.text.n > 0 && rest.text.p[0] != '(' &&
	    rest.text.p[0] != '<') {
		if (rest.text.p[0] == ')' || rest.text.p[0] == '|')
			data_refuse(expansion->row, expansion->whole,
			    "never opened");
		if (done == WORD_MAX)
			data_refuse(expansion->row, expansion->whole, "too long");
		expansion->word[done++] = rest.text.p[0];
		rest.text = slice_from(rest.text, 1);
	}
	if (rest.text.n == 0) {
		if (rest.next != NULL)
			expand(expansion, done, *rest.next);
		else if (done > 0)
			expansion->use->word(expansion->context,
			    (struct slice){ expansion->word, done });
		return;
	}
	expand_here(expansion, done, rest);
}

static void
expand_alternatives(struct expansion *expansion, size_t done, struct rest rest)
{
	const char *gt;
	size_t      n;

	if (rest.text.p[0] == '(') {
		struct rest behind = rest;

		n = closed_at(expansion, rest.text);
		behind.text = slice_from(rest.text, n);
		expand_choice(expansion, done,
		    (struct slice){ rest.text.p + 1, n - 2 }, &behind);
		return;
	}
	gt = memchr(rest.text.p, '>', rest.text.n);
	if (gt == NULL)
		data_refuse(expansion->row, expansion->whole, "never closed");
	n = (size_t)(gt - rest.text.p);
	{
		struct rest behind = { slice_from(rest.text, n + 1), rest.next };

		expand_set(expansion, done,
		    (struct slice){ rest.text.p + 1, n - 1 }, &behind);
	}
}

void
expand_word(struct word_sets *sets, const struct data_row *row,
    struct slice word, const struct expand_use *use, void *context)
{
	struct expansion expansion = { .sets = sets, .row = row,
	    .whole = word, .use = use, .context = context };

	expand(&expansion, 0, (struct rest){ word, NULL });
}
