/* A user's folder of data: whether the files in it are ours. */
#include "overlay.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"

static _Noreturn void
fail(const char *place, const char *reason)
{
	warn_at(place, "%s", reason);
	exit(CLI_TROUBLE);
}

/* Whether NAME is BASE and one of the endings that an office's programs give a
 * table. */
static bool
is_saved_otherwise(struct slice name, struct slice base)
{
	static const char *const ending[] = { "tsv", "csv", "txt", "xls",
	    "xlsx", "tab" };
	struct slice             rest = slice_from(name, base.n);

	for (size_t i = 0; i < sizeof(ending) / sizeof(*ending); i++)
		if (slice_is_nocase(rest, slice_of(ending[i])))
			return slice_starts_nocase(name, base);
	return false;
}

/* Why a file of this NAME will not do; NULL if it will, or is none of ours. */
static const char *
fault_of(struct slice name, const struct data_kind kinds[], size_t n)
{
	if (slice_is(name, "chinese.tsv"))
		return "these words are the programs' own and stay as they are "
		    "(nianbao-data(5))";
	if (slice_is(name, "html-entities.tsv"))
		return "these names are HTML's own and stay as they are "
		    "(nianbao-data(5))";
	for (size_t i = 0; i < n; i++) {
		struct slice own = slice_of(kinds[i].name);

		if (slice_eq(name, own))
			return NULL;
		own.n -= strlen("tsv");
		if (name.n > own.n && is_saved_otherwise(name, own))
			return "is not read: name it in small letters, and "
			    ".tsv";
	}
	return name.n > 4 && slice_is_nocase(slice_from(name, name.n - 4),
	    SLICE(".tsv")) ? "no file of the suite's data has this name "
	    "(nianbao-data(5))" : NULL;
}

void
overlay_check(const char *directory, const struct data_kind kinds[], size_t n)
{
	DIR           *dir = opendir(directory);
	struct dirent *entry;
	char           path[4096];

	if (dir == NULL)
		fail(directory, strerror(errno));
	while (errno = 0, (entry = readdir(dir)) != NULL) {
		const char *fault = entry->d_name[0] == '.' ? NULL :
		    fault_of(slice_of(entry->d_name), kinds, n);

		if (fault == NULL)
			continue;
		snprintf(path, sizeof(path), "%s/%s", directory,
		    entry->d_name);
		fail(path, fault);
	}
	if (errno != 0)
		fail(directory, strerror(errno));
	closedir(dir);
}
