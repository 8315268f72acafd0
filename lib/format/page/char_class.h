/* What a character is where lines are broken and joined: the classes of
 * lib/data/char-classes.tsv. */
#ifndef PAGE_CHAR_CLASS_H
#define PAGE_CHAR_CLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/slice.h"

enum page_class {
	PAGE_CLOSING = 1, PAGE_OPENING = 1 << 1, PAGE_SENTENCE_END = 1 << 2,
	PAGE_CLAUSE_END = 1 << 3, PAGE_BEHIND_END = 1 << 4,
	PAGE_NUMERAL = 1 << 5, PAGE_BRACKET = 1 << 6, PAGE_BRACKET_END = 1 << 7,
	PAGE_MARK = 1 << 8, PAGE_ORDINAL = 1 << 9, PAGE_ORDINAL_UNIT = 1 << 10,
	PAGE_PAGE_NUMBER = 1 << 11,
};

/* Reads char-classes.tsv; a line that is wrong ends the process with 2.  The
 * functions below do it at their first call. */
void page_classes_load(void);

/* Whether C is in one of CLASSES. */
bool page_is(uint32_t c, unsigned classes);

bool page_is_space(uint32_t c);

/* Han, kana, full-width signs: a line may be broken on either side. */
bool page_is_wide(uint32_t c);

/* The first and last character of TEXT, 0 when there is none. */
uint32_t page_first(struct slice text);
uint32_t page_last(struct slice text);

/* Whether TEXT ends with one of CLASSES, quotes and brackets behind it left
 * out. */
bool page_ends(struct slice text, unsigned classes);

/* Whether TEXT begins with an enumerator: 一、 （三） 3. 第二十条 and the
 * like, as a heading, an item of a list or a row of a form does. */
bool page_begins_item(struct slice text);

#endif
