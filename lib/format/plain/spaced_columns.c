#include "spaced_columns.h"

#include "base/digits.h"

void
spaced_columns_note(struct spaced_columns *c, size_t column,
    const struct spaced_word *word)
{
	unsigned from = word->from[c->rule], to = word->to[c->rule];
	bool     first = c->to[column] == 0;

	if (first || from < c->from[column])
		c->from[column] = from;
	if (first || from + to < c->least[column])
		c->least[column] = from + to;
	if (from + to > c->most[column])
		c->most[column] = from + to;
	if (to > c->to[column])
		c->to[column] = to;
}

bool
spaced_columns_overlap(const struct spaced_columns *c)
{
	for (size_t k = 0; k + 1 < c->columns; k++)
		if (c->to[k] > c->from[k + 1])
			return true;
	return false;
}

/* Twice the distance from the middle of the figures in column K to those of the
 * next one. */
static unsigned
pitch_behind(const struct spaced_columns *c, size_t k)
{
	return (c->least[k + 1] + c->most[k + 1] - c->least[k] - c->most[k]) /
	    2;
}

/* How far the middle of a figure may lie off those of column K, twice: a quarter
 * of the way to the nearest column, or half of that where one line alone says where it
 * is. */
static unsigned
tolerance(const struct spaced_columns *c, size_t k)
{
	unsigned pitch = (unsigned)-1;

	if (k > 0)
		pitch = pitch_behind(c, k - 1);
	if (k + 1 < c->columns && pitch_behind(c, k) < pitch)
		pitch = pitch_behind(c, k);
	return c->lone ? pitch / 8 : pitch / 4;
}

unsigned
spaced_columns_distance(const struct spaced_columns *c, size_t k,
    const struct spaced_word *word)
{
	unsigned middle = word->from[c->rule] + word->to[c->rule];

	return middle < c->least[k] ? c->least[k] - middle :
	    middle > c->most[k] ? middle - c->most[k] : 0;
}

/* Whether WORD stands clear of column K, or reaches into it but is twice as far off as
 * off OWN: some other row widened the one, or moved the other. */
static bool
is_clear_of(const struct spaced_columns *c, size_t k, size_t own,
    const struct spaced_word *word)
{
	return (k < own ? word->from[c->rule] >= c->to[k] :
	    word->to[c->rule] <= c->from[k]) ||
	    spaced_columns_distance(c, k, word) > 2 * spaced_columns_distance(c, own, word);
}

/* Whether WORD stands between the columns around K, if not in it. */
static bool
may_stand_in(const struct spaced_columns *c, size_t k,
    const struct spaced_word *word)
{
	return (k == 0 || is_clear_of(c, k - 1, k, word)) &&
	    (k + 1 == c->columns || is_clear_of(c, k + 1, k, word));
}

/* Whether a label ends right before the first figure of LINE: a long one may have
 * moved that column. */
static bool
is_pushed(const struct spaced_columns *c, const struct spaced_line *line)
{
	const struct spaced_word *first = &line->word[line->texts];

	return line->texts > 0 &&
	    first->from[c->rule] == first[-1].to[c->rule] + 1;
}

/* Whether the label of LINE reaches over the first column and its first figure comes
 * right behind: it may stand as far left as the label lets it, no more.  A unit has a
 * column of its own; by C that is loose a sum has to prove the places. */
static bool
is_moved(const struct spaced_columns *c, const struct spaced_line *line)
{
	enum { GAP = 3 };
	const struct spaced_word *first = &line->word[line->texts];
	unsigned                  end;

	if (line->texts == 0 || line->unit || c->loose)
		return false;
	end = first[-1].to[c->rule];
	return end > c->from[0] && first->from[c->rule] <= end + GAP;
}

/* Whether figure number I of LINE stands in column K. */
static bool
stands_in(const struct spaced_columns *c, size_t k,
    const struct spaced_line *line, size_t i)
{
	const struct spaced_word *word = &line->word[i];
	unsigned middle = word->from[c->rule] + word->to[c->rule];
	unsigned room = is_moved(c, line) ? 0 : tolerance(c, k);

	return (middle + room >= c->least[k] ||
	    (k == 0 && (c->loose || is_pushed(c, line)))) &&
	    middle <= c->most[k] + room && may_stand_in(c, k, word);
}

/* The column that figure number I of LINE stands in, from K on; those there are if
 * none. */
static size_t
column_of(const struct spaced_columns *c, const struct spaced_line *line,
    size_t i, size_t k)
{
	while (k < c->columns && !stands_in(c, k, line, i))
		k++;
	return k;
}

/* Whether all figures of LINE stand in columns. */
static bool
stands_in_columns(const struct spaced_columns *c, const struct spaced_line *line)
{
	size_t k = 0;

	for (size_t i = line->texts; i < line->words && k < c->columns; i++)
		k = column_of(c, line, i, k) + 1;
	return k <= c->columns;
}

/* Puts the figures from number I of LINE on that stand in no column for certain,
 * behind column K - 1, into those up to the next figure's that does: there is one
 * for each, or it is not certain.  Returns how many there are, 0 where it is not. */
static size_t
place_between(const struct spaced_columns *c, const struct spaced_line *line,
    size_t i, size_t k, const struct spaced_word *word[SPACED_COLUMNS_MAX])
{
	size_t n = 1, next = c->columns;

	while (i + n < line->words &&
	    (next = column_of(c, line, i + n, k)) == c->columns)
		n++;
	/* Several that stand in none may all be moved by a column. */
	if (n > 1 || next - k != n)
		return 0;
	for (size_t at = 0; at < n; at++) {
		if (!may_stand_in(c, k + at, &line->word[i + at]))
			return 0;
		word[k + at] = &line->word[i + at];
	}
	return n;
}

/* Whether the last figure of LINE is the sum of the others, two at least. */
static bool
ends_with_sum(const struct spaced_line *line)
{
	enum { PARTS_MIN = 2 };
	struct spaced_columns    all = { .columns = spaced_figures(line) };
	const struct spaced_word *word[SPACED_COLUMNS_MAX];

	if (all.columns <= PARTS_MIN || all.columns > SPACED_COLUMNS_MAX)
		return false;
	for (size_t k = 0; k < all.columns; k++)
		word[k] = &line->word[line->texts + k];
	return spaced_columns_total(&all, word);
}

bool
spaced_columns_summing(const struct spaced_text *text, size_t first, size_t end)
{
	enum { FIGURES_MIN = 3 };
	size_t lines = 0, sums = 0;

	for (size_t i = first; i < end; i++) {
		lines += spaced_figures(&text->line[i]) >= FIGURES_MIN;
		sums += ends_with_sum(&text->line[i]);
	}
	return sums * 2 > lines;
}

/* Whether two figures of LINE may be one, with a blank for its thousands: 1 234. */
static bool
may_be_parted(const struct spaced_columns *c, const struct spaced_line *line)
{
	for (size_t i = line->texts + 1; i < line->words; i++) {
		const struct spaced_word *word = &line->word[i];

		if (word->from[c->rule] == word[-1].to[c->rule] + 1 &&
		    digits_may_be_parted(word[-1].text, word->text))
			return true;
	}
	return false;
}

/* Whether LINE has a figure in each column, for all that it says. */
static bool
is_full(const struct spaced_columns *c, const struct spaced_line *line)
{
	return spaced_figures(line) == c->columns && (ends_with_sum(line) ||
	    (!c->summing && !may_be_parted(c, line)));
}

bool
spaced_columns_total(const struct spaced_columns *c,
    const struct spaced_word *const word[])
{
	const unsigned long long most = 1000000000000;
	unsigned long long       sum = 0, n = 0;

	for (size_t k = 0; k < c->columns; k++) {
		sum += n;
		n = 0;
		if (word[k] != NULL &&
		    !digits_read(word[k]->text, most, &n))
			n = 0;
	}
	return word[c->columns - 1] != NULL && n == sum;
}

static bool
place_figures(const struct spaced_columns *c,
    const struct spaced_line *line,
    const struct spaced_word *word[SPACED_COLUMNS_MAX])
{
	size_t k = 0, n;

	memset(word, 0, c->columns * sizeof(*word));
	if (spaced_figures(line) == c->columns) {
		for (; k < c->columns; k++)
			word[k] = &line->word[line->texts + k];
		return true;
	}
	for (size_t i = line->texts; i < line->words; i += n) {
		size_t column = column_of(c, line, i, k);

		n = 1;
		if (column < c->columns) {
			word[column] = &line->word[i];
			k = column + 1;
			continue;
		}
		n = place_between(c, line, i, k, word);
		if (n == 0)
			return false;
		k += n;
	}
	return true;
}

/* How far right, doubled, the middle of WORD lies of column K; left is negative. */
static long
offset(const struct spaced_columns *c, size_t k, const struct spaced_word *word)
{
	long middle = (long)word->from[c->rule] + (long)word->to[c->rule];

	return middle < (long)c->least[k] ? middle - (long)c->least[k] :
	    middle > (long)c->most[k] ? middle - (long)c->most[k] : 0;
}

/* The column from K on that WORD is nearest to; those there are where another is about
 * as near. */
static size_t
nearest(const struct spaced_columns *c, size_t k, const struct spaced_word *word)
{
	enum { CLEAR = 4 };	/* two places */
	size_t best = k;

	for (size_t at = k; at < c->columns; at++)
		if (spaced_columns_distance(c, at, word) < spaced_columns_distance(c, best, word))
			best = at;
	for (size_t at = 0; at < c->columns; at++)
		if (at != best && spaced_columns_distance(c, at, word) <
		    spaced_columns_distance(c, best, word) + CLEAR)
			return c->columns;
	return best;
}

/* Puts the figures of LINE into the columns they are nearest to, where all of them, or
 * all from one on, were moved the same way by as much: two at least. */
static bool
place_moved(const struct spaced_columns *c, const struct spaced_line *line,
    const struct spaced_word *word[SPACED_COLUMNS_MAX])
{
	enum { SAME = 2, SEVERAL = 2 };
	size_t k = 0, moved = 0;
	long   by = 0;

	memset(word, 0, c->columns * sizeof(*word));
	if (line->texts > 0 && (is_moved(c, line) || is_pushed(c, line)))
		return false;
	for (size_t i = line->texts; i < line->words; i++) {
		const struct spaced_word *figure = &line->word[i];
		long                      off;

		k = k < c->columns ? nearest(c, k, figure) : k;
		if (k == c->columns)
			return false;
		off = offset(c, k, figure);
		if (moved == 0 && off != 0)
			by = off;
		moved += by != 0;
		if (by != 0 && (off > by + SAME || off < by - SAME))
			return false;
		word[k++] = figure;
	}
	return moved >= SEVERAL;
}

/* Whether the unit of LINE, if any, stands where those of whole lines do: else all of
 * the line may be pushed. */
static bool
stands_with_unit(const struct spaced_columns *c, const struct spaced_line *line)
{
	const struct spaced_word *unit;

	if (!line->unit || c->unit_to == 0)
		return true;
	unit = &line->word[line->texts - 1];
	return unit->from[c->rule] < c->unit_to &&
	    unit->to[c->rule] > c->unit_from;
}

/* How far behind the unit of LINE the middle of WORD lies, doubled. */
static long
behind_unit(const struct spaced_columns *c, const struct spaced_line *line,
    const struct spaced_word *word)
{
	return (long)word->from[c->rule] + (long)word->to[c->rule] -
	    2 * (long)line->word[line->texts - 1].to[c->rule];
}

/* How far the place AT behind a unit is off those of column K. */
static long
off_column(const struct spaced_columns *c, size_t k, long at)
{
	return at < c->near[k] ? c->near[k] - at :
	    at > c->far[k] ? at - c->far[k] : 0;
}

/* Whether the figures of LINE in WORD stand as far behind its unit as those of their
 * columns do in whole lines, nearer at least than any other's: one that lost its indent is
 * further left as a whole, and another column's figures may stand where its own are. */
static bool
stand_behind_unit(const struct spaced_columns *c, const struct spaced_line *line,
    const struct spaced_word *const word[])
{
	for (size_t k = 0; c->united && line->unit && k < c->columns; k++) {
		long at, off;

		if (word[k] == NULL)
			continue;
		at = behind_unit(c, line, word[k]);
		off = off_column(c, k, at);
		for (size_t other = 0; other < c->columns; other++)
			if (other != k && off_column(c, other, at) <= off)
				return false;
	}
	return true;
}

bool
spaced_columns_place(const struct spaced_columns *c,
    const struct spaced_line *line,
    const struct spaced_word *word[SPACED_COLUMNS_MAX])
{
	struct spaced_columns loose = *c;

	if (!stands_with_unit(c, line))
		return false;
	loose.loose = true;
	if (may_be_parted(c, line))
		return place_figures(c, line, word) &&
		    spaced_columns_total(c, word);
	return (place_figures(c, line, word) || place_moved(c, line, word) ||
	    (place_figures(&loose, line, word) &&
	    spaced_columns_total(c, word))) &&
	    (spaced_figures(line) == c->columns ||
	    stand_behind_unit(c, line, word));
}

/* Notes in WIDER the figures of LINE as well, if each has a place in C and the columns
 * stay apart. */
static void
learn(struct spaced_columns *wider, const struct spaced_columns *c,
    const struct spaced_line *line)
{
	const struct spaced_word *word[SPACED_COLUMNS_MAX];
	struct spaced_columns     wide = *wider;

	if (spaced_figures(line) == 0 || !spaced_columns_place(c, line, word))
		return;
	for (size_t k = 0; k < c->columns; k++)
		if (word[k] != NULL)
			spaced_columns_note(&wide, k, word[k]);
	if (!spaced_columns_overlap(&wide))
		*wider = wide;
}

/* Notes how far behind its unit the figures of LINE stand, which has all columns. */
static void
note_behind_unit(struct spaced_columns *c, const struct spaced_line *line)
{
	for (size_t k = 0; k < c->columns; k++) {
		long at = behind_unit(c, line, &line->word[line->texts + k]);

		if (!c->united || at < c->near[k])
			c->near[k] = at;
		if (!c->united || at > c->far[k])
			c->far[k] = at;
	}
	c->united = true;
}

static void
note_unit(struct spaced_columns *c, const struct spaced_line *line)
{
	const struct spaced_word *unit;

	if (!line->unit)
		return;
	note_behind_unit(c, line);
	unit = &line->word[line->texts - 1];
	if (c->unit_to == 0 || unit->from[c->rule] < c->unit_from)
		c->unit_from = unit->from[c->rule];
	if (unit->to[c->rule] > c->unit_to)
		c->unit_to = unit->to[c->rule];
}

/* Notes the figures of LINE, which has all columns.  Returns whether these stay
 * apart; if not, nothing is noted. */
static bool
note_line(struct spaced_columns *c, const struct spaced_line *line)
{
	struct spaced_columns wider = *c;

	note_unit(&wider, line);
	for (size_t k = 0; k < c->columns; k++)
		spaced_columns_note(&wider, k, &line->word[line->texts + k]);
	if (spaced_columns_overlap(&wider))
		return false;
	*c = wider;
	return true;
}

/* Forgets what C was found to be. */
static void
forget(struct spaced_columns *c)
{
	*c = (struct spaced_columns){ .rule = c->rule, .columns = c->columns,
		.summing = c->summing, .lone = c->lone, .sure = c->sure };
}

/* Notes the lines from SEED to END - 1 that have all columns, and those from FIRST on
 * before.  Returns how many do not fit those noted; all of them where SEED has not
 * all. */
static size_t
note_from(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end, size_t seed)
{
	size_t misfits = 0;

	forget(c);
	for (size_t n = 0; n < end - first; n++) {
		size_t i = seed + n < end ? seed + n : seed + n - (end - first);

		if (is_full(c, &text->line[i]))
			misfits += !note_line(c, &text->line[i]);
	}
	return misfits;
}

/* Whether the last figure of LINE stands nearer to the last column than to the one
 * before. */
static bool
ends_last(const struct spaced_columns *c, const struct spaced_line *line)
{
	size_t   k = c->columns - 1;
	unsigned half = pitch_behind(c, k - 1) / 2;
	unsigned middle = line->word[line->words - 1].from[c->rule] +
	    line->word[line->words - 1].to[c->rule];

	return middle + half >= c->least[k] && middle <= c->most[k] + half;
}

/* Whether other lines bear C out, which one line alone showed: it may have been moved as
 * a whole.  Those that end with their sum have it in the last column; where there are
 * none, half of the others at least stand in columns. */
static bool
is_seconded(const struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end)
{
	enum { SUMMED_MIN = 4 };	/* columns; of fewer sums come by chance */
	size_t others = 0, standing = 0, sums = 0, ending = 0;

	for (size_t i = first; i < end; i++) {
		const struct spaced_line *line = &text->line[i];

		if (spaced_figures(line) == 0 ||
		    spaced_figures(line) == c->columns)
			continue;
		others++;
		standing += stands_in_columns(c, line);
		if (c->columns < SUMMED_MIN || !ends_with_sum(line))
			continue;
		sums++;
		ending += ends_last(c, line);
	}
	return sums > 0 ? ending * 2 > sums : standing * 2 >= others;
}

/* Notes the lines that have all columns: a few may be damaged, also the first one.
 * Returns false where they stand too differently, or there are none. */
static bool
note_full(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end)
{
	enum { SEEDS = 3, FEW = 3 };
	size_t full = 0, seeds = 0;

	for (size_t i = first; i < end; i++)
		full += is_full(c, &text->line[i]);
	c->lone = full == 1;
	for (size_t i = first; full > 0 && i < end && seeds < SEEDS; i++) {
		if (!is_full(c, &text->line[i]))
			continue;
		seeds++;
		if (note_from(c, text, first, end, i) * FEW <= full &&
		    (full > 1 || is_seconded(c, text, first, end)))
			return true;
	}
	forget(c);
	return false;
}

/* Puts the N words in the order in which they begin, by RULE; ROOM is for as
 * many. */
static void
sort_by(enum display_rule rule, const struct spaced_word **word, size_t n,
    const struct spaced_word **room)
{
	size_t half = n / 2, a = 0, b = half;

	if (n < 2)
		return;
	sort_by(rule, word, half, room);
	sort_by(rule, word + half, n - half, room);
	for (size_t i = 0; i < n; i++) {
		bool first = b == n || (a < half &&
		    word[a]->from[rule] <= word[b]->from[rule]);

		room[i] = first ? word[a++] : word[b++];
	}
	memcpy(word, room, n * sizeof(const struct spaced_word *));
}

/* Whether the figures of each column stand closer together than to any other's, by a
 * factor of 4 / PARTS: by the wrong measure they are strewn. */
static bool
are_tight(const struct spaced_columns *c, unsigned parts)
{
	for (size_t k = 0; k < c->columns; k++)
		if (c->most[k] - c->least[k] > parts * tolerance(c, k))
			return false;
	return true;
}

/* Finds the columns by all figures, wherever they stand below each other: SEVERAL at
 * least in each column.  WORD has room for all. */
static bool
note_stacks(struct spaced_columns *c, const struct spaced_word *word[], size_t n,
    size_t several)
{
	size_t stacks = 0, height = several;

	for (size_t i = 0; i < n; i++) {
		bool next = stacks == 0 ||
		    word[i]->from[c->rule] >= c->to[stacks - 1];

		if (next && (height < several || stacks++ == c->columns))
			return false;
		height = next ? 1 : height + 1;
		spaced_columns_note(c, stacks - 1, word[i]);
	}
	return stacks == c->columns && height >= several &&
	    are_tight(c, several > 1 ? 1 : 2);
}

/* The figures of lines FIRST to END - 1 in WORD. */
static void
gather(const struct spaced_text *text, size_t first, size_t end,
    const struct spaced_word **word)
{
	size_t n = 0;

	for (size_t i = first; i < end; i++)
		for (size_t w = text->line[i].texts; w < text->line[i].words; w++)
			word[n++] = &text->line[i].word[w];
}

static bool
find_stacks(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end, size_t several, struct arena *arena)
{
	size_t                     n = 0;
	const struct spaced_word **word;

	for (size_t i = first; i < end; i++)
		n += spaced_figures(&text->line[i]);
	word = arena_alloc(arena,
	    (2 * n + 1) * sizeof(const struct spaced_word *));
	gather(text, first, end, word);
	sort_by(c->rule, word, n, word + n);
	return note_stacks(c, word, n, several);
}

static bool
has_full(const struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (is_full(c, &text->line[i]))
			return true;
	return false;
}

void
spaced_columns_learn(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end)
{
	/* Twice where little is allowed for: more would let columns creep. */
	for (unsigned pass = 0; pass < 1u + c->lone; pass++) {
		struct spaced_columns found = *c;

		for (size_t i = first; i < end; i++)
			learn(c, &found, &text->line[i]);
	}
}

bool
spaced_columns_find(struct spaced_columns *c, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena)
{
	enum { SEVERAL = 2 };

	if (!note_full(c, text, first, end) && (has_full(c, text, first, end) ||
	    c->columns < 2 || !find_stacks(c, text, first, end, SEVERAL, arena) ||
	    spaced_columns_overlap(c)))
		return false;
	spaced_columns_learn(c, text, first, end);
	return true;
}

bool
spaced_columns_find_run(struct spaced_columns *c,
    const struct spaced_text *text, size_t first, size_t end,
    struct arena *arena)
{
	bool apart[SPACED_COLUMNS_MAX] = { false };

	forget(c);
	if (!find_stacks(c, text, first, end, 1, arena))
		return false;
	for (size_t i = first; i < end; i++) {
		const struct spaced_word *word[SPACED_COLUMNS_MAX];

		if (!place_figures(c, &text->line[i], word) ||
		    !spaced_columns_total(c, word))
			return false;
		for (size_t k = 1; k < c->columns; k++)
			apart[k] |= word[k - 1] != NULL && word[k] != NULL;
	}
	for (size_t k = 1; k < c->columns; k++)
		if (!apart[k])
			return false;
	return true;
}
