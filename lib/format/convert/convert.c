#define _XOPEN_SOURCE 700	/* mkdtemp */
#include "convert.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "batch.h"
#include "format/sniff/sniff.h"
#include "office.h"
#include "walls.h"

const char *convert_made;

bool
convert_is_there(void)
{
	return walls_show("soffice") && walls_are_there();
}

static bool
write_file(const char *path, struct slice bytes)
{
	FILE *file = fopen(path, "wb");
	bool  good;

	if (file == NULL)
		return false;
	good = bytes.n == 0 || fwrite(bytes.p, bytes.n, 1, file) == 1;
	return fclose(file) == 0 && good;
}

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

/* What LibreOffice makes of BYTES alone, as read_file gives it. */
static struct slice
make_alone(struct slice bytes, const struct family *family, size_t most)
{
	char         folder[] = "/tmp/convert-XXXXXX";
	char         in[CONVERT_PATH_BYTES], out[CONVERT_PATH_BYTES];
	struct slice made = { NULL, 0 };

	if (mkdtemp(folder) == NULL)
		return made;
	snprintf(in, sizeof(in), "%s/in", folder);
	snprintf(out, sizeof(out), "%s/in.%s", folder, family->suffix);
	if (write_file(in, bytes)) {
		office_run(folder, family, "/box/in");
		made = read_file(out, most);
	}
	unlink(in);
	unlink(out);
	rmdir(folder);
	return made;
}

const char *
convert_read(struct slice bytes, struct sink *sink)
{
	const struct family *family = office_family(slice_of(
	    sniff(bytes, SLICE(""), SLICE(""))));
	const char          *reason = "LibreOffice cannot read it";
	struct slice         made;

	if (family == NULL)
		return reason;
	made = convert_made != NULL ? read_file(convert_made,
	    sink->limits.bytes) : make_alone(bytes, family, sink->limits.bytes);
	if (made.p != NULL)
		reason = family->read(made, sink);
	free((char *)made.p);
	return reason;
}
