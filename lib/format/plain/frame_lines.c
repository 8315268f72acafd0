#include "frame_lines.h"

#include "base/left_out.h"
#include "base/utf8.h"

enum { L = FRAME_LEFT, R = FRAME_RIGHT, U = FRAME_UP, D = FRAME_DOWN };

/* The box-drawing characters (Unicode, block 2500) up to the one named. */
static const struct {
	uint32_t last;
	unsigned edges;
} boxes[] = {
	{ 0x2501, L | R }, { 0x2503, U | D }, { 0x2505, L | R },
	{ 0x2507, U | D }, { 0x2509, L | R }, { 0x250B, U | D },
	{ 0x250F, R | D }, { 0x2513, L | D }, { 0x2517, R | U },
	{ 0x251B, L | U }, { 0x2523, R | U | D }, { 0x252B, L | U | D },
	{ 0x2533, L | R | D }, { 0x253B, L | R | U },
	{ 0x254B, L | R | U | D }, { 0x254D, L | R }, { 0x254F, U | D },
	{ 0x2550, L | R }, { 0x2551, U | D }, { 0x2554, R | D },
	{ 0x2557, L | D }, { 0x255A, R | U }, { 0x255D, L | U },
	{ 0x2560, R | U | D }, { 0x2563, L | U | D }, { 0x2566, L | R | D },
	{ 0x2569, L | R | U }, { 0x256C, L | R | U | D }, { 0x256D, R | D },
	{ 0x256E, L | D }, { 0x256F, L | U }, { 0x2570, R | U },
};

enum { BOXES = sizeof(boxes) / sizeof(boxes[0]) };

unsigned
frame_edges(uint32_t c)
{
	if (c == '-' || c == '=')
		return FRAME_ACROSS;
	if (c == '|')
		return FRAME_UPRIGHT;
	if (c == '+')
		return FRAME_ACROSS | FRAME_UPRIGHT;
	if (c < 0x2500 || c > boxes[BOXES - 1].last)	/* Han are behind it */
		return 0;
	for (size_t i = 0; i < BOXES; i++)
		if (c <= boxes[i].last)
			return boxes[i].edges;
	return 0;
}

/* A character of a line and where it stands. */
struct glyph {
	struct slice text;
	uint32_t     c;
	unsigned     column, edges;
};

/* Reads the glyph that *REST begins with, at *COLUMN; both move on. */
static bool
next_glyph(struct slice *rest, unsigned *column, enum display_rule rule,
    struct glyph *glyph)
{
	if (rest->n == 0)
		return false;
	*glyph = (struct glyph){ .column = *column };
	glyph->text = (struct slice){ rest->p, utf8_decode(*rest, &glyph->c) };
	glyph->edges = frame_edges(glyph->c);
	*column += display_columns(glyph->c, rule);
	*rest = slice_from(*rest, glyph->text.n);
	return true;
}

/* Adds COLUMN to those of the verticals.  Returns false for too many. */
static bool
add_vertical(struct frame_lines *lines, unsigned column)
{
	size_t at = lines->verticals;

	while (at > 0 && lines->column[at - 1] >= column)
		at--;
	if (at < lines->verticals && lines->column[at] == column)
		return true;
	if (lines->verticals == FRAME_VERTICALS_MAX) {
		left_out("a table of more columns than are read");
		return false;
	}
	memmove(&lines->column[at + 1], &lines->column[at],
	    (lines->verticals - at) * sizeof(lines->column[0]));
	lines->column[at] = column;
	lines->verticals++;
	return true;
}

/* How many characters a run of dashes has, at least, to be a rule that ends at a bar
 * which does not say so: |---|. */
enum { RULE_MIN = 3 };

/* Whether TEXT begins with such a run. */
static bool
is_run(struct slice text)
{
	return slice_starts(text, SLICE("---"));
}

/* Verticals stand where a rule crosses them: +126 in a cell is no crossing. */
static bool
find_verticals(struct frame_lines *lines, struct slice text)
{
	unsigned     column = 0, run = 0;
	struct glyph glyph, before = { .edges = 0 };

	while (next_glyph(&text, &column, lines->rule, &glyph)) {
		bool crossing = (glyph.edges & FRAME_UPRIGHT) != 0;

		if (glyph.c == '|' && (run >= RULE_MIN || is_run(text)))
			glyph.edges |= FRAME_ACROSS;
		run = glyph.c == '-' ? run + 1 : 0;
		if (crossing && (before.edges & FRAME_RIGHT) != 0 &&
		    (glyph.edges & FRAME_LEFT) != 0 &&
		    !add_vertical(lines, glyph.column))
			return false;
		if ((before.edges & FRAME_UPRIGHT) != 0 &&
		    (before.edges & FRAME_RIGHT) != 0 &&
		    (glyph.edges & FRAME_LEFT) != 0 &&
		    !add_vertical(lines, before.column))
			return false;
		before = glyph;
	}
	return true;
}

static size_t
vertical_at(const struct frame_lines *lines, unsigned column)
{
	size_t j = 0;

	while (j < lines->verticals && lines->column[j] != column)
		j++;
	return j;
}

/* Whether the characters between A and B, neighbours on a line, are a rule that
 * is tied to one of them, or fills all the room between them; a colon at its end says
 * how the column is set. */
static bool
is_rule(struct slice a, struct slice b)
{
	struct slice between = { a.p + a.n, (size_t)(b.p - a.p) - a.n };
	uint32_t     left, right, c;

	utf8_decode(a, &left);
	utf8_decode(b, &right);
	if (between.n == 0 || ((frame_edges(left) & FRAME_RIGHT) == 0 &&
	    (frame_edges(right) & FRAME_LEFT) == 0 && !is_run(between)))
		return false;
	while (between.n > 0) {
		between = slice_from(between, utf8_decode(between, &c));
		if (c != ':' && (frame_edges(c) & FRAME_ACROSS) == 0)
			return false;
	}
	return true;
}

static void
find_rules(const struct frame_lines *lines, struct framed_line *line)
{
	for (size_t j = 0; j + 1 < lines->verticals; j++)
		if (line->at[j].n > 0 && line->at[j + 1].n > 0 &&
		    is_rule(line->at[j], line->at[j + 1]))
			line->rules |= (uint64_t)1 << j;
}

/* Notes what stands at the verticals of TEXT.  Returns false when a bar stands
 * elsewhere, or the line does not run from the first to the last of them. */
static bool
place_exactly(const struct frame_lines *lines, struct framed_line *line,
    struct slice text)
{
	unsigned     column = 0;
	struct glyph glyph = { .column = 0 };

	while (next_glyph(&text, &column, lines->rule, &glyph)) {
		size_t j = vertical_at(lines, glyph.column);
		bool   bar = (glyph.edges & FRAME_UPRIGHT) != 0;

		if (j == lines->verticals) {
			if (bar && glyph.c != '+')
				return false;
			continue;
		}
		line->at[j] = glyph.text;
		if (bar)
			line->bars |= (uint64_t)1 << j;
	}
	return (line->bars & 1) != 0 &&
	    (line->bars >> (lines->verticals - 1) & 1) != 0 &&
	    glyph.column == lines->column[lines->verticals - 1];
}

/* The same of a line whose cells are too small for what is in them, so that its
 * bars stand too far right: it must have as many of them as there are. */
static bool
place_in_order(const struct frame_lines *lines, struct framed_line *line,
    struct slice text)
{
	unsigned     column = 0;
	size_t       bars = 0;
	struct glyph glyph = { .column = 0 };

	while (next_glyph(&text, &column, lines->rule, &glyph)) {
		if ((glyph.edges & FRAME_UPRIGHT) == 0 || glyph.c == '+')
			continue;
		if (bars == lines->verticals ||
		    glyph.column < lines->column[bars])
			return false;
		line->bars |= (uint64_t)1 << bars;
		line->at[bars++] = glyph.text;
	}
	return bars == lines->verticals &&
	    glyph.text.p == line->at[bars - 1].p;
}

/* With EXACT, a line whose bars stand elsewhere does not fit. */
static bool
measure_line(const struct frame_lines *lines, struct framed_line *line,
    unsigned long number, struct slice text, bool exact)
{
	struct slice trimmed = utf8_trim(text);

	text.n = (size_t)(trimmed.p + trimmed.n - text.p);
	*line = (struct framed_line){ .number = number };
	if (!place_exactly(lines, line, text)) {
		*line = (struct framed_line){ .number = number };
		if (exact || !place_in_order(lines, line, text))
			return false;
	}
	find_rules(lines, line);
	return true;
}

static bool
fits(struct frame_lines *lines, const struct held_lines *held, bool exact)
{
	lines->verticals = 0;
	for (size_t i = 0; i < held->count; i++)
		if (!find_verticals(lines, held_text(held, i)))
			return false;
	for (size_t i = 0; lines->verticals > 1 && i < held->count; i++)
		if (!measure_line(lines, &lines->line[i],
		    held->line[i].number, held_text(held, i), exact))
			return false;
	return lines->verticals > 1;
}

bool
frame_measure(struct frame_lines *lines, const struct held_lines *held,
    struct arena *arena)
{
	lines->line = arena_alloc(arena, held->count * sizeof(*lines->line));
	lines->lines = held->count;
	/* All lines fit by the measure that they were drawn by; by another one bars may
	 * stand too far right on every line. */
	for (unsigned i = 0; i < 2 * DISPLAY_RULES; i++) {
		lines->rule = (enum display_rule)(i % DISPLAY_RULES);
		if (fits(lines, held, i < DISPLAY_RULES))
			return true;
	}
	return false;
}

struct slice
frame_text(const struct framed_line *line, size_t from, size_t to)
{
	const char *begin = line->at[from].p + line->at[from].n;

	return (struct slice){ begin, (size_t)(line->at[to].p - begin) };
}

unsigned
frame_columns(const struct frame_lines *lines, struct slice text)
{
	unsigned     column = 0;
	struct glyph glyph;

	while (next_glyph(&text, &column, lines->rule, &glyph))
		continue;
	return column;
}

unsigned
frame_room(const struct frame_lines *lines, size_t from, size_t to)
{
	/* A vertical takes as many columns as the character it is. */
	unsigned bar = lines->rule == DISPLAY_WIDE &&
	    lines->line[0].at[0].n > 1 ? 2 : 1;

	return lines->column[to] - lines->column[from] - bar;
}
