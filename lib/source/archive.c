/* Archives, by libarchive: every format of registry.c enabled by itself, since
 * with all of them plain text can pass for an archive (mtree). */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include "archive.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "decompress.h"
#include "rar_sums.h"
#include "zip_parts.h"

enum { HELD_BYTES = 16 << 20 };

/* How much of a member that was given up is unpacked to get to the next, in
 * multiples of what a member may have. */
enum { DRAIN_FACTOR = 16 };

/* One archive being read. */
struct opened {
	struct source     *source;
	struct stream     *bytes;	/* of the archive */
	struct decompress *compressed;	/* what they come out of, or NULL */
	struct archive    *archive;
	struct slice       chunk;	/* the last one that was given */
	unsigned long long given;	/* bytes so far, if SOUGHT is not set */
	size_t             zeros;	/* at the end of what was given */
	unsigned long long unpacked, members;
	bool               gap;		/* bytes were lost: nothing can follow */
	bool               sought, lost;	/* a header of tar */
	bool               ended;	/* nothing more can be read */
	bool               broken;	/* ... for what one member has */
	size_t             entries;	/* met, those that are passed over too */
	size_t             passed;	/* that were taken before */
	bool               from_end;	/* as 7z and ZIP files are read */
	struct rar_sums    sums;	/* of a RAR file */
};

/* One member of it. */
struct member_stream {
	struct stream  stream;
	struct opened *opened;
	long long      at;		/* bytes so far */
	long long      packed_from;	/* place in the archive at its start */
	bool           ended;
	bool           stated;		/* CRC_STATED is known, and to be compared */
	uint32_t       crc, crc_stated;
};

static const char checksum_fails[] = "fails its checksum";

static const char damaged[] = "the archive is damaged";

/* What libarchive says, by a part of its words that tells it, in ours: what of it is for
 * nobody but its authors, and in English only, is none. */
static const struct {
	struct slice part;
	const char  *reason;
} reasons[] = {
	{ { " CRC", 4 }, checksum_fails },
	{ { "hecksum error", 13 }, checksum_fails },
	{ { "runcated", 8 }, "is cut off" },
	{ { "failed (-5)", 11 }, "is cut off" },	/* Z_BUF_ERROR */
	{ { "ecompression failed", 19 }, "has damaged compressed data" },
	{ { "ncrypted", 8 }, "is encrypted" },
	{ { "wrong size", 10 }, "is not as long as its archive says" },
	{ { "header too large", 16 }, "has a header larger than is read" },
	{ { "Malformed", 9 }, damaged },
};

static const char *
reason_of(struct archive *archive)
{
	const char  *words = archive_error_string(archive);
	struct slice text = slice_of(words != NULL ? words : "");

	if (archive_errno(archive) == ENOMEM)
		memory_out(0);
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (slice_find(text, reasons[i].part) != NULL)
			return reasons[i].reason;
	return words != NULL ? words : damaged;
}

static bool
is_zeros(struct slice bytes)
{
	while (bytes.n > 0 && bytes.p[bytes.n - 1] == '\0')
		bytes.n--;
	return bytes.n == 0;
}

static void
count_zeros(struct opened *opened, struct slice chunk)
{
	size_t n = chunk.n;

	while (n > 0 && chunk.p[n - 1] == '\0')
		n--;
	opened->zeros = n == 0 ? opened->zeros + chunk.n : chunk.n - n;
}

/* A reader of archives knows nothing of faults: it goes on, and the documents
 * are marked. */
static la_ssize_t
give_bytes(struct archive *archive, void *context, const void **bytes)
{
	struct opened *opened = context;
	struct stream *from = opened->bytes;

	if (opened->gap || !from->next(from, &opened->chunk)) {
		archive_set_error(archive, EIO, "%s", opened->gap ?
		    from->fault : from->reason);
		return ARCHIVE_FATAL;
	}
	if (from->fault != NULL)
		source_doubt(opened->source, from->fault, true);
	opened->gap = from->gap;
	opened->given += opened->chunk.n;
	count_zeros(opened, opened->chunk);
	rar_sums_pass(&opened->sums, opened->chunk);
	*bytes = opened->chunk.p;
	return (la_ssize_t)opened->chunk.n;
}

static la_int64_t
give_place(struct archive *archive, void *context, la_int64_t offset,
    int whence)
{
	struct opened *opened = context;
	off_t          place;

	(void)archive;
	opened->sought = true;
	place = opened->bytes->seek(opened->bytes, (off_t)offset, whence);
	return place < 0 ? ARCHIVE_FATAL : place;
}

/* How many bytes of the file have been read. */
static long long
packed_bytes(const struct opened *opened)
{
	return opened->compressed != NULL ? (long long)opened->compressed->taken :
	    archive_filter_bytes(opened->archive, -1);
}

static const char *
over_limit(const struct member_stream *member)
{
	const struct limits *limits = &member->opened->source->limits;
	long long            packed = packed_bytes(member->opened) -
	    member->packed_from;

	if (member->opened->unpacked > limits->archive_bytes)
		return "the archive unpacks to more than --archive-bytes";
	if (packed < 0)
		packed = 0;
	if (decompress_is_bomb((unsigned long long)member->at,
	    (unsigned long long)packed, limits->ratio))
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
	while (result == ARCHIVE_RETRY ||
	    (block->n == 0 && result == ARCHIVE_OK));
	if (result < ARCHIVE_OK) {	/* a checksum is no more than a warning */
		opened->broken |= result == ARCHIVE_FATAL;
		opened->ended |= opened->broken;
		return reason_of(opened->archive);
	}
	if (result == ARCHIVE_EOF) {
		member->ended = true;
		block->n = 0;
		return member->stated && member->crc != member->crc_stated ?
		    checksum_fails : NULL;
	}
	if (offset != member->at)
		return "has holes (a sparse file)";
	block->p = bytes;
	member->at += (long long)block->n;
	if (member->stated)
		member->crc = (uint32_t)crc32_z(member->crc, bytes, block->n);
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
	archive_read_support_format_tar, archive_read_support_format_cpio,
	archive_read_support_format_zip, archive_read_support_format_7zip,
	archive_read_support_format_rar, archive_read_support_format_rar5,
};

static int
open_archive(struct opened *opened)
{
	struct archive *archive = opened->archive = archive_read_new();
	bool            ready = archive != NULL;

	for (size_t i = 0; i < sizeof(supported) / sizeof(supported[0]); i++)
		ready = ready && supported[i](archive) >= ARCHIVE_WARN;
	/* Only memory can be wanting. */
	if (!ready || archive_read_set_format_option(archive, "tar",
	    "read_concatenated_archives", "1") != ARCHIVE_OK ||
	    archive_read_set_callback_data(archive, opened) != ARCHIVE_OK)
		memory_out(0);
	archive_read_set_read_callback(archive, give_bytes);
	/* At the end of any other a ZIP file would be looked for, and found where
	 * one is the last member, and stored: it would be taken for the whole. */
	if (opened->bytes->seek != NULL && opened->from_end)
		archive_read_set_seek_callback(archive, give_place);
	return archive_read_open1(archive);
}

static bool
is_format(const struct opened *opened, int format)
{
	return (archive_format(opened->archive) & ARCHIVE_FORMAT_BASE_MASK) ==
	    format;
}

static size_t
add_name(struct opened *opened, struct archive_entry *entry)
{
	struct buffer *name = &opened->source->name;
	const char    *path;

	path = archive_entry_pathname(entry);
	if (path == NULL)
		path = archive_entry_pathname_utf8(entry);
	if (path == NULL)
		path = "?";
	return source_name_add(name, '!',
	    slice_of(strncmp(path, "./", 2) == 0 ? path + 2 : path));
}

/* Whether the bytes of members have checksums, which show at their end. */
static bool
has_checksums(const struct opened *opened)
{
	static const int formats[] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_7ZIP,
		ARCHIVE_FORMAT_RAR, ARCHIVE_FORMAT_RAR_V5 };

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (is_format(opened, formats[i]))
			return true;
	return false;
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

	if (is_format(opened, ARCHIVE_FORMAT_ZIP))
		return;
	while (!member->ended && !opened->ended) {
		read_block(member, &block);
		opened->ended |= opened->unpacked >
		    opened->source->limits.archive_bytes ||
		    (unsigned long long)member->at > most;
	}
}

/* What says of itself that it is none of a file, and yet has what only a file has:
 * damage made it so. */
static bool
is_file_in_disguise(struct archive_entry *entry)
{
	const char *target = archive_entry_symlink(entry);

	if (archive_entry_filetype(entry) == AE_IFLNK)
		return target == NULL || strchr(target, '\n') != NULL;
	return archive_entry_filetype(entry) != AE_IFREG &&
	    archive_entry_filetype(entry) != 0 &&
	    archive_entry_size(entry) > 0;
}

static void
take_entry(struct opened *opened, struct archive_entry *entry)
{
	struct source       *source = opened->source;
	struct member_stream stream = {
		.stream = { .next = next_block,
		    .checked = has_checksums(opened) },
		.opened = opened,
		.packed_from = packed_bytes(opened),
	};
	struct member        known = {
		.dated = archive_entry_mtime_is_set(entry),
		.mtime = archive_entry_mtime(entry),
	};
	const char          *skip = skip_reason(entry);

	stream.stated = rar_sums_take(&opened->sums, (unsigned long long)
	    archive_filter_bytes(opened->archive, 0), &stream.crc_stated);
	if (archive_entry_filetype(entry) == AE_IFDIR &&
	    archive_entry_size(entry) == 0)
		return;
	if (++opened->members > source->limits.members) {
		source_reject(source, "the archive has more than --members");
		opened->ended = true;
	} else if (is_file_in_disguise(entry))
		source_reject(source, "has bytes, but says that it is no file");
	else if (skip != NULL)
		source_skip(source, skip);
	else if (archive_entry_is_encrypted(entry))
		source_reject(source, "is encrypted");
	else {
		source_take(source, &stream.stream, &known);
		drain(&stream);
	}
}

static const char bytes_behind[] = "has bytes behind its end";

/* Reads over the directory of a ZIP file that is read from its beginning, and the
 * comment at its end.  *REST is what is left of the chunk. */
static void
skip_directory(struct opened *opened, struct slice *rest)
{
	static const unsigned char magic[] = { 'P', 'K', 5, 6 };
	size_t                     at = 0, end = 22;	/* END_BYTES */

	while (at < end) {
		unsigned char c;

		if (rest->n == 0 && (!opened->bytes->next(opened->bytes, rest) ||
		    rest->n == 0))
			return;
		c = (unsigned char)rest->p[0];
		*rest = slice_from(*rest, 1);
		if (at < sizeof(magic))
			at = c == magic[at] ? at + 1 : c == magic[0];
		else {
			end += at == 20 ? c : at == 21 ? (size_t)c << 8 : 0;
			at++;
		}
	}
}

/* Whether what the archive's reader has left has a byte in it that is not 0. */
static bool
has_rest(struct opened *opened)
{
	unsigned long long left = opened->given -
	    (unsigned long long)archive_filter_bytes(opened->archive, 0);
	struct slice       rest = opened->chunk;

	if (left < rest.n)
		rest = slice_from(rest, rest.n - (size_t)left);
	if (is_format(opened, ARCHIVE_FORMAT_ZIP))
		skip_directory(opened, &rest);
	do {
		if (!is_zeros(rest))
			return true;
	} while (opened->bytes->next(opened->bytes, &rest) && rest.n > 0);
	return false;
}

/* A tar file ends in blocks of zeros [POSIX, pax, ustar Interchange Format], one of
 * RAR 5 in a block that says so: a file that was cut between members shows only by
 * that. */
static bool
lacks_end(const struct opened *opened)
{
	enum { TAR_BLOCK = 512 };

	if (is_format(opened, ARCHIVE_FORMAT_TAR))
		return opened->members > 0 && opened->zeros < TAR_BLOCK &&
		    !opened->lost;
	return rar_sums_lack_end(&opened->sums);
}

/* Of other formats than tar something may stand behind the end. */
static void
look_at_end(struct opened *opened)
{
	if (lacks_end(opened))
		source_reject(opened->source, "has no end: members may be lost");
	else if (!is_format(opened, ARCHIVE_FORMAT_TAR) && !opened->sought &&
	    has_rest(opened))
		source_reject(opened->source, bytes_behind);
}

/* Of a zip file the header of a member and its line in the directory at the end
 * may differ.  Other warnings are about names, which are decoded here. */
static void
tell_warning(const struct opened *opened)
{
	const char *words = archive_error_string(opened->archive);

	if (words != NULL && strncmp(words, "Inconsistent", 12) == 0)
		source_warn(opened->source,
		    "differs from what the archive's directory says of it");
}

/* A header of tar that fails its checksum is passed over, and so are the blocks
 * behind it, up to the next that does not.  Returns whether there is one. */
static int
next_entry(struct opened *opened, struct archive_entry *entry)
{
	int result;

	opened->lost = false;
	while ((result = archive_read_next_header2(opened->archive,
	    entry)) == ARCHIVE_RETRY)
		opened->lost = true;
	if (opened->lost)
		source_reject(opened->source,
		    "the checksum of a header fails: members may be lost");
	return result;
}

/* Whether nothing follows the member whose damage was told: a ZIP file without its
 * directory is cut off there. */
static bool
is_told(const struct opened *opened)
{
	return opened->passed > 0 && opened->entries == opened->passed &&
	    is_format(opened, ARCHIVE_FORMAT_ZIP);
}

static void
each_entry(struct opened *opened)
{
	struct source        *source = opened->source;
	struct archive_entry *entry = archive_entry_new2(opened->archive);

	if (entry == NULL)
		memory_out(0);
	while (!opened->ended) {
		int    result = next_entry(opened, entry);
		size_t before;

		if (result == ARCHIVE_EOF) {
			look_at_end(opened);
			break;
		}
		if (result < ARCHIVE_WARN) {
			if (!is_told(opened))
				source_reject(source,
				    reason_of(opened->archive));
			break;
		}
		if (opened->entries++ < opened->passed)
			continue;
		if (!source_goes_on(source))
			break;
		before = add_name(opened, entry);
		if (result == ARCHIVE_WARN)
			tell_warning(opened);
		take_entry(opened, entry);
		source->name.n = before;
	}
	archive_entry_free(entry);
}

static bool
is_7z(const struct lookahead *bytes)
{
	return slice_starts(lookahead_bytes(bytes), SLICE("7z\xBC\xAF\x27\x1C"));
}

static bool
is_zip(const struct lookahead *bytes)
{
	return slice_starts(lookahead_bytes(bytes), SLICE("PK"));
}

/* 7z and ZIP files begin at their end: one that comes through a pipe or in another
 * archive is held in memory.  A larger one of ZIP can be read from its
 * beginning. */
static const char *
hold(struct lookahead *bytes)
{
	if ((!is_7z(bytes) && !is_zip(bytes)) || bytes->stream.seek != NULL)
		return NULL;
	if (!lookahead_fill(bytes, HELD_BYTES))
		return bytes->stream.reason;
	return bytes->ended || is_zip(bytes) ? NULL :
	    "is a 7z file too large to be read from a pipe or an archive";
}

/* Whether the stream goes on behind the end of a 7z file, where its header lies as the
 * first 32 bytes say [7zFormat.txt, SignatureHeader]. */
static bool
is_7z_longer(struct lookahead *bytes)
{
	const unsigned char *head =
	    (const unsigned char *)lookahead_bytes(bytes).p;
	unsigned long long   end = 32;
	struct slice         rest = { NULL, 1 };

	if (lookahead_bytes(bytes).n < end)
		return false;
	for (int i = 0; i < 2; i++) {
		unsigned long long n = 0;

		for (int k = 7; k >= 0; k--)
			n = n << 8 | head[12 + 8 * i + k];
		end += n;
	}
	if (end > INT64_MAX ||
	    bytes->stream.seek(&bytes->stream, (off_t)end, SEEK_SET) < 0)
		return false;
	while (rest.n > 0 && bytes->stream.next(&bytes->stream, &rest))
		if (!is_zeros(rest))
			return true;
	return false;
}

static bool
is_full(const struct opened *opened)
{
	const struct limits *limits = &opened->source->limits;

	return opened->members > limits->members ||
	    opened->unpacked > limits->archive_bytes;
}

static void
read_archive(struct opened *opened, struct stream *bytes)
{
	opened->bytes = bytes;
	opened->chunk = (struct slice){ NULL, 0 };
	opened->given = opened->zeros = 0;
	opened->sought = opened->ended = opened->broken = false;
	opened->entries = 0;
	if (open_archive(opened) == ARCHIVE_OK)
		each_entry(opened);
	else
		source_reject(opened->source, reason_of(opened->archive));
	archive_read_free(opened->archive);
}

/* Reads a file that has a directory, from BEGIN to END of BYTES.  libarchive gives all of
 * it up for one member that is damaged: the others are read anew. */
static void
read_by_directory(struct opened *opened, struct stream *bytes, off_t begin,
    off_t end)
{
	enum { TRIES_MAX = 16 };
	struct window part;

	opened->from_end = true;
	opened->passed = 0;
	for (int i = 0; i < TRIES_MAX && !is_full(opened); i++) {
		window_open(&part, bytes, begin, end);
		read_archive(opened, &part.stream);
		if (!opened->broken)
			return;
		opened->passed = opened->entries;
	}
	if (opened->broken)
		source_reject(opened->source,
		    "has too much damage: members may be lost");
}

/* Each of the ZIP files that stand end to end. */
static void
read_zips(struct opened *opened, struct stream *bytes)
{
	struct zip_parts parts = zip_parts_find(bytes);

	for (size_t i = 0; i < parts.n && !is_full(opened); i++)
		read_by_directory(opened, bytes, parts.begin[i],
		    i + 1 < parts.n ? parts.begin[i + 1] : parts.end);
	if (parts.behind)
		source_reject(opened->source, bytes_behind);
	free(parts.begin);
}

static void
read_7z(struct opened *opened, struct lookahead *bytes)
{
	bool longer = is_7z_longer(bytes);

	read_by_directory(opened, &bytes->stream, 0,
	    bytes->stream.seek(&bytes->stream, 0, SEEK_END));
	if (longer)
		source_reject(opened->source, bytes_behind);
}

void
archive_each(struct source *source, const struct member *container)
{
	struct lookahead *bytes = container->bytes;
	struct opened     opened = { .source = source,
		.compressed = container->compressed };
	const char       *reason = hold(bytes);

	if (opened.compressed != NULL)	/* it is asked of each member */
		opened.compressed->limits.ratio = 0;
	if (reason != NULL)
		source_reject(source, reason);
	else if (is_7z(bytes))
		read_7z(&opened, bytes);
	else if (is_zip(bytes) && bytes->stream.seek != NULL)
		read_zips(&opened, &bytes->stream);
	else {
		rar_sums_open(&opened.sums, lookahead_bytes(bytes));
		read_archive(&opened, &bytes->stream);
		rar_sums_close(&opened.sums);
	}
}
