/* A Frictionless data package (specs.frictionlessdata.io, version 1): a folder
 * of a CSV file for each type of records and of datapackage.json, which tells of
 * them.  It is made beside its place and put there at once. */
#define _GNU_SOURCE		/* renameat2 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "export/csv_cells.h"
#include "export/package_description.h"
#include "export/target.h"
#include "record/whole_file.h"

/* One of the CSV files. */
struct package_table {
	const struct record_type *type;
	struct writer          writer;
	struct csv_cells       csv;
	struct package_sum     sum;
};

struct package_folder {
	const char          *path;	/* as the user names it */
	char                *place;	/* where it goes */
	char                *temporary;	/* what it is called until then */
	int                  folder;	/* that, open */
	struct package_table table[RECORD_TYPES_MAX];
	int                  tables;
};

/* All files that a package may have. */
static const char *const package_files[] = {
	"datapackage.json", "documents.csv", "facts.csv", "findings.csv",
	"summary.csv",
};

enum { PACKAGE_FILES = sizeof(package_files) / sizeof(package_files[0]) };

/* Whether NAME, in a folder, is no file of a package. */
static bool
is_foreign(const char *name)
{
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return false;
	for (int i = 0; i < PACKAGE_FILES; i++)
		if (strcmp(name, package_files[i]) == 0)
			return false;
	return true;
}

/* Whether PATH is a package, which may be replaced, or a new name.  A folder
 * with anything else in it is left alone. */
static bool
may_be_replaced(const char *path)
{
	DIR           *folder = opendir(path);
	struct dirent *entry;
	bool           may = folder != NULL || errno == ENOENT;

	if (!may)
		warn_at(path, "%s", strerror(errno));
	while (may && folder != NULL && (entry = readdir(folder)) != NULL)
		if (is_foreign(entry->d_name)) {
			warn_at(path, "there is something else in it: %s",
			    entry->d_name);
			may = false;
		}
	if (folder != NULL)
		closedir(folder);
	return may;
}

/* PATH without slashes behind it, links followed; to be freed. */
static char *
place_of_folder(const char *path)
{
	char  *place = realpath(path, NULL);
	size_t n;

	if (place != NULL)
		return place;
	place = strdup(path);
	n = place != NULL ? strlen(place) : 0;
	while (n > 1 && place[n - 1] == '/')
		place[--n] = '\0';
	return place;
}

/* Makes the folder that the package is written in.  False and errno if that
 * fails. */
static bool
make_folder(struct package_folder *package)
{
	struct buffer name = { NULL, 0, 0 };
	mode_t        mask = umask(0);

	umask(mask);
	buffer_string(&name, package->place);
	buffer_add(&name, (struct slice){ ".XXXXXX", sizeof(".XXXXXX") });
	package->temporary = mkdtemp(name.p);
	if (package->temporary == NULL) {
		buffer_free(&name);
		return false;
	}
	package->folder = open(package->temporary, O_RDONLY | O_CLOEXEC);
	return package->folder >= 0 &&
	    fchmod(package->folder, 0777 & ~mask) == 0;
}

/* Takes away the package at PATH. */
static void
remove_package(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (int i = 0; folder >= 0 && i < PACKAGE_FILES; i++)
		unlinkat(folder, package_files[i], 0);
	if (folder >= 0)
		close(folder);
	rmdir(path);
}

static void
forget(struct package_folder *package)
{
	for (int i = 0; i < package->tables; i++)
		csv_cells_free(&package->table[i].csv);
	if (package->temporary != NULL)
		remove_package(package->temporary);
	if (package->folder >= 0)
		close(package->folder);
	free(package->temporary);
	free(package->place);
	free(package);
}

static void
tell(const struct package_folder *package)
{
	warn_at(package->path, "%s", strerror(errno));
}

static void *
open_package(const struct destination *destination)
{
	struct package_folder *package = memory_get(sizeof(*package));

	*package = (struct package_folder){ .path = destination->path,
	    .folder = -1 };
	package->place = place_of_folder(destination->path);
	if (may_be_replaced(destination->path)) {
		if (make_folder(package))
			return package;
		tell(package);
	}
	forget(package);
	return NULL;
}

/* A new file NAME of PACKAGE: its descriptor, or -1. */
static int
new_file(const struct package_folder *package, const char *name)
{
	return openat(package->folder, name,
	    O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

static void
begin_package(void *context, const struct record_type *type)
{
	struct package_folder *package = context;
	struct package_table  *table = &package->table[package->tables];
	char                   name[64];
	int                    fd;

	snprintf(name, sizeof(name), "%s.csv", type->schema->name);
	fd = new_file(package, name);
	if (fd < 0) {
		tell(package);
		return;
	}
	*table = (struct package_table){ .type = type,
	    .csv = { .writer = &table->writer, .verbatim = true } };
	writer_open(&table->writer, fd);
	csv_cells_header(&table->csv, type);
	package->tables++;
}

static void
record_package(void *context, const struct record_type *type,
    const struct slice cell[])
{
	struct package_folder *package = context;
	struct package_table  *table = package->table;

	while (table->type != type)
		table++;
	csv_cells_record(&table->csv, type, cell);
}

/* Writes W, and what is in it, to the disk and closes it.  False and errno if
 * that fails. */
static bool
close_safely(struct writer *w)
{
	int error = 0;

	writer_flush(w);
	if (w->error == 0 && fsync(w->fd) != 0)
		error = errno;
	errno = writer_close(w);
	errno = errno != 0 ? errno : error;
	return errno == 0;
}

/* Closes all tables.  False and errno when one of them failed. */
static bool
close_tables(struct package_folder *package)
{
	int error = 0;

	for (int i = 0; i < package->tables; i++) {
		struct package_table *table = &package->table[i];

		writer_flush(&table->writer);
		if (!package_sum(table->writer.fd, &table->sum) && error == 0)
			error = errno;
		if (!close_safely(&table->writer) && error == 0)
			error = errno;
	}
	errno = error;
	return error == 0;
}

/* Writes datapackage.json.  False and errno if that fails. */
static bool
write_description(struct package_folder *package)
{
	struct writer w;
	int           fd = new_file(package, "datapackage.json");

	if (fd < 0)
		return false;
	writer_open(&w, fd);
	package_description_begin(&w);
	for (int i = 0; i < package->tables; i++)
		package_description_add(&w, package->table[i].type,
		    &package->table[i].sum, i == 0);
	package_description_end(&w);
	return close_safely(&w) && fsync(package->folder) == 0;
}

/* Puts the package in its place; what was there takes its name.  False and errno
 * if that fails. */
static bool
put_in_place(struct package_folder *package)
{
	struct stat there;
	bool        is_new = stat(package->place, &there) != 0;

	if (is_new ? rename(package->temporary, package->place) != 0 :
	    renameat2(AT_FDCWD, package->temporary, AT_FDCWD, package->place,
	    RENAME_EXCHANGE) != 0)
		return false;
	folder_sync(package->place);
	if (is_new) {
		free(package->temporary);
		package->temporary = NULL;
	}
	return true;
}

static void
finish_package(void *context, bool is_good)
{
	struct package_folder *package = context;
	bool                   closed = close_tables(package);

	if (is_good && !(closed && write_description(package) &&
	    put_in_place(package)))
		tell(package);
	forget(package);
}

const struct target target_package = {
	.name = "package", .needs_path = true, .open = open_package,
	.begin = begin_package, .record = record_package,
	.finish = finish_package,
};
