#include "spaced_measures.h"

enum { LINES_NEAR = 60 };	/* lines of figures that are set against each */

/* Where EDGE of WORD stands, doubled. */
static unsigned
place_of(const struct spaced_word *word, enum spaced_edge edge, enum display_rule rule)
{
	return edge == SPACED_LEFT ? 2 * word->from[rule] :
	    edge == SPACED_RIGHT ? 2 * word->to[rule] : word->from[rule] + word->to[rule];
}

/* How many figures of X have EDGE right below that of one of Y; middles of an odd and an
 * even width differ by half a column. */
static size_t
count_below(const struct spaced_line *x, const struct spaced_line *y,
    enum spaced_edge edge, enum display_rule rule)
{
	unsigned room = edge == SPACED_MIDDLE ? 1 : 0;
	size_t   n = 0, a = x->texts, b = y->texts;

	while (a < x->words && b < y->words) {
		unsigned at = place_of(&x->word[a], edge, rule);
		unsigned other = place_of(&y->word[b], edge, rule);

		n += at <= other + room && other <= at + room;
		a += at <= other;
		b += other <= at;
	}
	return n;
}

/* By how much the figures of LINE are further right by A than by B. */
static long
lead(const struct spaced_line *line, enum display_rule a, enum display_rule b)
{
	const struct spaced_word *first = &line->word[line->texts];

	return (long)first->from[a] - (long)first->from[b];
}

/* Weighs A against B by the lines LINE, N in number, of one page.  TAKEN has room for as
 * many. */
static void
weigh(struct spaced_measures *m, const struct spaced_line *const line[], size_t n,
    enum display_rule a, enum display_rule b, enum spaced_edge edge, bool *taken)
{
	memset(taken, 0, n * sizeof(*taken));
	for (size_t x = 0; x < n; x++)
		for (size_t y = x + 1; y < n && y <= x + LINES_NEAR; y++) {
			size_t by_a, by_b;

			if (lead(line[x], a, b) == lead(line[y], a, b))
				continue;
			by_a = count_below(line[x], line[y], edge, a);
			by_b = count_below(line[x], line[y], edge, b);
			m->below[a][b][edge] += by_a;
			if (by_a <= by_b || taken[x] || taken[y])
				continue;
			taken[x] = taken[y] = true;
			m->pairs[a][b][edge]++;
		}
}

void
spaced_measures_weigh(struct spaced_measures *m, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena)
{
	const struct spaced_line **line = arena_alloc(arena,
	    (end - first + 1) * sizeof(const struct spaced_line *));
	bool  *taken = arena_alloc(arena, end - first + 1);
	size_t n = 0;

	for (size_t i = first; i < end; i++) {
		if (spaced_figures(&text->line[i]) > 0)
			line[n++] = &text->line[i];
		if (i + 1 < end && !text->line[i + 1].page)
			continue;
		for (unsigned a = 0; a < DISPLAY_RULES; a++)
			for (unsigned b = 0; b < DISPLAY_RULES; b++)
				for (unsigned edge = 0; edge < SPACED_EDGES && a != b; edge++)
					weigh(m, line, n, a, b, edge, taken);
		n = 0;
	}
}

/* Whether by A many figures stand below each other, as by B they do not. */
static bool
speaks_against(const struct spaced_measures *m, enum display_rule a, enum display_rule b)
{
	enum { PAIRS_MIN = 3, TIMES = 2 };
	size_t best = 0, other = 0;

	for (size_t edge = 0; edge < SPACED_EDGES; edge++) {
		if (m->below[a][b][edge] > m->below[a][b][best])
			best = edge;
		if (m->below[b][a][edge] > other)
			other = m->below[b][a][edge];
	}
	return m->pairs[a][b][best] >= PAIRS_MIN &&
	    m->below[a][b][best] >= TIMES * other;
}

bool
spaced_measures_refute(const struct spaced_measures *m, enum display_rule rule)
{
	for (unsigned other = 0; other < DISPLAY_RULES; other++)
		if (other != rule && speaks_against(m, other, rule))
			return true;
	return false;
}
