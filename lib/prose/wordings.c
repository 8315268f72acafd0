#include "wordings.h"

#include <stdint.h>

/* One line on its way to its wordings. */
struct expansion {
	struct wording         wording;
	struct pattern_groups *groups;
	struct arena          *arena;
	wording_fn            *fn;
	void                  *context;
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

static void expand_words(struct expansion *expansion, struct slice *word,
    size_t n);

/* Puts each of the alternatives that MARK parts in LIST, and of the groups
 * among them, in the place of WORD[AT]. */
static void
expand_choice(struct expansion *expansion, struct slice *word, size_t n,
    size_t at)
{
	const struct pattern_group *group =
	    pattern_groups_find(expansion->groups, word[at]);
	struct slice                list = group != NULL ? group->members :
	    word[at], whole = word[at];

	while (slice_cut(&list, group != NULL ? ' ' : '|', &word[at]))
		expand_words(expansion, word, n);
	word[at] = whole;
}

/* Puts the words in square brackets from number OPEN on, and nothing, in their
 * place. */
static void
expand_option(struct expansion *expansion, const struct slice *word, size_t n,
    size_t open)
{
	struct slice *copy = arena_alloc(expansion->arena, n * sizeof(*copy));
	size_t        close = open;

	while (!slice_ends(word[close], SLICE("]")))
		if (++close == n)
			wording_refuse(&expansion->wording, COLUMN_PATTERN,
			    word[open], "no ] behind");
	memcpy(copy, word, n * sizeof(*copy));
	copy[open] = slice_from(copy[open], 1);
	copy[close].n--;
	expand_words(expansion, copy, n);
	memcpy(copy, word, open * sizeof(*copy));
	memcpy(copy + open, word + close + 1,
	    (n - close - 1) * sizeof(*copy));
	expand_words(expansion, copy, n - (close - open + 1));
}

/* Gives away the wordings of the N words WORD. */
static void
expand_words(struct expansion *expansion, struct slice *word, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (word[i].p[0] == '[') {
			expand_option(expansion, word, n, i);
			return;
		}
		if (memchr(word[i].p, '|', word[i].n) != NULL ||
		    pattern_groups_find(expansion->groups, word[i]) != NULL) {
			expand_choice(expansion, word, n, i);
			return;
		}
	}
	expansion->wording.word = word;
	expansion->wording.words = n;
	expansion->fn(expansion->context, &expansion->wording);
}

/* Cuts what comes before the next slash off LIST, word by word into WORD, which
 * has room.  Returns how many. */
static size_t
cut_words(struct slice *list, struct slice *word)
{
	size_t n = 0;

	while (slice_cut(list, ' ', &word[n]) && !slice_is(word[n], "/"))
		n++;
	return n;
}

/* Gives away each wording under each of the conditions. */
static void
expand_slashes(struct expansion *expansion)
{
	struct slice *field = expansion->wording.field, where;
	struct slice  places = field[COLUMN_WHERE];
	struct slice *word = arena_alloc(expansion->arena,
	    (field[COLUMN_PATTERN].n + 1) * sizeof(*word));

	do {
		struct slice list = field[COLUMN_PATTERN];

		where = places;
		while (places.n > 0 && !slice_starts(places, SLICE(" / ")))
			places = slice_from(places, 1);
		field[COLUMN_WHERE].p = where.p;
		field[COLUMN_WHERE].n = where.n - places.n;
		do {
			size_t n = cut_words(&list, word);

			expand_words(expansion, word, n);
		} while (list.n > 0);
		places = slice_from(places, places.n > 0 ? 3 : 0);
	} while (places.n > 0);
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

static void expand_line(struct expansion *expansion);

/* Puts each of MEMBERS, and of the groups among them, in the place of SIGN. */
static void
expand_group(const struct expansion *expansion, struct slice sign,
    struct slice members)
{
	struct slice member;

	while (slice_cut(&members, ' ', &member)) {
		const struct pattern_group *group =
		    pattern_groups_find(expansion->groups, member);
		struct expansion            one = *expansion;

		if (group != NULL) {
			expand_group(expansion, sign, group->members);
			continue;
		}
		for (int i = 0; i < PATTERN_COLUMNS; i++)
			one.wording.field[i] = put_in(one.arena,
			    one.wording.field[i], sign, member);
		expand_line(&one);
	}
}

/* Puts the members of groups in braces in their places, one after the other. */
static void
expand_line(struct expansion *expansion)
{
	const struct wording *wording = &expansion->wording;

	for (enum pattern_column i = 0; i < PATTERN_COLUMNS; i++) {
		struct slice                field = wording->field[i];
		const char                 *open, *close;
		const struct pattern_group *group;

		if ((open = slice_find(field, SLICE("{"))) == NULL)
			continue;
		field = slice_from(field, (size_t)(open - field.p));
		if ((close = slice_find(field, SLICE("}"))) == NULL)
			wording_refuse(wording, i, field, "no } behind");
		field.n = (size_t)(close - open) + 1;
		group = pattern_groups_find(expansion->groups,
		    (struct slice){ open + 1, field.n - 2 });
		if (group == NULL)
			wording_refuse(wording, i, field, "unknown group");
		expand_group(expansion, field, group->members);
		return;
	}
	expand_slashes(expansion);
}

void
wordings_each(const struct data_row *row, struct pattern_groups *groups,
    struct arena *arena, wording_fn *fn, void *context)
{
	struct expansion expansion = { .wording = { .row = row },
	    .groups = groups, .arena = arena, .fn = fn, .context = context };

	for (int i = 0; i < PATTERN_COLUMNS; i++)
		expansion.wording.field[i] = row->field[i];
	expand_line(&expansion);
}
