/* What is not tags: comments (HTML 13.2.5.41 to 13.2.5.54), raw text and
 * scripts (13.2.5.9 to 13.2.5.31). */
#include "token_state.h"

/* Behind the `<?' a page begins with: `<?xml ' makes it XHTML. */
const char *
html_step_instruction(struct html_tokenizer *t, const char *p, const char *end)
{
	static const char xml[] = "xml ";
	bool              same = *p == xml[t->holding];

	(void)end;
	t->begun = true;
	t->holding += same;
	t->xml = t->holding == sizeof(xml) - 1;
	if (t->xml || !same)
		t->state = HTML_BOGUS_COMMENT;
	return same ? p + 1 : p;
}

/* Behind `<!'.  A document type, CDATA outside foreign content and Word's
 * <![if]> all end at the next `>'. */
const char *
html_step_markup(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	if (*p != '-') {
		t->state = HTML_BOGUS_COMMENT;
		return p;
	}
	t->state = HTML_MARKUP_DASH;
	return p + 1;
}

const char *
html_step_markup_dash(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	if (*p != '-') {
		t->state = HTML_BOGUS_COMMENT;
		return p;
	}
	t->state = HTML_COMMENT;
	t->dashes = 0;
	t->fresh = true;
	return p + 1;
}

const char *
html_step_bogus_comment(struct html_tokenizer *t, const char *p,
    const char *end)
{
	const char *close = memchr(p, '>', (size_t)(end - p));

	if (close == NULL)
		return end;
	t->state = HTML_DATA;
	return close + 1;
}

const char *
html_step_comment(struct html_tokenizer *t, const char *p, const char *end)
{
	if (*p == '-') {
		t->dashes++;
		return p + 1;
	}
	/* `<!-->' and `<!--->' are comments too. */
	if (*p == '>' && (t->dashes >= 2 || t->fresh)) {
		t->state = HTML_DATA;
		return p + 1;
	}
	if (*p == '!' && t->dashes >= 2) {
		t->state = HTML_COMMENT_BANG;
		return p + 1;
	}
	t->fresh = false;
	t->dashes = 0;
	p = memchr(p, '-', (size_t)(end - p));
	return p != NULL ? p : end;
}

/* Behind `--!' in a comment. */
const char *
html_step_comment_bang(struct html_tokenizer *t, const char *p,
    const char *end)
{
	(void)end;
	t->dashes = 0;
	t->fresh = false;
	t->state = *p == '>' ? HTML_DATA : HTML_COMMENT;
	return *p == '>' ? p + 1 : p;
}

const char *
html_step_raw_text(struct html_tokenizer *t, const char *p, const char *end)
{
	const char *less = memchr(p, '<', (size_t)(end - p));
	const char *stop = less != NULL ? less : end;
	const char *ampersand = t->reading == HTML_READ_RCDATA ?
	    memchr(p, '&', (size_t)(stop - p)) : NULL;

	if (ampersand != NULL)
		stop = ampersand;
	html_give_text(t, p, (size_t)(stop - p), p);
	if (stop == end)
		return end;
	t->state = ampersand != NULL ? HTML_REFERENCE : HTML_RAW_END;
	t->held[0] = *stop;
	t->holding = 1;
	t->held_at = stop;
	t->name = 0;
	return stop + 1;
}

static bool
ends_tag_name(char c)
{
	return html_is_space(c) || c == '/' || c == '>';
}

/* Raw text ends here: the rest of the end tag is read like any other. */
static const char *
end_raw(struct html_tokenizer *t, const char *p)
{
	html_tag_begin(t, p);
	t->tag.name = t->raw;
	t->tag.closing = true;
	t->state = HTML_BEFORE_NAME;
	return p;
}

/* Behind `<' in raw text. */
const char *
html_step_raw_end(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	if (ends_tag_name(*p) && t->name == t->raw)
		return end_raw(t, p);
	if (t->holding == 1 ? *p == '/' : html_is_letter(*p) &&
	    t->holding < HTML_REFERENCE_MAX) {
		if (t->holding > 1)
			t->name = html_name_add(t->name, (unsigned char)*p);
		t->held[t->holding++] = *p;
		return p + 1;
	}
	html_give_text(t, t->held, t->holding, t->held_at);
	t->state = html_home(t);
	return p;
}

/* A script's text is nobody's, so it is not handed on.  t->script counts its
 * comments: 1 behind `<!--', 2 behind <script> in there, where </script> does
 * not end the script. */
const char *
html_step_script_text(struct html_tokenizer *t, const char *p, const char *end)
{
	if (t->script == 0) {
		const char *less = memchr(p, '<', (size_t)(end - p));

		if (less == NULL)
			return end;
		t->state = HTML_SCRIPT_LESS;
		return less + 1;
	}
	if (*p == '<')
		t->state = HTML_SCRIPT_LESS;
	else if (*p == '>' && t->dashes >= 2)
		t->script = 0;
	t->dashes = *p == '-' ? t->dashes + 1 : 0;
	return p + 1;
}

const char *
html_step_script_less(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	t->name = 0;
	t->tag.closing = *p == '/';
	if (*p == '/') {
		t->state = HTML_SCRIPT_NAME;
		return p + 1;
	}
	if (*p == '!' && t->script == 0) {
		t->state = HTML_SCRIPT_BANG;
		return p + 1;
	}
	t->state = t->script == 1 && html_is_letter(*p) ?
	    HTML_SCRIPT_NAME : HTML_SCRIPT_TEXT;
	return p;
}

/* Behind `<' or `</' in a script. */
const char *
html_step_script_name(struct html_tokenizer *t, const char *p, const char *end)
{
	while (p < end && html_is_letter(*p))
		t->name = html_name_add(t->name, (unsigned char)*p++);
	if (p == end)
		return end;
	t->state = HTML_SCRIPT_TEXT;
	if (!ends_tag_name(*p) || t->name != t->raw)
		return p;
	if (!t->tag.closing)
		t->script = 2;
	else if (t->script < 2)
		return end_raw(t, p);
	else
		t->script = 1;
	return p;
}

const char *
html_step_script_bang(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	t->state = *p == '-' ? HTML_SCRIPT_DASH : HTML_SCRIPT_TEXT;
	return *p == '-' ? p + 1 : p;
}

/* Behind `<!-' in a script. */
const char *
html_step_script_dash(struct html_tokenizer *t, const char *p, const char *end)
{
	(void)end;
	t->state = HTML_SCRIPT_TEXT;
	if (*p != '-')
		return p;
	t->script = 1;
	t->dashes = 2;
	return p + 1;
}
