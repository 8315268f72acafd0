#include "packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <unistd.h>

void
packing_open(struct packing *packing, const char *path, const char *level)
{
	struct archive *archive = archive_write_new();

	*packing = (struct packing){ .path = path, .archive = archive };
	packing->is_good = archive_write_set_format_zip(archive) == ARCHIVE_OK &&
	    (level == NULL || archive_write_set_format_option(archive, "zip",
	    "compression-level", level) == ARCHIVE_OK) &&
	    archive_write_open_filename(archive, path) == ARCHIVE_OK;
}

/* A part has no time, for which libarchive writes the first day that an archive can tell
 * of: one that was set would be written by the clock of the zone, other bytes in each. */
void
packing_begin_part(struct packing *packing, const char *name, size_t n)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)n);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	packing->is_good = packing->is_good && archive_write_header(
	    packing->archive, entry) == ARCHIVE_OK;
	archive_entry_free(entry);
}

void
packing_add(struct packing *packing, struct slice bytes)
{
	packing->is_good = packing->is_good && archive_write_data(
	    packing->archive, bytes.p, bytes.n) == (la_ssize_t)bytes.n;
}

void
packing_add_part(struct packing *packing, const char *name, struct slice bytes)
{
	packing_begin_part(packing, name, bytes.n);
	packing_add(packing, bytes);
}

/* Why PACKAGE could not be written: by the system, or by libarchive. */
static const char *
reason_of(const struct packing *packing)
{
	int         error = archive_errno(packing->archive);
	const char *reason = archive_error_string(packing->archive);

	if (error > 0)
		return strerror(error);
	return reason != NULL ? reason : "cannot be written";
}

const char *
packing_close(struct packing *packing)
{
	static char reason[256];
	bool        done = packing->is_good && archive_write_close(
	    packing->archive) == ARCHIVE_OK;

	if (!done) {
		snprintf(reason, sizeof(reason), "%s", reason_of(packing));
		unlink(packing->path);
	}
	archive_write_free(packing->archive);
	return done ? NULL : reason;
}

const char *
packing_write(const char *path, const struct packing_part part[], size_t n)
{
	struct packing packing;

	packing_open(&packing, path, NULL);
	for (size_t i = 0; i < n; i++)
		packing_add_part(&packing, part[i].name, part[i].bytes);
	return packing_close(&packing);
}
