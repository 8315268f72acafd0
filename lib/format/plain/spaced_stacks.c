#include "spaced_stacks.h"

#include <stdlib.h>

static bool
is_below(const struct spaced_name *name, const struct spaced_word *word,
    enum display_rule rule)
{
	return word->from[rule] < name->to && word->to[rule] > name->from;
}

/* Whether NAME is that of figures: no fewer of these, of lines FIRST to END - 1, stand
 * below it than words of labels, and one at least where SOME is set. */
static bool
is_over_figures(const struct spaced_name *name, const struct spaced_text *text,
    size_t first, size_t end, enum display_rule rule, bool some)
{
	size_t figures = 0, labels = 0;

	for (size_t i = first; i < end; i++)
		for (size_t w = 0; w < text->line[i].words; w++) {
			if (!is_below(name, &text->line[i].word[w], rule))
				continue;
			if (w < text->line[i].texts)
				labels++;
			else
				figures++;
		}
	return figures >= labels && (figures > 0 || !some);
}

size_t
spaced_stacks_named(const struct spaced_head *head,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule)
{
	size_t k = 1;

	while (k < head->names && !is_over_figures(&head->name[k], text, first,
	    end, rule, true))
		k++;
	if (k >= head->names)
		return 0;
	while (k > 1 && is_over_figures(&head->name[k - 1], text, first, end,
	    rule, false))
		k--;
	return head->names - k;
}

/* A figure and the name it stands below. */
struct hung {
	const struct spaced_word *word;
	size_t                    column;
	unsigned                  middle;	/* doubled, as in columns */
};

static int
by_place(const void *a, const void *b)
{
	const struct hung *x = a, *y = b;

	return x->column != y->column ?
	    (x->column > y->column) - (x->column < y->column) :
	    (x->middle > y->middle) - (x->middle < y->middle);
}

static unsigned
distance(unsigned a, unsigned b)
{
	return a > b ? a - b : b - a;
}

/* The name of the N of C that WORD stands below: no other is as near, and its middle
 * is not beyond half the way to one.  Returns N for none. */
static size_t
column_below(const struct spaced_columns *c, const struct spaced_name *name,
    const struct spaced_word *word)
{
	unsigned middle = word->from[c->rule] + word->to[c->rule];
	size_t   best = 0;

	for (size_t k = 1; k < c->columns; k++)
		if (distance(middle, name[k].from + name[k].to) <
		    distance(middle, name[best].from + name[best].to))
			best = k;
	return is_below(&name[best], word, c->rule) ? best : c->columns;
}

/* Hangs the figures of lines FIRST to END - 1 below NAME, in the order of their places.
 * Returns how many of them, ALL in number, stand below one. */
static size_t
hang(const struct spaced_columns *c, const struct spaced_name *name,
    const struct spaced_text *text, size_t first, size_t end,
    struct hung *hung, size_t *all)
{
	size_t n = 0;

	*all = 0;
	for (size_t i = first; i < end; i++)
		for (size_t w = text->line[i].texts; w < text->line[i].words; w++) {
			const struct spaced_word *word = &text->line[i].word[w];

			hung[n] = (struct hung){ word,
				column_below(c, name, word),
				word->from[c->rule] + word->to[c->rule] };
			n += hung[n].column < c->columns;
			++*all;
		}
	qsort(hung, n, sizeof(*hung), by_place);
	return n;
}

/* How far apart the middles of column K may lie: a quarter of the way between the names
 * around it. */
static unsigned
width(const struct spaced_columns *c, const struct spaced_name *name, size_t k)
{
	unsigned middle = name[k].from + name[k].to, pitch = (unsigned)-1;

	if (k > 0)
		pitch = middle - name[k - 1].from - name[k - 1].to;
	if (k + 1 < c->columns &&
	    name[k + 1].from + name[k + 1].to - middle < pitch)
		pitch = name[k + 1].from + name[k + 1].to - middle;
	return pitch / 4;
}

/* Notes those of the N figures of HUNG, all of one column, that stand below each other
 * within WIDTH, as many as there can be.  Returns how many. */
static size_t
note_stack(struct spaced_columns *c, const struct hung *hung, size_t n,
    unsigned most)
{
	size_t best = 0, from = 0;

	for (size_t a = 0, b = 0; b < n; b++) {
		while (hung[b].middle - hung[a].middle > most)
			a++;
		if (b + 1 - a > best) {
			best = b + 1 - a;
			from = a;
		}
	}
	for (size_t i = 0; i < best; i++)
		spaced_columns_note(c, hung->column, hung[from + i].word);
	return best;
}

/* Whether the N figures of HUNG stand each within its name or around it, or with its
 * middle not far, by MOST, from that of NAME: of few this is all that tells which name
 * is theirs. */
static bool
sit_below(const struct spaced_name *name, const struct hung *hung, size_t n,
    enum display_rule rule, unsigned most)
{
	for (size_t i = 0; i < n; i++) {
		unsigned from = hung[i].word->from[rule];
		unsigned to = hung[i].word->to[rule];

		if (distance(hung[i].middle, name->from + name->to) > most &&
		    !(from >= name->from && to <= name->to) &&
		    !(from <= name->from && to >= name->to))
			return false;
	}
	return true;
}

/* Column K has no figures: it stands where its name does.  Returns false where that may
 * be a piece of the next one's, being short, or in a wide head one of several lines, or
 * where it is not sure by which measure it stands anywhere. */
static bool
note_name(struct spaced_columns *c, size_t k, const struct spaced_name *name)
{
	enum { FEW = 3, BYTES_MIN = 7 };

	if (!c->sure || c->columns > FEW || name->text.n < BYTES_MIN)
		return false;
	c->from[k] = name->from;
	c->to[k] = name->to;
	c->least[k] = c->most[k] = name->from + name->to;
	return true;
}

static bool
are_in_order(const struct spaced_columns *c, const struct spaced_name *name)
{
	for (size_t k = 1; k < c->columns; k++)
		if (name[k].from < name[k - 1].to)
			return false;
	return true;
}

/* Notes the figures below NAME.  Returns whether all but one in FEW of them stand there,
 * and most of those closely below each other. */
static bool
note_stacks(struct spaced_columns *c, const struct spaced_name *name,
    const struct spaced_text *text, size_t first, size_t end,
    struct hung *hung, size_t few)
{
	enum { SEVERAL = 3 };
	size_t all, n = hang(c, name, text, first, end, hung, &all), noted = 0;

	memset(c->to, 0, sizeof(c->to));
	for (size_t k = 0, i = 0, next; k < c->columns; k++, i = next) {
		for (next = i; next < n && hung[next].column == k;)
			next++;
		if (next > i && next - i < SEVERAL && !sit_below(&name[k],
		    hung + i, next - i, c->rule, width(c, name, k)))
			return false;
		if (next > i)
			noted += note_stack(c, hung + i, next - i,
			    width(c, name, k));
		else if (!note_name(c, k, &name[k]))
			return false;
	}
	return (all - n) * few <= all && noted * 2 > all &&
	    !spaced_columns_overlap(c);
}

/* Whether each line of FIRST to END - 1 that has all columns has them below NAME, one
 * below each. */
static bool
whole_lines_agree(const struct spaced_columns *c, const struct spaced_name *name,
    const struct spaced_text *text, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		const struct spaced_line *line = &text->line[i];

		for (size_t k = 0; k < c->columns &&
		    spaced_figures(line) == c->columns; k++)
			if (column_below(c, name,
			    &line->word[line->texts + k]) != k)
				return false;
	}
	return true;
}

/* How many figures lines FIRST to END - 1 have. */
static size_t
count_figures(const struct spaced_text *text, size_t first, size_t end)
{
	size_t n = 0;

	for (size_t i = first; i < end; i++)
		n += spaced_figures(&text->line[i]);
	return n;
}

bool
spaced_stacks_find(struct spaced_columns *c, const struct spaced_head *head,
    const struct spaced_text *text, size_t first, size_t end,
    struct arena *arena)
{
	enum { FEW = 4 };	/* one in FEW may stand elsewhere */
	const struct spaced_name *name;
	struct hung              *hung;

	if (spaced_stacks_named(head, text, first, end, c->rule) != c->columns)
		return false;
	name = &head->name[head->names - c->columns];
	hung = arena_alloc(arena, (count_figures(text, first, end) + 1) *
	    sizeof(*hung));
	*c = (struct spaced_columns){ .rule = c->rule, .columns = c->columns,
		.summing = c->summing, .sure = c->sure };
	if (!are_in_order(c, name) ||
	    !whole_lines_agree(c, name, text, first, end) ||
	    !note_stacks(c, name, text, first, end, hung, FEW))
		return false;
	spaced_columns_learn(c, text, first, end);
	return true;
}

bool
spaced_stacks_find_far(struct spaced_columns *c, const struct spaced_head *head,
    const struct spaced_text *text, size_t first, size_t end,
    struct arena *arena)
{
	enum { ALL = 1000000 };
	/* By how much a page may be further right, then left. */
	static const int          margin[] = { 0, 1, -1, 2, -2 };
	struct spaced_name        name[SPACED_COLUMNS_MAX];
	struct hung              *hung;

	if (head->names <= c->columns)
		return false;
	hung = arena_alloc(arena, (count_figures(text, first, end) + 1) *
	    sizeof(*hung));
	*c = (struct spaced_columns){ .rule = c->rule, .columns = c->columns,
		.summing = c->summing, .sure = c->sure };
	for (size_t m = 0; m < sizeof(margin) / sizeof(*margin); m++) {
		for (size_t k = 0; k < c->columns; k++) {
			name[k] = head->name[head->names - c->columns + k];
			name[k].from += (unsigned)margin[m];
			name[k].to += (unsigned)margin[m];
		}
		if (are_in_order(c, name) && whole_lines_agree(c, name, text,
		    first, end) && note_stacks(c, name, text, first,
		    end, hung, ALL))
			return true;
	}
	return false;
}
