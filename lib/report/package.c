#include "package.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

/* A part has no time, for which libarchive writes the first day that an archive can tell
 * of: one that was set would be written by the clock of the zone, other bytes in each. */
static bool
write_part(struct archive *archive, const struct package_part *part)
{
	struct archive_entry *entry = archive_entry_new();
	bool                  done;

	archive_entry_set_pathname(entry, part->name);
	archive_entry_set_size(entry, (la_int64_t)part->bytes.n);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	done = archive_write_header(archive, entry) == ARCHIVE_OK &&
	    archive_write_data(archive, part->bytes.p, part->bytes.n) ==
	    (la_ssize_t)part->bytes.n;
	archive_entry_free(entry);
	return done;
}

const char *
package_write(const char *path, const struct package_part part[], size_t n)
{
	static char     reason[256];
	struct archive *archive = archive_write_new();
	bool            done = archive_write_set_format_zip(archive) ==
	    ARCHIVE_OK && archive_write_open_filename(archive, path) ==
	    ARCHIVE_OK;

	for (size_t i = 0; i < n && done; i++)
		done = write_part(archive, &part[i]);
	done = done && archive_write_close(archive) == ARCHIVE_OK;
	if (!done) {
		const char *why = archive_error_string(archive);

		snprintf(reason, sizeof(reason), "%s", why != NULL ? why :
		    "cannot be written");
		unlink(path);
	}
	archive_write_free(archive);
	return done ? NULL : reason;
}
