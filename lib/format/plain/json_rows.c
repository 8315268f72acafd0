#include "json_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/digits.h"
#include "base/utf8.h"

/* A place in the value that is held; what is read goes to TABLE, if there is one. */
struct json_reading {
	struct slice       rest;
	struct json_rows  *j;
	struct text_table *table;
	unsigned long      line;
};

static bool
begins(struct slice line)
{
	static const char *const opening[] = { "[[", "[{", "[\"", "['", "{\"",
		"{'" };

	while (line.n > 0 && (*line.p == ' ' || *line.p == '\t'))
		line = slice_from(line, 1);
	if (line.n == 0 || (*line.p != '[' && *line.p != '{'))
		return false;
	for (size_t i = 0; i < sizeof(opening) / sizeof(*opening); i++) {
		if (slice_starts(line, slice_of(opening[i])))
			return true;
	}
	return slice_is(utf8_trim(line), "[");
}

/* Follows brackets and strings through LINE. */
static void
follow(struct json_rows *j, struct slice line)
{
	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];

		if (j->escaped)
			j->escaped = false;
		else if (j->quote != '\0' && c == '\\')
			j->escaped = true;
		else if (j->quote != '\0')
			j->quote = c == j->quote ? '\0' : j->quote;
		else if (c == '"' || c == '\'')
			j->quote = c;
		else
			j->depth += (c == '[' || c == '{') -
			    (c == ']' || c == '}');
	}
}

enum json_rows_taken
json_rows_take(struct json_rows *j, unsigned long number, struct slice line)
{
	if (j->held.count == 0 && !begins(line))
		return JSON_ROWS_NOT;
	if (!held_add(&j->held, number, line))
		return JSON_ROWS_NOT;
	follow(j, line);
	return j->depth > 0 || j->quote != '\0' ? JSON_ROWS_HELD :
	    JSON_ROWS_WHOLE;
}

void
json_rows_clear(struct json_rows *j)
{
	held_clear(&j->held);
	j->depth = 0;
	j->quote = '\0';
	j->escaped = false;
}

void
json_rows_free(struct json_rows *j)
{
	held_free(&j->held);
	buffer_free(&j->keys);
	buffer_free(&j->text);
}

static void
skip_blanks(struct json_reading *r)
{
	while (r->rest.n > 0 && strchr(" \t\r\n", *r->rest.p) != NULL)
		r->rest = slice_from(r->rest, 1);
}

/* Takes C, behind blanks, if it is next. */
static bool
take(struct json_reading *r, char c)
{
	skip_blanks(r);
	if (r->rest.n == 0 || *r->rest.p != c)
		return false;
	r->rest = slice_from(r->rest, 1);
	return true;
}

/* Adds the character that N digits of an escape say, and takes them. */
static bool
take_code(struct json_reading *r, size_t n, struct buffer *text)
{
	char     digits[9] = "", bytes[UTF8_BYTES_MAX], *end;
	uint32_t c;

	if (r->rest.n < n)
		return false;
	memcpy(digits, r->rest.p, n);
	c = (uint32_t)strtoul(digits, &end, 16);
	if (end != digits + n || c < 0x20 || c > 0x10FFFF)
		return false;
	buffer_add(text, (struct slice){ bytes, utf8_encode(bytes, c) });
	r->rest = slice_from(r->rest, n);
	return true;
}

static bool
take_escape(struct json_reading *r, struct buffer *text)
{
	char c;

	if (r->rest.n == 0)
		return false;
	c = *r->rest.p;
	r->rest = slice_from(r->rest, 1);
	if (c == 'u' || c == 'x')
		return take_code(r, c == 'u' ? 4 : 2, text);
	/* A line end or a TAB is a blank in a cell. */
	buffer_add(text, strchr("ntr", c) != NULL ? SLICE(" ") :
	    (struct slice){ &c, 1 });
	return true;
}

static bool
take_string(struct json_reading *r, struct buffer *text)
{
	char quote = *r->rest.p;

	r->rest = slice_from(r->rest, 1);
	while (r->rest.n > 0 && *r->rest.p != quote) {
		char c = *r->rest.p;

		r->rest = slice_from(r->rest, 1);
		if (c == '\\' ? !take_escape(r, text) : false)
			return false;
		if (c != '\\')
			buffer_add(text, (struct slice){ &c, 1 });
	}
	return take(r, quote);
}

/* A number or a word as it stands; what stands for nothing is nothing. */
static bool
take_bare(struct json_reading *r, struct buffer *text)
{
	struct slice word = { r->rest.p, 0 };

	while (word.n < r->rest.n && strchr(",]} \t\r\n:[{\"'",
	    r->rest.p[word.n]) == NULL)
		word.n++;
	r->rest = slice_from(r->rest, word.n);
	if (!slice_is(word, "null") && !slice_is(word, "None") &&
	    !slice_is(word, "nan") && !slice_is(word, "NaN"))
		buffer_add(text, word);
	return word.n > 0;
}

static bool
take_scalar(struct json_reading *r)
{
	skip_blanks(r);
	r->j->text.n = 0;
	if (r->rest.n == 0)
		return false;
	return *r->rest.p == '"' || *r->rest.p == '\'' ?
	    take_string(r, &r->j->text) : take_bare(r, &r->j->text);
}

static void
write_cell(const struct json_reading *r)
{
	if (r->table != NULL)
		text_cell(r->table, r->line,
		    utf8_trim(buffer_slice(&r->j->text)));
}

/* A row of scalars behind its opening bracket. */
static bool
take_row(struct json_reading *r)
{
	if (r->table != NULL)
		text_row(r->table);
	do {
		if (take(r, ']'))
			return true;
		if (!take_scalar(r))
			return false;
		write_cell(r);
	} while (take(r, ','));
	return take(r, ']');
}

/* The keys of the object at R, a NUL behind each, into KEYS. */
static bool
read_keys(struct json_reading r, struct buffer *keys)
{
	keys->n = 0;
	do {
		if (!take_scalar(&r) || !take(&r, ':'))
			return false;
		buffer_add(keys, buffer_slice(&r.j->text));
		buffer_add(keys, (struct slice){ "", 1 });
	} while (take_scalar(&r) && take(&r, ','));
	return take(&r, '}');
}

/* Whether KEYS only number the columns. */
static bool
are_numbers(struct slice keys)
{
	for (size_t i = 0; i < keys.n; i++) {
		if (keys.p[i] != '\0' && !is_digit((unsigned char)keys.p[i]))
			return false;
	}
	return true;
}

/* Writes KEYS as a row of their own, which names the columns below. */
static void
write_keys(const struct json_reading *r, struct slice keys)
{
	text_row(r->table);
	while (keys.n > 0) {
		struct slice key = slice_of(keys.p);

		text_cell(r->table, r->line, utf8_trim(key));
		keys = slice_from(keys, key.n + 1);
	}
}

/* An object of scalars behind its opening bracket: a row, below its keys where these are
 * not those of the one before. */
static bool
take_object(struct json_reading *r)
{
	struct buffer keys = { .n = 0 };
	bool          fine = read_keys(*r, &keys);
	struct slice  now = buffer_slice(&keys);

	if (fine && r->table != NULL) {
		if (!are_numbers(now) && (!r->table->open ||
		    !slice_eq(now, buffer_slice(&r->j->keys))))
			write_keys(r, now);
		r->j->keys.n = 0;
		buffer_add(&r->j->keys, now);
		text_row(r->table);
	}
	buffer_free(&keys);
	while (fine) {
		fine = take_scalar(r) && take(r, ':') && take_scalar(r);
		if (fine)
			write_cell(r);
		if (!take(r, ','))
			return fine && take(r, '}');
	}
	return false;
}

/* The whole value: rows, or one. */
static bool
take_value(struct json_reading *r)
{
	if (take(r, '{'))
		return take_object(r);
	if (!take(r, '['))
		return false;
	skip_blanks(r);
	if (r->rest.n == 0 || (*r->rest.p != '[' && *r->rest.p != '{'))
		return take_row(r);
	do {
		if (!(take(r, '[') ? take_row(r) : take(r, '{') && take_object(r)))
			return false;
	} while (take(r, ','));
	return take(r, ']');
}

static bool
take_all(struct json_rows *j, struct text_table *t)
{
	struct json_reading r = { buffer_slice(&j->held.text), j, t,
		j->held.line[0].number };

	if (!take_value(&r))
		return false;
	take(&r, ',');
	skip_blanks(&r);
	return r.rest.n == 0;
}

bool
json_rows_write(struct json_rows *j, struct text_table *t)
{
	if (!take_all(j, NULL))
		return false;
	if (j->held.count > 1)
		t->open = false;
	return take_all(j, t);
}
