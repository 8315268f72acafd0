/* One document of an office in the page, and what the overview is made from. */
#ifndef REPORT_PAPER_H
#define REPORT_PAPER_H

#include "entry_page.h"
#include "fault_list.h"
#include "section_store.h"

/* A rule that an entry is of, and how bad that is. */
struct broken_rule {
	struct slice    id;		/* of the findings' file */
	enum rule_level level;
};

struct paper {
	struct slice  name, org, region, office, year;	/* office: its key */
	struct slice  listed;		/* as the roster calls the office, or empty */
	unsigned      number;		/* in the page: d12 */
	struct kept_section section;		/* as it is drawn */
	struct kept_section table;	/* its entries for a workbook */
	struct buffer head;		/* of its worst entry */
	struct buffer rows;		/* of a letter: letter_row.h */
	struct broken_rule *broken;	/* of each entry */
	size_t        broken_rules, broken_room;
	size_t        entries[RULE_LEVELS];
	size_t        changes[CHANGES];	/* entries */
	size_t        mended, waived;	/* findings */
	size_t        first_mended;	/* for last_round_mended */
	long long     weight;
	long long     requests;		/* received in the year; -1: not said */
	bool          is_report;	/* a yearly report, not another document */
	bool          is_read;		/* has a figure */
	bool          is_expected;	/* the roster, if any, has its year */
};

/* Adds the row of a letter for ENTRY. */
typedef void letter_row_fn(const struct entry_page *page,
    const struct fault_entry *entry, struct buffer *out);

/* Adds the row of a workbook for ENTRY; CONTEXT is its maker's. */
typedef void finding_row_fn(void *context, const struct entry_page *page,
    const struct fault_entry *entry, struct buffer *out);

/* The same for FINDING, a record of check, of which the word CHANGE tells that it
 * counts for nothing. */
typedef void told_row_fn(void *context, const struct entry_page *page,
    const struct slice *finding, const char *change, struct buffer *out);

struct finding_rows {
	finding_row_fn *row;	/* NULL: none wanted */
	told_row_fn    *told;
	void           *context;
};

/* Makes the paper of the document that DRAWING is of, whose section is drawn there
 * and goes into STORE, with what ROWS make of its entries; it is the caller's, to be
 * given to paper_free, with what LETTER, unless it is NULL, makes of them; its
 * entries go to FAULTS, unless that is NULL.  Its strings live in ARENA. */
void paper_make(struct paper *paper, struct form_drawing *drawing,
    struct figures *figures, struct arena *arena, struct section_store *store,
    letter_row_fn *letter, const struct finding_rows *rows,
    struct fault_list *faults);

/* Adds how many entries of each level there are: 错误 3 处、疑点 2 处. */
void level_counts_add(struct buffer *out, const struct material *material,
    const size_t entries[RULE_LEVELS]);

/* Adds how many entries are new or left, how many findings were mended or are waived. */
void change_counts_add(struct buffer *out, const struct material *material,
    const size_t changes[CHANGES], size_t mended, size_t waived);

/* Adds to the page of DRAWING what there is to be done about so many ENTRIES; IS_READ:
 * the document has figures. */
void level_summary_add(const struct form_drawing *drawing,
    const size_t entries[RULE_LEVELS], bool is_read);

void paper_free(struct paper *paper);

#endif
