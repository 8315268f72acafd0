/* Rich Text Format 1.9.1: groups in braces, control words, text. */
#ifndef WORD_RTF_H
#define WORD_RTF_H

#include "format/blocks/table_buffer.h"
#include "row_shape.h"
#include "run_style.h"

enum { RTF_OTHER_PAGE = 1 };	/* a code page that is not known */

enum {
	RTF_GROUPS_MAX = 1000, RTF_NUMBERS_MAX = 65536, RTF_RUN_MAX = 4096,
	RTF_COLOURS_MAX = 1024,
};

/* What the text of a group is. */
enum rtf_destination {
	RTF_TEXT,
	RTF_SKIPPED,
	RTF_FONTS,
	RTF_STYLES,
	RTF_COLOURS,
	RTF_NESTED_ROW,		/* properties of a row in a nested table */
};

/* What holds in a group and is undone at its end. */
struct rtf_group {
	enum rtf_destination destination;
	enum rtf_destination around;	/* what a pair of texts stands in */
	bool     opens_story;	/* a box or note: ends with the group */
	bool     empty;		/* nothing of it was read yet but \* */
	bool     may_skip;	/* behind \*: unless the next word is known */
	bool     hidden, struck, deleted;
	bool     white, backed;		/* as in struct run_style */
	bool     paragraph_backed;
	enum vertical_align align;
	long     position;	/* raised by so many half points */
	bool     in_table;
	unsigned nested;	/* itap */
	unsigned fallback;	/* characters behind \u to be left out */
	unsigned font;
	int      outline;	/* -1: no heading */
	unsigned style;		/* in the style sheet: the one described */
};

/* A flow of text: the document, and boxes and notes inside each other. */
struct rtf_story {
	struct rtf_story *outer;
	struct buffer     text;
	unsigned          depth;	/* of its open tables */
	bool              holds_boxes;
	long              position;	/* of its paragraph's first text */
};

struct rtf {
	struct table_buffer tables;
	struct rtf_group  group[RTF_GROUPS_MAX];
	size_t            groups;	/* the innermost is the last of them */
	struct rtf_story *story;
	struct row_shape  shape, nested_shape;
	struct cell_place next;		/* flags for the next \cellx */
	bool              next_backed, row_backed;	/* likewise */
	bool              backed;	/* what stands on the pages may have
					   something below it */
	bool              white[RTF_COLOURS_MAX];	/* by number */
	size_t            colours;	/* of the table so far */
	unsigned          parts;	/* of the colour being read that are
					   full: three make white */
	unsigned          code_page;	/* of the document */
	unsigned          skip;		/* characters of a fallback to come */
	uint32_t          high;		/* first half of a surrogate pair */
	char              run[RTF_RUN_MAX];	/* bytes to be decoded */
	size_t            run_bytes;
	unsigned short    font_page[RTF_NUMBERS_MAX];	/* 0: the document's */
	signed char       style_outline[RTF_NUMBERS_MAX];
	const char       *failed;
};

/* A control word without its backslash; VALUE counts only if HAS_VALUE. */
void rtf_word(struct rtf *rtf, struct slice word, bool has_value, long value);

/* rtf_text.c: what the words do to the text. */
void rtf_byte(struct rtf *rtf, char c);		/* in the code page */
void rtf_character(struct rtf *rtf, uint32_t c);
void rtf_unit(struct rtf *rtf, uint32_t unit);	/* UTF-16 */
void rtf_flush(struct rtf *rtf);		/* the bytes so far */
void rtf_end_paragraph(struct rtf *rtf);
void rtf_end_cell(struct rtf *rtf, bool nested);
void rtf_end_row(struct rtf *rtf, bool nested);
void rtf_open_story(struct rtf *rtf);
void rtf_close_story(struct rtf *rtf);
void rtf_mark_cut(struct rtf *rtf);	/* what is open misses its end */

static inline struct rtf_group *
rtf_group(struct rtf *rtf)
{
	return &rtf->group[rtf->groups - 1];
}

#endif
