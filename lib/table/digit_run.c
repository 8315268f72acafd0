#include "digit_run.h"

#include "base/digits.h"

enum {
	FIGURE_DIGITS = 9,	/* no figure of a report has more */
	TRIES_MAX = 20000,
};

/* Adds the digits of CELL. */
static bool
add_digits(struct digit_run *run, const struct table_cell *cell)
{
	for (size_t i = 0; i < cell->text.n; i++) {
		if (!is_digit(cell->text.p[i]) || run->n == DIGIT_RUN_MAX)
			return false;
		run->cut[run->n] = i == 0;
		run->glued[run->n] = i > 0 && cell->kind == CELL_FIGURE;
		run->at[run->n++] = cell->text.p + i;
	}
	return true;
}

bool
digit_run_may_go_on(const struct table_cell *cell, const struct table_cell *next)
{
	enum { GROUP = 3 };

	return next->text.n >= GROUP &&
	    (cell->kind == CELL_DIGITS || cell->kind == CELL_FIGURE) &&
	    (next->kind == CELL_DIGITS || (next->kind == CELL_FIGURE &&
	    cell->kind == CELL_DIGITS));
}

bool
digit_run_read(struct digit_run *run, const struct table_cell *first,
    const struct table_cell *end)
{
	size_t figures = 0;

	run->n = 0;
	for (const struct table_cell *cell = first; cell < end; cell++) {
		if (cell->kind == CELL_BLANK || cell->kind == CELL_TEXT)
			return false;
		if (cell->kind != CELL_FIGURE && cell->kind != CELL_DIGITS)
			continue;
		if (run->n == 0)
			run->loc = cell->loc;
		if ((run->n > 0 && digit_run_may_go_on(cell - 1, cell)) ||
		    !add_digits(run, cell))
			return false;
		figures++;
	}
	for (size_t i = 0; figures == 1 && i < run->n; i++)
		run->glued[i] = false;
	return run->n > 0;
}

/* Splitting part of a run. */
struct splitting {
	const struct digit_run *run;
	size_t                  end;	/* of the part */
	size_t                  count;
	long long               sum;	/* of all figures; -1: any */
	struct split            way;
	struct split_ways      *ways;
	unsigned                tries;
};

static void
keep(struct splitting *s)
{
	s->way.begin[s->count] = (unsigned char)s->end;
	if (s->ways->count == WAYS_MAX)
		s->ways->more = true;
	else
		s->ways->way[s->ways->count++] = s->way;
}

/* Whether a figure that ends before digit number AT is only a part of one. */
static bool
ends_inside(const struct digit_run *run, size_t at)
{
	return at < run->n && run->glued[at];
}

/* Splits what is left from AT on into figures from number K on; LEFT is what is left
 * of the sum. */
static void
split_from(struct splitting *s, size_t at, size_t k, long long left)
{
	const struct digit_run *run = s->run;
	long long               value = 0;

	if (k == s->count) {
		if (at == s->end && left <= 0)
			keep(s);
		return;
	}
	if (++s->tries > TRIES_MAX) {
		s->ways->more = true;
		return;
	}
	s->way.begin[k] = (unsigned char)at;
	for (size_t n = 0; at + n < s->end && n < FIGURE_DIGITS; n++) {
		if (n > 0 && (run->cut[at + n] || *run->at[at] == '0'))
			return;
		value = value * 10 + (*run->at[at + n] - '0');
		if (s->sum >= 0 && value > left)
			return;
		if (ends_inside(run, at + n + 1))
			continue;
		s->way.value[k] = value;
		split_from(s, at + n + 1, k + 1, s->sum < 0 ? -1 : left - value);
	}
}

/* The ways to split digits FROM to END - 1 into COUNT figures, the last the sum of
 * the others. */
static void
split_sums(struct splitting *s, size_t from, size_t end, size_t count)
{
	const struct digit_run *run = s->run;
	long long               total = 0, scale = 1;

	/* The total first: its parts are then sought no further than it. */
	for (size_t n = 1; n <= FIGURE_DIGITS && from + n < end; n++) {
		char first = *run->at[end - n];

		total += scale * (first - '0');
		scale *= 10;
		if ((first != '0' || n == 1) && !run->glued[end - n] &&
		    !ends_inside(run, end)) {
			size_t found = s->ways->count;

			s->end = end - n;
			s->count = count - 1;
			s->sum = total;
			split_from(s, from, 0, total);
			for (; found < s->ways->count; found++) {
				s->ways->way[found].value[count - 1] = total;
				s->ways->way[found].begin[count] =
				    (unsigned char)end;
			}
		}
		if (run->cut[end - n])
			return;
	}
}

void
digit_run_split(const struct digit_run *run, size_t count, bool sum,
    struct split_ways *ways)
{
	struct splitting s = { .run = run, .ways = ways };

	ways->count = 0;
	ways->more = false;
	if (sum && count > 1) {
		split_sums(&s, 0, run->n, count);
		return;
	}
	s.end = run->n;
	s.count = count;
	s.sum = -1;
	split_from(&s, 0, 0, -1);
}

/* Splitting a run into groups. */
struct grouping {
	const struct digit_run *run;
	size_t                  size, groups;
	struct split            way[SPLIT_MAX];
	struct split           *found;
	unsigned                ways, tries;
};

/* Splits what is left from AT on into groups from number G on; WHOLE says that no
 * group so far has blanks. */
static void
group_from(struct grouping *g, size_t at, size_t group, bool whole)
{
	if (group == g->groups) {
		if (at < g->run->n)
			return;
		g->ways += whole ? 1 : 2;
		for (size_t i = 0; whole && i < g->groups; i++)
			g->found[i] = g->way[i];
		return;
	}
	group_from(g, at, group + 1, false);	/* it is blank */
	for (size_t end = at + 2; end <= g->run->n && g->ways < 2; end++)
		for (size_t count = 2; count <= g->size; count++) {
			struct split_ways ways = { .count = 0 };
			struct splitting  s = { .run = g->run, .ways = &ways };

			if (++g->tries > TRIES_MAX) {
				g->ways = 2;
				return;
			}
			if (count > end - at)
				break;
			split_sums(&s, at, end, count);
			g->ways += ways.more ? 2 : 0;
			for (size_t i = 0; i < ways.count; i++) {
				g->way[group] = ways.way[i];
				group_from(g, end, group + 1,
				    whole && count == g->size);
			}
		}
}

bool
digit_run_split_groups(const struct digit_run *run, size_t size,
    struct split split[], size_t groups)
{
	struct grouping g = { .run = run, .size = size, .groups = groups,
		.found = split };

	group_from(&g, 0, 0, true);
	return g.ways == 1;
}

const struct table_cell *
digit_run_cell(const struct cells *cells, const struct digit_run *run,
    const struct split *split, size_t i)
{
	struct table_cell *cell = arena_alloc(cells->arena, sizeof(*cell));

	*cell = (struct table_cell){ .kind = CELL_FIGURE, .cols = 1,
		.loc = run->loc,
		.text = { run->at[split->begin[i]],
			(size_t)(split->begin[i + 1] - split->begin[i]) } };
	figure_cell(cell->text, &cell->figure);
	return cell;
}
