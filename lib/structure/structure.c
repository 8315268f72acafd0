#include "structure.h"

#include "outline.h"
#include "structure_words.h"

#include <stdint.h>
#include <stdio.h>

#include "base/digits.h"
#include "base/left_out.h"
#include "base/utf8.h"
#include "section/word_list.h"
#include "text/fold.h"
#include "text/masked.h"
#include "text/number.h"

enum { SECTIONS_MAX = 64 };

/* What is counted of one section, all its parts together. */
struct section {
	struct slice code;
	struct slice loc;	/* of its first heading, else of its first text */
	unsigned     headings;
	unsigned     characters;	/* white space apart */
	bool         filled;	/* something stands below its headings */
	struct slice heading;	/* the last one */
	uint64_t     hash;	/* of its text, masked */
};

struct structure {
	struct section section[SECTIONS_MAX];
	size_t         sections;
	struct section_order outline;
	unsigned       unsaid;	/* matters that the first section is yet to
					   speak of, a bit each */
	struct slice   published;	/* the day, until its source is known */
	struct section skipped;	/* whose heading leaves a number out; or none */
	int            year;	/* of the report, or 0 */
	struct slice   org, region;
	struct masks   own_names;	/* of both; masked in texts */
	struct slice   loc;	/* of the next fact; empty for one of the
					   document as a whole */
	fact_fn       *emit;
	void          *context;
};

static struct slice
top_code(struct slice section)
{
	const char *dot = section.n > 0 ? memchr(section.p, '.', section.n)
	    : NULL;

	return dot != NULL ? (struct slice){ section.p,
	    (size_t)(dot - section.p) } : section;
}

static struct section *
find_section(struct structure *s, struct slice code)
{
	/* Nearly all are in the section of the record before. */
	for (size_t i = s->sections; i > 0; i--)
		if (slice_eq(s->section[i - 1].code, code))
			return &s->section[i - 1];
	if (code.n == 0)
		return NULL;
	if (s->sections == SECTIONS_MAX) {
		left_out("more sections than are looked at");
		return NULL;
	}
	s->section[s->sections] = (struct section){
		.code = code, .hash = MASKED_HASH_NONE,
	};
	return &s->section[s->sections++];
}

static void
emit_fact(struct structure *s, struct slice item, const char *col,
    struct slice value, struct slice raw)
{
	struct fact fact = {
		.item = item, .col = slice_of(col), .value = value,
		.unit = { "", 0 }, .state = SLICE("number"),
		.source = SLICE("structure"), .loc = s->loc, .raw = raw,
	};

	s->emit(s->context, &fact);
}

/* A fact about SECTION: KIND, such as "structure.text.", and its code. */
static void
emit_of_section(struct structure *s, const char *kind,
    const struct section *section, const char *col, struct slice value,
    struct slice raw)
{
	char   item[64];
	size_t n = strlen(kind), rest = section->code.n;

	/* Not printf: two in a hundred of all that tabulate does. */
	if (rest > sizeof(item) - n)
		rest = sizeof(item) - n;
	while (rest > 0 && rest < section->code.n &&
	    !utf8_is_start(section->code.p[rest]))
		rest--;
	memcpy(item, kind, n);
	memcpy(item + n, section->code.p, rest);
	s->loc = section->loc;
	emit_fact(s, (struct slice){ item, n + rest }, col, value, raw);
}

static void
emit_number(struct structure *s, const char *kind,
    const struct section *section, uint64_t count)
{
	char  digits[DIGITS_BYTES], *end = digits + DIGITS_BYTES;
	char *first = digits_before(end, count);

	emit_of_section(s, kind, section, "count",
	    (struct slice){ first, (size_t)(end - first) },
	    (struct slice){ "", 0 });
}

/* A hash is no figure: it is what the fact says in words. */
static void
emit_hash(struct structure *s, const struct section *section)
{
	char  digits[DIGITS_BYTES], *end = digits + DIGITS_BYTES;
	/* 53 bits, which check compares as numbers. */
	char *first = digits_before(end, section->hash >> 11);

	emit_of_section(s, "structure.text.", section, "hash", SLICE("1"),
	    (struct slice){ first, (size_t)(end - first) });
}

/* Whether the section CODE is told in sentences: the others may be tables, which are no
 * part of it where they were not found. */
static bool
is_told(struct slice code)
{
	return slice_is(code, "overview") || slice_is(code, "problems") ||
	    slice_is(code, "other");
}

/* That the section CODE is of KIND, such as "structure.empty.", as HEADING shows. */
static void
emit_about(struct structure *s, const char *kind, struct slice code,
    struct slice heading)
{
	char         item[64];
	const size_t n = strlen(kind);

	if (n + code.n > sizeof(item))
		return;
	memcpy(item, kind, n);
	memcpy(item + n, code.p, code.n);
	emit_fact(s, (struct slice){ item, n + code.n }, "count", SLICE("1"),
	    heading);
}

static void
emit_sections(struct structure *s)
{
	for (size_t i = 0; i < s->sections; i++) {
		const struct section *section = &s->section[i];

		emit_number(s, "structure.section.", section,
		    section->headings);
		emit_number(s, "structure.characters.", section,
		    section->characters);
		if (section->headings > 0 && !section->filled &&
		    is_told(section->code))
			emit_about(s, "structure.empty.", section->code,
			    section->heading);
		emit_hash(s, section);
	}
}

/* 2018-12-31 as 20181231, if it is a whole date. */
static void
emit_date(struct structure *s, const char *item, const char *col,
    struct slice date, struct slice raw)
{
	char   digits[8];
	size_t n = 0;

	for (size_t i = 0; i < date.n; i++) {
		if (date.p[i] == '-')
			continue;
		if (n == sizeof(digits) || !is_digit(date.p[i]))
			return;
		digits[n++] = date.p[i];
	}
	if (n == sizeof(digits))
		emit_fact(s, slice_of(item), col, (struct slice){ digits, n },
		    raw);
}

/* The code of a division of China, which six digits are. */
static void
emit_place(struct structure *s, struct slice code)
{
	unsigned long long number;

	if (digits_read(code, 999999999999, &number))
		emit_fact(s, SLICE("structure.place"), "code", code, code);
}

static void
emit_period(struct structure *s, struct slice period)
{
	const char *slash = memchr(period.p, '/', period.n);

	if (slash == NULL)
		return;
	emit_date(s, "structure.period", "start", (struct slice){ period.p,
	    (size_t)(slash - period.p) }, period);
	emit_date(s, "structure.period", "end", slice_from(period,
	    (size_t)(slash + 1 - period.p)), period);
}

/* The first year that a title names. */
static void
emit_title(struct structure *s, struct slice title)
{
	for (size_t i = 0; i + 4 <= title.n; i++) {
		struct slice rest = slice_from(title, i);

		if (!slice_starts(rest, SLICE("20")) ||
		    !is_digit(rest.p[2]) || !is_digit(rest.p[3]))
			continue;
		emit_fact(s, SLICE("structure.title"), "year",
		    (struct slice){ rest.p, 4 }, title);
		return;
	}
}

/* The day of publication; from the address of the page it may be that of a move to
 * another system, and is a fact of its own. */
static void
emit_published(struct structure *s, bool from_address)
{
	if (s->published.n > 0)
		emit_date(s, from_address ? "structure.address" :
		    "structure.published", "date", s->published, s->published);
	s->published.n = 0;
}

static void
read_meta(struct structure *s, struct slice property, struct slice text)
{
	unsigned long long year;

	if (slice_is(property, "org"))
		s->org = text;
	else if (slice_is(property, "region"))
		s->region = text;
	else if (slice_is(property, "period"))
		emit_period(s, text);
	else if (slice_is(property, "published"))
		s->published = text;
	else if (slice_is(property, "published-source"))
		emit_published(s, slice_is(text, "url"));
	else if (slice_is(property, "signed"))
		emit_date(s, "structure.signed", "date", text, text);
	else if (slice_is(property, "formerly") ||
	    slice_is(property, "formerly-alternative"))
		emit_fact(s, SLICE("structure.formerly"), "count", SLICE("1"),
		    text);
	else if (slice_is(property, "title"))
		emit_title(s, text);
	else if (slice_is(property, "code"))
		emit_place(s, text);
	else if (slice_is(property, "year"))
		s->year = digits_read(text, 9999, &year) ? (int)year : 0;
	else if (slice_is(property, "genre"))
		emit_fact(s, SLICE("structure.genre"), "count", SLICE("1"),
		    text);
	else if (slice_is(property, "error"))
		emit_fact(s, SLICE("structure.error"), "count", SLICE("1"),
		    text);
}

/* 六部分, 六个部分: how many parts the preamble says the report has. */
static void
read_parts(struct structure *s, struct slice text)
{
	enum { LONGEST_NUMERAL = 6 };	/* bytes: 十二 */
	struct figure figure;
	size_t        length;
	const char   *parts = words_find(WORDS_PARTS, text, &length);
	size_t        at = parts != NULL ? (size_t)(parts - text.p) : 0;

	for (size_t n = at < LONGEST_NUMERAL ? at : LONGEST_NUMERAL; n > 0;
	    n--) {
		figure_cell((struct slice){ text.p + at - n, n }, &figure);
		if (figure.state != FIGURE_NUMBER || figure.unit.n > 0)
			continue;
		emit_fact(s, SLICE("structure.parts"), "stated",
		    slice_of(figure.value), text);
		return;
	}
}

/* What is wrong with the place or the number of the heading of F; that a number is
 * left out waits for the end. */
static void
read_heading(struct structure *s, const struct slice f[])
{
	static const char *const kind[] = {
		[OUTLINE_MISPLACED] = "structure.misplaced.",
		[OUTLINE_MISNUMBERED] = "structure.misnumbered.",
	};
	enum outline_fault fault = outline_head(&s->outline, f[BLOCK_SECTION],
	    f[BLOCK_TEXT]);

	if (fault == OUTLINE_SKIPPED)
		s->skipped = (struct section){ .code = f[BLOCK_SECTION],
		    .loc = f[BLOCK_LOC], .heading = f[BLOCK_TEXT] };
	else if (fault != OUTLINE_RIGHT)
		emit_about(s, kind[fault], f[BLOCK_SECTION], f[BLOCK_TEXT]);
}

/* That a number is left out before that of a heading, if all else is right. */
static void
emit_skipped(struct structure *s)
{
	if (s->skipped.code.n == 0 || !outline_only_skips(&s->outline))
		return;
	s->loc = s->skipped.loc;
	emit_about(s, "structure.skipped.", s->skipped.code,
	    s->skipped.heading);
}

/* NUMBER as a fact of the document as a whole. */
static void
emit_count(struct structure *s, struct slice item, const char *col,
    uint64_t number)
{
	char  digits[DIGITS_BYTES], *end = digits + DIGITS_BYTES;
	char *first = digits_before(end, number);

	emit_fact(s, item, col, (struct slice){ first, (size_t)(end - first) },
	    (struct slice){ "", 0 });
}

/* That the text speaks of an earlier year, if it does. */
static void
emit_stale(struct structure *s)
{
	int      year = 0;
	unsigned stale = outline_stale(&s->outline, s->year, &year);

	s->loc = (struct slice){ "", 0 };
	if (stale == 0)
		return;
	emit_count(s, SLICE("structure.stale-year"), "count", stale);
	emit_count(s, SLICE("structure.stale-year"), "year", (uint64_t)year);
}

/* Whether the forms of the report's year ask its first section for all matters. */
static bool
are_matters_asked(const struct structure *s)
{
	return s->year >= 2019;
}

/* Of which matters the first section says nothing, if there is any text of it and they
 * are asked for. */
static void
emit_unsaid(struct structure *s)
{
	char            item[40];
	struct section *overview = find_section(s, SLICE("overview"));

	if (overview == NULL || !overview->filled ||
	    overview->headings == 0 || !are_matters_asked(s))
		return;
	s->loc = overview->loc;
	for (int m = 0; m < MATTERS; m++) {
		if ((s->unsaid >> m & 1) == 0)
			continue;
		snprintf(item, sizeof(item), "structure.unsaid.%s",
		    matter_name[m]);
		emit_count(s, slice_of(item), "count", 1);
	}
}

/* Whether the text of the section CODE tells of the year's work. */
static bool
tells_of_year(struct slice code)
{
	return !slice_is(code, "preamble") && !slice_is(code, "signature") &&
	    !slice_is(code, "furniture") && !slice_is(code, "annex");
}

/* Counts what the record with the fields F has of its section. */
static void
count(struct structure *s, const struct slice f[], struct slice code,
    struct arena *arena)
{
	struct section *section = find_section(s, code);

	if (section == NULL)
		return;
	if (section->loc.n == 0)
		section->loc = f[BLOCK_LOC];
	if (slice_is(f[BLOCK_KIND], "head") && slice_eq(code, f[BLOCK_SECTION]))
		section->headings++;
	section->filled |= !slice_is(f[BLOCK_KIND], "head");
	if (slice_is(f[BLOCK_KIND], "head"))
		section->heading = f[BLOCK_TEXT];
	if (slice_is(f[BLOCK_KIND], "head"))
		read_heading(s, f);
	else if (!slice_is(f[BLOCK_KIND], "cell") && tells_of_year(code))
		outline_text(&s->outline, f[BLOCK_TEXT]);
	if (!slice_is(f[BLOCK_KIND], "cell"))
		section->hash = masked_hash(section->hash, f[BLOCK_TEXT],
		    &s->own_names, &section->characters);
	if (s->unsaid != 0 && are_matters_asked(s) && slice_is(code, "overview"))
		s->unsaid = matters_unsaid(fold_text(arena, f[BLOCK_TEXT]),
		    s->unsaid);
}

void
structure_read(const struct document *document, struct arena *arena,
    fact_fn *emit, void *context)
{
	struct structure s = { .emit = emit, .context = context,
	    .unsaid = MATTERS_ALL };

	for (size_t i = 0; i < document->records; i++) {
		const struct slice *f = document->record[i].field;
		struct slice        code = top_code(f[BLOCK_SECTION]);

		if (slice_is(f[BLOCK_KIND], "meta")) {
			s.loc = (struct slice){ "", 0 };
			read_meta(&s, f[BLOCK_SECTION],
			    record_text(f[BLOCK_TEXT], arena));
			continue;
		}
		s.loc = f[BLOCK_LOC];
		if (s.own_names.n == 0)
			masks_add_office(&s.own_names, s.org, s.region);
		if (slice_is(code, "preamble"))
			read_parts(&s, record_text(f[BLOCK_TEXT], arena));
		count(&s, f, code, arena);
	}
	emit_published(&s, false);
	emit_sections(&s);
	emit_unsaid(&s);
	emit_skipped(&s);
	emit_stale(&s);
}
