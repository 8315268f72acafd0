#include "spreadsheet_check.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "base/slice.h"

/* A part of the file, XML that is read as it comes: its tags are paired, and the bytes
 * between <t> and </t> counted, a reference as the one that it stands for. */
struct part_reader {
	bool               in_tag, in_text, in_reference, is_broken;
	char               tag[16];	/* the beginning of the present one */
	size_t             tag_bytes, quotes;
	char               last;	/* its last byte */
	long               depth, tags;
	struct sheet_tally tally;
};

/* Whether TAG is of the element NAME. */
static bool
is_tag(struct slice tag, const char *name)
{
	size_t n = strlen(name);

	return slice_starts(tag, slice_of(name)) && (tag.n == n ||
	    strchr(" />", tag.p[n]) != NULL);
}

static void
end_tag(struct part_reader *reader)
{
	struct slice tag = { reader->tag, reader->tag_bytes };

	reader->in_tag = false;
	reader->in_text = is_tag(tag, "t");
	reader->tally.texts += reader->in_text;
	reader->tally.numbers += is_tag(tag, "v");
	reader->tally.links += is_tag(tag, "hyperlink");
	reader->is_broken |= tag.n == 0 || reader->quotes % 2 != 0;
	if (tag.n == 0 || tag.p[0] == '?')
		return;
	reader->tags++;
	if (tag.p[0] == '/')
		reader->depth--;
	else if (reader->last != '/')
		reader->depth++;
	reader->is_broken |= reader->depth < 0;
}

/* Counts the bytes of TEXT, a part of a cell's. */
static void
count_text(struct part_reader *reader, struct slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		reader->tally.bytes += !reader->in_reference;
		if (text.p[i] == '&')
			reader->in_reference = true;
		else if (text.p[i] == ';')
			reader->in_reference = false;
	}
}

/* Notes TEXT, a part of a tag, not empty. */
static void
note_tag(struct part_reader *reader, struct slice text)
{
	size_t room = sizeof(reader->tag) - reader->tag_bytes;
	size_t n = text.n < room ? text.n : room;

	memcpy(reader->tag + reader->tag_bytes, text.p, n);
	reader->tag_bytes += n;
	reader->last = text.p[text.n - 1];
	for (size_t i = 0; i < text.n; i++) {
		reader->quotes += text.p[i] == '"';
		reader->is_broken |= text.p[i] == '<';
	}
}

/* Reads what the part goes on with. */
static void
read_bytes(struct part_reader *reader, struct slice bytes)
{
	while (bytes.n > 0) {
		const char  *end = memchr(bytes.p, reader->in_tag ? '>' : '<',
		    bytes.n);
		struct slice run = { bytes.p, end != NULL ?
		    (size_t)(end - bytes.p) : bytes.n };

		if (reader->in_tag && run.n > 0)
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
			reader->tag_bytes = reader->quotes = 0;
		}
	}
}

/* Reads the present part of ARCHIVE; TALLY: what it is to have, or NULL. */
static bool
is_all_there(struct archive *archive, const struct sheet_tally *tally)
{
	struct part_reader reader = { .is_broken = false };
	static char        bytes[1 << 16];
	la_ssize_t         n;

	while ((n = archive_read_data(archive, bytes, sizeof(bytes))) > 0)
		read_bytes(&reader, (struct slice){ bytes, (size_t)n });
	return n == 0 && !reader.is_broken && !reader.in_tag &&
	    reader.depth == 0 && reader.tags > 0 && (tally == NULL ||
	    (reader.tally.texts == tally->texts &&
	    reader.tally.bytes == tally->bytes &&
	    reader.tally.numbers == tally->numbers &&
	    reader.tally.links == tally->links));
}

/* Whether all parts of ARCHIVE are whole, the N sheets as TALLY has them. */
static bool
are_all_there(struct archive *archive, const struct sheet_tally tally[],
    size_t n)
{
	struct archive_entry *entry;
	size_t                sheets = 0;
	int                   got;

	while ((got = archive_read_next_header(archive, &entry)) ==
	    ARCHIVE_OK) {
		size_t number;
		bool   is_sheet = sscanf(archive_entry_pathname(entry),
		    "xl/worksheets/sheet%zu.xml", &number) == 1 &&
		    number >= 1 && number <= n;

		if (!is_all_there(archive, is_sheet ? &tally[number - 1] :
		    NULL))
			return false;
		sheets += is_sheet;
	}
	return got == ARCHIVE_EOF && sheets == n;
}

bool
spreadsheet_check(const char *path, const struct sheet_tally tally[], size_t n)
{
	struct archive *archive = archive_read_new();
	bool            is_good = archive_read_support_format_zip(archive) ==
	    ARCHIVE_OK && archive_read_open_filename(archive, path, 1 << 16) ==
	    ARCHIVE_OK && are_all_there(archive, tally, n);

	archive_read_free(archive);
	return is_good;
}
