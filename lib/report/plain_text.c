#include "plain_text.h"

#include <stdbool.h>

#include "base/visible.h"

/* Adds TEXT, in which no escape of records is. */
static void
add_visible(struct buffer *out, struct slice text)
{
	char hidden[VISIBLE_ESCAPE];

	while (text.n > 0) {
		size_t n = visible_length(text);

		buffer_add(out, (struct slice){ text.p, n });
		text = slice_from(text, n);
		if (text.n == 0)
			return;
		visible_escape(hidden, &text);
		buffer_string(out, hidden);
	}
}

void
plain_field_add(struct buffer *out, struct slice field)
{
	while (field.n > 0) {
		const char *escape = memchr(field.p, '\\', field.n);
		size_t      n = escape != NULL ? (size_t)(escape - field.p) :
		    field.n;

		add_visible(out, (struct slice){ field.p, n });
		field = slice_from(field, n);
		if (field.n == 0)
			return;
		buffer_string(out, field.n == 1 || field.p[1] == '\\' ? "\\" :
		    " ");
		field = slice_from(field, field.n == 1 ? 1 : 2);
	}
}

/* What the references stand for that markup.c writes, and two that pages have. */
static const struct { struct slice reference, text; } references[] = {
	{ { "&amp;", 5 }, { "&", 1 } }, { { "&lt;", 4 }, { "<", 1 } },
	{ { "&gt;", 4 }, { ">", 1 } }, { { "&quot;", 6 }, { "\"", 1 } },
	{ { "&#39;", 5 }, { "'", 1 } }, { { "&emsp;", 6 }, { " ", 1 } },
};

/* Adds what the reference stands for that MARKUP begins with.  Returns its length. */
static size_t
add_reference(struct buffer *out, struct slice markup)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
		if (slice_starts(markup, references[i].reference)) {
			buffer_add(out, references[i].text);
			return references[i].reference.n;
		}
	buffer_string(out, "&");
	return 1;
}

/* Whether TAG, without its brackets, ends a line. */
static bool
ends_line(struct slice tag)
{
	return slice_is(tag, "/p") || slice_is(tag, "/li");
}

/* Passes over the tag that MARKUP begins with.  Returns its length. */
static size_t
pass_tag(struct buffer *out, struct slice markup)
{
	const char *end = memchr(markup.p, '>', markup.n);
	size_t      n = end != NULL ? (size_t)(end - markup.p) + 1 : markup.n;

	if (end != NULL && ends_line((struct slice){ markup.p + 1, n - 2 }) &&
	    out->n > 0 && out->p[out->n - 1] != '\n')
		buffer_string(out, "\n");
	return n;
}

void
plain_markup_add(struct buffer *out, struct slice markup)
{
	size_t begin = out->n;

	while (markup.n > 0) {
		size_t n = 1;

		if (markup.p[0] == '<')
			n = pass_tag(out, markup);
		else if (markup.p[0] == '&')
			n = add_reference(out, markup);
		else if (markup.p[0] != '\n') {
			while (n < markup.n && markup.p[n] != '<' &&
			    markup.p[n] != '&' && markup.p[n] != '\n')
				n++;
			buffer_add(out, (struct slice){ markup.p, n });
		}
		markup = slice_from(markup, n);
	}
	while (out->n > begin && out->p[out->n - 1] == '\n')
		out->n--;
}
