/* A document as sectionize sees it: its records, some of them cut where a
 * heading stands inside a paragraph, each with the section it belongs to. */
#ifndef SECTION_PARTS_H
#define SECTION_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"
#include "record/reader.h"

enum part_kind { PART_META, PART_HEAD, PART_TEXT, PART_CELL };

struct part {
	const struct record *record;
	enum part_kind       kind;
	struct slice         text;	/* of the record, or a piece of it */
	struct slice         folded;	/* of a head or text that is short,
					   else empty */
	struct slice         section;	/* code and outline */
	struct slice         whole;	/* ask part_fold */
	struct slice         line;	/* ask part_is_a */
	enum { DATE_UNKNOWN, DATE_NONE, DATE_ALONE } date; /* part_is_date */
};

/* No line longer than this, in bytes, is a title, a name, a date, furniture:
 * only these are folded; far from either end of the document only those that
 * may be headings or names. */
enum { PART_SHORT = 240, PART_INNER = 120 };

struct parts {			/* all zero at first; kept between documents */
	struct arena   arena;	/* for what lives as long as a document */
	struct part   *part;
	size_t         n, part_room;
	size_t         metas;		/* parts at the beginning */
	size_t         body;		/* the part that opens the first
					   section, or .n */
	/* Those that tell of the report: all before the body, and of the body
	 * the furniture and the signature; parts_collect_around fills it. */
	struct part  **around;
	size_t         arounds, around_room;
	struct slice   page;		/* ask page_text; NULL at first */
};

static inline enum part_kind
part_kind_of(const struct record *record)
{
	struct slice kind = record->field[BLOCK_KIND];

	switch (kind.n > 0 ? kind.p[0] : 't') {
	case 'm':
		return PART_META;
	case 'h':
		return PART_HEAD;
	case 'c':
		return PART_CELL;
	default:
		return PART_TEXT;
	}
}

extern const struct slice section_preamble, section_furniture,
    section_signature, section_annex;

static inline bool
part_is_in(const struct part *part, struct slice section)
{
	return slice_eq(part->section, section);
}

static inline bool
part_is_furniture(const struct part *part)
{
	return part_is_in(part, section_furniture);
}

/* Whether PART is a line that was folded. */
static inline bool
part_is_line(const struct part *part)
{
	return part->folded.n > 0;
}

/* The text of PART, whatever it is, folded and without the pinyin of a mirror. */
struct slice part_fold(struct parts *parts, struct part *part);

/* Whether PART is a cell, but not a large one: its text folded, else an empty
 * slice. */
struct slice part_short_cell(struct parts *parts, struct part *part);

/* Whether PART is a line of KIND by itself, as page-lines.tsv has it: `office',
 * the name of one and no more, `closing', `key' or `furniture'. */
bool part_is_a(struct part *part, const char *kind);

/* Whether PART is nothing but a date. */
bool part_is_date(struct part *part);

/* Part I of REPORT, or NULL where there is none. */
const struct part *parts_at(const struct parts *parts, size_t i);

/* Fills .around, once furniture and closing are marked. */
void parts_collect_around(struct parts *parts);

/* Gives the page around the report, navigation, tools, widgets and footers, the
 * section `furniture', where no stage reads figures.  TITLE is the part where
 * the report's title begins; before it only what belongs to the head of an
 * official document stays.  furniture.c */
void furniture_mark(struct parts *parts, size_t title);

/* Gives what closes an official document, once furniture is marked, the section
 * `signature': who signed it and when, to whom copies go, who printed it.
 * Tables behind that are the annex.  closing.c */
void closing_mark(struct parts *parts);

/* The name of an office that LINE, folded, is, without 文件 or a date behind
 * it; empty if it is none.  closing.c */
struct slice closing_office(struct slice line);

void parts_free(struct parts *parts);

#endif
