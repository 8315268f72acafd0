#include "token.h"

#include <stdlib.h>

#include "token_state.h"

/* Each of these goes on with the next where it can: most of a page is tags. */
static const char *
step_end_tag_open(struct html_tokenizer *t, const char *p, const char *end)
{
	if (html_is_letter(*p)) {
		t->state = HTML_TAG_NAME;
		return html_step_tag(t, p, end);
	}
	t->state = *p == '>' ? HTML_DATA : HTML_BOGUS_COMMENT;
	return p + 1;
}

static const char *
step_tag_open(struct html_tokenizer *t, const char *p, const char *end)
{
	if (html_is_letter(*p)) {
		t->state = HTML_TAG_NAME;
		return html_step_tag(t, p, end);
	}
	switch (*p) {
	case '/':
		t->tag.closing = true;
		t->state = HTML_END_TAG_OPEN;
		return p + 1 < end ? step_end_tag_open(t, p + 1, end) : end;
	case '!':
		t->state = HTML_MARKUP;
		return p + 1;
	case '?':
		t->state = t->begun ? HTML_BOGUS_COMMENT : HTML_INSTRUCTION;
		t->holding = 0;
		return p + 1;
	default:
		html_give_text(t, "<", 1, t->tag_at);
		t->state = HTML_DATA;
		return p;
	}
}

static const char *
step_data(struct html_tokenizer *t, const char *p, const char *end)
{
	const char *ampersand;

	if (*p == '<') {
		t->state = HTML_TAG_OPEN;
		html_tag_begin(t, p);
		return p + 1 < end ? step_tag_open(t, p + 1, end) : end;
	}
	/* Looked for once: text may be nothing but references. */
	if (t->less == NULL || t->less < p) {
		t->less = memchr(p, '<', (size_t)(end - p));
		if (t->less == NULL)
			t->less = end;
	}
	ampersand = memchr(p, '&', (size_t)(t->less - p));
	if (ampersand != NULL) {
		html_give_text(t, p, (size_t)(ampersand - p), p);
		t->state = HTML_REFERENCE;
		t->held[0] = '&';
		t->holding = 1;
		t->held_at = ampersand;
		return ampersand + 1;
	}
	html_give_text(t, p, (size_t)(t->less - p), p);
	return t->less;
}

static void
end_reference(struct html_tokenizer *t)
{
	char   text[HTML_REFERENCE_TEXT];
	size_t n = 0, used;

	used = html_reference((struct slice){ t->held, t->holding }, false,
	    text, &n);
	html_give_text(t, text, n, t->held_at);
	html_give_text(t, t->held + used, t->holding - used, t->held_at);
}

static const char *
step_reference(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && html_reference_takes(t->held, t->holding,
	    (unsigned char)*p))
		t->held[t->holding++] = *p++;
	if (p < end) {
		end_reference(t);
		t->state = html_home(t);
	}
	return p;
}

static const char *
step_plain_text(struct html_tokenizer *t, const char *p, const char *end)
{
	html_give_text(t, p, (size_t)(end - p), p);
	return end;
}

static html_step *const steps[HTML_STATES] = {
	[HTML_DATA] = step_data,
	[HTML_REFERENCE] = step_reference,
	[HTML_TAG_OPEN] = step_tag_open,
	[HTML_END_TAG_OPEN] = step_end_tag_open,
	[HTML_TAG_NAME] = html_step_tag,
	[HTML_BEFORE_NAME] = html_step_tag,
	[HTML_ATTRIBUTE_NAME] = html_step_tag,
	[HTML_AFTER_NAME] = html_step_tag,
	[HTML_BEFORE_VALUE] = html_step_tag,
	[HTML_DOUBLE_QUOTED] = html_step_tag,
	[HTML_SINGLE_QUOTED] = html_step_tag,
	[HTML_UNQUOTED] = html_step_tag,
	[HTML_INSTRUCTION] = html_step_instruction,
	[HTML_MARKUP] = html_step_markup,
	[HTML_MARKUP_DASH] = html_step_markup_dash,
	[HTML_COMMENT] = html_step_comment,
	[HTML_COMMENT_BANG] = html_step_comment_bang,
	[HTML_BOGUS_COMMENT] = html_step_bogus_comment,
	[HTML_RAW_TEXT] = html_step_raw_text,
	[HTML_RAW_END] = html_step_raw_end,
	[HTML_SCRIPT_TEXT] = html_step_script_text,
	[HTML_SCRIPT_LESS] = html_step_script_less,
	[HTML_SCRIPT_NAME] = html_step_script_name,
	[HTML_SCRIPT_BANG] = html_step_script_bang,
	[HTML_SCRIPT_DASH] = html_step_script_dash,
	[HTML_PLAIN_TEXT] = step_plain_text,
};

static bool
in_tag(const struct html_tokenizer *t)
{
	return t->state >= HTML_TAG_OPEN && t->state <= HTML_UNQUOTED;
}

void
html_tokens_open(struct html_tokenizer *t,
    const struct html_receiver *receiver)
{
	*t = (struct html_tokenizer){ .receiver = *receiver, .line = 1 };
}

void
html_tokens_feed(struct html_tokenizer *t, struct slice chunk)
{
	const char *p = chunk.p, *end = chunk.p + chunk.n;

	t->counted = t->tag_at = t->held_at = p;
	t->less = NULL;
	while (p < end)
		p = steps[t->state](t, p, end);
	if (in_tag(t))
		html_tag_carry(t, end);
	html_line(t, end);
}

/* What the end leaves open: a reference, `<' and `</' are text, a tag is
 * dropped. */
enum html_end
html_tokens_close(struct html_tokenizer *t)
{
	t->counted = t->tag_at = t->held_at = NULL;
	if (t->state == HTML_REFERENCE)
		end_reference(t);
	else if (t->state == HTML_TAG_OPEN)
		html_give_text(t, "<", 1, NULL);
	else if (t->state == HTML_END_TAG_OPEN)
		html_give_text(t, "</", 2, NULL);
	else if (t->state == HTML_RAW_END)
		html_give_text(t, t->held, t->holding, NULL);
	free(t->carry);
	if (t->state == HTML_COMMENT || t->state == HTML_COMMENT_BANG)
		return HTML_ENDS_IN_COMMENT;
	return t->state >= HTML_TAG_NAME && t->state <= HTML_UNQUOTED ?
	    HTML_ENDS_IN_TAG : HTML_ENDS_IN_TEXT;
}
