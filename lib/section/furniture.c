#include "furniture.h"

#include "base/digits.h"

#include "text/fold.h"
#include "date.h"

enum {
	LINK_BYTES = 200,	/* the title of another page */
	LINKS = 2,		/* with dates, that make a widget */
	TAIL_LINES = 20,	/* where a site's footer is looked for */
	SHORTEST_DATED = 12,	/* bytes of a link with its date */
	SHORTEST = 6,		/* bytes of a line of it */
};

static bool
is_marked(const struct part *part)
{
	return slice_eq(part->section, section_furniture);
}

static void
mark_run(struct report *report, size_t i, size_t n)
{
	for (size_t end = i + n; i < end; i++)
		report->part[i].section = section_furniture;
}

/* No furniture ends like this. */
static bool
is_sentence(const struct part *part)
{
	return slice_ends(part->folded, SLICE("。"));
}

/* Whether PART may be the title of another page in a list of links: it ends
 * no sentence and does not look like part of an official document. */
static bool
is_link(struct part *part)
{
	return part_is_line(part) && part->text.n <= LINK_BYTES &&
	    !is_sentence(part) &&
	    !slice_ends(part->folded, SLICE(":")) &&
	    part_line(part) != LINE_OFFICE && part_line(part) != LINE_CLOSING;
}

/* Titles of other pages, each with its date on the next line, as portals put
 * them between the paragraphs of a page: the length of the run of parts that
 * begins at I, 0 if there is none. */
static size_t
widget(struct report *report, size_t i)
{
	size_t n = 0;

	while (i + n + 1 < report->parts &&
	    part_is_date(&report->part[i + n + 1]) &&
	    is_link(&report->part[i + n]) && !part_is_date(&report->part[i + n]))
		n += 2;
	return n >= 2 * LINKS ? n : 0;
}

/* Whether LINE begins or ends as with a date: spares most a closer look. */
static bool
has_date_at_end(struct slice line)
{
	size_t last = line.n - 1;

	if (line.n < SHORTEST_DATED)
		return false;
	if (line.p[last] == ')')
		last--;
	return is_digit(line.p[last]) || slice_ends((struct slice){ line.p,
	    last + 1 }, SLICE("日")) || is_digit(line.p[line.p[0] == '(']);
}

/* Whether PART is a link with its date on the same line, at either end. */
static bool
is_dated_link(struct part *part)
{
	struct slice line = part->folded;
	struct date  date;
	size_t       at, length;

	if (!has_date_at_end(line))
		return false;
	if (!date_find(line, &date, &at, &length) ||
	    (at > 1 && at + length + 1 < line.n))
		return false;
	return is_link(part) && !part_is_date(part);
}

static size_t
dated_links(struct report *report, size_t i)
{
	size_t n = 0;

	while (i + n < report->parts && part_is_line(&report->part[i + n]) &&
	    is_dated_link(&report->part[i + n]))
		n++;
	return n > LINKS ? n : 0;
}

/* Whether the line belongs to the head of an official document. */
static bool
is_document_head(struct part *part)
{
	return part_line(part) == LINE_OFFICE || part_is_date(part) ||
	    slice_find(part->folded, SLICE("号")) != NULL ||
	    slice_find(part->folded, SLICE("签发")) != NULL ||
	    slice_ends(part->folded, SLICE("文件"));
}

/* The table of the page's data about the report (索引号, 发布机构 ...) is
 * furniture as a whole. */
static void
mark_table(struct report *report, size_t cell)
{
	struct slice table = report->part[cell].record->field[BLOCK_TABLE];
	size_t       i = cell;

	while (i > 0 && report->part[i - 1].kind == PART_CELL && slice_eq(
	    report->part[i - 1].record->field[BLOCK_TABLE], table))
		i--;
	for (; i < report->parts && report->part[i].kind == PART_CELL &&
	    slice_eq(report->part[i].record->field[BLOCK_TABLE], table); i++)
		report->part[i].section = section_furniture;
}

static void
mark_cell(struct report *report, size_t i)
{
	struct part cell = report->part[i];

	if (is_marked(&cell) || cell.text.n == 0 || cell.text.n > PART_SHORT)
		return;
	cell.folded = fold_text(&report->arena, cell.text);
	if (part_line(&cell) == LINE_KEY)
		mark_table(report, i);
}

/* The lines before the first section. */
static void
mark_opening(struct report *report, size_t title)
{
	for (size_t i = report->metas; i < report->body; i++) {
		struct part   *part = &report->part[i];
		enum line_kind line;

		if (part->kind == PART_CELL && i < title)
			part->section = section_furniture;
		else if (part->kind == PART_CELL)
			mark_cell(report, i);
		if (!part_is_line(part) || is_marked(part))
			continue;
		line = is_sentence(part) ? LINE_PLAIN : part_line(part);
		if (line == LINE_FURNITURE || line == LINE_KEY ||
		    (i < title && !is_document_head(part)))
			part->section = section_furniture;
	}
}

/* The last lines of the page. */
static void
mark_tail(struct report *report)
{
	size_t lines = 0;

	for (size_t i = report->parts; i > report->body && lines < TAIL_LINES;
	    i--) {
		struct part   *part = &report->part[i - 1];
		enum line_kind line;

		if (part->folded.n < SHORTEST || is_marked(part) ||
		    is_sentence(part))
			continue;
		lines++;
		line = part_line(part);
		if (line == LINE_FURNITURE || line == LINE_KEY)
			part->section = section_furniture;
	}
}

static void
mark_widgets(struct report *report)
{
	for (size_t i = report->metas; i < report->parts;) {
		size_t n = 0;

		if (part_is_line(&report->part[i]) &&
		    !is_marked(&report->part[i])) {
			n = widget(report, i);
			if (n == 0)
				n = dated_links(report, i);
			mark_run(report, i, n);
		}
		i += n > 0 ? n : 1;
	}
}

void
furniture_mark(struct report *report, size_t title)
{
	mark_opening(report, title);
	mark_widgets(report);
	mark_tail(report);
}
