/* Running text in two columns: each is read down by itself. */
#ifndef PAGE_GUTTER_H
#define PAGE_GUTTER_H

#include "base/arena.h"
#include "page.h"

enum { PAGE_PARTS_MAX = 4 };

struct page_division {
	struct drawn_page page;		/* what is on it */
	float           width;		/* of the room for its text */
	bool            beside;		/* the part before it, not below */
};

/* Divides PAGE where text runs in two columns into PART (in ARENA), in the order
 * of reading: what is above both, the left one, the right one, what is below.
 * Returns how many there are: 1, PAGE as it is, where there are no columns. */
size_t page_divide_page(const struct drawn_page *page,
    struct page_division part[PAGE_PARTS_MAX], struct arena *arena);

#endif
