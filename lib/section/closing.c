#include "parts.h"

#include "date.h"
#include "line_pattern.h"
#include "word_list.h"

enum {
	SENTENCE_BYTES = 150,	/* a longer paragraph resumes the report */
	NAME_BYTES = 120,	/* an office's name, perhaps with its date */
};

struct slice
closing_office(struct slice line)
{
	struct part part = { .folded = line };
	struct date date;
	size_t      at, n;

	part.folded.n -= words_at_end(WORDS_LETTERHEAD, line);
	if (date_ends_in_day(line) &&
	    date_find(line, &date, &at, &n) && at + n == line.n)
		part.folded.n = at;
	part.folded.n -= words_at_end(WORDS_SEAL, part.folded);
	return line.n <= NAME_BYTES && part_is_a(&part, "office") ?
	    part.folded : (struct slice){ line.p, 0 };
}

/* The next part behind I that is none of the furniture, or NULL. */
static struct part *
next_part(const struct parts *parts, size_t i)
{
	for (i++; i < parts->n; i++)
		if (!part_is_furniture(&parts->part[i]))
			return &parts->part[i];
	return NULL;
}

static bool
is_closing(struct part *part)
{
	if (part->line.n == 0 && (part->folded.n > NAME_BYTES ||
	    !line_pattern_may_find(DATA_PAGE_LINES, part->folded)))
		return false;
	return part_is_a(part, "closing");
}

/* An office and a date on the next line, or on the same; a date alone with
 * nothing but a closing behind it; a note. */
static bool
begins_closing(struct parts *parts, size_t i)
{
	struct part *part = &parts->part[i], *next;

	if (part->folded.n > NAME_BYTES)
		return false;
	if (is_closing(part))
		return true;
	next = next_part(parts, i);
	if (part_is_date(part))
		return next == NULL || (part_is_line(next) &&
		    (is_closing(next) || part_is_a(next, "office")));
	if (date_ends_in_day(part->folded))
		return closing_office(part->folded).n > 0;
	return next != NULL && part_is_line(next) && (part_is_date(next) ||
	    is_closing(next)) && closing_office(part->folded).n > 0;
}

void
closing_mark(struct parts *parts)
{
	struct slice section = { NULL, 0 };	/* the closing stands in */

	for (size_t i = parts->body; i < parts->n; i++) {
		struct part *part = &parts->part[i];

		if (part_is_furniture(part))
			continue;
		/* Another section, or a whole paragraph, ends it. */
		if (section.p != NULL && (!part_is_in(part, section) ||
		    (part->kind != PART_CELL &&
		    part->text.n > SENTENCE_BYTES)))
			section.p = NULL;
		if (section.p == NULL && part_is_line(part) &&
		    begins_closing(parts, i))
			section = part->section;
		if (section.p == NULL)
			continue;
		part->section = part->kind == PART_CELL ? section_annex :
		    section_signature;
		if (part->kind != PART_CELL)
			part->kind = PART_TEXT;
	}
}
