#include "base/utf16.h"
#include "charset/code_page.h"
#include "xls.h"

bool
xls_next(struct slice stream, size_t *at, struct xls_record *record)
{
	size_t size;

	if (*at + 4 > stream.n)
		return false;
	size = little16(stream, *at + 2);
	record->type = little16(stream, *at);
	record->data = little_part(stream, *at + 4, size);
	*at += 4 + record->data.n;
	return true;
}

/* Appends 16-bit characters; half a pair alone is U+FFFD. */
static void
add_units(struct buffer *out, struct slice bytes, enum vertical_align align)
{
	uint32_t high = 0, c;

	for (size_t i = 0; i + 1 < bytes.n; i += 2) {
		uint32_t unit = little16(bytes, i);

		if (high != 0 && (unit < 0xDC00 || unit > 0xDFFF))
			paragraph_character(out, UTF8_REPLACEMENT);
		if (utf16_take(&high, unit, &c))
			superscript_character(out, c, align);
	}
	if (high != 0)
		paragraph_character(out, UTF8_REPLACEMENT);
}

struct raised {
	struct buffer      *out;
	enum vertical_align align;
};

static const char *
take_decoded(void *context, struct slice utf8)
{
	struct raised *raised = context;

	superscript_add(raised->out, utf8, raised->align);
	return NULL;
}

/* Many writers of Chinese name no code page, or Latin's. */
static unsigned
page_of(const struct xls_file *file, struct slice bytes)
{
	unsigned page = file->code_page;

	if (page == 0 || page == CODE_PAGE_LATIN)
		page = code_page_in_pairs(bytes) ? CODE_PAGE_CHINESE
		    : CODE_PAGE_LATIN;
	return page;
}

/* Appends CHARACTERS: 16-bit if WIDE, else bytes, which BIFF8 has of Latin
 * letters only. */
static void
add_characters(const struct xls_file *file, struct buffer *out,
    struct xls_string part, enum vertical_align align)
{
	struct raised raised = { out, align };

	if (part.wide)
		add_units(out, part.characters, align);
	else if (file->old)
		code_page_decode(page_of(file, part.characters),
		    part.characters, take_decoded, &raised);
	else
		for (size_t i = 0; i < part.characters.n; i++)
			superscript_character(out,
			    (unsigned char)part.characters.p[i], align);
}

struct xls_string
xls_string_at(const struct xls_file *file, struct slice data,
    bool short_length)
{
	size_t at = short_length ? 1 : 2;
	size_t n = short_length ? little8(data, 0) : little16(data, 0);
	bool   wide = !file->old && (little8(data, at) & 1) != 0;

	data = little_part(data, at + !file->old, data.n);
	n *= wide ? 2 : 1;
	return (struct xls_string){ little_part(data, 0, n),
	    little_part(data, n, data.n), wide };
}

void
xls_string_add(const struct xls_file *file, struct buffer *out,
    struct xls_string string)
{
	add_characters(file, out, string, ALIGN_BASELINE);
}

/* Where run I begins, in bytes of STRING. */
static size_t
run_start(const struct xls_runs *runs, size_t i, struct xls_string string)
{
	size_t at = little(runs->bytes, i * runs->size,
	    (unsigned)runs->size / 2) * (string.wide ? 2u : 1u);

	return i < runs->n && at < string.characters.n ? at
	    : string.characters.n;
}

struct workbook_text
xls_rich_text(const struct xls_file *file, struct xls_string string,
    struct xls_runs runs, struct buffer *lead, struct buffer *rest)
{
	struct xls_string part = string;

	lead->n = rest->n = 0;
	part.characters.n = run_start(&runs, 0, string);
	add_characters(file, lead, part, ALIGN_BASELINE);
	for (size_t i = 0; i < runs.n; i++) {
		size_t               from = run_start(&runs, i, string);
		size_t               to = run_start(&runs, i + 1, string);
		struct workbook_font font = workbook_find_font(&file->book,
		    (long)little(runs.bytes, i * runs.size + runs.size / 2,
		    (unsigned)runs.size / 2));

		part.characters = little_part(string.characters, from,
		    to > from ? to - from : 0);
		if (!font.struck)
			add_characters(file, rest, part, font.align);
	}
	return (struct workbook_text){ buffer_slice(lead),
	    buffer_slice(rest) };
}

/* The bytes of a record and of those that continue it. */
struct continued {
	struct slice stream, rest;
	size_t       at;
	bool         ended;
};

static void
next_continued(struct continued *run)
{
	struct xls_record record;

	if (xls_next(run->stream, &run->at, &record) &&
	    record.type == XLS_CONTINUE)
		run->rest = record.data;
	else
		run->ended = true;
}

static uint32_t
take_little(struct continued *run, unsigned n)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < n; i++) {
		while (run->rest.n == 0 && !run->ended)
			next_continued(run);
		value |= (uint32_t)little8(run->rest, 0) << 8 * i;
		run->rest = little_part(run->rest, 1, run->rest.n);
	}
	return value;
}

static void
skip_bytes(struct continued *run, size_t n)
{
	while (n > 0 && !run->ended) {
		size_t part = n < run->rest.n ? n : run->rest.n;

		run->rest = slice_from(run->rest, part);
		n -= part;
		if (run->rest.n == 0 && n > 0)
			next_continued(run);
	}
}

/* Where characters go on in the next record, a byte there says anew how wide
 * they are: 2.5.293.  They come out 16-bit. */
static void
take_characters(struct continued *run, size_t n, bool wide, struct buffer *out)
{
	while (n > 0 && !run->ended) {
		size_t width = wide ? 2 : 1;
		size_t part = run->rest.n / width;

		if (part > n)
			part = n;
		for (size_t i = 0; i < part; i++) {
			char unit[2] = { run->rest.p[i * width], wide ?
			    run->rest.p[i * width + 1] : '\0' };

			buffer_add(out, (struct slice){ unit, 2 });
		}
		run->rest = slice_from(run->rest, part * width);
		n -= part;
		if (n > 0) {
			next_continued(run);
			if (!run->ended)
				wide = (take_little(run, 1) & 1) != 0;
		}
	}
}

/* Strings in the making. */
struct shared_strings {
	struct xls_file *file;
	struct buffer    units, runs, lead, rest;
};

/* 2.5.293: length, flags, perhaps numbers of formatting runs and of bytes of
 * phonetic text, which stand behind the characters. */
static void
take_string(struct continued *run, struct shared_strings *s)
{
	enum { RUN_BYTES = 4 };
	size_t   n = take_little(run, 2);
	unsigned flags = take_little(run, 1);
	size_t   runs = flags & 8 ? take_little(run, 2) : 0;
	size_t   phonetic = flags & 4 ? take_little(run, 4) : 0;

	s->units.n = s->runs.n = 0;
	take_characters(run, n, (flags & 1) != 0, &s->units);
	for (size_t i = 0; i < RUN_BYTES * runs && !run->ended; i++) {
		char byte = (char)take_little(run, 1);

		buffer_add(&s->runs, (struct slice){ &byte, 1 });
	}
	skip_bytes(run, phonetic);
	workbook_add_string(&s->file->book, xls_rich_text(s->file,
	    (struct xls_string){ .characters = buffer_slice(&s->units),
	    .wide = true }, (struct xls_runs){ buffer_slice(&s->runs),
	    s->runs.n / RUN_BYTES, RUN_BYTES }, &s->lead, &s->rest));
}

void
xls_strings_read(struct xls_file *file, struct slice first, size_t at)
{
	struct continued run = { .stream = file->stream, .rest = first,
		.at = at };
	struct shared_strings s = { .file = file };
	uint32_t              n;

	take_little(&run, 4);
	n = take_little(&run, 4);
	for (uint32_t i = 0; i < n && !run.ended; i++)
		take_string(&run, &s);
	buffer_free(&s.units);
	buffer_free(&s.runs);
	buffer_free(&s.lead);
	buffer_free(&s.rest);
}
