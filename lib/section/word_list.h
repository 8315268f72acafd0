/* Lists of words that are data: what names of places end with, what may stand
 * before a section's number, and so on.  Each list is the rows of one kind in
 * one file, which nianbao-headings(5) describes. */
#ifndef SECTION_WORD_LIST_H
#define SECTION_WORD_LIST_H

#include <stdint.h>

#include "word.h"

enum word_kind {
	/* section-words.tsv */
	WORDS_BEHIND_HEADING, WORDS_HEADING_GOES_ON, WORDS_BEFORE_NUMBER,
	WORDS_SENTENCE_END, WORDS_LETTERHEAD, WORDS_DOCUMENT_HEAD,
	WORDS_PRINTED, WORDS_DOCUMENT_NUMBER, WORDS_SUBJECT, WORDS_TITLE_END, WORDS_BEFORE_REPORT,
	WORDS_BARE_REPORT, WORDS_COMPARED, WORDS_SINCE, WORDS_BEHIND_OPENING,
	WORDS_BEHIND_TITLE, WORDS_TITLE_FRONT, WORDS_TITLE_FILLER,
	WORDS_NO_TITLE, WORDS_DISCLOSURE, WORDS_BEFORE_PERIOD,
	WORDS_PERIOD_START, WORDS_PERIOD_TO, WORDS_PERIOD_LINE, WORDS_PARTS,
	WORDS_YEAR_MARK, WORDS_SCHOOL_YEAR,
	/* offices.tsv */
	WORDS_TOWN, WORDS_GOVERNMENT, WORDS_OFFICE, WORDS_SEAT, WORDS_PEOPLE,
	WORDS_BETWEEN, WORDS_ABOVE, WORDS_NATIONAL, WORDS_PARTY, WORDS_CORPS, WORDS_FORMER,
	WORDS_GENERIC, WORDS_KEEPER, WORDS_SHORT_TOWN, WORDS_SHORT_ZONE,
	WORDS_NO_OFFICE, WORDS_BEFORE_OFFICE, WORDS_NAME_END, WORDS_NO_NAME,
	WORDS_BRANCH, WORDS_SUB_OFFICE, WORDS_LEAD, WORDS_SELF,
	WORDS_NO_SUBJECT, WORDS_ORDERS, WORDS_OF_GOVERNMENT, WORDS_OF_PROVINCE,
	WORDS_ZONE_GOVERNMENT, WORDS_GOVERNS, WORDS_CLAUSE_HEAD,
	WORDS_THIS_OFFICE, WORDS_AND,
	WORDS_EXPLANATION, WORDS_BEHIND_PART, WORDS_ITSELF, WORDS_SHORT_FOR, WORDS_SEAL,
	/* office-names.tsv */
	WORDS_OFFICE_NAME,
	/* page-fields.tsv */
	WORDS_PAGE_KEY,
	/* place-suffixes.tsv */
	WORDS_PLACE_SUFFIX, WORDS_PLACE_WORD, WORDS_PLACE_SECOND,
	WORDS_PLACE_STOP, WORDS_PLACE_AUTHORITY, WORDS_PLACE_OWN,
	WORDS_BEFORE_SITE, WORDS_BEHIND_SITE, WORDS_SCENIC,
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
static inline const struct data_row *words_row(enum word_kind kind,
    struct slice text);

/* The longest word of KIND that TEXT begins or ends with: its bytes, or 0. */
static inline size_t words_at_start(enum word_kind kind, struct slice text);
size_t words_at_end(enum word_kind kind, struct slice text);

/* The kinds of which a word may begin as TEXT does, as bits (words_bit(KIND)):
 * spares most characters of a text a closer look, for any number of kinds at
 * once.  Two kinds may share a bit: a closer look must follow. */
static inline uint64_t words_beginning(struct slice text);

/* What is left of TEXT from the first character on that begins as a word of one of
 * KINDS, such bits, does; empty where none does. */
struct slice words_skip(struct slice text, uint64_t kinds);

/* The first place in TEXT of a word of KIND, the longest that begins there;
 * NULL without any.  *LENGTH is that word's. */
const char *words_find(enum word_kind kind, struct slice text,
    size_t *length);

/* Row I of KIND, from 0 in the order of the file, or NULL. */
const struct data_row *words_nth(enum word_kind kind, size_t i);

/* For the inline functions: for each hash the kinds with a word that has it,
 * and the row of the longest word where one may begin.  All but few calls end
 * at these bits, which stay in the processor's first cache. */
extern uint64_t words_begun[WORD_HASHES];
extern bool words_loaded;
const struct data_row *words_longest(enum word_kind kind, struct slice text);

static inline uint64_t
words_bit(enum word_kind kind)
{
	return (uint64_t)1 << kind % 64;
}

static inline uint64_t
words_beginning(struct slice text)
{
	if (!words_loaded)
		words_load();
	return text.n > 0 ? words_begun[word_hash(text)] : 0;
}

static inline const struct data_row *
words_row(enum word_kind kind, struct slice text)
{
	return (words_beginning(text) & words_bit(kind)) != 0 ?
	    words_longest(kind, text) : NULL;
}

static inline size_t
words_at_start(enum word_kind kind, struct slice text)
{
	const struct data_row *row = words_row(kind, text);

	return row != NULL ? row->field[1].n : 0;
}

#endif
