#include "wordings.h"

#include <stdint.h>

/* One line on its way to its wordings. */
struct expansion {
	struct wording wording;
	struct pattern_groups *groups;
	struct arena  *arena;
	wording_fn    *fn;
	void          *context;
};

/* Whether PART lies in WHOLE, which may be in other memory. */
static bool
is_part(struct slice whole, struct slice part)
{
	uintptr_t from = (uintptr_t)whole.p, at = (uintptr_t)part.p;

	return at >= from && at <= from + whole.n;
}

_Noreturn void
wording_refuse(const struct wording *wording, enum pattern_column column,
    struct slice what, const char *reason)
{
	struct slice printed = wording->row->field[column];

	data_refuse(wording->row, is_part(printed, what) ? what : printed,
	    reason);
}

/* Gives away the wordings of the N words WORD: with the first words that stand
 * in square brackets, and without them. */
static void
each_option(struct expansion *expansion, const struct slice *word, size_t n)
{
	struct slice *copy;
	size_t        open = 0, close;

	while (open < n && word[open].p[0] != '[')
		open++;
	if (open == n) {
		expansion->wording.word = word;
		expansion->wording.words = n;
		expansion->fn(expansion->context, &expansion->wording);
		return;
	}
	for (close = open; !slice_ends(word[close], SLICE("]")); close++)
		if (close + 1 == n)
			wording_refuse(&expansion->wording, COLUMN_PATTERN,
			    word[open], "no ] behind");
	copy = arena_alloc(expansion->arena, n * sizeof(*copy));
	memcpy(copy, word, n * sizeof(*copy));
	copy[open] = slice_from(copy[open], 1);
	copy[close].n--;
	each_option(expansion, copy, n);
	memcpy(copy, word, open * sizeof(*copy));
	memcpy(copy + open, word + close + 1,
	    (n - close - 1) * sizeof(*copy));
	each_option(expansion, copy, n - (close - open + 1));
}

/* Gives away the wordings that a slash parts. */
static void
each_wording(struct expansion *expansion)
{
	struct slice  list = expansion->wording.field[COLUMN_PATTERN], one;
	struct slice *word = arena_alloc(expansion->arena,
	    (list.n + 1) * sizeof(*word));
	size_t        n = 0;

	while (slice_cut(&list, ' ', &one)) {
		if (!slice_is(one, "/")) {
			word[n++] = one;
			continue;
		}
		each_option(expansion, word, n);
		word += n;
		n = 0;
	}
	each_option(expansion, word, n);
}

/* TEXT with MEMBER in place of each SIGN; TEXT itself where there is none. */
static struct slice
put_in(struct arena *arena, struct slice text, struct slice sign,
    struct slice member)
{
	const char  *at = slice_find(text, sign);
	struct slice rest;
	char        *p;
	size_t       before;

	if (at == NULL)
		return text;
	before = (size_t)(at - text.p);
	rest = put_in(arena, slice_from(text, before + sign.n), sign, member);
	p = arena_alloc(arena, before + member.n + rest.n);
	memcpy(p, text.p, before);
	memcpy(p + before, member.p, member.n);
	memcpy(p + before + member.n, rest.p, rest.n);
	return (struct slice){ p, before + member.n + rest.n };
}

/* The first group in braces, braces included, of the line at hand, into *SIGN,
 * and its members; false when there is none. */
static bool
find_group(struct expansion *expansion, struct slice *sign,
    struct slice *members)
{
	const struct wording *wording = &expansion->wording;

	for (enum pattern_column i = 0; i < PATTERN_COLUMNS; i++) {
		struct slice field = wording->field[i];
		const char  *open = slice_find(field, SLICE("{")), *close;
		const struct pattern_group *group;

		if (open == NULL)
			continue;
		field = slice_from(field, (size_t)(open - field.p));
		close = slice_find(field, SLICE("}"));
		if (close == NULL)
			wording_refuse(wording, i, field, "no } behind");
		*sign = (struct slice){ open, (size_t)(close - open) + 1 };
		group = pattern_groups_find(expansion->groups,
		    (struct slice){ sign->p + 1, sign->n - 2 });
		if (group == NULL)
			wording_refuse(wording, i, *sign, "unknown group");
		*members = group->members;
		return true;
	}
	return false;
}

/* Puts the members of groups in braces in their places, one after the other. */
static void
expand(struct expansion *expansion)
{
	struct slice sign, members, member;

	if (!find_group(expansion, &sign, &members)) {
		each_wording(expansion);
		return;
	}
	while (slice_cut(&members, ' ', &member)) {
		struct expansion one = *expansion;

		for (int i = 0; i < PATTERN_COLUMNS; i++)
			one.wording.field[i] = put_in(one.arena,
			    one.wording.field[i], sign, member);
		expand(&one);
	}
}

void
wordings_each(const struct data_row *row, struct pattern_groups *groups,
    struct arena *arena, wording_fn *fn, void *context)
{
	struct expansion expansion = { .wording = { .row = row },
	    .groups = groups, .arena = arena, .fn = fn, .context = context };

	for (int i = 0; i < PATTERN_COLUMNS; i++)
		expansion.wording.field[i] = row->field[i];
	expand(&expansion);
}
