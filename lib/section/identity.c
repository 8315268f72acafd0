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
find_docno(struct report *report, struct identity *id)
{
	for (size_t i = 0; i < report->arounds; i++) {
		const struct part *part = report->around[i];
		struct slice       line = part->folded;

		if (part->kind == PART_CELL && part->text.n <= PART_SHORT)
			line = fold_text(&report->arena, part->text);
		if (line.n > 0 && (part->kind == PART_CELL ||
		    slice_eq(part->section, section_preamble)))
			said(&id->property[IDENTITY_DOCNO], docno_in(report,
			    line), "heading", part);
	}
}

static void
date_of_signature(struct report *report, const struct part *part,
    struct identity *id)
{
	bool        printed = slice_find(part->folded, SLICE("印发")) != NULL;
	struct date date;
	size_t      at, n;

	if (date_find(part->text, &date, &at, &n))
		said_date(report, &id->property[printed ? IDENTITY_PRINTED :
		    IDENTITY_SIGNED], &date, "signature", part);
	else if (date_is_line(part->text, &date))
		said_date(report, &id->property[IDENTITY_SIGNED], &date,
		    "signature", part);
}

/* The dates of the closing and of the lines below the title: in brackets that
 * is when it was published. */
static void
find_dates(struct report *report, const struct title *title,
    struct identity *id)
{
	for (size_t i = 0; i < report->arounds; i++) {
		struct part *part = report->around[i];
		struct date  date;

		if (!part_is_line(part))
			continue;
		if (slice_eq(part->section, section_signature))
			date_of_signature(report, part, id);
		else if (slice_eq(part->section, section_preamble) &&
		    part > &report->part[title->part] && part_is_date(part) &&
		    date_is_line(part->text, &date))
			said_date(report, &id->property[part->folded.p[0] == '('
			    ? IDENTITY_PUBLISHED : IDENTITY_SIGNED], &date,
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

static void
said_in_meta(struct report *report, struct property *property,
    const char *name)
{
	for (size_t i = 0; i < report->metas; i++) {
		const struct part *part = &report->part[i];
		struct date        date;
		size_t             at, n;

		if (slice_is(part->section, name) &&
		    date_find(part->text, &date, &at, &n))
			said_date(report, property, &date, name, part);
	}
}

/* What the page's source, a manifest and the address say of the day, the best
 * first.  A date in the address is often that of a move to another system:
 * only where there is no other. */
static void
find_claimed_date(struct report *report, struct identity *id)
{
	struct property *property = id->property;

	said_in_meta(report, &property[IDENTITY_PUBLISHED], "published-claim");
	said_in_meta(report, &property[IDENTITY_PUBLISHED], "date");
	if (property[IDENTITY_PUBLISHED].taken.value.n == 0 &&
	    property[IDENTITY_SIGNED].taken.value.n == 0)
		said_in_meta(report, &property[IDENTITY_PUBLISHED], "url");
}

static unsigned
sections_of(const struct report *report)
{
	unsigned n = 0;

	for (size_t i = report->body; i < report->parts; i++)
		n += report->part[i].kind == PART_HEAD &&
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
	for (size_t i = 0; i < report->metas; i++) {
		struct slice line;

		*part = &report->part[i];
		if (!slice_is((*part)->record->field[BLOCK_SECTION], "title"))
			continue;
		line = fold_text(&report->arena, (*part)->text);
		if (is_on_subject(line))
			return line;
	}
	for (size_t i = 0; i < report->arounds; i++) {
		*part = report->around[i];
		if (is_on_subject((*part)->folded))
			return (*part)->folded;
	}
	*part = NULL;
	return (struct slice){ "", 0 };
}

static void
find_genre(struct report *report, const struct title *title,
    struct identity *id)
{
	enum { SECTIONS_OF_REPORT = 3 };
	struct property      *property = &id->property[IDENTITY_GENRE];
	const struct part    *part = title->part < report->parts ?
	    &report->part[title->part] : NULL;
	struct slice          line = title->text;
	const struct pattern *found;

	if (line.n == 0 && sections_of(report) >= SECTIONS_OF_REPORT) {
		said(property, SLICE("report"), "text", NULL);
		return;
	}
	if (line.n == 0)
		line = any_title(report, &part);
	found = patterns_find(patterns_of(data_section_genre), line, NULL);
	if (found != NULL && title->text.n == 0 &&
	    slice_is(found->name, "report"))
		found = NULL;
	said(property, found != NULL ? found->name : SLICE("other"), "title",
	    part);
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
	struct page_context context = { report, identity };

	*identity = (struct identity){ 0 };
	find_title(report, title, identity);
	find_year(report, title, find_period(report, text, identity),
	    identity);
	find_docno(report, identity);
	page_each(report, take_from_page, &context);
	find_dates(report, title, identity);
	find_claimed_date(report, identity);
	identity_org(report, title, text, identity);
	find_genre(report, title, identity);
}
