/* HTML cut into tags and text, HTML 13.2.5, in chunks of any size.
 *
 * It holds a tag that a chunk's end cuts, up to HTML_TAG_MAX bytes, and
 * nothing else: text, comments and scripts of any length pass through. */
#ifndef HTML_TOKEN_H
#define HTML_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "element.h"
#include "entity.h"
#include "generated.h"
#include "look.h"

enum { HTML_TAG_MAX = 64 * 1024 };	/* what is behind is not seen, and said */

/* The attributes that matter here. */
enum html_attribute {
	HTML_STYLE, HTML_CLASS, HTML_HREF, HTML_COLSPAN, HTML_ROWSPAN,
	HTML_ID, HTML_HIDDEN, HTML_NAME, HTML_CONTENT, HTML_REL,
	HTML_ROLE_ATTRIBUTE, HTML_COLOR, HTML_BGCOLOR, HTML_BACKGROUND,
	HTML_VALUE, HTML_TYPE, HTML_SELECTED, HTML_SPAN, HTML_SRCDOC,
	HTML_MULTIPLE, HTML_SIZE,
	HTML_ATTRIBUTES
};

struct html_tag {
	html_name                  name;
	const struct html_element *element;
	bool                       closing;
	bool                       empty;	/* of XHTML: has no end tag */
	const char                *at;	/* its `<' in the chunk, or NULL */
	unsigned long              line;	/* when at is NULL */
	unsigned                   given;	/* 1 << each attribute given */
	/* As written, references undecoded; p is NULL for one not given. */
	struct slice               value[HTML_ATTRIBUTES];
	struct html_style          style;	/* the tree's: how it looks */
	uint64_t                   kin;		/* the tree's: what it stands in */
	struct html_generated      behind;	/* the tree's: added by rules */
};

/* How to read on behind a start tag, until its end tag. */
enum html_reading {
	HTML_READ_TAGS,
	HTML_READ_RCDATA,	/* no tags, but references */
	HTML_READ_RAW,
	HTML_READ_SCRIPT,	/* raw, with its own comments: 13.2.5.15 ff. */
	HTML_READ_PLAIN,	/* to the end of the document */
};

/* Who is told.  TEXT lives for the call; AT is its place in the chunk, for
 * html_line. */
struct html_receiver {
	void              (*text)(void *context, struct slice text,
	    const char *at);
	enum html_reading (*tag)(void *context, struct html_tag *tag);
	void               *context;
};

struct html_tokenizer {
	struct html_receiver receiver;
	int                  state;
	enum html_reading    reading;
	unsigned long        line;	/* at `counted' */
	const char          *counted;	/* in the chunk */
	const char          *less;	/* the next `<' in it, if looked for */

	/* A tag being read.  Places in it count from its `<'. */
	struct html_tag tag;
	const char     *tag_at;		/* its `<', or the chunk when carried */
	size_t          carried, carry_room;
	char           *carry;
	html_name       attribute;	/* name of the one being read */
	size_t          value_at;
	struct { uint32_t at, end; } value[HTML_ATTRIBUTES];
	unsigned        given;		/* bits by enum html_attribute */

	bool            begun;		/* there was a tag */
	bool            xml;		/* the page begins as XML does */
	bool            slash;		/* just read, in a tag */
	bool            cut;		/* the tag: an attribute is not kept */

	html_name       raw;		/* the element whose end is awaited */
	char            held[HTML_REFERENCE_MAX];	/* `&am', `</scr' */
	size_t          holding;
	const char     *held_at;
	html_name       name;		/* in raw text, behind `</' or `<' */
	unsigned        dashes;		/* of a comment or script */
	bool            fresh;		/* a comment just begun */
	unsigned        script;		/* how deep in its comments */
};

/* The line of AT, a place in the current chunk, from 1.  Must not go back. */
static inline unsigned long
html_line(struct html_tokenizer *t, const char *at)
{
	while (t->counted < at) {
		const char *lf = memchr(t->counted, '\n',
		    (size_t)(at - t->counted));

		t->counted = lf != NULL ? lf + 1 : at;
		t->line += lf != NULL;
	}
	return t->line;
}

/* The line of the `<' of TAG, which T is just handing out. */
static inline unsigned long
html_tag_line(struct html_tokenizer *t, const struct html_tag *tag)
{
	return tag->at != NULL ? html_line(t, tag->at) : tag->line;
}

void html_tokens_open(struct html_tokenizer *t,
    const struct html_receiver *receiver);
void html_tokens_feed(struct html_tokenizer *t, struct slice chunk);

/* The end of the document.  Frees what T holds.  Returns in what it stands. */
enum html_end { HTML_ENDS_IN_TEXT, HTML_ENDS_IN_TAG, HTML_ENDS_IN_COMMENT };

enum html_end html_tokens_close(struct html_tokenizer *t);

#endif
