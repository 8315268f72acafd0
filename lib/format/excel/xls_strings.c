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

void
xls_text_add(struct buffer *out, struct slice bytes, size_t n, bool wide)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t c = wide ? little16(bytes, 2 * i) : little8(bytes, i);

		if (c >= 0xD800 && c < 0xDC00 && i + 1 < n && wide) {
			uint32_t low = little16(bytes, 2 * ++i);

			c = 0x10000 + ((c - 0xD800) << 10) +
			    ((low - 0xDC00) & 0x3FF);
		}
		paragraph_character(out, c >= 0xD800 && c < 0xE000
		    ? 0xFFFD : c);
	}
}

void
xls_string_add(struct buffer *out, struct slice data, bool short_length)
{
	size_t at = short_length ? 1 : 2;
	size_t n = short_length ? little8(data, 0) : little16(data, 0);
	bool   wide = (little8(data, at) & 1) != 0;
	size_t room = data.n > at ? (data.n - at - 1) / (wide ? 2 : 1) : 0;

	xls_text_add(out, little_part(data, at + 1, data.n),
	    n < room ? n : room, wide);
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
 * they are: 2.5.293. */
static void
take_characters(struct continued *run, size_t n, bool wide, struct buffer *out)
{
	while (n > 0 && !run->ended) {
		size_t width = wide ? 2 : 1;
		size_t part = run->rest.n / width;

		if (part > n)
			part = n;
		xls_text_add(out, run->rest, part, wide);
		run->rest = slice_from(run->rest, part * width);
		n -= part;
		if (n > 0) {
			next_continued(run);
			if (!run->ended)
				wide = (take_little(run, 1) & 1) != 0;
		}
	}
}

/* 2.5.293: length, flags, perhaps numbers of formatting runs and of bytes of
 * phonetic text, which stand behind the characters. */
static void
take_string(struct continued *run, struct buffer *out)
{
	size_t   n = take_little(run, 2);
	unsigned flags = take_little(run, 1);
	size_t   runs = flags & 8 ? take_little(run, 2) : 0;
	size_t   phonetic = flags & 4 ? take_little(run, 4) : 0;

	take_characters(run, n, (flags & 1) != 0, out);
	skip_bytes(run, 4 * runs);
	skip_bytes(run, phonetic);
}

void
xls_strings_read(struct xls_file *file, struct slice first, size_t at)
{
	struct continued run = { .stream = file->stream, .rest = first,
		.at = at };
	struct buffer    text = { .n = 0 };
	uint32_t         n;

	take_little(&run, 4);
	n = take_little(&run, 4);
	for (uint32_t i = 0; i < n && !run.ended; i++) {
		text.n = 0;
		take_string(&run, &text);
		workbook_add_string(&file->book, paragraph_text(&text));
	}
	buffer_free(&text);
}
