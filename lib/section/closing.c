#include "closing.h"

#include "date.h"

enum {
	SENTENCE_BYTES = 150,	/* a longer paragraph resumes the report */
	NAME_BYTES = 120,	/* an office's name, perhaps with its date */
};

struct slice
closing_office(struct slice line)
{
	const struct slice paper = SLICE("文件");
	struct part        part = { .folded = line };
	struct date        date;
	size_t             at, n;

	if (line.n > NAME_BYTES)
		part.folded.n = 0;
	else if (slice_ends(line, paper))
		part.folded.n -= paper.n;
	else if (slice_ends(line, SLICE("日")) &&
	    date_find(line, &date, &at, &n) && at + n == line.n)
		part.folded.n = at;
	if (part.folded.n > 0 && part_line(&part) != LINE_OFFICE)
		part.folded.n = 0;
	return part.folded;
}

static bool
is_furniture(const struct part *part)
{
	return slice_eq(part->section, section_furniture);
}

/* The next line behind I that is none of the furniture, or NULL. */
static struct part *
next_line(const struct report *report, size_t i)
{
	for (i++; i < report->parts; i++)
		if (!is_furniture(&report->part[i]))
			return part_is_line(&report->part[i]) ?
			    &report->part[i] : NULL;
	return NULL;
}

/* Whether only furniture follows part I. */
static bool
is_last(const struct report *report, size_t i)
{
	for (i++; i < report->parts; i++)
		if (!is_furniture(&report->part[i]))
			return false;
	return true;
}

/* What tells of copies, printing, openness begins or ends like this: spares
 * most lines a closer look. */
static bool
may_close(struct slice line)
{
	static const char start[] = "抄分此公主联";

	if (line.n < 6 || line.n > NAME_BYTES)
		return false;
	if (line.p[0] == '(' || slice_ends(line, SLICE("发")) ||
	    slice_ends(line, SLICE("发)")))
		return true;
	for (size_t i = 0; i + 3 < sizeof(start); i += 3)
		if (line.p[2] == start[i + 2] && line.p[1] == start[i + 1])
			return true;
	return false;
}

static bool
is_closing(struct part *part)
{
	if (part->line == LINE_UNKNOWN && !may_close(part->folded))
		return false;
	return part_line(part) == LINE_CLOSING;
}

/* An office and a date on the next line, or on the same; a date alone with
 * nothing but a closing behind it; a note. */
static bool
begins_closing(struct report *report, size_t i)
{
	struct part *part = &report->part[i], *next;

	if (part->folded.n > NAME_BYTES)
		return false;
	if (is_closing(part))
		return true;
	next = next_line(report, i);
	if (part_is_date(part))
		return is_last(report, i) || (next != NULL &&
		    (is_closing(next) || part_line(next) == LINE_OFFICE));
	if (slice_ends(part->folded, SLICE("日")))
		return closing_office(part->folded).n > 0;
	return next != NULL && (part_is_date(next) || is_closing(next)) &&
	    part_line(part) == LINE_OFFICE;
}

/* Whether PART, behind a closing that stands in SECTION, is no more of it. */
static bool
ends_closing(const struct part *part, struct slice section)
{
	return !slice_eq(part->section, section) ||
	    (part->kind != PART_CELL && part->text.n > SENTENCE_BYTES);
}

static void
mark(struct part *part)
{
	if (part->kind == PART_CELL) {
		part->section = section_annex;
		return;
	}
	part->section = section_signature;
	part->kind = PART_TEXT;
}

void
closing_mark(struct report *report)
{
	struct slice section = { NULL, 0 };	/* the closing stands in */

	for (size_t i = report->body; i < report->parts; i++) {
		struct part *part = &report->part[i];

		if (is_furniture(part))
			continue;
		if (section.p != NULL && ends_closing(part, section))
			section.p = NULL;
		if (section.p == NULL && part_is_line(part) &&
		    begins_closing(report, i))
			section = part->section;
		if (section.p != NULL)
			mark(part);
	}
}
