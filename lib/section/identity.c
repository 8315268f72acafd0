#include "identity.h"

#include <stdio.h>

#include "../text/fold.h"
#include "../text/utf8.h"
#include "closing.h"
#include "page.h"
#include "pattern.h"
#include "period.h"
#include "said.h"

extern const struct slice data_section_genre;

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

/* The paragraphs that open the report, folded, as one: the preamble, and the
 * first section for a report that has none. */
static struct slice
opening(struct report *report)
{
	size_t n = 0, at = 0;
	char  *out;

	for (size_t i = 0; i < report->parts && n < OPENING_BYTES; i++)
		if (part_in(&report->part[i], "preamble") ||
		    part_in(&report->part[i], "overview"))
			n += report->part[i].text.n + 1;
	if (n > OPENING_BYTES)
		n = OPENING_BYTES;
	out = arena_alloc(&report->arena, n);
	for (size_t i = 0; i < report->parts && at < n; i++) {
		const struct part *part = &report->part[i];
		struct slice       text = part->text;

		if (!part_in(part, "preamble") && !part_in(part, "overview"))
			continue;
		if (text.n > n - at)
			text.n = n - at;
		memcpy(out + at, text.p, text.n);
		at += text.n;
	}
	return fold_text(&report->arena, (struct slice){ out, at });
}

/* The part whose text the period stands in, as far as that can be told. */
static const struct part *
part_of(const struct report *report, const struct period *period)
{
	for (size_t i = 0; i < report->parts; i++)
		if (report->part[i].folded.n > 0 && slice_find(
		    report->part[i].folded, period->text) != NULL)
			return &report->part[i];
	for (size_t i = 0; i < report->parts; i++)
		if (report->part[i].kind == PART_TEXT &&
		    part_in(&report->part[i], "preamble") &&
		    slice_find(report->part[i].text, SLICE("统计")) != NULL)
			return &report->part[i];
	return NULL;
}

static int
find_period(struct report *report, struct slice text, struct identity *id)
{
	struct property *property = &id->property[IDENTITY_PERIOD];
	struct period    period;
	char             start[DATE_BYTES], end[DATE_BYTES];
	char             both[2 * DATE_BYTES];
	int              n;

	if (!period_find(text, &period))
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

	for (size_t i = 0; i < report->parts && looked_at < COUNTED_BYTES;
	    i++) {
		const struct part *part = &report->part[i];
		const char        *p = part->text.p, *end = p + part->text.n;

		if (part->kind == PART_META || part_in(part, "furniture"))
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

/* 晋政罗〔2018〕1号 at the start of the folded LINE: its length, or 0. */
static size_t
docno_length(struct slice line)
{
	const char *open = memchr(line.p, '(', line.n), *mark;
	size_t      at, n;

	if (open == NULL || open == line.p || open - line.p > 45 ||
	    (unsigned char)line.p[0] < 0x80)
		return 0;
	at = (size_t)(open + 1 - line.p);
	if (date_year(slice_from(line, at), &n) == 0 || at + n >= line.n ||
	    line.p[at + n] != ')')
		return 0;
	line = slice_from(line, at + n + 1);
	mark = slice_find(line, SLICE("号"));
	return mark != NULL && mark - line.p <= 9 && mark > line.p ?
	    (size_t)(mark + strlen("号") - open) + at - 1 : 0;
}

/* The document number LINE begins with, its brackets those of the standard
 * for official documents (GB/T 9704 7.2.5). */
static struct slice
docno_in(struct report *report, struct slice line)
{
	size_t n = docno_length(line), at = 0;
	char  *out = arena_alloc(&report->arena, n + 4);

	for (size_t i = 0; i < n; i++) {
		const char *bracket = line.p[i] == '(' ? "〔" :
		    line.p[i] == ')' ? "〕" : NULL;

		if (bracket != NULL) {
			memcpy(out + at, bracket, 3);
			at += 3;
		} else
			out[at++] = line.p[i];
	}
	return (struct slice){ out, at };
}

static void
find_docno(struct report *report, const struct title *title,
    struct identity *id)
{
	for (size_t i = 0; i < report->parts; i++) {
		const struct part *part = &report->part[i];

		if (part->kind == PART_META || part->kind == PART_CELL ||
		    part->folded.n == 0)
			continue;
		if (!part_in(part, "preamble") && !part_in(part, "furniture"))
			return;
		if (i != title->part)
			said(&id->property[IDENTITY_DOCNO], docno_in(report,
			    part->folded), "heading", part);
	}
}

/* The dates of the closing and of the lines below the title. */
static void
find_dates(struct report *report, const struct title *title,
    struct identity *id)
{
	struct property *property = id->property;

	for (size_t i = 0; i < report->parts; i++) {
		const struct part *part = &report->part[i];
		struct date        date;
		size_t             at, n;
		bool               closing = part_in(part, "signature");

		if (part->kind == PART_META || part->folded.n == 0)
			continue;
		if (closing && date_find(part->text, &date, &at, &n)) {
			bool printed = slice_find(part->folded,
			    SLICE("印发")) != NULL;

			said_date(report, &property[printed ? IDENTITY_PRINTED :
			    IDENTITY_SIGNED], &date, "signature", part);
		} else if (part_in(part, "preamble") && i > title->part &&
		    date_is_line(part->text, &date))
			said_date(report, &property[part->folded.p[0] == '(' ?
			    IDENTITY_PUBLISHED : IDENTITY_SIGNED], &date,
			    "heading", part);
	}
}

struct page_context {
	struct report   *report;
	struct identity *identity;
};

static void
take_from_page(void *context, struct slice says, struct slice value,
    const struct part *part)
{
	struct page_context *c = context;
	struct property     *property = c->identity->property;
	struct date          date;
	size_t               at, n;

	if (slice_is(says, "index"))
		said(&property[IDENTITY_INDEX], value, "page", part);
	if (slice_is(says, "docno"))
		said(&property[IDENTITY_DOCNO], docno_in(c->report,
		    fold_text(&c->report->arena, value)), "page", part);
	if (!date_find(value, &date, &at, &n))
		return;
	if (slice_is(says, "published"))
		said_date(c->report, &property[IDENTITY_PUBLISHED], &date,
		    "page", part);
	if (slice_is(says, "signed"))
		said_date(c->report, &property[IDENTITY_SIGNED], &date, "page",
		    part);
}

/* A date in the address is often that of a move to another system: only where
 * the text has none at all. */
static void
find_date_in_url(struct report *report, struct identity *id)
{
	struct property *property = id->property;
	struct date      date;
	size_t           at, n;

	if (property[IDENTITY_PUBLISHED].taken.value.n > 0 ||
	    property[IDENTITY_SIGNED].taken.value.n > 0)
		return;
	for (size_t i = 0; i < report->parts; i++)
		if (report->part[i].kind == PART_META && slice_is(
		    report->part[i].record->field[BLOCK_SECTION], "url") &&
		    date_find(report->part[i].text, &date, &at, &n))
			said_date(report, &property[IDENTITY_PUBLISHED], &date,
			    "url", &report->part[i]);
}

static unsigned
sections_of(const struct report *report)
{
	unsigned n = 0;

	for (size_t i = 0; i < report->parts; i++)
		n += report->part[i].kind == PART_HEAD &&
		    !part_in(&report->part[i], "preamble") &&
		    !part_in(&report->part[i], "furniture") &&
		    memchr(report->part[i].section.p, '.',
		    report->part[i].section.n) == NULL;
	return n;
}

/* Whether LINE speaks of disclosure reports. */
static bool
is_on_subject(struct slice line)
{
	static const char *const word[] = { "公开", "年报", "年度报告" };

	for (size_t i = 0; i < sizeof(word) / sizeof(*word); i++)
		if (slice_find(line, slice_of(word[i])) != NULL)
			return true;
	return false;
}

/* The first line on the subject, or the page's title, for a document that has
 * no title of a report. */
static struct slice
any_title(struct report *report, const struct part **part)
{
	for (size_t i = 0; i < report->parts; i++) {
		struct slice line = report->part[i].folded;

		*part = &report->part[i];
		if ((*part)->kind == PART_META && slice_is(
		    (*part)->record->field[BLOCK_SECTION], "title"))
			line = fold_text(&report->arena, (*part)->text);
		if (line.n > 0 && is_on_subject(line))
			return line;
	}
	*part = NULL;
	return (struct slice){ "", 0 };
}

static void
find_genre(struct report *report, const struct title *title,
    struct identity *id)
{
	enum { SECTIONS_OF_REPORT = 3 };
	const struct part    *part = title->part < report->parts ?
	    &report->part[title->part] : NULL;
	struct slice          line = title->text;
	const struct pattern *found;
	bool                  sections = sections_of(report) >=
	    SECTIONS_OF_REPORT;

	if (line.n == 0)
		line = any_title(report, &part);
	found = patterns_find(patterns_of(data_section_genre), line, NULL);
	if (title->text.n == 0 && sections)
		said(&id->property[IDENTITY_GENRE], SLICE("report"), "text",
		    NULL);
	else
		said(&id->property[IDENTITY_GENRE], found != NULL &&
		    (title->text.n > 0 || !slice_is(found->name, "report")) ?
		    found->name : SLICE("other"), "title", part);
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
	struct slice        text = opening(report);
	struct page_context context = { report, identity };

	*identity = (struct identity){ 0 };
	find_title(report, title, identity);
	find_year(report, title, find_period(report, text, identity),
	    identity);
	find_docno(report, title, identity);
	page_each(report, take_from_page, &context);
	find_dates(report, title, identity);
	find_date_in_url(report, identity);
	identity_org(report, title, text, identity);
	find_genre(report, title, identity);
}
