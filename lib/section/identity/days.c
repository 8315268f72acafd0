/* The days and the numbers a report bears: published, signed, printed; the
 * number of the document. */
#include "base/utf8.h"
#include "identity.h"
#include "page_fields.h"
#include "section/word_list.h"
#include "text/fold.h"

/* 晋政罗〔2018〕1号 at the start of the folded LINE: its length, or 0. */
static size_t
docno_length(struct slice line)
{
	enum { ISSUER_MAX = 45, NUMBER_MAX = 9 };	/* bytes */
	const char  *open = memchr(line.p, '(', line.n), *mark;
	struct slice rest;
	size_t       n, year;

	if (open == NULL || open == line.p || open - line.p > ISSUER_MAX ||
	    (unsigned char)line.p[0] < 0x80)
		return 0;
	rest = slice_from(line, (size_t)(open + 1 - line.p));
	if (date_year(rest, &year) == 0 || year >= rest.n ||
	    rest.p[year] != ')')
		return 0;
	rest = slice_from(rest, year + 1);
	mark = words_find(WORDS_DOCUMENT_NUMBER, rest, &n);
	return mark != NULL && mark - rest.p <= NUMBER_MAX && mark > rest.p ?
	    (size_t)(mark - line.p) + n : 0;
}

/* The document number LINE begins with, its brackets those of the standard
 * for official documents (GB/T 9704 7.2.5). */
static struct slice
docno_in(struct arena *arena, struct slice line)
{
	enum { LEFT_BRACKET = 0x3014, RIGHT_BRACKET = 0x3015 };
	size_t n = docno_length(line), at = 0;
	char  *out = arena_alloc(arena, UTF8_BYTES_MAX * n);

	for (size_t i = 0; i < n; i++)
		if (line.p[i] == '(')
			at += utf8_encode(out + at, LEFT_BRACKET);
		else if (line.p[i] == ')')
			at += utf8_encode(out + at, RIGHT_BRACKET);
		else
			out[at++] = line.p[i];
	return (struct slice){ out, at };
}

static void
find_docno(struct identity *id)
{
	for (size_t i = 0; i < id->parts->arounds; i++) {
		struct part *part = id->parts->around[i];
		struct slice line = part_short_cell(id->parts, part);

		if (part->kind != PART_CELL && part_is_in(part,
		    section_preamble))
			line = part->folded;
		/* A page's key is no issuer. */
		line = slice_from(line, words_at_start(WORDS_PAGE_KEY, line));
		if (line.n > 0 && line.p[0] == ':')
			line = slice_from(line, 1);
		if (line.n > 0)
			property_add(&id->property[IDENTITY_DOCNO],
			    docno_in(&id->parts->arena, line), "heading",
			    part);
	}
}

static void
add_date(struct identity *id, enum identity_name name,
    const struct date *date, const char *source, const struct part *part)
{
	property_add_date(&id->property[name], date, source, part,
	    &id->parts->arena);
}

static void
date_of_signature(struct identity *id, const struct part *part)
{
	bool        printed = words_in(WORDS_PRINTED, part->folded);
	struct date date;
	size_t      at, n;

	if (date_find(part->text, &date, &at, &n))
		add_date(id, printed ? IDENTITY_PRINTED : IDENTITY_SIGNED,
		    &date, "signature", part);
	else if (date_is_line(part->text, &date))
		add_date(id, IDENTITY_SIGNED, &date, "signature", part);
}

/* The dates of the closing and of the lines below the title: in brackets that
 * is when it was published. */
static void
find_dates(struct identity *id)
{
	for (size_t i = 0; i < id->parts->arounds; i++) {
		struct part *part = id->parts->around[i];
		struct date  date;

		if (part_is_in(part, section_signature))
			date_of_signature(id, part);
		else if (part_is_in(part, section_preamble) &&
		    part > &id->parts->part[id->title->part] &&
		    part_is_date(part) && date_is_line(part->text, &date))
			add_date(id, part->folded.p[0] == '(' ?
			    IDENTITY_PUBLISHED : IDENTITY_SIGNED, &date,
			    "heading", part);
	}
}

static void
take_from_page(void *context, struct slice field, struct slice value,
    const struct part *part)
{
	struct identity *id = context;
	struct date      date;
	size_t           at, n;

	if (slice_is(field, "index"))
		property_add(&id->property[IDENTITY_INDEX], value, "page",
		    part);
	else if (slice_is(field, "docno"))
		property_add(&id->property[IDENTITY_DOCNO], docno_in(
		    &id->parts->arena, fold_text(&id->parts->arena, value)),
		    "page", part);
	else if (!date_find(value, &date, &at, &n))
		return;
	else if (slice_is(field, "published"))
		add_date(id, IDENTITY_PUBLISHED, &date, "page", part);
	else if (slice_is(field, "signed"))
		add_date(id, IDENTITY_SIGNED, &date, "page", part);
}

static void
publish_as_claimed(struct identity *id, const char *meta)
{
	for (size_t i = 0; i < id->parts->metas; i++) {
		const struct part *part = &id->parts->part[i];
		struct date        date;
		size_t             at, n;

		if (slice_is(part->section, meta) &&
		    date_find(part->text, &date, &at, &n))
			add_date(id, IDENTITY_PUBLISHED, &date, meta, part);
	}
}

/* What the page's source, a manifest and the address say of the day, the best
 * first.  A date in the address is often that of a move to another system:
 * only where there is no other. */
static void
find_claimed_date(struct identity *id)
{
	publish_as_claimed(id, "published-claim");
	publish_as_claimed(id, "date");
	if (id->property[IDENTITY_PUBLISHED].taken.text.n == 0 &&
	    id->property[IDENTITY_SIGNED].taken.text.n == 0)
		publish_as_claimed(id, "url");
}

void
identity_days(struct identity *id)
{
	find_docno(id);
	page_fields_each(id->parts, take_from_page, id);
	find_dates(id);
	find_claimed_date(id);
}
