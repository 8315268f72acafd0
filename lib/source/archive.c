/* Archives, by libarchive: every format of registry.c enabled by itself, since
 * with all of them plain text can pass for an archive (mtree). */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "archive.h"

/* Nothing is judged by its ratio before it has grown to this. */
enum { RATIO_FREE_BYTES = 16 << 20, RATIO_BLOCK = 64 * 1024 };

enum { HELD_7Z_BYTES = 16 << 20 };

/* How much of a member that was given up is unpacked to get to the next, in
 * multiples of what a member may have. */
enum { DRAIN_FACTOR = 16 };

/* One archive being read. */
struct opened {
	struct source     *source;
	struct lookahead  *bytes;	/* of the archive */
	struct archive    *archive;
	unsigned long long unpacked, members;
	bool               ended;	/* nothing more can be read */
};

/* One member of it. */
struct member_stream {
	struct stream  stream;
	struct opened *opened;
	long long      at;		/* bytes so far */
	long long      packed_from;	/* place in the archive at its start */
	bool           ended;
};

static const char *
reason_of(struct archive *archive)
{
	const char *reason = archive_error_string(archive);

	return reason != NULL ? reason : "the archive is damaged";
}

static la_ssize_t
give_bytes(struct archive *archive, void *context, const void **bytes)
{
	struct opened *opened = context;
	struct slice   chunk;

	if (!opened->bytes->stream.next(&opened->bytes->stream, &chunk)) {
		archive_set_error(archive, EIO, "%s",
		    opened->bytes->stream.reason);
		return ARCHIVE_FATAL;
	}
	*bytes = chunk.p;
	return (la_ssize_t)chunk.n;
}

static la_int64_t
give_place(struct archive *archive, void *context, la_int64_t offset,
    int whence)
{
	struct opened *opened = context;
	off_t          place;

	(void)archive;
	place = opened->bytes->stream.seek(&opened->bytes->stream,
	    (off_t)offset, whence);
	return place < 0 ? ARCHIVE_FATAL : place;
}

static const char *
over_limit(const struct member_stream *member)
{
	const struct limits *limits = &member->opened->source->limits;
	long long            packed = archive_filter_bytes(
	    member->opened->archive, -1) - member->packed_from;

	if (member->opened->unpacked > limits->archive_bytes)
		return "the archive unpacks to more than --archive-bytes";
	if (packed < 0)
		packed = 0;
	if (member->at > RATIO_FREE_BYTES && (unsigned long long)member->at /
	    limits->ratio > (unsigned long long)packed + RATIO_BLOCK)
		return "unpacks to more than --ratio allows";
	return NULL;
}

/* Reads the next block of the member.  Returns NULL, or why there is none;
 * an empty block is the end. */
static const char *
read_block(struct member_stream *member, struct slice *block)
{
	struct opened *opened = member->opened;
	const void    *bytes = NULL;
	la_int64_t     offset;
	int            result;

	*block = (struct slice){ NULL, 0 };
	do
		result = archive_read_data_block(opened->archive, &bytes,
		    &block->n, &offset);
	while (result == ARCHIVE_RETRY || (block->n == 0 &&
	    (result == ARCHIVE_OK || result == ARCHIVE_WARN)));
	if (result < ARCHIVE_WARN) {
		opened->ended |= result == ARCHIVE_FATAL;
		return reason_of(opened->archive);
	}
	if (result == ARCHIVE_EOF) {
		member->ended = true;
		block->n = 0;
		return NULL;
	}
	if (offset != member->at)
		return "has holes (a sparse file)";
	block->p = bytes;
	member->at += (long long)block->n;
	opened->unpacked += block->n;
	return over_limit(member);
}

static bool
next_block(struct stream *stream, struct slice *chunk)
{
	stream->reason = read_block((struct member_stream *)stream, chunk);
	return stream->reason == NULL;
}

typedef int enable_fn(struct archive *);

static enable_fn *const supported[] = {
	archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
	archive_read_support_filter_xz, archive_read_support_filter_zstd,
	archive_read_support_filter_lz4, archive_read_support_filter_lzip,
	archive_read_support_filter_compress,
	archive_read_support_format_tar, archive_read_support_format_cpio,
	archive_read_support_format_zip, archive_read_support_format_7zip,
	archive_read_support_format_rar, archive_read_support_format_rar5,
	archive_read_support_format_raw,
};

static int
open_archive(struct opened *opened)
{
	struct archive *archive = opened->archive = archive_read_new();

	for (size_t i = 0; i < sizeof(supported) / sizeof(supported[0]); i++)
		supported[i](archive);
	archive_read_set_read_callback(archive, give_bytes);
	if (opened->bytes->stream.seek != NULL)
		archive_read_set_seek_callback(archive, give_place);
	archive_read_set_callback_data(archive, opened);
	return archive_read_open1(archive);
}

static bool
is_format(const struct opened *opened, int format)
{
	return (archive_format(opened->archive) & ARCHIVE_FORMAT_BASE_MASK) ==
	    format;
}

/* Adds the name of a file that is only compressed, which has none in its
 * archive: that of the compressed file without the suffix. */
static size_t
add_uncompressed_name(struct buffer *name)
{
	struct slice file = buffer_slice(name);
	char         base[256];
	size_t       n, before = name->n;

	for (size_t i = 0; i < file.n; i++)
		if (file.p[i] == '/' || file.p[i] == '!') {
			file = slice_from(file, i + 1);
			i = (size_t)-1;
		}
	for (n = file.n; n > 0 && file.p[n - 1] != '.'; n--)
		;
	n = n > 1 ? n - 1 : file.n;
	if (n > sizeof(base))
		n = sizeof(base);
	memcpy(base, file.p, n);
	source_name_add(name, '!', (struct slice){ base, n });
	return before;
}

static size_t
add_name(struct opened *opened, struct archive_entry *entry)
{
	struct buffer *name = &opened->source->name;
	const char    *path;

	if (is_format(opened, ARCHIVE_FORMAT_RAW))
		return add_uncompressed_name(name);
	path = archive_entry_pathname(entry);
	if (path == NULL)
		path = archive_entry_pathname_utf8(entry);
	if (path == NULL)
		path = "?";
	return source_name_add(name, '!',
	    slice_of(strncmp(path, "./", 2) == 0 ? path + 2 : path));
}

/* Why an entry is none that has bytes to read, or NULL. */
static const char *
skip_reason(struct archive_entry *entry)
{
	switch (archive_entry_filetype(entry)) {
	case AE_IFLNK:
		return "is a symbolic link";
	case AE_IFREG:
	case 0:
		return archive_entry_hardlink(entry) != NULL &&
		    archive_entry_size(entry) == 0 ? "is a hard link" : NULL;
	default:
		return "is a device, socket or pipe";
	}
}

/* Reads what is left of a member that was given up, for the next one.  A ZIP
 * file tells where that is. */
static void
drain(struct member_stream *member)
{
	struct opened     *opened = member->opened;
	unsigned long long most = DRAIN_FACTOR *
	    opened->source->limits.member_bytes;
	struct slice       block;

	if (is_format(opened, ARCHIVE_FORMAT_RAW))
		opened->ended = true;
	if (is_format(opened, ARCHIVE_FORMAT_ZIP))
		return;
	while (!member->ended && !opened->ended) {
		read_block(member, &block);
		opened->ended |= opened->unpacked >
		    opened->source->limits.archive_bytes ||
		    (unsigned long long)member->at > most;
	}
}

static void
take_entry(struct opened *opened, struct archive_entry *entry, size_t outer)
{
	struct source       *source = opened->source;
	struct member_stream stream = {
		.stream = { .next = next_block }, .opened = opened,
		.packed_from = archive_filter_bytes(opened->archive, -1),
	};
	struct member        known = {
		.dated = archive_entry_mtime_is_set(entry),
		.mtime = archive_entry_mtime(entry),
		.wrapper = is_format(opened, ARCHIVE_FORMAT_RAW) ? outer : 0,
	};
	const char          *skip = skip_reason(entry);

	if (archive_entry_filetype(entry) == AE_IFDIR)
		return;
	if (++opened->members > source->limits.members) {
		source_reject(source, "the archive has more than --members");
		opened->ended = true;
	} else if (skip != NULL)
		source_skip(source, skip);
	else if (archive_entry_is_encrypted(entry))
		source_reject(source, "is encrypted");
	else {
		source_take(source, &stream.stream, &known);
		drain(&stream);
	}
}

static void
each_entry(struct opened *opened)
{
	struct source        *source = opened->source;
	struct archive_entry *entry;

	while (!opened->ended) {
		int    result = archive_read_next_header(opened->archive,
		    &entry);
		size_t before;

		if (result == ARCHIVE_EOF)
			break;
		if (result < ARCHIVE_WARN && result != ARCHIVE_RETRY) {
			source_reject(source, reason_of(opened->archive));
			break;
		}
		if (result == ARCHIVE_RETRY)
			continue;
		before = add_name(opened, entry);
		take_entry(opened, entry, before);
		source->name.n = before;
	}
}

/* A 7z file begins at its end: one that comes through a pipe or in another
 * archive is held in memory. */
static const char *
hold_7z(struct lookahead *bytes)
{
	if (!slice_starts(lookahead_bytes(bytes), SLICE("7z\xBC\xAF\x27\x1C")) ||
	    bytes->stream.seek != NULL)
		return NULL;
	if (!lookahead_fill(bytes, HELD_7Z_BYTES))
		return bytes->stream.reason;
	return bytes->ended ? NULL :
	    "is a 7z file too large to be read from a pipe or an archive";
}

void
archive_each(struct source *source, struct lookahead *bytes)
{
	struct opened opened = { .source = source, .bytes = bytes };
	const char   *reason = hold_7z(bytes);

	if (reason != NULL) {
		source_reject(source, reason);
		return;
	}
	if (open_archive(&opened) == ARCHIVE_OK)
		each_entry(&opened);
	else
		source_reject(source, reason_of(opened.archive));
	archive_read_free(opened.archive);
}
