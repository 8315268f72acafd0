#include "content_type.h"

#include "base/utf8.h"
#include "format/mail/mime.h"

enum { CSV_LINES = 20 };

static bool
begins_with(struct slice text, const char *word)
{
	return slice_starts_nocase(text, slice_of(word));
}

/* Whether TAG stands in TEXT, in whatever case. */
static bool
has_tag(struct slice text, const char *tag)
{
	const char *p;

	while ((p = memchr(text.p, '<', text.n)) != NULL) {
		text = slice_from(text, (size_t)(p - text.p));
		if (begins_with(text, tag))
			return true;
		text = slice_from(text, 1);
	}
	return false;
}

/* How documents in markup begin, behind white space and comments (WHATWG MIME
 * Sniffing, 7.1, and what fragments of pages begin with). */
static const struct {
	const char *type;
	const char *tags[30];
} beginnings[] = {
	{ "text/html", { "<!doctype html", "<html", "<head", "<body",
	    "<title", "<meta", "<link", "<style", "<script", "<table",
	    "<tbody", "<tr", "<div", "<p", "<br", "<a", "<b", "<font",
	    "<center", "<span", "<h1", "<h2", "<h3", "<ul", "<iframe",
	    "<section", "<article", "<main", "<strong" } },
	{ "application/vnd.ms-word+xml", { "<w:worddocument" } },
	{ "application/vnd.ms-word.flat-opc+xml", { "<pkg:package" } },
	{ "application/vnd.ms-excel+xml", { "<workbook" } },
	{ "application/vnd.uof.text", { "<uof:uof" } },
	{ "application/x-gnumeric", { "<gnm:workbook", "<gmr:workbook" } },
	{ "application/vnd.oasis.opendocument.flat-xml",
	    { "<office:document" } },
	{ "image/svg+xml", { "<svg" } },
};

/* TEXT behind white space, comments, declarations and processing instructions
 * of XML. */
static struct slice
skip_prologue(struct slice text)
{
	for (;;) {
		const char *end, *close;

		text = utf8_trim(text);
		if (slice_starts(text, SLICE("<!--")))
			close = "-->";
		else if (slice_starts(text, SLICE("<?")))
			close = "?>";
		else if (slice_starts(text, SLICE("<!")) &&
		    !begins_with(text, "<!doctype html"))
			close = ">";
		else
			return text;
		end = slice_find(text, slice_of(close));
		if (end == NULL)
			return text;
		text = slice_from(text,
		    (size_t)(end - text.p) + strlen(close));
	}
}

static bool
ends_tag(struct slice text, size_t n)
{
	return n >= text.n || strchr(" \t\r\n\f>/", text.p[n]) != NULL;
}

static const char *
type_by_beginning(struct slice text)
{
	text = skip_prologue(text);
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		for (const char *const *tag = beginnings[i].tags; *tag != NULL;
		    tag++)
			if (begins_with(text, *tag) &&
			    ends_tag(text, strlen(*tag)))
				return beginnings[i].type;
	return NULL;
}

/* Whether TEXT begins with a field of a header: most texts do not, and need
 * no look at their lines. */
static bool
begins_with_field(struct slice text)
{
	size_t n = 0;

	while (n < text.n && (text.p[n] == '-' ||
	    (unsigned)(text.p[n] | 0x20) - 'a' < 26))
		n++;
	return n > 0 && n < text.n && text.p[n] == ':';
}

/* RFC 5322: a message, whose header says how it is made, or where it came
 * from and how.  RFC 2557: one that is a page. */
static const char *
message_type(struct slice text)
{
	struct slice head = mime_entity(text).head;
	struct slice type = mime_header(head, "Content-Type");
	bool         mime = type.n > 0 &&
	    mime_header(head, "MIME-Version").n > 0;

	if (mime && (mime_is(type, "multipart/related") ||
	    mime_is(type, "text/html")))
		return "multipart/related";
	return mime || (mime_header(head, "From").n > 0 &&
	    (mime_header(head, "Message-ID").n > 0 ||
	    mime_header(head, "Received").n > 0 ||
	    mime_header(head, "Return-Path").n > 0)) ? "message/rfc822" : NULL;
}

/* Tags in the middle: a page below something that is none. */
static bool
has_markup(struct slice text)
{
	static const char *const tags[] = { "<html", "<body", "</table>",
		"</div>", "</p>", "<br" };

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (has_tag(text, tags[i]))
			return true;
	return false;
}

/* Several lines, every one with the same number of commas, two or more: with
 * quotes it is not looked at so closely, prose has none of this. */
static bool
is_csv(struct slice text)
{
	size_t commas = 0, lines = 0;

	while (text.n > 0 && lines < CSV_LINES) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t      n = end == NULL ? text.n : (size_t)(end - text.p);
		size_t      found = 0;

		if (end == NULL && lines > 0)
			break;		/* perhaps cut */
		for (size_t i = 0; i < n; i++)
			found += text.p[i] == ',';
		if (found < 2 || (lines > 0 && found != commas))
			return false;
		commas = found;
		lines++;
		text = slice_from(text, n + (end != NULL));
	}
	return lines >= 3;
}

/* Names that decide what a text is. */
static const struct {
	const char *suffix;
	const char *type;
} suffixes[] = {
	{ ".csv", "text/csv" }, { ".tsv", "text/tab-separated-values" },
	{ ".tab", "text/tab-separated-values" },
	{ ".md", "text/markdown" }, { ".markdown", "text/markdown" },
	{ ".txt", "text/plain" }, { ".text", "text/plain" },
	{ ".css", "text/css" }, { ".js", "text/javascript" },
	{ ".mjs", "text/javascript" }, { ".json", "application/json" },
	{ "desktop.ini", "application/x-desktop" },
};

/* A URL's query and fragment are no part of the file's name. */
static struct slice
without_query(struct slice name)
{
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] == '?' || name.p[i] == '#')
			name.n = i;
	return name;
}

static const char *
type_by_name(struct slice name)
{
	name = without_query(name);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		const char *suffix = suffixes[i].suffix;
		size_t      n = strlen(suffix);

		if (name.n > n &&
		    begins_with(slice_from(name, name.n - n), suffix))
			return suffixes[i].type;
	}
	return NULL;
}

/* The bytes of the quoted field that TEXT begins with, up to the tab or line end
 * behind it; 0 for none.  Quotes in it are doubled (RFC 4180). */
static size_t
quoted_field_at(struct slice text)
{
	size_t i = 1;

	if (text.n == 0 || text.p[0] != '"')
		return 0;
	while (i < text.n && (text.p[i] != '"' ||
	    (i + 1 < text.n && text.p[i + 1] == '"')))
		i += text.p[i] == '"' ? 2 : 1;
	if (i >= text.n)
		return 0;
	i++;
	return i == text.n || strchr("\t\r\n", text.p[i]) != NULL ? i : 0;
}

/* Whether a field between tabs holds a line end, in quotes, as spreadsheets write
 * it: then lines are no rows. */
static bool
has_quoted_line_end(struct slice text)
{
	bool begins = true;		/* a field */

	while (text.n > 0) {
		size_t n = begins ? quoted_field_at(text) : 0;

		if (n > 0 && memchr(text.p, '\n', n) != NULL)
			return true;
		n = n > 0 ? n : 1;
		begins = text.p[n - 1] == '\t' || text.p[n - 1] == '\n';
		text = slice_from(text, n);
	}
	return false;
}

/* What pages are made of beside text; their transport knows it well. */
static const char *
type_by_claim(struct slice claim)
{
	static const char *const types[] = { "text/css", "text/javascript",
		"application/javascript", "application/x-javascript",
		"application/json" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (begins_with(claim, types[i]))
			return types[i];
	return NULL;
}

const char *
content_type_text(struct slice text, struct slice name, struct slice claim)
{
	struct slice start = utf8_trim(text);
	const char  *type = type_by_beginning(text);

	if (type != NULL && strcmp(type, "application/vnd.uof.text") == 0 &&
	    slice_find(text, SLICE("vnd.uof.spreadsheet")) != NULL)
		return "application/vnd.uof.spreadsheet";
	if (type == NULL && begins_with_field(text))
		type = message_type(text);
	if (type == NULL)
		type = type_by_claim(claim);
	if (type == NULL)
		type = type_by_name(name);
	if (type != NULL && strcmp(type, "text/tab-separated-values") == 0 &&
	    has_quoted_line_end(text))
		return "text/csv";
	if (type != NULL)
		return type;
	if (has_markup(text))
		return "text/html";
	if (slice_starts(start, SLICE("<?xml")))
		return "application/xml";
	if (slice_starts(start, SLICE("{\"")) ||
	    slice_starts(start, SLICE("[{")))
		return "application/json";
	return is_csv(text) ? "text/csv" : "text/plain";
}
