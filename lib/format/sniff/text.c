/* What kind of text a text is. */
#include <stdint.h>
#include <strings.h>

#include "base/utf8.h"
#include "sniff.h"

enum { LOOK_BYTES = 4096, CSV_LINES = 20 };

static bool
has_suffix(struct slice name, const char *suffix)
{
	size_t n = strlen(suffix);

	return name.n > n &&
	    strncasecmp(name.p + name.n - n, suffix, n) == 0;
}

static bool
starts(struct slice text, const char *word)
{
	size_t n = strlen(word);

	return text.n >= n && strncasecmp(text.p, word, n) == 0;
}

/* Whether TAG stands in TEXT, in whatever case. */
static bool
has_tag(struct slice text, const char *tag)
{
	const char *p;

	while ((p = memchr(text.p, '<', text.n)) != NULL) {
		text = slice_from(text, (size_t)(p - text.p));
		if (starts(text, tag))
			return true;
		text = slice_from(text, 1);
	}
	return false;
}

/* How documents in markup begin, behind white space and comments (WHATWG MIME
 * Sniffing, 7.1, and what fragments of pages begin with). */
static const struct {
	const char *tag;
	const char *type;
} beginnings[] = {
	{ "<!doctype html", "text/html" }, { "<html", "text/html" },
	{ "<head", "text/html" }, { "<body", "text/html" },
	{ "<title", "text/html" }, { "<meta", "text/html" },
	{ "<link", "text/html" }, { "<style", "text/html" },
	{ "<script", "text/html" }, { "<table", "text/html" },
	{ "<tbody", "text/html" }, { "<tr", "text/html" },
	{ "<div", "text/html" }, { "<p", "text/html" },
	{ "<br", "text/html" }, { "<a", "text/html" },
	{ "<b", "text/html" }, { "<font", "text/html" },
	{ "<center", "text/html" }, { "<span", "text/html" },
	{ "<h1", "text/html" }, { "<h2", "text/html" }, { "<h3", "text/html" },
	{ "<ul", "text/html" }, { "<iframe", "text/html" },
	{ "<section", "text/html" }, { "<article", "text/html" },
	{ "<main", "text/html" }, { "<strong", "text/html" },
	{ "<w:worddocument", "application/vnd.ms-word+xml" },
	{ "<pkg:package", "application/vnd.ms-word+xml" },
	{ "<workbook", "application/vnd.ms-excel+xml" },
	{ "<svg", "image/svg+xml" },
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
		    !starts(text, "<!doctype html"))
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
by_beginning(struct slice text)
{
	text = skip_prologue(text);
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]);
	    i++) {
		if (starts(text, beginnings[i].tag) &&
		    ends_tag(text, strlen(beginnings[i].tag)))
			return beginnings[i].type;
	}
	return NULL;
}

/* RFC 2557: a message, whose header has these fields. */
static bool
is_mhtml(struct slice text)
{
	bool mime = false, content = false;

	text.n = text.n < LOOK_BYTES ? text.n : LOOK_BYTES;
	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);

		mime |= starts(text, "mime-version:");
		content |= starts(text, "content-type:");
		if (end == NULL || end == text.p)
			break;
		text = slice_from(text, (size_t)(end + 1 - text.p));
	}
	return mime && content;
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
by_name(struct slice name)
{
	name = without_query(name);
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (has_suffix(name, suffixes[i].suffix))
			return suffixes[i].type;
	return NULL;
}

/* What pages are made of beside text; their transport knows it well. */
static const char *
by_claim(struct slice claim)
{
	static const char *const types[] = { "text/css", "text/javascript",
		"application/javascript", "application/x-javascript",
		"application/json" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (starts(claim, types[i]))
			return types[i];
	return NULL;
}

const char *
sniff_text(struct slice text, struct slice name, struct slice claim)
{
	struct slice start = utf8_trim(text);
	const char  *type = by_beginning(text);

	if (type == NULL && is_mhtml(text))
		type = "multipart/related";
	if (type == NULL)
		type = by_claim(claim);
	if (type == NULL)
		type = by_name(name);
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
