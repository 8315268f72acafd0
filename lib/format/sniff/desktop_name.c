/* Files that desktops and office programs leave beside documents, by their names:
 * their bytes look like anything. */
#include <string.h>

#include "content_type.h"

static const char *const names[] = { "Thumbs.db", "ehthumbs.db", ".DS_Store",
	"desktop.ini" };

/* What is open in Word or WPS, in LibreOffice; what a Mac knows of a file. */
static const char *const beginnings[] = { "~$", ".~lock.", "._" };

enum {
	NAMES = sizeof(names) / sizeof(names[0]),
	BEGINNINGS = sizeof(beginnings) / sizeof(beginnings[0]),
};

/* What stands behind the last '/', or behind '!' of an archive. */
static struct slice
base_of(struct slice path)
{
	for (size_t i = path.n; i > 0; i--)
		if (path.p[i - 1] == '/' || path.p[i - 1] == '!')
			return slice_from(path, i);
	return path;
}

bool
is_desktop_name(struct slice path)
{
	struct slice base = base_of(path);

	for (size_t i = 0; i < NAMES; i++)
		if (slice_is(base, names[i]))
			return true;
	for (size_t i = 0; i < BEGINNINGS; i++)
		if (slice_starts(base, slice_of(beginnings[i])))
			return true;
	return false;
}
