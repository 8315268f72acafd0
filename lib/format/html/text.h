/* Text as a reader sees it: white space collapsed and trimmed. */
#ifndef HTML_TEXT_H
#define HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

/* A paragraph grows no longer: its rest is another. */
enum { HTML_PARAGRAPH_MAX = 1024 * 1024 };

struct html_text {		/* all zero: empty */
	char  *p;
	size_t n, room;
	size_t start;		/* of the open paragraph */
	bool   space;		/* white space waits for the next word */
	bool   line_feed;	/* and has a line feed in it */
};

/* Adds MORE to the paragraph.  *FIRST becomes the place in MORE of the
 * paragraph's first letter, if it is there.  Returns what of MORE the
 * paragraph has no room for. */
struct slice html_text_add(struct html_text *text, struct slice more,
    const char **first);

/* Ends the paragraph and begins the next behind it and a space.  Returns it,
 * without blanks of any kind at its ends, at the offset in text->p where it
 * started. */
struct slice html_text_end(struct html_text *text);

/* Whether the paragraph has no text so far, nor white space waiting. */
static inline bool
html_text_is_empty(const struct html_text *text)
{
	return text->n == text->start && !text->space;
}

/* Takes back all behind the first N bytes. */
void html_text_cut(struct html_text *text, size_t n);

/* A copy of an attribute's VALUE, its references decoded, as one paragraph. */
struct slice html_text_value(struct html_text *text, struct slice value);

void html_text_free(struct html_text *text);

#endif
