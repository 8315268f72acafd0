/* Numbers of pages that a converter left in the text. */
#ifndef TEXT_PAGE_NUMBER_H
#define TEXT_PAGE_NUMBER_H

#include <stdbool.h>

#include "base/slice.h"

/* Whether LINE is nothing but the number of a page: between marks, — 1 —; of so
 * many, 1/5; or with its words, 第1页 共5页.  A number by itself may be a figure. */
bool is_page_number(struct slice line);

#endif
