#define _XOPEN_SOURCE 700	/* mkdtemp */
#include "convert.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "format/excel/excel.h"
#include "format/sniff/sniff.h"
#include "format/word/word.h"
#include "walls.h"

enum { PATH_BYTES = 128 };

/* How LibreOffice calls what reads a media type, since it takes for text what it
 * does not know, and what it makes of it. */
static const struct family {
	const char *type, *filter, *suffix;
	const char *(*read)(struct slice bytes, struct sink *sink);
} families[] = {
	{ "application/vnd.ms-word+xml", "MS Word 2003 XML", "docx",
	    docx_read },
	{ "application/vnd.ms-excel+xml", "MS Excel 2003 XML", "xlsx",
	    xlsx_read },
	{ "application/vnd.ms-excel.sheet.binary.macroenabled.12",
	    "Calc MS Excel 2007 Binary", "xlsx", xlsx_read },
	{ "application/x-excel-4", "MS Excel 4.0", "xlsx", xlsx_read },
	{ "application/x-word-95", "MS WinWord 6.0", "docx", docx_read },
	{ "application/vnd.ms-works", "MS_Works", "docx", docx_read },
};

static const struct family *
family_of(struct slice bytes)
{
	const char *type = sniff(bytes, SLICE(""), SLICE(""));

	for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		if (strcmp(families[i].type, type) == 0)
			return &families[i];
	return NULL;
}

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

/* Has the file `in' of FOLDER made one of FAMILY's suffix there. */
static void
run_office(const char *folder, const struct family *family)
{
	char command[1024 + PATH_BYTES];

	snprintf(command, sizeof(command), WALLS "--bind %s /box "
	    "--chdir /box soffice -env:UserInstallation=file:///tmp/profile "
	    "--headless --infilter='%s' --convert-to %s --outdir /box /box/in "
	    ">/dev/null 2>&1 </dev/null", folder, family->filter,
	    family->suffix);
	/* How it ended shows by what it has made. */
	(void)!system(command);
}

const char *
convert_read(struct slice bytes, struct sink *sink)
{
	const struct family *family = family_of(bytes);
	char                 folder[] = "/tmp/convert-XXXXXX";
	char                 in[PATH_BYTES], out[PATH_BYTES];
	const char          *reason = "LibreOffice cannot read it";
	struct slice         made = { NULL, 0 };

	if (family == NULL)
		return reason;
	if (mkdtemp(folder) == NULL)
		return "no folder for LibreOffice";
	snprintf(in, sizeof(in), "%s/in", folder);
	snprintf(out, sizeof(out), "%s/in.%s", folder, family->suffix);
	if (write_file(in, bytes)) {
		run_office(folder, family);
		made = read_file(out, sink->limits.bytes);
	}
	unlink(in);
	unlink(out);
	rmdir(folder);
	if (made.p != NULL)
		reason = family->read(made, sink);
	free((char *)made.p);
	return reason;
}
