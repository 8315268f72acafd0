/* What a character is where lines are broken and joined: the classes of
 * lib/data/char-classes.tsv. */
#ifndef PAGE_CHAR_CLASS_H
#define PAGE_CHAR_CLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/slice.h"

enum pdf_class {
	PDF_CLOSING = 1, PDF_OPENING = 1 << 1, PDF_SENTENCE_END = 1 << 2,
	PDF_CLAUSE_END = 1 << 3, PDF_BEHIND_END = 1 << 4,
	PDF_NUMERAL = 1 << 5, PDF_BRACKET = 1 << 6, PDF_BRACKET_END = 1 << 7,
	PDF_MARK = 1 << 8, PDF_ORDINAL = 1 << 9, PDF_ORDINAL_UNIT = 1 << 10,
	PDF_PAGE_NUMBER = 1 << 11,
};

/* Reads char-classes.tsv; a line that is wrong ends the process with 2.  The
 * functions below do it at their first call. */
void pdf_classes_load(void);

/* Whether C is in one of CLASSES. */
bool pdf_is(uint32_t c, unsigned classes);

bool pdf_is_space(uint32_t c);

/* Han, kana, full-width signs: a line may be broken on either side. */
bool pdf_is_wide(uint32_t c);

/* The first and last character of TEXT, 0 when there is none. */
uint32_t pdf_first(struct slice text);
uint32_t pdf_last(struct slice text);

/* Whether TEXT ends with one of CLASSES, quotes and brackets behind it left
 * out. */
bool pdf_ends(struct slice text, unsigned classes);

/* Whether TEXT begins with an enumerator: 一、 （三） 3. 第二十条 and the
 * like, as a heading, an item of a list or a row of a form does. */
bool pdf_begins_item(struct slice text);

#endif
