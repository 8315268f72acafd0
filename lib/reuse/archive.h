/* The reports of an archive: of each document and section a few numbers in memory, their
 * texts in a nameless file in $TMPDIR. */
#ifndef REUSE_ARCHIVE_H
#define REUSE_ARCHIVE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/seen.h"
#include "record/reader.h"
#include "report/section_store.h"

enum { ARCHIVE_PARTS = 64 };	/* sections of a report */

struct kept_report {
	struct slice        name;	/* of its document */
	struct kept_section head;
	uint32_t            first;	/* of its sections */
	uint32_t            sections;
	uint32_t            office;	/* a number; two of one office have the same */
	uint32_t            rank;	/* the earlier ones are lower */
	uint32_t            published;	/* as 20230131; 0: not known */
	uint32_t            year;	/* 0: not known */
};

struct kept_text {
	struct kept_section text;
	uint32_t            report;
};

struct archive {		/* all zero: empty */
	struct kept_report  *report;
	size_t               reports, report_room;
	struct kept_text    *section;
	size_t               sections, section_room;
	size_t               offices, copies, others;
	struct seen          seen;	/* offices */
	struct arena         names;
	struct section_store store;
	struct buffer        part[ARCHIVE_PARTS];	/* of the document at hand, a section each */
	size_t               parts;
};

/* What is said of a report. */
struct report_head {
	struct slice org, region, year, code, published;
};

/* Keeps what DOCUMENT, blocks from sectionize, says in text.  Returns how many sections
 * that are: the last ones of ARCHIVE.  What is no report is counted in `others' and has
 * none. */
size_t archive_take(struct archive *archive, const struct document *document);

/* When all are there: sorts the documents by their names, and sections with them, ranks
 * the reports by year, day and name, and counts copies: reports of an office and a year
 * behind the first.  Returns the new number of each section, to be freed. */
uint32_t *archive_settle(struct archive *archive);

/* The head of REPORT; its slices are TEXT's, which is written over. */
struct report_head archive_head(const struct archive *archive,
    const struct kept_report *report, struct buffer *text);

/* The lines (sentences.h) of SECTION, of TEXT, which is written over; *CODE is what the
 * section is called. */
struct slice archive_text(const struct archive *archive, size_t section,
    struct buffer *text, struct slice *code);

/* Whether of two reports one may be told to be like the other: not if they are copies of
 * one. */
bool archive_is_other(const struct archive *archive, size_t section, size_t other);

void archive_free(struct archive *archive);

#endif
