/* From the lines of patterns.tsv to the single wordings they stand for. */
#include <stdint.h>

#include "loading.h"

const struct pattern_group *
pattern_groups_find(struct pattern_groups *groups, struct slice name)
{
	for (size_t i = 0; i < groups->groups; i++)
		if (slice_eq(groups->group[i].name, name)) {
			groups->group[i].used = true;
			return &groups->group[i];
		}
	return NULL;
}

void
pattern_groups_load(struct pattern_groups *groups, struct arena *arena)
{
	const struct data_table *table = data_table(DATA_GROUPS);

	groups->arena = arena;
	groups->groups = table->rows;
	groups->group = arena_alloc(arena,
	    table->rows * sizeof(*groups->group));
	for (size_t i = 0; i < table->rows; i++)
		groups->group[i] = (struct pattern_group){
			.name = table->row[i].field[0],
			.members = table->row[i].field[1],
			.row = &table->row[i] };
	for (size_t i = 0; i < table->rows; i++) {
		struct slice list = groups->group[i].members, word;

		while (slice_cut(&list, ' ', &word))
			if (pattern_groups_find(groups, word) >=
			    &groups->group[i])
				data_refuse(groups->group[i].row, word,
				    "a group that does not stand above");
	}
}

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

/* What expanding goes through. */
struct expansion {
	struct pattern_groups *groups;
	wording_fn            *fn;
	void                  *context;
};

static void expand(struct expansion *expansion, struct wording wording);

/* The part of TEXT from the first OPEN to the first CLOSE behind it, both
 * included, into *PART; false if there is none. */
static bool
find_part(const struct wording *wording, enum pattern_column column,
    const char *open, const char *close, struct slice *part)
{
	const char *from = slice_find(wording->field[column], slice_of(open));
	const char *to;

	if (from == NULL)
		return false;
	*part = slice_from(wording->field[column],
	    (size_t)(from - wording->field[column].p));
	to = slice_find(*part, slice_of(close));
	if (to == NULL)
		wording_refuse(wording, column, *part, "never closed");
	part->n = (size_t)(to - from) + 1;
	return true;
}

/* TEXT with NEW in the place of OLD, a part of it. */
static struct slice
splice(const struct expansion *expansion, struct slice text, struct slice old,
    struct slice new)
{
	size_t before = (size_t)(old.p - text.p);
	size_t after = text.n - before - old.n;
	char  *p = arena_alloc(expansion->groups->arena,
	    before + new.n + after);

	memcpy(p, text.p, before);
	memcpy(p + before, new.p, new.n);
	memcpy(p + before + new.n, old.p + old.n, after);
	return (struct slice){ p, before + new.n + after };
}

/* Goes on with each of MEMBERS, and of those of the groups among them, in the
 * place of SIGN, a group in braces. */
static void
put_members(struct expansion *expansion, const struct wording *wording,
    struct slice sign, struct slice members)
{
	struct slice member;

	while (slice_cut(&members, ' ', &member)) {
		const struct pattern_group *group =
		    pattern_groups_find(expansion->groups, member);
		struct wording              copy = *wording;
		const char                 *at;

		if (group != NULL) {
			put_members(expansion, wording, sign, group->members);
			continue;
		}
		for (int i = 0; i < PATTERN_COLUMNS; i++)
			while ((at = slice_find(copy.field[i], sign)) != NULL)
				copy.field[i] = splice(expansion,
				    copy.field[i],
				    (struct slice){ at, sign.n }, member);
		expand(expansion, copy);
	}
}

static bool
expand_group(struct expansion *expansion, const struct wording *wording)
{
	struct slice sign;

	for (enum pattern_column i = 0; i < PATTERN_COLUMNS; i++) {
		const struct pattern_group *group;

		if (!find_part(wording, i, "{", "}", &sign))
			continue;
		group = pattern_groups_find(expansion->groups,
		    (struct slice){ sign.p + 1, sign.n - 2 });
		if (group == NULL)
			wording_refuse(wording, i, sign, "unknown group");
		put_members(expansion, wording, sign, group->members);
		return true;
	}
	return false;
}

static bool
expand_slash(struct expansion *expansion, struct wording wording,
    enum pattern_column column)
{
	struct slice *field = &wording.field[column], whole = *field;
	const char   *slash = slice_find(whole, SLICE(" / "));

	if (slash == NULL)
		return false;
	field->n = (size_t)(slash - whole.p);
	expand(expansion, wording);
	*field = slice_from(whole, field->n + strlen(" / "));
	expand(expansion, wording);
	return true;
}

/* Goes on with NEW in the place of OLD in the pattern. */
static void
put(struct expansion *expansion, struct wording wording, struct slice old,
    struct slice new)
{
	wording.field[COLUMN_PATTERN] = splice(expansion,
	    wording.field[COLUMN_PATTERN], old, new);
	expand(expansion, wording);
}

static bool
expand_option(struct expansion *expansion, const struct wording *wording)
{
	struct slice option;

	if (!find_part(wording, COLUMN_PATTERN, "[", "]", &option))
		return false;
	put(expansion, *wording, option,
	    (struct slice){ option.p + 1, option.n - 2 });
	put(expansion, *wording, option, SLICE(""));
	return true;
}

/* Alternatives, or a group, in the pattern. */
static bool
expand_choice(struct expansion *expansion, const struct wording *wording)
{
	struct slice list = wording->field[COLUMN_PATTERN], word, one;

	while (slice_cut(&list, ' ', &word)) {
		const struct pattern_group *group =
		    pattern_groups_find(expansion->groups, word);
		struct slice                rest = group != NULL ?
		    group->members : word;

		if (group == NULL && memchr(word.p, '|', word.n) == NULL)
			continue;
		while (slice_cut(&rest, group != NULL ? ' ' : '|', &one))
			put(expansion, *wording, word, one);
		return true;
	}
	return false;
}

static void
expand(struct expansion *expansion, struct wording wording)
{
	if (!expand_group(expansion, &wording) &&
	    !expand_slash(expansion, wording, COLUMN_PATTERN) &&
	    !expand_slash(expansion, wording, COLUMN_WHERE) &&
	    !expand_option(expansion, &wording) &&
	    !expand_choice(expansion, &wording))
		expansion->fn(expansion->context, &wording);
}

void
wordings_each(const struct data_row *row, struct pattern_groups *groups,
    wording_fn *fn, void *context)
{
	struct expansion expansion = { groups, fn, context };
	struct wording   wording = { .row = row };

	for (int i = 0; i < PATTERN_COLUMNS; i++)
		wording.field[i] = row->field[i];
	expand(&expansion, wording);
}
