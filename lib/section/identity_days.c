/* The days and the numbers a report bears: published, signed, printed; the
 * number of the document. */
#include "text/fold.h"
#include "page_fields.h"
#include "identity_internal.h"

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
	char  *out = arena_alloc(&report->arena, 3 * n);

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

void
identity_days(struct report *report, const struct title *title,
    struct identity *id)
{
	struct page_context context = { report, id };

	find_docno(report, id);
	page_each(report, take_from_page, &context);
	find_dates(report, title, id);
	find_claimed_date(report, id);
}
