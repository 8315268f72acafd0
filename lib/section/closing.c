#include "closing.h"

#include "date.h"
#include "pattern.h"

extern const struct slice data_section_closing, data_section_offices;

enum {
	SENTENCE_BYTES = 150,	/* a longer paragraph resumes the report */
	NAME_BYTES = 120,	/* an office's name, perhaps with its date */
};

bool
closing_is_office(struct slice line)
{
	return patterns_find(patterns_of(data_section_offices), line, NULL) !=
	    NULL;
}

bool
closing_is_copies(struct slice line)
{
	return patterns_find(patterns_of(data_section_closing), line, NULL) !=
	    NULL;
}

static bool
is_line(const struct part *part)
{
	return (part->kind == PART_TEXT || part->kind == PART_HEAD) &&
	    part->folded.n > 0 && !part_in(part, "furniture");
}

static bool
is_date(const struct part *part)
{
	struct date date;

	return part->folded.n < 40 && date_is_line(part->text, &date);
}

/* The next line behind I that is none of the furniture, or I. */
static size_t
next_line(const struct report *report, size_t i)
{
	for (size_t j = i + 1; j < report->parts; j++)
		if (is_line(&report->part[j]))
			return j;
		else if (!part_in(&report->part[j], "furniture"))
			break;
	return i;
}

/* 青石县财政局2021年1月6日 on one line. */
static bool
is_signed(const struct part *part)
{
	struct date date;
	size_t      at, length;

	return part->folded.n < NAME_BYTES &&
	    date_find(part->folded, &date, &at, &length) &&
	    at + length == part->folded.n && at > 0 &&
	    closing_is_office((struct slice){ part->folded.p, at });
}

/* Whether only lines of a closing, or nothing, follow part I. */
static bool
is_last(const struct report *report, size_t i)
{
	size_t next = next_line(report, i);

	if (next == i) {
		for (i++; i < report->parts; i++)
			if (!part_in(&report->part[i], "furniture"))
				return false;
		return true;
	}
	return closing_is_copies(report->part[next].folded) ||
	    closing_is_office(report->part[next].folded);
}

static bool
begins_closing(const struct report *report, size_t i)
{
	const struct part *part = &report->part[i];
	size_t             next = next_line(report, i);

	if (closing_is_copies(part->folded) || is_signed(part))
		return true;
	if (closing_is_office(part->folded))
		return next != i && (is_date(&report->part[next]) ||
		    closing_is_copies(report->part[next].folded));
	return is_date(part) && is_last(report, i);
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
		part->section = SLICE("annex");
		return;
	}
	part->section = SLICE("signature");
	part->kind = PART_TEXT;
}

void
closing_mark(struct report *report)
{
	struct slice section = { NULL, 0 };	/* the closing stands in */

	for (size_t i = 0; i < report->parts; i++) {
		struct part *part = &report->part[i];

		if (part->kind == PART_META || part_in(part, "furniture") ||
		    part_in(part, "preamble"))
			continue;
		if (section.p != NULL && ends_closing(part, section))
			section.p = NULL;
		if (section.p == NULL && is_line(part) &&
		    begins_closing(report, i))
			section = part->section;
		if (section.p != NULL)
			mark(part);
	}
}
