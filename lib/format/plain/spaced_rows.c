#include "spaced_rows.h"

#include <stdlib.h>

#include "base/digits.h"
#include "text/fold.h"

enum {
	LINES_MAX = 600,	/* no table has more: these stay lines */
	FEW = 3,		/* columns: rows with all of them may be none */
};

/* By any measure where one is enough: the columns of characters. */
static const enum display_rule ANY = DISPLAY_COUNTED;

/* The names of the head by the measure of the rows. */
static const struct spaced_head *
head_of(const struct spaced_rows *rows)
{
	return &rows->named_by[rows->rule];
}

/* What stands between two empty lines. */
struct spaced_group {
	bool figures;	/* a line ends with some */
	bool numbered;	/* a word begins with an enumerator */
};

static struct spaced_group
group_around(const struct spaced_rows *rows, size_t i)
{
	struct spaced_group group = { false, false };

	while (i > rows->head && rows->text->line[i - 1].words > 0)
		i--;
	for (; i < rows->last && rows->text->line[i].words > 0; i++) {
		const struct spaced_line *line = &rows->text->line[i];

		group.figures |= spaced_figures(line) > 0;
		for (size_t w = 0; w < line->texts; w++)
			group.numbered |= fold_enumerator(
			    line->word[w].text).kind != ENUMERATOR_NONE;
	}
	return group;
}

/* Whether the last word of LINE stands behind a gap, and is no unit. */
static bool
has_columns(const struct spaced_line *line)
{
	const struct spaced_word *last = &line->word[line->words - 1];

	return line->words > 1 && !line->unit &&
	    last->from[ANY] > last[-1].to[ANY] + 1;
}

/* Whether line I names columns: it has no figures, but words above them, or, in
 * lines without any, words in columns. */
static bool
is_head(const struct spaced_rows *rows, size_t i)
{
	const struct spaced_line *line = &rows->text->line[i];
	const struct spaced_word *last;
	struct spaced_group       group;

	if (line->words == 0 || line->unit || spaced_figures(line) > 0)
		return false;
	last = &line->word[line->words - 1];
	if (last->from[ANY] >= rows->figures_to)
		return true;
	if (last->to[ANY] <= rows->figures_to && !has_columns(line))
		return false;
	group = group_around(rows, i);
	return !group.figures && (last->to[ANY] > rows->figures_to ||
	    !group.numbered);
}

/* How many figures LINE ends with, 0 where all of them are marks: these may stand for a
 * unit too. */
static size_t
columns_of(const struct spaced_line *line)
{
	for (size_t w = line->texts; w < line->words; w++)
		if (is_digit(line->word[w].text.p[0]))
			return spaced_figures(line);
	return 0;
}

/* Whether line I is none of the head's, which it stands before: empty, or one word that
 * begins left of the figures, as titles and paragraphs are. */
static bool
is_before_head(const struct spaced_rows *rows, size_t i)
{
	const struct spaced_line *line = &rows->text->line[i];

	return line->words == 0 ||
	    (line->words == 1 && line->word[0].from[ANY] < rows->figures_to);
}

/* Finds the head and the lines of the next table. */
static void
find_lines(struct spaced_rows *rows)
{
	size_t begin = rows->end;

	rows->head = rows->first = begin;
	for (size_t i = rows->head; i < rows->last; i++) {
		if (spaced_figures(&rows->text->line[i]) > 0)
			break;
		if (is_head(rows, i))
			rows->first = i + 1;
	}
	while (rows->head < rows->first && is_before_head(rows, rows->head))
		rows->head++;
	rows->end = rows->first;
	rows->columns = 0;
	while (rows->end < rows->last && !is_head(rows, rows->end)) {
		size_t figures = columns_of(&rows->text->line[rows->end++]);

		if (figures > rows->columns)
			rows->columns = figures;
	}
	if (rows->end == begin)
		rows->end++;
}

/* The first line of I's page from FROM on; the line that the page ends before, END
 * at most. */
static size_t
page_begin(const struct spaced_rows *rows, size_t i, size_t from)
{
	while (i > from && !rows->text->line[i].page)
		i--;
	return i;
}

static size_t
page_end(const struct spaced_rows *rows, size_t i, size_t end)
{
	while (++i < end && !rows->text->line[i].page)
		continue;
	return i;
}

/* The line behind those from I on that have figures too, or have none too. */
static size_t
run_end(const struct spaced_rows *rows, size_t i)
{
	size_t end = i + 1;
	bool   figures = spaced_figures(&rows->text->line[i]) > 0;

	while (end < rows->end && !rows->text->line[end].page &&
	    (spaced_figures(&rows->text->line[end]) > 0) == figures)
		end++;
	return end;
}

/* Finds the columns of the lines of figures around line I that nothing parts. */
static bool
find_run(const struct spaced_rows *rows, size_t i, struct spaced_columns *columns)
{
	const struct spaced_line *line = rows->text->line;

	if (rows->columns <= FEW || spaced_figures(&line[i]) == 0)
		return false;
	while (i > rows->first && !line[i].page &&
	    spaced_figures(&line[i - 1]) > 0)
		i--;
	return run_end(rows, i) > i + 1 && spaced_columns_find_run(columns,
	    rows->text, i, run_end(rows, i), rows->arena);
}

/* Finds the columns of line I's page: by the table's own lines, or, where none of
 * them has all, by those of a whole table on that page. */
static bool
find_columns(const struct spaced_rows *rows, size_t i, enum display_rule rule,
    struct spaced_columns *columns)
{
	size_t begin = page_begin(rows, i, rows->begin);
	size_t end = page_end(rows, i, rows->last);
	size_t from = page_begin(rows, i, rows->first);
	size_t to = page_end(rows, i, rows->end);

	bool   far = begin > rows->head;

	*columns = (struct spaced_columns){ .rule = rule,
		.columns = rows->columns, .sure = rows->sure,
		.summing = spaced_columns_summing(rows->text, rows->first,
		    rows->end) };
	if (find_run(rows, i, columns) ||
	    spaced_columns_find(columns, rows->text, from, to, rows->arena) ||
	    (!far && spaced_stacks_find(columns, &rows->named_by[rule],
	    rows->text, from, to, rows->arena)))
		return true;
	for (size_t w = 0; w < rows->wholes; w++) {
		size_t first = rows->whole[w].first, last = rows->whole[w].end;

		if (rows->whole[w].columns == rows->columns &&
		    spaced_columns_find(columns, rows->text,
		    first > begin ? first : begin, last < end ? last : end,
		    rows->arena))
			return true;
	}
	return far && spaced_stacks_find_far(columns, &rows->named_by[rule],
	    rows->text, from, to, rows->arena);
}

/* How many lines of the table have figures; how many of them have all, and how
 * many have a place for each by RULE. */
struct fit {
	size_t lines, full, placed;
	size_t totals;	/* lines whose last one is the sum of the others */
};

static struct fit
measure(const struct spaced_rows *rows, enum display_rule rule)
{
	struct fit fit = { 0 };

	for (size_t i = rows->first, end; i < rows->end; i = end) {
		struct spaced_columns     columns;
		const struct spaced_word *word[SPACED_COLUMNS_MAX];
		bool                      found;

		end = run_end(rows, i);
		if (spaced_figures(&rows->text->line[i]) == 0)
			continue;
		found = find_columns(rows, i, rule, &columns);
		for (size_t n = i; n < end; n++) {
			const struct spaced_line *line = &rows->text->line[n];

			fit.lines++;
			fit.full += spaced_figures(line) == rows->columns;
			if (!found ||
			    !spaced_columns_place(&columns, line, word))
				continue;
			fit.placed++;
			fit.totals += spaced_columns_total(&columns, word);
		}
	}
	return fit;
}

/* Whether lines by themselves do not say all: a label is wrapped, or a cell empty. */
static bool
is_needed(const struct spaced_rows *rows)
{
	for (size_t n = 0; n < rows->labels.count; n++) {
		const struct spaced_label *label = &rows->labels.label[n];

		if (label->figures == SPACED_NO_LINE ? !label->group :
		    label->first < label->last || spaced_figures(
		    &rows->text->line[label->figures]) < rows->columns)
			return true;
	}
	return false;
}

/* How many lines of figures have a label. */
static size_t
labelled(const struct spaced_rows *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->labels.count; i++)
		n += rows->labels.label[i].figures != SPACED_NO_LINE &&
		    rows->labels.label[i].text.n > 0;
	return n;
}

/* How far the last two figures of LINE stand apart: their middles, doubled. */
static unsigned
gap_at_end(const struct spaced_rows *rows, const struct spaced_line *line)
{
	const struct spaced_word *last = &line->word[line->words - 1];

	return last->from[rows->rule] + last->to[rows->rule] -
	    last[-1].from[rows->rule] - last[-1].to[rows->rule];
}

/* Whether lines of two figures have them as far apart from each other, by half at most:
 * of three columns each row may have another one empty. */
static bool
are_as_far_apart(const struct spaced_rows *rows)
{
	unsigned least = 0, most = 0;

	for (size_t i = rows->first; i < rows->end; i++) {
		const struct spaced_line *line = &rows->text->line[i];
		unsigned                  gap;

		if (spaced_figures(line) != 2)
			continue;
		gap = gap_at_end(rows, line);
		least = least == 0 || gap < least ? gap : least;
		most = gap > most ? gap : most;
	}
	return most * 2 <= least * 3;
}

/* Whether the columns are all there are: one of no figures in any row would make
 * others take its place.  Of few columns the head has to say so, or of two several
 * rows that have both, as far apart. */
static bool
is_enough(const struct spaced_rows *rows, const struct fit *fit)
{
	if (rows->columns > FEW || rows->hung)
		return true;
	if (head_of(rows)->names > rows->columns + 1 + rows->united)
		return false;
	return rows->columns == 1 ? rows->named :
	    rows->columns > 2 || (fit->full > 1 && are_as_far_apart(rows));
}

/* Whether rows have a unit behind their label. */
static bool
are_united(const struct spaced_rows *rows)
{
	for (size_t i = rows->first; i < rows->end; i++)
		if (rows->text->line[i].unit)
			return true;
	return false;
}

/* Whether most lines of figures have their places by some measure. */
static bool
fits_somehow(const struct spaced_rows *rows)
{
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++) {
		struct fit fit = measure(rows, (enum display_rule)rule);

		if (fit.placed * 2 > fit.lines)
			return true;
	}
	return false;
}

/* Finds the names of the head. */
static void
find_names(struct spaced_rows *rows)
{
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		spaced_head_find(&rows->named_by[rule], rows->text, rows->head,
		    rows->first, (enum display_rule)rule, rows->arena);
	rows->united = are_united(rows);
	rows->empty = rows->columns == 0 && rows->most > 0;
}

/* Takes as many columns as names have figures below them, if most lines of figures
 * have their places so. */
static void
hang_columns(struct spaced_rows *rows)
{
	enum { FEW_LINES = 4 };		/* one in as many may have none */
	size_t     most = rows->columns, named, full = measure(rows, rows->rule).full;
	struct fit fit;

	rows->hung = false;
	named = spaced_stacks_named(head_of(rows), rows->text, rows->first,
	    rows->end, rows->rule);
	if (most == 0 || named <= most || named > SPACED_COLUMNS_MAX)
		return;
	rows->columns = named;
	fit = measure(rows, rows->rule);
	rows->hung = full * 2 <= fit.lines &&
	    (fit.lines - fit.placed) * FEW_LINES <= fit.lines;
	if (!rows->hung)
		rows->columns = most;
}

/* How many lines stand in runs of several that by themselves show N columns. */
static size_t
shown_by_runs(const struct spaced_rows *rows, size_t n)
{
	enum { SEVERAL = 3 };
	size_t lines = 0;

	for (size_t i = rows->first, end; i < rows->end; i = end) {
		struct spaced_columns columns = { .rule = rows->rule,
			.columns = n };

		end = run_end(rows, i);
		if (end - i >= SEVERAL &&
		    spaced_figures(&rows->text->line[i]) > 0 &&
		    spaced_columns_find_run(&columns, rows->text, i, end,
		    rows->arena))
			lines += end - i;
	}
	return lines;
}

/* Takes as many columns as most lines of figures show in runs, whatever the names
 * are. */
static bool
count_in_runs(struct spaced_rows *rows)
{
	size_t most = rows->columns, lines = 0;

	if (most <= FEW)
		return false;
	for (size_t i = rows->first; i < rows->end; i++)
		lines += spaced_figures(&rows->text->line[i]) > 0;
	for (size_t n = most; n <= SPACED_COLUMNS_MAX && n <= most + FEW; n++)
		if (shown_by_runs(rows, n) * 2 > lines) {
			rows->columns = n;
			return true;
		}
	return false;
}

/* Finds how many columns there are.  Where names are more than the figures of any row,
 * but for those of labels and units, some columns are empty in each. */
static void
count_columns(struct spaced_rows *rows)
{
	size_t names = head_of(rows)->names;

	hang_columns(rows);
	if (rows->hung || count_in_runs(rows))
		return;
	if (rows->empty ? names == 2u + rows->united :
	    rows->columns > 0 && names > rows->columns + 1u + rows->united &&
	    (rows->columns <= FEW || !fits_somehow(rows)))
		rows->columns = names - 1 - rows->united;
}

/* Notes the tables that are whole. */
static void
find_wholes(struct spaced_rows *rows)
{
	while (rows->end < rows->last && rows->wholes < SPACED_WHOLE_MAX) {
		size_t most;

		find_lines(rows);
		most = rows->columns;
		find_names(rows);
		count_columns(rows);
		if (most < FEW || most > SPACED_COLUMNS_MAX ||
		    head_of(rows)->names != most + 1 + rows->united)
			continue;
		rows->whole[rows->wholes].first = rows->first;
		rows->whole[rows->wholes].end = rows->end;
		rows->whole[rows->wholes++].columns = most;
	}
}

static int
by_size(const void *a, const void *b)
{
	const unsigned *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Finds where the first column of figures ends: where it does in a quarter of the
 * rows, since in some it is empty, and some are damaged. */
static void
find_first_column(struct spaced_rows *rows)
{
	enum { QUARTER = 4 };
	size_t    n = 0, size = (rows->last - rows->begin + 1);
	unsigned *to = arena_alloc(rows->arena, size * sizeof(*to));

	for (size_t i = rows->begin; i < rows->last; i++) {
		const struct spaced_line *line = &rows->text->line[i];

		if (spaced_figures(line) > rows->most)
			rows->most = spaced_figures(line);
		if (spaced_figures(line) > 1)
			to[n++] = line->word[line->texts].to[ANY];
	}
	qsort(to, n, sizeof(*to), by_size);
	rows->figures_to = n > 0 ? to[n / QUARTER] : (unsigned)-1;
}

void
spaced_rows_begin(struct spaced_rows *rows, const struct spaced_text *text,
    size_t first, size_t end, struct arena *arena)
{
	*rows = (struct spaced_rows){ .text = text, .arena = arena,
		.begin = first, .last = end, .end = first, .rule = ANY,
		.sure = true };
	find_first_column(rows);
	find_wholes(rows);
	rows->end = first;
}

void
spaced_rows_measure(struct spaced_rows *rows, size_t placed[DISPLAY_RULES])
{
	size_t first = rows->end;

	while (rows->end < rows->last) {
		size_t most;

		find_lines(rows);
		find_names(rows);
		most = rows->columns;
		for (unsigned rule = 0; rule < DISPLAY_RULES; rule++) {
			rows->rule = (enum display_rule)rule;
			rows->columns = most;
			count_columns(rows);
			if (rows->columns >= 2 &&
			    rows->columns <= SPACED_COLUMNS_MAX &&
			    rows->end - rows->first <= LINES_MAX)
				placed[rule] += measure(rows, rows->rule).placed;
		}
	}
	rows->end = first;
}

void
spaced_rows_fit(struct spaced_rows *rows, const bool fits[DISPLAY_RULES],
    const bool refuted[DISPLAY_RULES], enum display_rule rule, bool sure)
{
	rows->fits = fits;
	rows->refuted = refuted;
	rows->rule = rule;
	rows->sure = sure;
}

/* Finds the labels by each measure. */
static void
find_labels(struct spaced_rows *rows)
{
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		if (rows->fits[rule])
			spaced_labels_find(&rows->other[rule], rows->text,
			    rows->first, rows->end, (enum display_rule)rule,
			    rows->arena);
	rows->labels = rows->other[rows->rule];
}

/* Whether NAME stands nearer to column OTHER of C than to K. */
static bool
is_nearer(const struct spaced_columns *c, const struct spaced_name *name, size_t k,
    size_t other)
{
	struct spaced_word word = { .text = name->text };

	word.from[c->rule] = name->from;
	word.to[c->rule] = name->to;
	return spaced_columns_distance(c, other, &word) <
	    spaced_columns_distance(c, k, &word);
}

/* Whether NAME stands beyond column OTHER of C, the next to its own, K; or, with a name of
 * the labels before, CORNER, nearer to one behind that: one between them was lost.
 * Further left programs set it that count characters. */
static bool
is_astray(const struct spaced_columns *c, const struct spaced_name *name, size_t k,
    size_t other, bool corner)
{
	return (other < k ? name->to <= c->from[other] :
	    name->from >= c->to[other]) ||
	    (corner && other > k && is_nearer(c, name, k, other));
}

/* Whether the names of the head's last columns stand over these, each over its own:
 * those of a head that lost its indent stand over the labels, those of one that lost a
 * name over the next columns.  Nor does the name of the labels stand over figures. */
static bool
stand_over(const struct spaced_rows *rows)
{
	const struct spaced_head *head = head_of(rows);
	struct spaced_columns     columns;
	const struct spaced_name *name;
	size_t                    last;
	bool                      corner = head->names > rows->columns;

	if (rows->columns == 0 || head->names < rows->columns ||
	    rows->first == rows->end ||
	    !find_columns(rows, rows->first, rows->rule, &columns))
		return true;
	name = &head->name[head->names - rows->columns];
	last = columns.columns - 1;
	if (corner && name[-1].to > columns.from[0])
		return false;
	for (size_t k = 0; k <= last; k++)
		if ((k > 0 && is_astray(&columns, &name[k], k, k - 1,
		    corner)) || (k < last && is_astray(&columns, &name[k], k,
		    k + 1, corner)))
			return false;
	return true;
}

/* Whether the lines found are a table: columns of several figures, a label beside
 * most of them. */
static bool
is_table(struct spaced_rows *rows)
{
	struct fit fit;

	find_names(rows);
	count_columns(rows);
	if (rows->columns == 0 || rows->columns > SPACED_COLUMNS_MAX ||
	    rows->end - rows->first > LINES_MAX)
		return false;
	fit = measure(rows, rows->rule);
	if (!rows->empty && fit.placed * 2 <= fit.lines)
		return false;
	find_labels(rows);
	rows->summed = fit.totals * 2 > fit.placed;
	rows->named = (head_of(rows)->names == rows->columns ||
	    head_of(rows)->names == rows->columns + 1 + rows->united) &&
	    stand_over(rows);
	return (rows->empty || labelled(rows) * 2 > fit.lines) &&
	    is_needed(rows) &&
	    is_enough(rows, &fit);
}

static void
write_cell(const struct spaced_rows *rows, struct text_table *t, size_t line,
    unsigned row, size_t col, struct slice text)
{
	text_grid_cell(t, (struct block){
		.line = rows->text->line[line].number, .row = row, .rows = 1,
		.col = (unsigned)col, .cols = 1, .text = text,
	});
}

/* What LINE has behind its labels. */
static struct slice
figures_text(const struct spaced_line *line)
{
	const char *begin = line->word[line->texts].text.p;
	struct slice last = line->word[line->words - 1].text;

	return (struct slice){ begin, (size_t)(last.p + last.n - begin) };
}

/* Whether the figures of line I have other places than WORD by RULE, if it gives them
 * any or fits the text, which does not refute it. */
static bool
differs(const struct spaced_rows *rows, size_t i, enum display_rule rule,
    const struct spaced_word *const word[])
{
	const struct spaced_word *other[SPACED_COLUMNS_MAX];
	struct spaced_columns     columns;

	if (rows->refuted[rule])
		return false;
	if (!find_columns(rows, i, rule, &columns) ||
	    !spaced_columns_place(&columns, &rows->text->line[i], other))
		return rows->fits[rule];
	return memcmp(word, other, rows->columns * sizeof(*word)) != 0;
}

/* Whether the label of LINE, which has no figure in its first column, may hold that one at
 * its end, as it does where the two met. */
static bool
has_swallowed(const struct spaced_line *line, const struct spaced_word *first)
{
	struct slice label = line->texts > 0 ?
	    line->word[line->texts - 1].text : SLICE("");

	return first == NULL && label.n > 0 && is_digit(label.p[label.n - 1]);
}

/* Places the figures of line I: all measures that the text may be meant by have to agree;
 * and where most rows have a last figure, a row without may have been pushed. */
static bool
place(const struct spaced_rows *rows, size_t i,
    const struct spaced_word *word[SPACED_COLUMNS_MAX])
{
	struct spaced_columns columns;

	if (!find_columns(rows, i, rows->rule, &columns) ||
	    !spaced_columns_place(&columns, &rows->text->line[i], word))
		return false;
	if ((rows->summed && word[rows->columns - 1] == NULL) ||
	    has_swallowed(&rows->text->line[i], word[0]))
		return false;
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++)
		if (differs(rows, i, (enum display_rule)rule, word))
			return false;
	return true;
}

/* Whether a label with the figures of line I, or none, is TEXT by every measure. */
static bool
is_label_of(const struct spaced_rows *rows, size_t i, struct slice text)
{
	for (unsigned rule = 0; rule < DISPLAY_RULES; rule++) {
		const struct spaced_labels *labels = &rows->other[rule];
		size_t                      n = 0;

		if (!rows->fits[rule])
			continue;
		while (n < labels->count && (labels->label[n].figures != i ||
		    !slice_eq(labels->label[n].text, text)))
			n++;
		if (n == labels->count)
			return false;
	}
	return true;
}

/* Finds the rows that do not fit. */
static void
find_strays(struct spaced_rows *rows)
{
	const struct spaced_word *word[SPACED_COLUMNS_MAX];

	for (size_t n = 0; n < rows->labels.count; n++) {
		struct spaced_label *label = &rows->labels.label[n];

		label->astray = label->figures != SPACED_NO_LINE &&
		    !place(rows, label->figures, word);
	}
}

bool
spaced_rows_next(struct spaced_rows *rows)
{
	while (rows->end < rows->last) {
		find_lines(rows);
		if (!is_table(rows))
			continue;
		find_strays(rows);
		return true;
	}
	return false;
}

/* Whether the next label with figures from LABEL on, STEP by STEP, is astray. */
static bool
is_beside_stray(const struct spaced_rows *rows,
    const struct spaced_label *label, int step)
{
	size_t n = (size_t)(label - rows->labels.label);

	for (;;) {
		if (step < 0 ? n == 0 : n + 1 == rows->labels.count)
			return false;
		n = step < 0 ? n - 1 : n + 1;
		if (rows->labels.label[n].figures != SPACED_NO_LINE)
			return rows->labels.label[n].astray;
	}
}

/* Whether the figures of LABEL have their places for certain.  One of few
 * figures beside a row that does not fit may fit by chance: pdftotext moves runs of
 * rows as a whole. */
static bool
is_certain(const struct spaced_rows *rows, const struct spaced_label *label)
{
	enum { SEVERAL = 3 };
	size_t figures = spaced_figures(&rows->text->line[label->figures]);

	if (label->text.n == 0 || label->doubt || label->astray ||
	    !is_label_of(rows, label->figures, label->text))
		return false;
	return figures == rows->columns || figures >= SEVERAL ||
	    (!is_beside_stray(rows, label, -1) &&
	    !is_beside_stray(rows, label, 1));
}

/* Writes the figures of LABEL in the columns of its page from COL on; where they
 * stand in none for certain, or may be another label's, as a text that is no
 * figure. */
static void
write_figures(const struct spaced_rows *rows, struct text_table *t,
    const struct spaced_label *label, unsigned row, size_t col)
{
	size_t                    i = label->figures;
	const struct spaced_word *word[SPACED_COLUMNS_MAX];
	const struct spaced_line *line = &rows->text->line[i];

	if (!is_certain(rows, label) || !place(rows, i, word)) {
		write_cell(rows, t, i, row, col, arena_join(rows->arena,
		    SLICE("? "), figures_text(line)));
		return;
	}
	for (size_t k = 0; k < rows->columns; k++)
		write_cell(rows, t, i, row, col + k, word[k] != NULL ?
		    word[k]->text : SLICE(""));
}

/* Whether most labels with figures begin with an enumerator. */
static bool
are_numbered(const struct spaced_rows *rows)
{
	size_t numbered = 0;

	for (size_t n = 0; n < rows->labels.count; n++)
		numbered += rows->labels.label[n].numbered &&
		    rows->labels.label[n].figures != SPACED_NO_LINE;
	return numbered * 2 > labelled(rows);
}

/* Whether LABEL is a row's: it has figures, or could have. */
static bool
is_row(const struct spaced_rows *rows, const struct spaced_label *label)
{
	return label->figures != SPACED_NO_LINE || (!label->group && (label->numbered || label->unit.n > 0 ||
	    !rows->labels.parted || !are_numbered(rows)));
}

/* Whether the cells of LABEL, which has no figures, are known for empty: it is a whole
 * label, no piece of one. */
static bool
is_blank(const struct spaced_rows *rows, const struct spaced_label *label)
{
	return label->unit.n > 0 || rows->labels.parted ||
	    (label->numbered && rows->labels.numbered);
}

/* Writes what LABEL, which has no figures, has from column COL on. */
static void
write_blanks(const struct spaced_rows *rows, struct text_table *t,
    const struct spaced_label *label, unsigned row, size_t col)
{
	if (label->doubt ||
	    !is_label_of(rows, SPACED_NO_LINE, label->text))
		write_cell(rows, t, label->first, row, col, SLICE("? ?"));
	else if (is_blank(rows, label))
		for (size_t k = 0; k < rows->columns; k++)
			write_cell(rows, t, label->first, row, col + k,
			    SLICE(""));
}

static void
write_row(const struct spaced_rows *rows, struct text_table *t,
    const struct spaced_label *label, unsigned row)
{
	size_t col = rows->united ? 3 : 2;

	write_cell(rows, t, label->first, row, 1, label->text);
	if (label->unit.n > 0)
		write_cell(rows, t, label->first, row, 2, label->unit);
	if (label->figures != SPACED_NO_LINE)
		write_figures(rows, t, label, row, col);
	else
		write_blanks(rows, t, label, row, col);
}

void
spaced_rows_write(const struct spaced_rows *rows, struct text_table *t)
{
	size_t   col = rows->united ? 3 : 2;
	unsigned row = 0;

	text_grid(t);
	row += rows->named;
	for (size_t k = 0; rows->named && k < rows->columns; k++)
		write_cell(rows, t, rows->head, row, col + k,
		    head_of(rows)->name[head_of(rows)->names - rows->columns + k].text);
	for (size_t n = 0; n < rows->labels.count; n++)
		if (is_row(rows, &rows->labels.label[n]))
			write_row(rows, t, &rows->labels.label[n], ++row);
}
