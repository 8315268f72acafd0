#include "tsv.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "diagnostics.h"
#include "buffer.h"
#include "utf8.h"

enum { READ_BYTES = 65536 };

static struct slice
next_line(struct tsv *tsv)
{
	const char  *lf = memchr(tsv->rest.p, '\n', tsv->rest.n);
	size_t       n = lf != NULL ? (size_t)(lf - tsv->rest.p) : tsv->rest.n;
	struct slice line = { tsv->rest.p, n };

	tsv->rest = slice_from(tsv->rest, n + (lf != NULL));
	tsv->line++;
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

struct tsv
tsv_open(struct slice text)
{
	struct tsv tsv = { .rest = text };

	if (text.n > 0)
		next_line(&tsv);
	return tsv;
}

/* Cuts the next field off LINE; false behind the last. */
static bool
next_field(struct slice *line, struct slice *field)
{
	const char *tab;

	if (line->p == NULL)
		return false;
	tab = memchr(line->p, '\t', line->n);
	*field = (struct slice){ line->p, tab != NULL ?
	    (size_t)(tab - line->p) : line->n };
	*line = tab != NULL ? slice_from(*line, field->n + 1) :
	    (struct slice){ NULL, 0 };
	return true;
}

int
tsv_column(struct slice text, struct slice name)
{
	struct tsv   tsv = { .rest = text };
	struct slice header = text.n > 0 ? next_line(&tsv) : SLICE("");
	struct slice field;

	for (int i = 0; next_field(&header, &field); i++)
		if (slice_eq(field, name))
			return i;
	return -1;
}

int
tsv_next(struct tsv *tsv, struct slice field[], int max)
{
	struct slice line = { "", 0 };
	int          n = 0;

	while (tsv->rest.n > 0 && (line.n == 0 || line.p[0] == '#'))
		line = next_line(tsv);
	if (line.n == 0 || line.p[0] == '#')
		return 0;
	for (int i = 0; i < max; i++)
		field[i] = slice_from(line, line.n);
	for (struct slice cut; next_field(&line, &cut); n++)
		if (n < max)
			field[n] = cut;
	return n;
}

/* What FILE, opened from PATH, holds; exits when it cannot be read. */
static struct slice
read_all(FILE *file, const char *path)
{
	struct buffer text = { .n = 0 };
	size_t        got = 1;

	while (file != NULL && got > 0) {
		got = fread(buffer_room(&text, READ_BYTES), 1, READ_BYTES,
		    file);
		text.n += got;
	}
	if (file == NULL || ferror(file)) {
		warn_at(path, "%s", strerror(errno));
		exit(CLI_TROUBLE);
	}
	fclose(file);
	text.p[text.n] = '\0';
	return buffer_slice(&text);
}

/* TEXT of the file PATH without a byte order mark; exits when it is no
 * UTF-8. */
static struct slice
checked(struct slice text, const char *path)
{
	static const struct slice mark = { "\xEF\xBB\xBF", 3 };
	size_t                    valid;
	unsigned long             line = 1;

	if (slice_starts(text, SLICE("\xFF\xFE")) ||
	    slice_starts(text, SLICE("\xFE\xFF"))) {
		warn_at(path, "is UTF-16; save it as UTF-8");
		exit(CLI_TROUBLE);
	}
	if (slice_starts(text, mark))
		text = slice_from(text, mark.n);
	valid = utf8_valid_length(text);
	if (valid == text.n)
		return text;
	for (size_t i = 0; i < valid; i++)
		line += text.p[i] == '\n';
	warn_at_line(path, line, "is not UTF-8 (GBK, perhaps); "
	    "save it as UTF-8");
	exit(CLI_TROUBLE);
}

struct slice
tsv_bytes(const char *path)
{
	return read_all(fopen(path, "r"), path);
}

struct slice
tsv_file(const char *path)
{
	return checked(tsv_bytes(path), path);
}

bool
tsv_file_if_any(const char *path, struct slice *text)
{
	FILE *file = fopen(path, "r");

	if (file == NULL && errno == ENOENT)
		return false;
	*text = checked(read_all(file, path), path);
	return true;
}
