/* The files and directories a run is given. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/machine.h"
#include "base/memory.h"
#include "archive.h"

enum { DIRECTORY_DEPTH_MAX = 64 };

static void walk_directory(struct source *source, int fd, unsigned depth);

static void
take_file(struct source *source, int fd, const struct stat *status)
{
	struct file_stream file;
	struct entry_range      *range = &source->range;
	struct member      known = { .dated = S_ISREG(status->st_mode),
		.mtime = status->st_mtime };

	range->met = range->rejected = 0;
	range->passes = range->first > 1;
	file_stream_open(&file, fd);
	progress_begin_file(&source->tally->progress, fd);
	source_take(source, &file.stream, &known);
	progress_end_file(&source->tally->progress,
	    (unsigned long long)status->st_size);
	file_stream_close(&file);
	range->passes = false;
	if (range->first > 1)
		tally_passed(source->tally, buffer_slice(&source->name),
		    range->met < range->first ? range->met : range->first - 1);
}

static void
take_open(struct source *source, int fd, unsigned depth)
{
	struct stat status;

	if (fstat(fd, &status) != 0)
		source_reject(source, machine_call_reason());
	else if (S_ISDIR(status.st_mode))
		walk_directory(source, fd, depth + 1);
	else
		take_file(source, fd, &status);
}

static void
take_path(struct source *source, int directory, const char *path,
    unsigned depth)
{
	int fd = openat(directory, path, O_RDONLY | O_CLOEXEC);

	if (fd < 0) {
		source_reject(source, machine_call_reason());
		return;
	}
	take_open(source, fd, depth);
	close(fd);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

struct directory {
	char **name;
	size_t n, capacity;
};

static bool
read_entries(DIR *directory, struct directory *entries)
{
	struct dirent *entry;

	errno = 0;
	while ((entry = readdir(directory)) != NULL) {
		size_t n = strlen(entry->d_name) + 1;
		char  *copy;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		copy = memory_get(n);
		memcpy(copy, entry->d_name, n);
		entries->name = memory_room(entries->name, &entries->capacity,
		    entries->n, sizeof(char *));
		entries->name[entries->n++] = copy;
		errno = 0;
	}
	return errno == 0;
}

static void
walk_entry(struct source *source, int directory, const char *name,
    unsigned depth)
{
	size_t      before = source_name_add(&source->name, '/',
	    slice_of(name));
	struct stat status;

	if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		source_reject(source, machine_call_reason());
	else if (skips_have(&source->skips, &status))
		;
	else if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
		take_path(source, directory, name, depth);
	else
		source_skip(source, S_ISLNK(status.st_mode) ? "is a symbolic link" :
		    "is a device, socket or pipe");
	source->name.n = before;
}

static void
walk_directory(struct source *source, int fd, unsigned depth)
{
	struct directory entries = { 0 };
	int              own = depth > DIRECTORY_DEPTH_MAX ? -1 : dup(fd);
	DIR             *directory = own < 0 ? NULL : fdopendir(own);

	if (directory == NULL) {
		source_reject(source, depth > DIRECTORY_DEPTH_MAX ?
		    "directories are nested too deeply" : machine_call_reason());
		return;
	}
	if (!read_entries(directory, &entries))
		source_reject(source, machine_call_reason());
	closedir(directory);
	qsort(entries.name, entries.n, sizeof(char *), by_bytes);
	for (size_t i = 0; i < entries.n; i++) {
		walk_entry(source, fd, entries.name[i], depth);
		free(entries.name[i]);
	}
	free(entries.name);
}

/* The name of an operand, "dir/" as "dir". */
static struct slice
operand_name(const char *path)
{
	struct slice name = slice_of(path);

	while (name.n > 1 && name.p[name.n - 1] == '/')
		name.n--;
	return name;
}

void
source_each(struct source *source, char *const paths[], size_t n)
{
	/* Dates in ZIP and RAR have no zone; they are taken for UTC wherever
	 * this runs.  libarchive asks mktime(). */
	setenv("TZ", "UTC0", 1);
	source->compressed = compressed_each;
	source->archive = archive_each;
	source->warc = warc_each;
	source->message = message_each;
	for (size_t i = 0; i < n; i++) {
		source_name_add(&source->name, '\0', operand_name(paths[i]));
		tally_file(source->tally, buffer_slice(&source->name));
		if (strcmp(paths[i], "-") == 0)
			take_open(source, STDIN_FILENO, 0);
		else
			take_path(source, AT_FDCWD, paths[i], 0);
		source->name.n = 0;
	}
	own_names_free(&source->names);
	buffer_free(&source->own_name);
	buffer_free(&source->name);
}
