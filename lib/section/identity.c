#include "identity.h"

#include <stdio.h>

#include "text/fold.h"
#include "base/utf8.h"
#include "period.h"
#include "identity_internal.h"

enum {
	OPENING_BYTES = 16 * 1024,	/* where the period is looked for */
	YEARS = 128,			/* from 1990 on, that are counted */
	YEAR_FIRST = 1990,
	COUNTED_BYTES = 64 * 1024,
};

const char *const identity_names[IDENTITY_NAMES] = {
	[IDENTITY_TITLE] = "title", [IDENTITY_ORG] = "org",
	[IDENTITY_REGION] = "region", [IDENTITY_YEAR] = "year",
	[IDENTITY_PERIOD] = "period", [IDENTITY_PUBLISHED] = "published",
	[IDENTITY_SIGNED] = "signed", [IDENTITY_PRINTED] = "printed",
	[IDENTITY_DOCNO] = "docno", [IDENTITY_INDEX] = "index-number",
	[IDENTITY_GENRE] = "genre",
};

void
said(struct property *property, struct slice value, const char *source,
    const struct part *part)
{
	struct said s = { value, slice_of(source), part };

	if (value.n == 0 || slice_eq(value, property->taken.value))
		return;
	if (property->taken.value.n == 0) {
		property->taken = s;
		return;
	}
	for (int i = 0; i < property->others; i++)
		if (slice_eq(value, property->other[i].value))
			return;
	if (property->others < ALTERNATIVES_MAX)
		property->other[property->others++] = s;
}

void
said_date(struct report *report, struct property *property,
    const struct date *date, const char *source, const struct part *part)
{
	char text[DATE_BYTES];

	date_print(date, text);
	said(property, arena_copy(&report->arena, slice_of(text)), source,
	    part);
}

static void
said_year(struct report *report, struct property *property, int year,
    const char *source, const struct part *part)
{
	if (year > 0)
		said_date(report, property, &(struct date){ .year = year },
		    source, part);
}

/* The paragraphs from part I up to part END, folded, as one. */
static struct slice
paragraphs(struct report *report, size_t i, size_t end)
{
	char  *out = arena_alloc(&report->arena, OPENING_BYTES);
	size_t n = 0;

	for (; i < end; i++) {
		struct slice text = report->part[i].text;

		if (text.n > OPENING_BYTES - n)
			text.n = OPENING_BYTES - n;
		memcpy(out + n, text.p, text.n);
		n += text.n;
	}
	return fold_text(&report->arena, (struct slice){ out, n });
}

/* The part whose text the period stands in, as far as that can be told. */
static const struct part *
part_of(const struct report *report, const struct period *period)
{
	for (size_t i = 0; i < report->arounds; i++)
		if (slice_find(report->around[i]->folded, period->text) != NULL)
			return report->around[i];
	for (size_t i = 0; i < report->arounds; i++)
		if (report->around[i]->kind == PART_TEXT && slice_find(
		    report->around[i]->text, SLICE("统计")) != NULL)
			return report->around[i];
	return NULL;
}

/* The end of the body's first paragraphs. */
static size_t
first_paragraphs(const struct report *report)
{
	enum { PARAGRAPHS = 6 };

	return report->parts - report->body < PARAGRAPHS ? report->parts :
	    report->body + PARAGRAPHS;
}

static int
find_period(struct report *report, struct slice text, struct identity *id)
{
	struct property *property = &id->property[IDENTITY_PERIOD];
	struct period    period;
	char             start[DATE_BYTES], end[DATE_BYTES];
	char             both[2 * DATE_BYTES];
	int              n;

	/* Without a preamble the first section may state it. */
	if (!period_find(text, &period) && !period_find(paragraphs(report,
	    report->body, first_paragraphs(report)), &period))
		return 0;
	date_print(&period.start, start);
	date_print(&period.end, end);
	n = snprintf(both, sizeof(both), "%s/%s", start, end);
	said(property, arena_copy(&report->arena, (struct slice){ both,
	    (size_t)n }), period.repaired ? "repaired" : "text",
	    part_of(report, &period));
	if (period.repaired)
		property->note = period.text;
	return period.start.year;
}

/* The year that the body names most; the later of two. */
static int
most_frequent_year(const struct report *report)
{
	unsigned count[YEARS] = { 0 };
	size_t   looked_at = 0;
	int      best = 0;

	for (size_t i = report->metas; i < report->parts &&
	    looked_at < COUNTED_BYTES; i++) {
		const struct part *part = &report->part[i];
		const char        *p = part->text.p, *end = p + part->text.n;

		if (slice_eq(part->section, section_furniture))
			continue;
		looked_at += part->text.n;
		while ((p = memchr(p, '2', (size_t)(end - p))) != NULL) {
			size_t n;
			int    year = date_year((struct slice){ p,
			    (size_t)(end - p) }, &n);

			if (year > 0 && n > 4)
				count[year - YEAR_FIRST]++;
			p += year > 0 ? n : 1;
		}
	}
	for (int i = 0; i < YEARS; i++)
		if (count[i] > 0 && (best == 0 ||
		    count[i] >= count[best - YEAR_FIRST]))
			best = YEAR_FIRST + i;
	return best;
}

static void
find_year(struct report *report, const struct title *title, int of_period,
    struct identity *id)
{
	struct property   *year = &id->property[IDENTITY_YEAR];
	const struct part *part = title->part < report->parts ?
	    &report->part[title->part] : NULL;

	said_year(report, year, of_period, "period",
	    id->property[IDENTITY_PERIOD].taken.part);
	said_year(report, year, title->year, "title", part);
	if (year->taken.value.n == 0)
		said_year(report, year, most_frequent_year(report), "text",
		    NULL);
}

static void
find_title(struct report *report, const struct title *title,
    struct identity *id)
{
	struct property *property = &id->property[IDENTITY_TITLE];

	if (title->part < report->parts)
		said(property, title->text, "text", &report->part[title->part]);
	else
		said(property, title->text, "page", NULL);
}

void
identity_find(struct report *report, const struct title *title,
    struct identity *identity)
{
	struct slice        text = paragraphs(report, report->metas,
	    report->body);

	*identity = (struct identity){ 0 };
	find_title(report, title, identity);
	find_year(report, title, find_period(report, text, identity),
	    identity);
	identity_days(report, title, identity);
	identity_org(report, title, text, identity);
	identity_genre(report, title, identity);
}
