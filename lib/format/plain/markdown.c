#include "markdown.h"

#include <string.h>

/* 4.2: one to six `#' and a blank; as many as there are may follow. */
static bool
take_heading_marks(struct slice *text)
{
	size_t level = 0;

	while (level < text->n && text->p[level] == '#')
		level++;
	if (level == 0 || level > 6 ||
	    (level < text->n && strchr(" \t", text->p[level]) == NULL))
		return false;
	*text = slice_trim(slice_from(*text, level));
	while (text->n > 0 && text->p[text->n - 1] == '#')
		text->n--;
	*text = slice_trim(*text);
	return true;
}

/* 5.1, 5.2: marks of quotations and of lists without numbers. */
static struct slice
without_bullet(struct slice text)
{
	while (text.n > 1 && (text.p[0] == '>' ||
	    (strchr("-*+", text.p[0]) != NULL && text.p[1] == ' ')))
		text = slice_trim(slice_from(text, 1));
	return text;
}

/* 4.1, 4.3, 4.5: a line of one mark, three times or more. */
static bool
is_rule_or_fence(struct slice text)
{
	size_t marks = 0;

	if (text.n == 0 || strchr("-*_=`~", text.p[0]) == NULL)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != ' ' && text.p[i] != text.p[0])
			return text.p[0] == '`' && marks >= 3;
		marks += text.p[i] != ' ';
	}
	return marks >= 3;
}

/* What stands for something else in running text. */
static const struct {
	struct slice mark;
	struct slice text;
} marks[] = {
	{ { "**", 2 }, { "", 0 } }, { { "__", 2 }, { "", 0 } },
	{ { "<br>", 4 }, { " ", 1 } }, { { "<br/>", 5 }, { " ", 1 } },
	{ { "<br />", 6 }, { " ", 1 } }, { { "&nbsp;", 6 }, { " ", 1 } },
	{ { "&lt;", 4 }, { "<", 1 } }, { { "&gt;", 4 }, { ">", 1 } },
	{ { "&amp;", 5 }, { "&", 1 } },
};

/* 2.4: a backslash before a mark takes its meaning from it; but for a pipe,
 * which would end a cell all the same. */
static bool
is_escape(struct slice rest)
{
	return rest.n > 1 && rest.p[0] == '\\' &&
	    strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{}~", rest.p[1]) != NULL &&
	    rest.p[1] != '\0';
}

/* Puts TEXT at OUT, which may be where it is, without its marks. */
static struct slice
without_marks(char *out, struct slice text)
{
	size_t n = 0;

	while (text.n > 0) {
		size_t i = 0, all = sizeof(marks) / sizeof(marks[0]);

		while (i < all && !slice_starts(text, marks[i].mark))
			i++;
		if (i < all) {
			memmove(out + n, marks[i].text.p, marks[i].text.n);
			n += marks[i].text.n;
			text = slice_from(text, marks[i].mark.n);
			continue;
		}
		if (is_escape(text))
			text = slice_from(text, 1);
		out[n++] = text.p[0];
		text = slice_from(text, 1);
	}
	return (struct slice){ out, n };
}

struct slice
markdown_inline(char *text, size_t n)
{
	return without_marks(text, (struct slice){ text, n });
}

struct markdown_line
markdown_read(char *line, size_t n)
{
	struct slice         text = { line, n }, trimmed = slice_trim(text);
	struct markdown_line read = { .rule = is_rule_or_fence(trimmed) };

	if (read.rule)
		return read;
	read.heading = take_heading_marks(&trimmed);
	if (!read.heading)
		trimmed = without_bullet(trimmed);
	read.text = without_marks(line, trimmed);
	return read;
}
