#include "convert.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "format/sniff/sniff.h"
#include "office.h"

const char *convert_made;

/* The bytes of the file, to be freed; .p NULL: there is none, or more than
 * MOST. */
static struct slice
read_file(const char *path, size_t most)
{
	struct stat  status;
	struct slice bytes = { NULL, 0 };
	FILE        *file = fopen(path, "rb");
	char        *to;

	if (file == NULL)
		return bytes;
	if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode) &&
	    (unsigned long long)status.st_size <= most) {
		to = memory_get((size_t)status.st_size + 1);
		bytes = (struct slice){ to, fread(to, 1,
		    (size_t)status.st_size, file) };
	}
	fclose(file);
	return bytes;
}

const char *
convert_read(struct slice bytes, struct sink *sink)
{
	const struct family *family = office_family(slice_of(
	    sniff(bytes, SLICE(""), SLICE(""))));
	const char          *reason = "LibreOffice cannot read it";
	struct slice         made;

	if (family == NULL || convert_made == NULL)
		return reason;
	made = read_file(convert_made, sink->limits.bytes);
	if (made.p != NULL)
		reason = family->read(made, sink);
	free((char *)made.p);
	return reason;
}
