#include "furniture.h"

#include "../text/fold.h"
#include "closing.h"
#include "date.h"
#include "pattern.h"

extern const struct slice data_section_furniture;

enum {
	WIDGET_LINE = 200,	/* bytes: the title of another page */
	WIDGET_PAIRS = 2,	/* titles with dates that make a widget */
};

static const struct slice furniture = { "furniture", 9 };

const struct pattern *
furniture_of(struct slice line)
{
	return patterns_find(patterns_of(data_section_furniture), line, NULL);
}

static bool
is_line(const struct part *part)
{
	return part->kind == PART_HEAD || part->kind == PART_TEXT;
}

static bool
is_marked(const struct part *part)
{
	return slice_eq(part->section, furniture);
}

/* Whether PART may be the title of another page in a list of links: it ends
 * no sentence and does not look like part of the report. */
static bool
is_link(const struct part *part)
{
	return is_line(part) && part->folded.n > 0 &&
	    part->text.n <= WIDGET_LINE &&
	    !slice_ends(part->folded, SLICE("。")) &&
	    !slice_ends(part->folded, SLICE(":")) &&
	    !closing_is_office(part->folded) && !closing_is_copies(part->folded);
}

static bool
is_date(const struct part *part)
{
	struct date date;

	return is_line(part) && part->folded.n > 0 && part->folded.n < 40 &&
	    date_is_line(part->text, &date) && date.day > 0;
}

/* Titles of other pages, each with its date on the next line, as portals put
 * them between the paragraphs of a page: marks the run that begins at I.
 * Returns how many parts it has, 0 if there is none. */
static size_t
mark_widget(struct report *report, size_t i)
{
	size_t n = 0;

	while (i + n + 1 < report->parts && is_link(&report->part[i + n]) &&
	    !is_date(&report->part[i + n]) && is_date(&report->part[i + n + 1]))
		n += 2;
	if (n < 2 * WIDGET_PAIRS)
		return 0;
	for (size_t j = i; j < i + n; j++)
		report->part[j].section = furniture;
	return n;
}

/* Whether PART is a link with its date on the same line. */
static bool
is_dated_link(const struct part *part)
{
	struct date date;
	size_t      at, length;

	if (!is_link(part) || part->text.n < 12 || !date_find(part->text, &date,
	    &at, &length))
		return false;
	return at + length + 3 >= part->text.n || at <= 1;
}

static size_t
mark_dated_links(struct report *report, size_t i)
{
	size_t n = 0;

	while (i + n < report->parts && is_dated_link(&report->part[i + n]) &&
	    !is_date(&report->part[i + n]))
		n++;
	if (n <= WIDGET_PAIRS)
		return 0;
	for (size_t j = i; j < i + n; j++)
		report->part[j].section = furniture;
	return n;
}

/* Whether the line belongs to the head of an official document. */
static bool
is_document_head(const struct part *part)
{
	return closing_is_office(part->folded) || is_date(part) ||
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
		report->part[i].section = furniture;
}

static void
mark_cell(struct report *report, size_t i)
{
	struct slice          text = report->part[i].text;
	const struct pattern *found = text.n > PART_SHORT ? NULL :
	    furniture_of(fold_text(&report->arena, text));

	if (found != NULL && slice_is(found->name, "key"))
		mark_table(report, i);
}

static void
mark_line(struct report *report, size_t i, size_t title)
{
	struct part *part = &report->part[i];

	if (part->folded.n == 0)
		return;
	if (furniture_of(part->folded) != NULL || (i < title &&
	    part_in(part, "preamble") && !is_document_head(part)))
		part->section = furniture;
}

void
furniture_mark(struct report *report, size_t title)
{
	for (size_t i = 0; i < report->parts;) {
		struct part *part = &report->part[i];
		size_t       widget = 0;

		if (part->kind == PART_CELL && part_in(part, "preamble") &&
		    !is_marked(part))
			mark_cell(report, i);
		if (is_line(part) && part->folded.n > 0 && !is_marked(part)) {
			widget = mark_widget(report, i);
			if (widget == 0)
				widget = mark_dated_links(report, i);
			if (widget == 0)
				mark_line(report, i, title);
		}
		i += widget > 0 ? widget : 1;
	}
}
