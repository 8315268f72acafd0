/* The pages of a document: laid out as they come, handed on when all are
 * there, since a paragraph or a table may go on over a page's end, and only
 * the pages together tell what is furniture. */
#ifndef PAGE_PAGES_H
#define PAGE_PAGES_H

#include "format/blocks/block.h"
#include "layout.h"

struct picture_reasons {	/* what is said where pages are pictures of
				   text that were not read: all, or some */
	const char *all, *some;
};

struct pages {			/* zero, but for the sink and the reasons */
	struct sink       *sink;
	struct arena       arena, scratch;
	struct page_layout *page;
	size_t             n, room;
	unsigned           tables;	/* handed on so far */
	size_t             letters;	/* of known characters, on all pages */
	unsigned           unread;	/* pages that need OCR */
	unsigned           seen;	/* pages read by it */
	bool               broken;	/* a page could not be read */
	bool               overfull;	/* ... or draws more than is kept */
	struct picture_reasons pictures;
};

/* Whether PAGE is a picture of text. */
bool page_is_picture(const struct drawn_page *page);

/* Adds what is on PAGE, which is number NUMBER and is reordered. */
void pages_add(struct pages *pages, struct drawn_page *page, unsigned number);

/* Hands on the pages added so far: nothing goes on from them to later ones. */
void pages_send(struct pages *pages);

/* Hands on what was added and frees it.  Returns NULL, or why it may not be
 * all. */
const char *pages_end(struct pages *pages);

#endif
