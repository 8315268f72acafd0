/* The states of the tokenizer, shared by the files that implement them. */
#ifndef HTML_TOKEN_STATE_H
#define HTML_TOKEN_STATE_H

#include "token.h"

enum html_state {
	HTML_DATA,
	HTML_REFERENCE,
	/* in a tag, from its `<' on */
	HTML_TAG_OPEN,
	HTML_END_TAG_OPEN,
	HTML_TAG_NAME,
	HTML_BEFORE_NAME,
	HTML_ATTRIBUTE_NAME,
	HTML_AFTER_NAME,
	HTML_BEFORE_VALUE,
	HTML_DOUBLE_QUOTED,
	HTML_SINGLE_QUOTED,
	HTML_UNQUOTED,
	/* markup that is skipped */
	HTML_INSTRUCTION,
	HTML_MARKUP,
	HTML_MARKUP_DASH,
	HTML_COMMENT,
	HTML_COMMENT_BANG,
	HTML_BOGUS_COMMENT,
	/* in raw text */
	HTML_RAW_TEXT,
	HTML_RAW_END,
	HTML_SCRIPT_TEXT,
	HTML_SCRIPT_LESS,
	HTML_SCRIPT_NAME,
	HTML_SCRIPT_BANG,
	HTML_SCRIPT_DASH,
	HTML_PLAIN_TEXT,
	HTML_STATES
};

/* Reads on at P, in front of END.  Returns behind what it took, which is
 * nothing only if the state has changed. */
typedef const char *html_step(struct html_tokenizer *t, const char *p,
    const char *end);

html_step html_step_tag;

html_step html_step_instruction, html_step_markup, html_step_markup_dash,
    html_step_comment, html_step_comment_bang, html_step_bogus_comment;

html_step html_step_raw_text, html_step_raw_end, html_step_script_text,
    html_step_script_less, html_step_script_name, html_step_script_bang,
    html_step_script_dash;

/* The state in which text is read now. */
static inline enum html_state
html_home(const struct html_tokenizer *t)
{
	static const enum html_state home[] = {
		[HTML_READ_TAGS] = HTML_DATA,
		[HTML_READ_RCDATA] = HTML_RAW_TEXT,
		[HTML_READ_RAW] = HTML_RAW_TEXT,
		[HTML_READ_SCRIPT] = HTML_SCRIPT_TEXT,
		[HTML_READ_PLAIN] = HTML_PLAIN_TEXT,
	};

	return home[t->reading];
}

/* A tag is read from AT in the current chunk on. */
void html_tag_begin(struct html_tokenizer *t, const char *at);

/* The chunk ends within the tag: keeps what there is of it. */
void html_tag_carry(struct html_tokenizer *t, const char *end);

static inline bool
html_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool
html_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static inline void
html_give_text(struct html_tokenizer *t, const char *p, size_t n,
    const char *at)
{
	if (n > 0)
		t->receiver.text(t->receiver.context,
		    (struct slice){ p, n }, at);
}

#endif
