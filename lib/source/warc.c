/* WARC files (ISO 28500, versions 1.0 and 1.1), by a reader of our own:
 * libarchive's drops wget's records, whose URIs stand in <>, rejects 1.1 and
 * keeps the HTTP head. */
#define _DEFAULT_SOURCE	/* timegm */
#include <stdio.h>
#include <stdlib.h>

#include "base/digits.h"

#include "cursor.h"
#include "http.h"
#include "archive.h"

enum { FIELDS_MAX = 1000 };

#define RECORD_BYTES_MAX (1ull << 60)

struct record_head {
	char               kind[32];	/* WARC-Type */
	char               uri[CURSOR_LINE_MAX];
	char               type[HTTP_VALUE_MAX], charset[HTTP_VALUE_MAX];
	bool               dated, sized;
	time_t             date;
	unsigned long long bytes;
};

/* "2024-01-31T08:00:00Z", perhaps with a fraction of the second. */
static bool
read_date(struct slice value, time_t *date)
{
	struct tm when = { .tm_isdst = 0 };
	char      text[20];

	if (value.n < 19)
		return false;
	memcpy(text, value.p, 19);
	text[19] = '\0';
	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &when.tm_year,
	    &when.tm_mon, &when.tm_mday, &when.tm_hour, &when.tm_min,
	    &when.tm_sec) != 6)
		return false;
	when.tm_year -= 1900;
	when.tm_mon--;
	*date = timegm(&when);
	return *date != (time_t)-1;
}

static void
set(char *to, size_t room, struct slice value)
{
	if (value.n > 1 && value.p[0] == '<' && value.p[value.n - 1] == '>')
		value = (struct slice){ value.p + 1, value.n - 2 };
	snprintf(to, room, "%.*s", (int)value.n, value.p);
}

static void
read_field(struct record_head *head, struct slice line)
{
	struct slice value;

	if (http_field(line, "WARC-Type", &value))
		set(head->kind, sizeof(head->kind), value);
	else if (http_field(line, "WARC-Target-URI", &value))
		set(head->uri, sizeof(head->uri), value);
	else if (http_field(line, "Content-Type", &value))
		http_content_type(value, head->type, head->charset);
	else if (http_field(line, "WARC-Date", &value))
		head->dated = read_date(value, &head->date);
	else if (http_field(line, "Content-Length", &value))
		head->sized = digits_read(value, RECORD_BYTES_MAX,
		    &head->bytes);
}

/* Finds the next record and reads its head.  *LOST: something else stood in
 * its place.  Returns false at the end. */
static bool
read_head(struct cursor *cursor, struct record_head *head, bool *lost)
{
	char         text[CURSOR_LINE_MAX];
	struct slice line;

	*lost = false;
	*head = (struct record_head){ .kind = "" };
	for (;;) {
		if (!cursor_line(cursor, text, &line))
			return false;
		if (slice_starts(line, SLICE("WARC/1.")))
			break;
		*lost |= line.n > 0;
	}
	for (int i = 0; i < FIELDS_MAX && cursor_line(cursor, text, &line) &&
	    line.n > 0; i++)
		read_field(head, line);
	return true;
}

static void
take_response(struct source *source, struct stream *body, struct member *known)
{
	struct http http;

	http_open(&http, body);
	if (http.reason != NULL)
		source_reject(source, http.reason);
	else if (http.status != 200 && http.status != 203) {
		char reason[64];

		snprintf(reason, sizeof(reason), "has HTTP status %u",
		    http.status);
		source_skip(source, reason);
	} else {
		known->type = slice_of(http.type);
		known->charset = slice_of(http.charset);
		source_take(source, http.body, known);
	}
	http_close(&http);
}

static void
take_record(struct source *source, const struct record_head *head,
    struct slice url, struct stream *body)
{
	struct member known = {
		.dated = head->dated, .mtime = head->date, .url = url,
		.type = slice_of(head->type),
		.charset = slice_of(head->charset),
	};

	if (strcmp(head->kind, "response") == 0 &&
	    strncmp(head->type, "application/http", 16) == 0)
		take_response(source, body, &known);
	else if ((strcmp(head->kind, "resource") == 0 ||
	    strcmp(head->kind, "response") == 0) &&
	    strncmp(head->uri, "metadata:", 9) != 0)
		source_take(source, body, &known);
	else {
		char reason[64];

		snprintf(reason, sizeof(reason), "is a record of type %s",
		    head->kind);
		source_skip(source, reason);
	}
}

/* The URI as the name has it, which is UTF-8 whatever the file holds. */
static struct slice
uri_in(const struct buffer *name, size_t before, const struct record_head *head)
{
	return head->uri[0] == '\0' ? SLICE("") :
	    slice_from(buffer_slice(name), before + 1);
}

void
warc_each(struct source *source, const struct member *container)
{
	struct lookahead  *bytes = container->bytes;
	struct cursor      cursor;
	struct record_head head;
	struct bounded     body;
	bool               lost;

	cursor_open(&cursor, &bytes->stream);
	while (read_head(&cursor, &head, &lost)) {
		size_t before = source_name_add(&source->name, '!',
		    slice_of(head.uri[0] != '\0' ? head.uri : head.kind));

		bounded_open(&body, &cursor, head.bytes);
		if (!head.sized)
			source_reject(source, "is a record of unknown length");
		else
			take_record(source, &head, uri_in(&source->name,
			    before, &head), &body.stream);
		source->name.n = before;
		if (lost)
			source_reject(source, "has damage between its records");
		if (!bounded_skip(&body))
			break;
	}
	if (cursor.stream.reason != NULL)
		source_reject(source, cursor.stream.reason);
}
