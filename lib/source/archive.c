/* Archives, by libarchive: every format of registry.c enabled by itself, since
 * with all of them plain text can pass for an archive (mtree). */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "source.h"

/* One archive being read. */
struct opened {
	struct source  *source;
	struct ahead   *bytes;		/* of the archive */
	struct archive *archive;
	struct slice    file;		/* the archive's own name */
};

/* One member of it. */
struct member_stream {
	struct stream  stream;
	struct opened *opened;
	long long      at;		/* bytes so far */
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

static bool
next_block(struct stream *stream, struct slice *chunk)
{
	struct member_stream *member = (struct member_stream *)stream;
	const void           *block;
	size_t                n;
	la_int64_t            offset;
	int                   result;

	do
		result = archive_read_data_block(member->opened->archive,
		    &block, &n, &offset);
	while (result == ARCHIVE_RETRY || (result >= ARCHIVE_WARN && n == 0 &&
	    result != ARCHIVE_EOF));
	*chunk = (struct slice){ NULL, 0 };
	if (result == ARCHIVE_EOF)
		return true;
	if (result < ARCHIVE_WARN)
		stream->reason = reason_of(member->opened->archive);
	else if (offset != member->at)
		stream->reason = "has holes (a sparse file)";
	else {
		*chunk = (struct slice){ block, n };
		member->at += (long long)n;
		return true;
	}
	return false;
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

/* A file that is only compressed has no name in its archive: it is that of
 * the compressed file without the suffix. */
static struct slice
uncompressed_name(struct slice file)
{
	size_t start = file.n, dot;

	while (start > 0 && strchr("/!", file.p[start - 1]) == NULL)
		start--;
	for (dot = file.n; dot > start + 1; dot--)
		if (file.p[dot - 1] == '.')
			return (struct slice){ file.p + start,
			    dot - 1 - start };
	return (struct slice){ file.p + start, file.n - start };
}

static struct slice
entry_name(const struct opened *opened, struct archive_entry *entry)
{
	const char *name;

	if (archive_format(opened->archive) == ARCHIVE_FORMAT_RAW)
		return uncompressed_name(opened->file);
	name = archive_entry_pathname(entry);
	if (name == NULL)
		name = archive_entry_pathname_utf8(entry);
	if (name == NULL)
		return SLICE("?");
	return slice_of(strncmp(name, "./", 2) == 0 ? name + 2 : name);
}

static void
take_entry(struct opened *opened, struct archive_entry *entry)
{
	struct source       *source = opened->source;
	struct slice         name = name_slice(&source->name);
	struct member_stream stream = {
		.stream = { .next = next_block }, .opened = opened,
	};
	struct member        known = {
		.dated = archive_entry_mtime_is_set(entry),
		.mtime = archive_entry_mtime(entry),
	};
	mode_t               type = archive_entry_filetype(entry);

	if (archive_entry_is_encrypted(entry))
		account_reject(source->account, name, "is encrypted");
	else if (archive_entry_hardlink(entry) != NULL)
		account_skip(source->account, name, "is a hard link");
	else if (type == AE_IFREG || type == 0)
		source_take(source, &stream.stream, &known);
	else if (type != AE_IFDIR)
		account_skip(source->account, name, type == AE_IFLNK ?
		    "is a symbolic link" : "is a device, socket or pipe");
}

static void
each_entry(struct opened *opened)
{
	struct source        *source = opened->source;
	struct archive_entry *entry;
	int                   result;

	while ((result = archive_read_next_header(opened->archive, &entry)) !=
	    ARCHIVE_EOF) {
		size_t before;

		if (result == ARCHIVE_RETRY)
			continue;
		if (result < ARCHIVE_WARN)
			break;
		before = name_add(&source->name, '!', entry_name(opened, entry));
		take_entry(opened, entry);
		name_cut(&source->name, before);
		opened->file = name_slice(&source->name);
	}
	if (result != ARCHIVE_EOF)
		account_reject(source->account, name_slice(&source->name),
		    reason_of(opened->archive));
}

void
archive_each(struct source *source, struct ahead *bytes)
{
	struct opened opened = { source, bytes, NULL,
		name_slice(&source->name) };

	if (open_archive(&opened) == ARCHIVE_OK)
		each_entry(&opened);
	else
		account_reject(source->account, opened.file,
		    reason_of(opened.archive));
	archive_read_free(opened.archive);
}
