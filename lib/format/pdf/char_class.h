/* What kind of letter a character is, where lines are broken and joined. */
#ifndef PDF_CHAR_CLASS_H
#define PDF_CHAR_CLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digits.h"
#include "base/slice.h"

bool pdf_is_space(uint32_t c);

/* Han, kana, full-width signs: a line may be broken on either side. */
bool pdf_is_wide(uint32_t c);

/* Does not stand at the beginning of a line: ， 。 ） ” and the like. */
bool pdf_is_closing(uint32_t c);

/* Does not stand at the end of a line: （ “ 《 and the like. */
bool pdf_is_opening(uint32_t c);


/* The first and last character of TEXT, 0 when there is none. */
uint32_t pdf_first(struct slice text);
uint32_t pdf_last(struct slice text);

/* Whether TEXT ends as a sentence does; as what comes before an item does,
 * with a colon or semicolon too. */
bool pdf_ends_sentence(struct slice text);
bool pdf_ends_clause(struct slice text);

/* Whether TEXT begins with an enumerator: 一、 （三） 3. 第二十条 and the
 * like, as a heading, an item of a list or a row of a form does. */
bool pdf_begins_item(struct slice text);

#endif
