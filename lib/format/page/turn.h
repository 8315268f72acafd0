/* Pages that lie on their side or upside down. */
#ifndef PAGE_TURN_H
#define PAGE_TURN_H

#include "page.h"

/* Turns PAGE so that most of its letters run from left to right: a wide table
 * is often drawn sideways on an upright page, and scanners turn pages. */
void page_turn_page(struct drawn_page *page);

#endif
