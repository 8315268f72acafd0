/* What a document is: an annual report, or something that is called alike.
 * Everything that is there speaks for one or the other, with the weights of
 * genres.tsv: a report that lost its title has its sections and sentences, and
 * rules or a notice with the form annexed keep what only they say. */
#include "base/left_out.h"
#include "identity.h"
#include "section/line_pattern.h"
#include "section/word_list.h"
#include "text/fold.h"

enum {
	GENRES_MAX = 32,
	ROWS_MAX = 256,		/* of genres.tsv, that count once each */
	MARGIN = 2,		/* by which a report outweighs all else */
	CERTAIN = 10,		/* nothing more is asked where nothing speaks
				   against it */
	SECTIONS_COUNTED = 4,
	HEAD_LINES = 6,		/* that may be the title of what is no report */
	READ_BYTES = 24 * 1024,	/* of the text, at most */
	CELL_BYTES = 300,
	CELLS = 60,
};

struct genre {
	struct slice       name;
	unsigned           weight;
	unsigned           heaviest;	/* of what speaks for it */
	const struct part *part;	/* where that stands, or NULL */
	const char        *source;
};

struct hearing {
	struct genre           genre[GENRES_MAX];
	size_t                 n;
	const struct data_row *counted[ROWS_MAX];
	size_t                 rows;
	bool                   discloses;	/* it speaks of disclosure */
	/* The line at hand. */
	struct slice           where;	/* parted by | */
	const struct part     *part;
};

static struct genre *
genre_named(struct hearing *e, struct slice name)
{
	for (size_t i = 0; i < e->n; i++)
		if (slice_eq(e->genre[i].name, name))
			return &e->genre[i];
	if (e->n == GENRES_MAX) {
		left_out("more genres than are told apart");
		return &e->genre[GENRES_MAX - 1];
	}
	e->genre[e->n] = (struct genre){ .name = name, .source = "text" };
	return &e->genre[e->n++];
}

static void
weigh(struct hearing *e, struct slice name, unsigned weight)
{
	struct genre *genre = genre_named(e, name);

	genre->weight += weight;
	if (weight <= genre->heaviest)
		return;
	genre->heaviest = weight;
	genre->part = e->part;
	genre->source = slice_is(e->where, "title") ? "title" : "text";
}

static bool
is_counted(struct hearing *e, const struct data_row *row)
{
	for (size_t i = 0; i < e->rows; i++)
		if (e->counted[i] == row)
			return true;
	if (e->rows == ROWS_MAX) {
		left_out("more marks of genres than are weighed");
		return true;
	}
	e->counted[e->rows++] = row;
	return false;
}

static void
take_row(void *context, const struct data_row *row)
{
	struct hearing *e = context;

	if (slice_find(e->where, row->field[4]) != NULL && !is_counted(e, row))
		weigh(e, row->field[0], (unsigned)word_row_number(row, 5));
}

/* Holds LINE, folded, against the patterns for WHERE it stands. */
static void
hear(struct hearing *e, struct slice where, struct slice line,
    const struct part *part)
{
	e->where = where;
	e->part = part;
	e->discloses |= words_in(WORDS_DISCLOSURE, line);
	line_patterns_each(DATA_GENRES, line, take_row, e);
}

static void
hear_page_title(struct hearing *e, struct parts *parts)
{
	for (size_t i = 0; i < parts->metas; i++) {
		const struct part *part = &parts->part[i];
		struct slice       line;

		if (!slice_is(part->section, "title"))
			continue;
		line = fold_text(&parts->arena, part->text);
		if (words_in(WORDS_DISCLOSURE, line))
			hear(e, SLICE("title"), line, part);
	}
}

/* Whether LINE names the column of the site that the page stands in. */
static bool
is_column(struct slice line)
{
	const struct data_row *key = words_row(WORDS_PAGE_KEY, line);

	return key != NULL && slice_is(key->field[2], "column");
}

/* The lines at the top, one of which is the title of what is no report; above
 * the one taken for the title only such as have that in them: TITLE范文. */
static void
hear_head(struct hearing *e, const struct parts *parts,
    const struct title *title)
{
	size_t lines = 0;

	for (size_t i = parts->metas; i < parts->body && lines < HEAD_LINES;
	    i++) {
		const struct part *part = &parts->part[i];

		if (!part_is_line(part) || (title->part < parts->n && i < title->part &&
		    slice_find(part->folded, title->text) == NULL) ||
		    words_at_end(WORDS_SENTENCE_END, part->folded) > 0 ||
		    fold_enumerator(part->folded).kind != ENUMERATOR_NONE ||
		    memchr(part->folded.p, ',', part->folded.n) != NULL ||
		    is_column(part->folded) ||
		    !words_in(WORDS_DISCLOSURE, part->folded))
			continue;
		lines++;
		hear(e, SLICE("title"), part->folded, part);
	}
}

static void
hear_titles(struct hearing *e, const struct identity *id)
{
	hear(e, SLICE("title"), id->title->text, parts_at(id->parts,
	    id->title->part));
	hear(e, SLICE("office"), id->title->org, parts_at(id->parts,
	    id->title->part));
	hear(e, SLICE("office"), id->property[IDENTITY_ORG].taken.text, NULL);
	hear_head(e, id->parts, id->title);
	if (id->title->text.n == 0)
		hear_page_title(e, id->parts);
}

/* Different sections that a report has. */
static void
count_sections(struct hearing *e, const struct parts *parts)
{
	struct slice seen[SECTIONS_COUNTED];
	unsigned     n = 0, i;

	for (size_t at = parts->body; at < parts->n &&
	    n < SECTIONS_COUNTED; at++) {
		const struct part *part = &parts->part[at];

		if (part->kind != PART_HEAD || memchr(part->section.p, '.',
		    part->section.n) != NULL || part_is_in(part,
		    section_annex))
			continue;
		for (i = 0; i < n && !slice_eq(seen[i], part->section); i++)
			;
		if (i == n)
			seen[n++] = part->section;
	}
	e->where = (struct slice){ "", 0 };
	e->part = NULL;
	if (n > 0)
		weigh(e, SLICE("report"), n);
}

static void
hear_cell(struct hearing *e, struct parts *parts, const struct part *part)
{
	if (part->text.n <= CELL_BYTES)
		hear(e, SLICE("cell"), fold_text(&parts->arena, part->text),
		    part);
}

/* The parts from I up to END, as far as they are read. */
static void
hear_text(struct hearing *e, struct parts *parts, size_t i, size_t end)
{
	size_t read = 0, cells = 0;

	for (; i < end && read < READ_BYTES; i++) {
		struct part *part = &parts->part[i];
		struct slice text = part->text;

		if (part_is_furniture(part))
			continue;
		if (part->kind == PART_CELL) {
			if (cells++ < CELLS)
				hear_cell(e, parts, part);
			continue;
		}
		text = part_fold(parts, part);
		if (text.n > READ_BYTES - read)
			text.n = READ_BYTES - read;
		read += text.n;
		/* A table may have come one cell a line. */
		hear(e, part_is_line(part) ? SLICE("line|text|cell") :
		    SLICE("text"), text, part);
	}
}

/* What weighs most of all but a report, or NULL. */
static const struct genre *
heaviest_other(const struct hearing *e)
{
	const struct genre *best = NULL;

	for (size_t i = 0; i < e->n; i++)
		if (!slice_is(e->genre[i].name, "report") && (best == NULL ||
		    e->genre[i].weight > best->weight))
			best = &e->genre[i];
	return best;
}

static unsigned
weight_of(const struct genre *genre)
{
	return genre != NULL ? genre->weight : 0;
}

static bool
is_certain(struct hearing *e)
{
	return weight_of(heaviest_other(e)) == 0 &&
	    genre_named(e, SLICE("report"))->weight >= CERTAIN;
}

/* Whether nothing but what any office writes speaks for the report: 我局高度重视. */
static bool
is_any_paper(const struct hearing *e, const struct genre *report)
{
	enum { OF_REPORTS = 2 };

	return !e->discloses && report->heaviest < OF_REPORTS;
}

static void
decide(struct hearing *e, struct property *property)
{
	const struct genre *report = genre_named(e, SLICE("report"));
	const struct genre *other = heaviest_other(e);

	if (!is_any_paper(e, report) && report->weight >= weight_of(other) + MARGIN)
		property_add(property, report->name, report->source,
		    report->part);
	else if (weight_of(other) >= MARGIN)
		property_add(property, other->name, other->source,
		    other->part);
	else
		property_add(property, SLICE("unknown"), "text", NULL);
}

void
identity_genre(struct identity *id)
{
	struct hearing e = { .n = 0 };
	struct parts   *parts = id->parts;

	hear_titles(&e, id);
	count_sections(&e, parts);
	hear_text(&e, parts, parts->metas, parts->body);
	if (!is_certain(&e))
		hear_text(&e, parts, parts->body, parts->n);
	decide(&e, &id->property[IDENTITY_GENRE]);
}
