#include "spreadsheet_check.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "base/slice.h"

/* A sheet of the file, read as it comes: its bytes are counted between <t> and </t>,
 * a reference as the one that it stands for. */
struct sheet_reader {
	bool               in_tag, in_text, in_reference, is_whole;
	char               tag[16];	/* the beginning of the present one */
	size_t             tag_bytes;
	struct sheet_tally tally;
};

static void
end_tag(struct sheet_reader *reader)
{
	struct slice tag = { reader->tag, reader->tag_bytes };

	reader->in_tag = false;
	reader->in_text = slice_is(tag, "t") ||
	    slice_starts(tag, SLICE("t "));
	reader->tally.texts += reader->in_text;
	reader->is_whole = slice_is(tag, "/worksheet");
}

/* Counts the bytes of TEXT, a part of a cell's. */
static void
count_text(struct sheet_reader *reader, struct slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		reader->tally.bytes += !reader->in_reference;
		if (text.p[i] == '&')
			reader->in_reference = true;
		else if (text.p[i] == ';')
			reader->in_reference = false;
	}
}

/* Notes TEXT, a part of a tag. */
static void
note_tag(struct sheet_reader *reader, struct slice text)
{
	size_t room = sizeof(reader->tag) - reader->tag_bytes;
	size_t n = text.n < room ? text.n : room;

	memcpy(reader->tag + reader->tag_bytes, text.p, n);
	reader->tag_bytes += n;
}

/* Reads what the sheet goes on with. */
static void
read_bytes(struct sheet_reader *reader, struct slice bytes)
{
	while (bytes.n > 0) {
		const char  *end = memchr(bytes.p, reader->in_tag ? '>' : '<',
		    bytes.n);
		struct slice run = { bytes.p, end != NULL ?
		    (size_t)(end - bytes.p) : bytes.n };

		if (reader->in_tag)
			note_tag(reader, run);
		else if (reader->in_text)
			count_text(reader, run);
		bytes = slice_from(bytes, run.n + (end != NULL));
		if (end == NULL)
			return;
		if (reader->in_tag)
			end_tag(reader);
		else {
			reader->in_tag = true;
			reader->tag_bytes = 0;
		}
	}
}

static bool
is_all_there(struct archive *archive, const struct sheet_tally *tally)
{
	struct sheet_reader reader = { .is_whole = false };
	static char         bytes[1 << 16];
	la_ssize_t          n;

	while ((n = archive_read_data(archive, bytes, sizeof(bytes))) > 0)
		read_bytes(&reader, (struct slice){ bytes, (size_t)n });
	return n == 0 && reader.is_whole && reader.tally.texts == tally->texts &&
	    reader.tally.bytes == tally->bytes;
}

/* How many of the N sheets of ARCHIVE are as TALLY has them. */
static size_t
count_whole(struct archive *archive, const struct sheet_tally tally[], size_t n)
{
	struct archive_entry *entry;
	size_t                whole = 0;

	while (archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
		size_t number;

		if (sscanf(archive_entry_pathname(entry),
		    "xl/worksheets/sheet%zu.xml", &number) == 1 &&
		    number >= 1 && number <= n)
			whole += is_all_there(archive, &tally[number - 1]);
	}
	return whole;
}

bool
spreadsheet_check(const char *path, const struct sheet_tally tally[], size_t n)
{
	struct archive *archive = archive_read_new();
	bool            is_good = archive_read_support_format_zip(archive) ==
	    ARCHIVE_OK && archive_read_open_filename(archive, path, 1 << 16) ==
	    ARCHIVE_OK && count_whole(archive, tally, n) == n;

	archive_read_free(archive);
	return is_good;
}
