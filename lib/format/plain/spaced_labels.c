#include "spaced_labels.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/number.h"

/* While labels are found. */
struct label_search {
	struct spaced_labels     *labels;
	const struct spaced_text *text;
	size_t                    first, end;
	enum display_rule         rule;
	struct arena             *arena;
	struct spaced_label      *last;	/* the one that was taken or gone on */
};

static bool
is_numbered(struct slice text)
{
	return fold_enumerator(text).kind != ENUMERATOR_NONE;
}

/* The columns between word number W of LINE and the one before it. */
static unsigned
gap_before(const struct spaced_line *line, size_t w, enum display_rule rule)
{
	return line->word[w].from[rule] - line->word[w - 1].to[rule];
}

/* Whether line number I has two labels with a gap between them in column AT. */
static bool
has_gap(const struct label_search *s, size_t i, unsigned at)
{
	const struct spaced_line *line = &s->text->line[i];

	for (size_t w = 1; i >= s->first && i < s->end && w < line->texts; w++)
		if (line->word[w - 1].to[s->rule] <= at &&
		    line->word[w].from[s->rule] > at)
			return gap_before(line, w, s->rule) > 1 ||
			    is_numbered(line->word[w].text);
	return false;
}

/* Whether word number W of line I begins another label than the one before it: one
 * space may stand in a label, but not where the lines around it have a gap. */
static bool
begins_piece(const struct label_search *s, size_t i, size_t w)
{
	const struct spaced_line *line = &s->text->line[i];
	unsigned                  at;

	if (w == 0 || gap_before(line, w, s->rule) > 1 ||
	    is_numbered(line->word[w].text))
		return true;
	at = line->word[w].from[s->rule] - 1;
	return (i > s->first && has_gap(s, i - 1, at)) || has_gap(s, i + 1, at);
}

/* The last line before I, down to FROM, that is not empty; a page's empty end is no
 * line. */
static size_t
line_above(const struct label_search *s, size_t i, size_t from)
{
	const struct spaced_line *line = s->text->line;
	size_t                    above = i - 1;

	if (!line[i].page)
		return above;
	while (above > from && line[above].words == 0)
		above--;
	return above;
}

/* Whether what stands on line FROM may go on on line I: they are near, no empty
 * line lies between them. */
static bool
goes_on(const struct label_search *s, size_t from, size_t i)
{
	enum { LINES_MAX = 2 };
	size_t lines = 0;

	while (i > from && lines++ < LINES_MAX) {
		i = line_above(s, i, from);
		if (i > from && s->text->line[i].words == 0)
			return false;
	}
	return i <= from;
}

/* Whether line I ends with figures or a unit, as each row has them once. */
static bool
ends_row(const struct label_search *s, size_t i)
{
	const struct spaced_line *line = &s->text->line[i];

	return spaced_figures(line) > 0 || line->unit;
}

/* Whether LABEL has all it can have before line I, which has figures too. */
static bool
is_complete(const struct label_search *s, const struct spaced_label *label, size_t i)
{
	if (!ends_row(s, i))
		return false;
	for (size_t n = label->first; n < i; n++)
		if (ends_row(s, n))
			return true;
	return false;
}

/* Whether TEXT opens a bracket that it does not close: it goes on. */
static bool
is_open(struct slice text)
{
	long open = 0;

	for (size_t n; text.n > 0; text = slice_from(text, n)) {
		uint32_t c;

		n = utf8_decode(text, &c);
		open += (c == '(' || c == 0xFF08) - (c == ')' || c == 0xFF09);
	}
	return open > 0;
}

/* The label that a piece on line I in columns FROM to TO - 1 goes on; NULL: none. */
static struct spaced_label *
label_above(const struct label_search *s, size_t i, unsigned from, unsigned to)
{
	for (size_t n = s->labels->count; n-- > 0;) {
		struct spaced_label *label = &s->labels->label[n];

		if (label->from >= to || label->to <= from)
			continue;
		return (s->labels->parted ||
		    (s->labels->numbered && label->numbered) ||
		    is_open(label->text)) && goes_on(s, label->last, i) && !is_complete(s, label, i) ?
		    label : NULL;
	}
	return NULL;
}

static struct spaced_label *
add_label(struct label_search *s, size_t line)
{
	struct spaced_label *label = &s->labels->label[s->labels->count++];

	*label = (struct spaced_label){ .first = line, .last = line,
		.figures = SPACED_NO_LINE };
	return label;
}

/* Takes words W to END - 1 of line I, one piece of a label. */
static void
take_piece(struct label_search *s, size_t i, size_t w, size_t end)
{
	const struct spaced_word *word = s->text->line[i].word;
	struct slice              text = { word[w].text.p, 0 };
	unsigned                  from = word[w].from[s->rule];
	unsigned                  to = word[end - 1].to[s->rule];
	bool                      numbered = is_numbered(word[w].text);
	struct spaced_label      *label = numbered ? NULL :
	    label_above(s, i, from, to);

	text.n = (size_t)(word[end - 1].text.p + word[end - 1].text.n - text.p);
	if (label == NULL) {
		label = add_label(s, i);
		label->from = from;
		label->numbered = numbered;
	}
	label->text = label->text.n > 0 ?
	    arena_join(s->arena, label->text, text) : text;
	label->last = i;
	label->from = from < label->from ? from : label->from;
	label->to = to > label->to ? to : label->to;
	s->last = label;
}

/* Takes the labels of line I; a unit at their end is the last one's. */
static void
take_line(struct label_search *s, size_t i)
{
	const struct spaced_line *line = &s->text->line[i];
	size_t                    texts = line->texts - line->unit, next;

	for (size_t w = 0; w < texts; w = next) {
		next = w + 1;
		while (next < texts && !begins_piece(s, i, next))
			next++;
		take_piece(s, i, w, next);
	}
	if (line->unit)
		s->last->unit = line->word[texts].text;
}

/* Marks the labels that others stand behind. */
static void
mark_groups(const struct spaced_labels *labels)
{
	for (size_t a = 0; a < labels->count; a++) {
		struct spaced_label *group = &labels->label[a];

		for (size_t b = 0; b < labels->count; b++) {
			const struct spaced_label *label = &labels->label[b];

			if (label->first > group->last)
				break;
			group->group |= label->from >= group->to &&
			    label->last >= group->first;
		}
	}
}

/* Whether line I is one of LABEL's, a row's. */
static bool
has_line(const struct spaced_label *label, size_t i)
{
	return !label->group && label->text.n > 0 && label->first <= i &&
	    label->last >= i;
}

/* Gives the figures of line I to the label beside them; where there are several, it
 * is not certain whose they are. */
static void
give_figures(struct label_search *s, size_t i)
{
	struct spaced_labels *labels = s->labels;
	struct spaced_label  *beside = NULL;
	size_t                several = 0;

	for (size_t n = 0; n < labels->count; n++)
		if (has_line(&labels->label[n], i)) {
			several++;
			if (labels->label[n].figures == SPACED_NO_LINE)
				beside = &labels->label[n];
		}
	for (size_t n = 0; several > 1 && n < labels->count; n++)
		labels->label[n].doubt |= has_line(&labels->label[n], i);
	if (beside == NULL)
		beside = add_label(s, i);
	beside->figures = i;
}

/* A label without figures that pieces stand below which are no row's may be cut off
 * from its figures. */
static void
doubt_cut(struct spaced_labels *labels)
{
	for (size_t n = 1; n < labels->count; n++) {
		const struct spaced_label *piece = &labels->label[n];
		struct spaced_label       *above = &labels->label[n - 1];

		while (above > labels->label && above->group)
			above--;
		above->doubt |= !piece->group && !piece->numbered &&
		    piece->figures == SPACED_NO_LINE &&
		    above->figures == SPACED_NO_LINE;
	}
}

/* The first line of those with figures between the empty lines around LABEL. */
static size_t
figures_beside(const struct label_search *s, const struct spaced_label *label)
{
	const struct spaced_line *line = s->text->line;
	size_t                    i = label->first;

	while (i > s->first && line[i - 1].words > 0)
		i--;
	for (; i < s->end && (i <= label->last || line[i].words > 0); i++)
		if (spaced_figures(&line[i]) > 0)
			return i;
	return SPACED_NO_LINE;
}

/* Where empty lines part the rows, a label without figures that stands between the
 * same ones as figures may be a piece of these figures' label; or, both having numbers, their
 * label as well as the other. */
static void
doubt_pieces(struct label_search *s)
{
	for (size_t n = 0; n < s->labels->count; n++) {
		struct spaced_label *label = &s->labels->label[n];
		size_t               beside;

		if (label->figures != SPACED_NO_LINE || label->group)
			continue;
		beside = figures_beside(s, label);
		if (beside == SPACED_NO_LINE)
			continue;
		label->doubt = true;
		for (size_t k = 0; k < s->labels->count && label->numbered; k++)
			s->labels->label[k].doubt |= s->labels->label[k].numbered &&
			    s->labels->label[k].figures == beside;
	}
}

/* Whether LABEL is nothing but the unit of a row. */
static bool
is_unit(const struct spaced_label *label)
{
	struct unit unit;

	return label->text.n > 0 && unit_at(label->text, &unit) == label->text.n;
}

/* Whether label number N, a row's, does not say which: it is none, or a unit, or a
 * group's, the labels around it standing behind it. */
static bool
is_nobodys(const struct spaced_labels *labels, size_t n)
{
	const struct spaced_label *label = &labels->label[n];

	return label->text.n == 0 || is_unit(label) || (n > 0 &&
	    n + 1 < labels->count && label[-1].from >= label->to &&
	    label[1].from >= label->to);
}

/* Of two labels above each other that one has figures on whose line they stand: where
 * a row without a label follows, both may stand in one cell, of the first one's row. */
static void
doubt_merged(struct spaced_labels *labels)
{
	struct spaced_label *above = NULL, *before = NULL, *owner = NULL;

	for (size_t n = 0; n < labels->count; n++) {
		struct spaced_label *label = &labels->label[n];

		if (label->figures != SPACED_NO_LINE || (owner != NULL &&
		    is_unit(label) && label->from >= owner->to)) {
			if (owner != NULL && above != NULL &&
			    is_nobodys(labels, n)) {
				owner->doubt = true;
				above->doubt |= above->numbered ||
				    above->unit.n > 0 || labels->parted;
			}
			owner = label;
			above = before;
			before = NULL;
		} else if (!label->group)
			before = label;
	}
}

/* Whether an empty line stands between any two lines of figures, of several. */
static bool
are_parted(const struct label_search *s)
{
	bool   parted = false;
	size_t figured = 0;

	for (size_t i = s->first; i < s->end; i++) {
		const struct spaced_line *line = &s->text->line[i];

		parted |= line->words == 0 || line->page;
		if (spaced_figures(line) == 0)
			continue;
		if (figured++ > 0 && !parted)
			return false;
		parted = false;
	}
	return figured > 1;
}

/* Whether there is an enumerator for each line that ends a row. */
static bool
are_numbered(const struct label_search *s)
{
	size_t numbers = 0, rows = 0;

	for (size_t i = s->first; i < s->end; i++) {
		const struct spaced_line *line = &s->text->line[i];

		rows += ends_row(s, i);
		for (size_t w = 0; w < line->texts; w++)
			numbers += is_numbered(line->word[w].text);
	}
	return numbers >= rows;
}

static int
by_line(const void *a, const void *b)
{
	const struct spaced_label *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

void
spaced_labels_find(struct spaced_labels *labels,
    const struct spaced_text *text, size_t first, size_t end,
    enum display_rule rule, struct arena *arena)
{
	struct label_search s = {
		.labels = labels, .text = text, .first = first, .end = end,
		.rule = rule, .arena = arena,
	};
	size_t        room = 0;

	for (size_t i = first; i < end; i++)
		room += text->line[i].texts + (spaced_figures(&text->line[i]) > 0);
	*labels = (struct spaced_labels){
		.label = arena_alloc(arena, (room + 1) * sizeof(*labels->label)),
		.parted = are_parted(&s), .numbered = are_numbered(&s),
	};
	for (size_t i = first; i < end; i++)
		take_line(&s, i);
	mark_groups(labels);
	for (size_t i = first; i < end; i++)
		if (spaced_figures(&text->line[i]) > 0)
			give_figures(&s, i);
	if (labels->parted || labels->numbered)
		doubt_cut(labels);
	if (labels->parted)
		doubt_pieces(&s);
	qsort(labels->label, labels->count, sizeof(*labels->label), by_line);
	doubt_merged(labels);
}
