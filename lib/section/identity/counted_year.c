#include "counted_year.h"

#include <string.h>

#include "section/date.h"
#include "section/word_list.h"

enum {
	YEARS = 128,		/* from 1990 on, that are counted */
	YEAR_FIRST = 1990,
	COUNTED_BYTES = 64 * 1024,

	A_DAY = 1,		/* 2019年3月26日 tells only where nothing else does */
	A_YEAR = 1000,
	AN_OPENING = 4 * A_YEAR,	/* 2014年,我局…: when all that was */
};

/* Whether a year that BEHIND stands behind opens what is told: 2014年,我局…, but not the
 * first of several, 2018年,2019年. */
static bool
opens(struct slice behind)
{
	size_t comma = words_at_start(WORDS_BEHIND_OPENING, behind), n;

	return comma > 0 && date_year(slice_from(behind, comma), &n) == 0;
}

/* How much the year at byte AT of TEXT, of N bytes with its mark, says of when what is
 * told there was. */
static unsigned
weight(struct slice text, size_t at, size_t n)
{
	struct slice behind = slice_from(text, at + n);
	struct date  day;
	size_t       length = date_read(slice_from(text, at), &day);

	if (words_at_end(WORDS_COMPARED, (struct slice){ text.p, at }) > 0 ||
	    words_at_start(WORDS_SINCE, length == 0 ? behind :
	    slice_from(text, at + length)) > 0)
		return 0;
	if (length > 0 && day.day > 0)
		return A_DAY;
	return at == 0 && opens(behind) ? AN_OPENING : A_YEAR;
}

/* Adds to COUNT what the years in TEXT weigh. */
static void
count_years(struct slice text, unsigned *count)
{
	const char *p = text.p, *end = p + text.n;

	while ((p = memchr(p, '2', (size_t)(end - p))) != NULL) {
		size_t n;
		int    year = date_marked_year((struct slice){ p,
		    (size_t)(end - p) }, &n);

		if (year > 0)
			count[year - YEAR_FIRST] += weight(text,
			    (size_t)(p - text.p), n);
		p += year > 0 ? n : 1;
	}
}

int
identity_counted_year(const struct parts *parts, size_t i)
{
	unsigned count[YEARS] = { 0 };
	size_t   looked_at = 0;
	int      best = 0;

	for (; i < parts->n && looked_at < COUNTED_BYTES; i++) {
		struct part *part = &parts->part[i];

		if (part_is_furniture(part) || part_is_date(part) ||
		    part_is_in(part, section_signature))
			continue;
		looked_at += part->text.n;
		count_years(part->text, count);
	}
	for (int year = 0; year < YEARS; year++)
		if (count[year] > 0 && (best == 0 ||
		    count[year] >= count[best - YEAR_FIRST]))
			best = YEAR_FIRST + year;
	return best;
}
