/* Text that rules of style add before or behind what an element holds: `td.n::after
 * { content: "7" }' (CSS 2, 12). */
#ifndef HTML_GENERATED_H
#define HTML_GENERATED_H

#include "base/buffer.h"

/* What a rule or a declaration is for. */
enum html_box { HTML_ITSELF, HTML_BEFORE, HTML_AFTER };

enum html_generated_kind {
	HTML_UNSAID,	/* nothing says what is added */
	HTML_NO_TEXT,	/* blanks at most, as to end what floats */
	HTML_AN_ICON,	/* of a font of its own */
	HTML_A_TEXT,
	HTML_NOT_READ,	/* a counter, an attribute, a picture */
};

struct html_generated {
	enum html_generated_kind kind;
	size_t                   at, n;	/* the text, in the buffer it was made in */
};

/* The pseudo-element at the end of the selector TEXT, which is cut off it. */
enum html_box html_box_of(struct slice *text);

/* Writes to PLAIN what is left of the selector TEXT, without its box, when what is
 * not read of it is left out: attributes, states, neighbours.  It may then stand for
 * more elements.  Returns false if it is for none as long as nobody touches the page,
 * `a:hover'. */
bool html_selector_plain(struct buffer *plain, struct slice text);

/* What DECLARATIONS have added; MADE takes the text.  What is flat and has nothing
 * stick out of it is not seen. */
struct html_generated html_generated_of(struct buffer *made,
    struct slice declarations);

#endif
