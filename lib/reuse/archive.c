#include "archive.h"

#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "up_to.h"

enum {
	PART_MOST = 128 * 1024,	/* bytes of a section that are compared */
	YEAR_MAX = 9999,
};

/* What of the meta records of a document is asked for. */
struct properties {
	struct report_head head;
	struct slice       office, genre, published_source;
};

static struct properties
properties_of(const struct document *document)
{
	struct properties p = { .office = { "", 0 } };
	const struct {
		const char   *name;
		struct slice *text;
	} wanted[] = {
		{ "org", &p.head.org }, { "region", &p.head.region },
		{ "year", &p.head.year }, { "code", &p.head.code },
		{ "published", &p.head.published },
		{ "published-source", &p.published_source },
		{ "office", &p.office }, { "genre", &p.genre },
	};

	for (size_t i = 0; i < document->records; i++) {
		const struct slice *f = document->record[i].field;

		if (!slice_is(f[BLOCK_KIND], "meta"))
			break;
		for (size_t w = 0; w < sizeof(wanted) / sizeof(*wanted); w++)
			if (slice_is(f[BLOCK_SECTION], wanted[w].name))
				*wanted[w].text = f[BLOCK_TEXT];
	}
	/* The day in the address of a page may be that of a move. */
	if (slice_is(p.published_source, "url"))
		p.head.published.n = 0;
	return p;
}

/* 2023-01-31 as 20230131; 0 if it is no day. */
static uint32_t
day_of(struct slice text)
{
	unsigned long long year, month, day;

	if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-' ||
	    !digits_read((struct slice){ text.p, 4 }, YEAR_MAX, &year) ||
	    !digits_read((struct slice){ text.p + 5, 2 }, 12, &month) ||
	    !digits_read((struct slice){ text.p + 8, 2 }, 31, &day))
		return 0;
	return (uint32_t)(year * 10000 + month * 100 + day);
}

/* The number of the office KEY, or, where it has none, of the office of DOCUMENT. */
static uint32_t
office_number(struct archive *archive, struct slice key, struct slice document)
{
	struct digest    digest = key.n > 0 ? digest_of(key) :
	    digest_on(digest_of(SLICE("document")), document);
	struct sighting *sighting = seen_note(&archive->seen, digest);

	if (sighting->times == 1)
		sighting->mark = (unsigned)archive->offices++;
	return sighting->mark;
}

static bool
is_report(struct slice genre)
{
	return genre.n == 0 || slice_is(genre, "report") ||
	    slice_is(genre, "unknown");
}

static bool
is_compared(struct slice code)
{
	return code.n > 0 && !slice_is(code, "furniture") &&
	    !slice_is(code, "signature") && !slice_is(code, "annex");
}

/* The part of the section CODE, whose first line is that; NULL: there is no room. */
static struct buffer *
part_of(struct archive *archive, struct slice code)
{
	for (size_t i = 0; i < archive->parts; i++) {
		struct slice rest = buffer_slice(&archive->part[i]);

		if (slice_eq(up_to(&rest, '\n'), code))
			return &archive->part[i];
	}
	if (archive->parts == ARCHIVE_PARTS)
		return NULL;
	archive->part[archive->parts].n = 0;
	buffer_add(&archive->part[archive->parts], code);
	buffer_string(&archive->part[archive->parts], "\n");
	return &archive->part[archive->parts++];
}

/* Adds the record with the fields F to its part.  False if it has no room. */
static bool
add_block(struct archive *archive, const struct slice f[])
{
	struct slice   rest = f[BLOCK_SECTION], code = up_to(&rest, '.');
	struct buffer *part;

	if (slice_is(f[BLOCK_KIND], "meta") || slice_is(f[BLOCK_KIND], "cell") ||
	    !is_compared(code))
		return true;
	part = part_of(archive, code);
	if (part == NULL || part->n + f[BLOCK_LOC].n + f[BLOCK_TEXT].n > PART_MOST)
		return false;
	buffer_add(part, f[BLOCK_LOC]);
	buffer_string(part, "\t");
	buffer_add(part, f[BLOCK_TEXT]);
	buffer_string(part, "\n");
	return true;
}

/* What stands before the first section says under which law and for which time a report
 * is made; it is told apart from the rest only where there is a rest. */
static void
leave_out_preamble(struct archive *archive)
{
	for (size_t i = 0; i < archive->parts && archive->parts > 1; i++) {
		struct slice        rest = buffer_slice(&archive->part[i]);
		const struct buffer preamble = archive->part[i];

		if (!slice_is(up_to(&rest, '\n'), "preamble"))
			continue;
		archive->parts--;
		memmove(&archive->part[i], &archive->part[i + 1],
		    (archive->parts - i) * sizeof(preamble));
		archive->part[archive->parts] = preamble;
	}
}

static void
collect_parts(struct archive *archive, const struct document *document)
{
	bool is_whole = true;

	archive->parts = 0;
	for (size_t i = 0; i < document->records; i++)
		is_whole &= add_block(archive, document->record[i].field);
	if (!is_whole)
		warn_of(document->name, "more text in a section than is compared");
	leave_out_preamble(archive);
}

static struct kept_section
keep_head(struct archive *archive, const struct report_head *head)
{
	const struct slice field[] = { head->org, head->region, head->year, head->code,
		head->published };
	struct buffer      text = { .n = 0 };
	struct kept_section kept;

	for (size_t i = 0; i < sizeof(field) / sizeof(*field); i++) {
		buffer_add(&text, field[i]);
		buffer_string(&text, "\t");
	}
	kept = section_keep(&archive->store, buffer_slice(&text));
	buffer_free(&text);
	return kept;
}

size_t
archive_take(struct archive *archive, const struct document *document)
{
	struct properties   p = properties_of(document);
	unsigned long long  year = 0;
	struct kept_report *report;

	if (!is_report(p.genre)) {
		archive->others++;
		return 0;
	}
	collect_parts(archive, document);
	digits_read(p.head.year, YEAR_MAX, &year);
	report = MEMORY_APPEND(archive->report, archive->reports, archive->report_room);
	*report = (struct kept_report){
		.name = arena_copy(&archive->names, document->name),
		.head = keep_head(archive, &p.head),
		.first = (uint32_t)archive->sections, .sections = (uint32_t)archive->parts,
		.office = office_number(archive, p.office, document->name),
		.published = day_of(p.head.published), .year = (uint32_t)year,
	};
	for (size_t i = 0; i < archive->parts; i++)
		*MEMORY_APPEND(archive->section, archive->sections,
		    archive->section_room) = (struct kept_text){ section_keep(
		    &archive->store, buffer_slice(&archive->part[i])),
		    (uint32_t)(archive->reports - 1) };
	return archive->parts;
}

static int
by_name(const void *left, const void *right)
{
	const struct kept_report *a = left, *b = right;

	return slice_cmp(a->name, b->name);
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

/* By year, unknown ones last, then by day, then by name, which is the place in the
 * array. */
static int
by_time(const void *left, const void *right)
{
	const struct kept_report *a = *(const struct kept_report *const *)left;
	const struct kept_report *b = *(const struct kept_report *const *)right;
	int order = compare_numbers(a->year - 1, b->year - 1);

	if (order == 0)
		order = compare_numbers(a->published - 1, b->published - 1);
	return order != 0 ? order : (a > b) - (a < b);
}

static int
by_office(const void *left, const void *right)
{
	const struct kept_report *a = *(const struct kept_report *const *)left;
	const struct kept_report *b = *(const struct kept_report *const *)right;
	int order = compare_numbers(a->office, b->office);

	return order != 0 ? order : compare_numbers(a->year, b->year);
}

static void
rank_reports(struct archive *archive)
{
	struct kept_report **list = memory_resize(NULL, archive->reports + 1,
	    sizeof(struct kept_report *));

	for (size_t i = 0; i < archive->reports; i++)
		list[i] = &archive->report[i];
	qsort(list, archive->reports, sizeof(*list), by_office);
	for (size_t i = 1; i < archive->reports; i++)
		archive->copies += by_office(&list[i - 1], &list[i]) == 0;
	qsort(list, archive->reports, sizeof(*list), by_time);
	for (size_t i = 0; i < archive->reports; i++)
		list[i]->rank = (uint32_t)i;
	free(list);
}

uint32_t *
archive_settle(struct archive *archive)
{
	uint32_t         *number = memory_resize(NULL, archive->sections + 1, sizeof(*number));
	struct kept_text *section = memory_resize(NULL, archive->sections + 1,
	    sizeof(*section));
	uint32_t          n = 0;

	/* Of no report: qsort is to be given an array. */
	if (archive->reports > 0)
		qsort(archive->report, archive->reports, sizeof(*archive->report), by_name);
	for (size_t r = 0; r < archive->reports; r++) {
		struct kept_report *report = &archive->report[r];

		for (uint32_t i = 0; i < report->sections; i++) {
			number[report->first + i] = n + i;
			section[n + i] = archive->section[report->first + i];
			section[n + i].report = (uint32_t)r;
		}
		report->first = n;
		n += report->sections;
	}
	free(archive->section);
	archive->section = section;
	rank_reports(archive);
	return number;
}

struct report_head
archive_head(const struct archive *archive, const struct kept_report *report,
    struct buffer *text)
{
	struct report_head head;
	struct slice       rest;

	text->n = 0;
	section_add(&archive->store, report->head, text);
	rest = buffer_slice(text);
	head.org = up_to(&rest, '\t');
	head.region = up_to(&rest, '\t');
	head.year = up_to(&rest, '\t');
	head.code = up_to(&rest, '\t');
	head.published = up_to(&rest, '\t');
	return head;
}

struct slice
archive_text(const struct archive *archive, size_t section, struct buffer *text,
    struct slice *code)
{
	struct slice rest;

	text->n = 0;
	section_add(&archive->store, archive->section[section].text, text);
	rest = buffer_slice(text);
	*code = up_to(&rest, '\n');
	return rest;
}

bool
archive_is_other(const struct archive *archive, size_t section, size_t other)
{
	const struct kept_report *a = &archive->report[archive->section[section].report];
	const struct kept_report *b = &archive->report[archive->section[other].report];

	return a != b && (a->office != b->office || a->year != b->year);
}

void
archive_free(struct archive *archive)
{
	for (size_t i = 0; i < ARCHIVE_PARTS; i++)
		buffer_free(&archive->part[i]);
	free(archive->report);
	free(archive->section);
	seen_free(&archive->seen);
	arena_free(&archive->names);
	section_store_close(&archive->store);
}
