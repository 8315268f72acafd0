#include "parts.h"

#include "base/digits.h"
#include "date.h"
#include "word_list.h"

enum {
	LINK_BYTES = 200,	/* the title of another page */
	LINKS = 2,		/* with dates, that make a widget */
	TAIL_LINES = 20,	/* where a site's footer is looked for */
	SHORTEST_DATED = 12,	/* bytes of a link with its date */
	SHORTEST = 6,		/* bytes of a line of it */
};

/* No furniture ends like this. */
static bool
is_sentence(const struct part *part)
{
	return words_at_end(WORDS_SENTENCE_END, part->folded) > 0;
}

/* Whether PART is a line of the page around the report. */
static bool
is_page_line(struct part *part)
{
	return !is_sentence(part) && (part_is_a(part, "furniture") ||
	    part_is_a(part, "key"));
}

/* Whether PART may be the title of another page in a list of links: it ends
 * no sentence and does not look like part of an official document. */
static bool
is_link(struct part *part)
{
	return part_is_line(part) && part->text.n <= LINK_BYTES &&
	    !is_sentence(part) &&
	    !slice_ends(part->folded, SLICE(":")) &&
	    !part_is_a(part, "office") && !part_is_a(part, "closing");
}

/* Titles of other pages, each with its date on the next line, as portals put
 * them between the paragraphs of a page: the length of the run of parts that
 * begins at I, 0 if there is none. */
static size_t
widget(struct parts *parts, size_t i)
{
	size_t n = 0;

	while (i + n + 1 < parts->n &&
	    part_is_date(&parts->part[i + n + 1]) &&
	    is_link(&parts->part[i + n]) && !part_is_date(&parts->part[i + n]))
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
	return is_digit(line.p[last]) || date_ends_in_day((struct slice){
	    line.p, last + 1 }) || is_digit(line.p[line.p[0] == '(']);
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
dated_links(struct parts *parts, size_t i)
{
	size_t n = 0;

	while (i + n < parts->n && part_is_line(&parts->part[i + n]) &&
	    is_dated_link(&parts->part[i + n]))
		n++;
	return n > LINKS ? n : 0;
}

/* Whether the line belongs to the head of an official document. */
static bool
is_document_head(struct part *part)
{
	return part_is_a(part, "office") || part_is_date(part) ||
	    words_in(WORDS_DOCUMENT_HEAD, part->folded);
}

/* The table of the page's data about the report (索引号, 发布机构 ...) is
 * furniture as a whole. */
static void
mark_table(struct parts *parts, size_t cell)
{
	struct slice table = parts->part[cell].record->field[BLOCK_TABLE];

	while (cell > 0 && parts->part[cell - 1].kind == PART_CELL && slice_eq(
	    parts->part[cell - 1].record->field[BLOCK_TABLE], table))
		cell--;
	for (; cell < parts->n && parts->part[cell].kind == PART_CELL &&
	    slice_eq(parts->part[cell].record->field[BLOCK_TABLE], table);
	    cell++)
		parts->part[cell].section = section_furniture;
}

/* The lines before the first section. */
static void
mark_opening(struct parts *parts, size_t title)
{
	for (size_t i = parts->metas; i < parts->body; i++) {
		struct part *part = &parts->part[i];
		struct part  cell = { .folded = part_short_cell(parts, part) };

		if (part->kind == PART_CELL && i < title)
			part->section = section_furniture;
		else if (!part_is_furniture(part) && part_is_a(&cell, "key"))
			mark_table(parts, i);
		if (!part_is_line(part) || part_is_furniture(part))
			continue;
		if (is_page_line(part) || (i < title &&
		    !is_document_head(part)))
			part->section = section_furniture;
	}
}

/* The last lines of the page. */
static void
mark_tail(struct parts *parts)
{
	size_t lines = 0;

	for (size_t i = parts->n; i > parts->body && lines < TAIL_LINES;
	    i--) {
		struct part *part = &parts->part[i - 1];

		if (part->folded.n < SHORTEST || part_is_furniture(part) ||
		    is_sentence(part))
			continue;
		lines++;
		if (is_page_line(part))
			part->section = section_furniture;
	}
}

static void
mark_widgets(struct parts *parts)
{
	for (size_t i = parts->metas; i < parts->n;) {
		size_t n = 0;

		if (part_is_line(&parts->part[i]) &&
		    !part_is_furniture(&parts->part[i])) {
			n = widget(parts, i);
			if (n == 0)
				n = dated_links(parts, i);
		}
		for (size_t end = i + n; i < end; i++)
			parts->part[i].section = section_furniture;
		i += n == 0;
	}
}

void
furniture_mark(struct parts *parts, size_t title)
{
	mark_opening(parts, title);
	mark_widgets(parts);
	mark_tail(parts);
}
