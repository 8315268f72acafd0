/* Letters in Markdown (CommonMark): a list of entries, with lists in it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "letter_output.h"
#include "markup.h"

/* What stands for itself behind a backslash, and means something without. */
static void
add_text(struct buffer *out, struct slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("\\`*_[]<>#&", text.p[i]) != NULL)
			buffer_string(out, "\\");
		buffer_add(out, (struct slice){ text.p + i, 1 });
	}
}

static void
begin(struct buffer *out)
{
	out->n = 0;
}

static void
text_add(struct buffer *out, enum letter_text kind, struct slice text)
{
	buffer_string(out, kind == LETTER_TITLE ? "# " : kind ==
	    LETTER_HEADING ? "\n## " : "\n");
	add_text(out, text);
	buffer_string(out, "\n");
}

static void
open_entries(struct buffer *out, const struct slice name[])
{
	(void)name;
	buffer_string(out, "\n");
}

/* The next of LINES; false behind the last. */
static bool
line_next(struct slice *lines, struct slice *line)
{
	const char *end = lines->n > 0 ? memchr(lines->p, '\n', lines->n) : NULL;

	if (lines->n == 0)
		return false;
	*line = (struct slice){ lines->p, end != NULL ?
	    (size_t)(end - lines->p) : lines->n };
	*lines = slice_from(*lines, line->n + (end != NULL));
	return true;
}

/* A point for FIELD: its name and its first line; one for each further line. */
static void
add_field(struct buffer *out, const struct letter_entry *entry, int field)
{
	struct slice lines = entry->field[field], line;
	bool         is_first = true;

	while (line_next(&lines, &line)) {
		buffer_string(out, "   - ");
		if (is_first) {
			add_text(out, entry->name[field]);
			buffer_add(out, entry->colon);
		}
		add_text(out, line);
		buffer_string(out, "\n");
		is_first = false;
	}
}

static void
entry_add_point(struct buffer *out, const struct letter_entry *entry)
{
	struct slice lines = entry->field[LETTER_PLACE], line;

	markup_number(out, (long long)entry->number);
	buffer_string(out, ". **");
	add_text(out, entry->level);
	buffer_string(out, "**");
	while (line_next(&lines, &line)) {
		buffer_string(out, " ");
		add_text(out, line);
	}
	buffer_string(out, "\n");
	for (int i = LETTER_PLACE + 1; i < LETTER_FIELDS; i++)
		add_field(out, entry, i);
}

static void
nothing(struct buffer *out)
{
	(void)out;
}

static const char *
write_file(const char *path, struct slice letter)
{
	FILE *file = fopen(path, "wbx");
	bool  done;
	int   error;

	if (file == NULL)
		return strerror(errno);
	done = fwrite(letter.p, 1, letter.n, file) == letter.n;
	error = errno;
	if (fclose(file) != 0 && done) {
		error = errno;
		done = false;
	}
	if (!done)
		unlink(path);
	return done ? NULL : strerror(error);
}

const struct letter_output letter_markdown = {
	".md", begin, text_add, open_entries, entry_add_point, nothing, nothing,
	write_file,
};
