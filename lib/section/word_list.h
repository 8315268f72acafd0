/* Lists of words that are data: what names of places end with, what may stand
 * before a section's number, and so on.  Each list is the rows of one kind in
 * one file, which nianbao-headings(5) describes. */
#ifndef SECTION_WORD_LIST_H
#define SECTION_WORD_LIST_H

#include "word.h"

enum word_kind {
	/* section-words.tsv */
	WORDS_BEHIND_HEADING, WORDS_HEADING_GOES_ON, WORDS_BEFORE_NUMBER,
	WORDS_SENTENCE_END, WORDS_LETTERHEAD, WORDS_DOCUMENT_HEAD,
	WORDS_PRINTED, WORDS_DOCUMENT_NUMBER, WORDS_SUBJECT, WORDS_TITLE_END,
	WORDS_BEHIND_TITLE, WORDS_TITLE_FILLER, WORDS_NO_TITLE,
	WORDS_DISCLOSURE, WORDS_BEFORE_PERIOD,
	WORDS_PERIOD_START, WORDS_PERIOD_TO, WORDS_PERIOD_LINE, WORDS_PARTS,
	/* offices.tsv */
	WORDS_TOWN, WORDS_GOVERNMENT, WORDS_OFFICE, WORDS_SEAT, WORDS_PEOPLE,
	WORDS_BETWEEN, WORDS_ABOVE, WORDS_PARTY, WORDS_FORMER, WORDS_GENERIC,
	WORDS_SHORT_TOWN, WORDS_NO_OFFICE, WORDS_BEFORE_OFFICE,
	WORDS_NAME_END, WORDS_NO_NAME, WORDS_BRANCH, WORDS_SUB_OFFICE,
	WORDS_LEAD, WORDS_SELF, WORDS_NO_SUBJECT, WORDS_ZONE_GOVERNMENT,
	WORDS_GOVERNS,
	/* office-names.tsv */
	WORDS_OFFICE_NAME,
	/* page-fields.tsv */
	WORDS_PAGE_KEY,
	/* place-suffixes.tsv */
	WORDS_PLACE_SUFFIX, WORDS_PLACE_WORD, WORDS_PLACE_SECOND,
	WORDS_PLACE_STOP,
	WORD_KINDS
};

/* Reads all lists; what is wrong with their rows ends the process with 2.  The
 * functions below do it at their first call. */
void words_load(void);

/* Whether TEXT has a word of KIND where its anchors want it. */
bool words_in(enum word_kind kind, struct slice text);

/* Whether TEXT is a word of KIND. */
bool words_are(enum word_kind kind, struct slice text);

/* The row of the longest word of KIND that TEXT begins with, or NULL. */
const struct data_row *words_row(enum word_kind kind, struct slice text);

/* The longest word of KIND that TEXT begins or ends with: its bytes, or 0. */
size_t words_at_start(enum word_kind kind, struct slice text);
size_t words_at_end(enum word_kind kind, struct slice text);

/* The first place in TEXT of a word of KIND, the longest that begins there;
 * NULL without any.  *LENGTH is that word's. */
const char *words_find(enum word_kind kind, struct slice text,
    size_t *length);

/* Row I of KIND, from 0 in the order of the file, or NULL. */
const struct data_row *words_nth(enum word_kind kind, size_t i);

#endif
