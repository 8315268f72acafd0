#include "office.h"

#include <stdio.h>
#include <stdlib.h>

#include "format/excel/excel.h"
#include "format/word/word.h"
#include "walls.h"

static const struct family families[] = {
	{ "application/vnd.ms-word+xml", "MS Word 2003 XML", "docx",
	    docx_read },
	{ "application/vnd.ms-excel+xml", "MS Excel 2003 XML", "xlsx",
	    xlsx_read },
	{ "application/vnd.ms-excel.sheet.binary.macroenabled.12",
	    "Calc MS Excel 2007 Binary", "xlsx", xlsx_read },
	{ "application/x-excel-4", "MS Excel 4.0", "xlsx", xlsx_read },
	{ "application/x-word-95", "MS WinWord 6.0", "docx", docx_read },
	{ "application/vnd.ms-works", "MS_Works", "docx", docx_read },
	{ "application/vnd.uof.text", "UOF text", "docx", docx_read },
	{ "application/vnd.uof.spreadsheet", "UOF spreadsheet", "xlsx",
	    xlsx_read },
};

const struct family *
office_family(struct slice type)
{
	for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++)
		if (slice_is(type, families[i].type))
			return &families[i];
	return NULL;
}

void
office_run(const char *folder, const struct family *family, const char *names)
{
	char command[4096];

	/* exec: bubblewrap ends with the process that began it */
	snprintf(command, sizeof(command), "exec " WALLS "--bind %s /box "
	    "--chdir /box soffice -env:UserInstallation=file:///tmp/profile "
	    "--headless --infilter='%s' --convert-to %s --outdir /box %s "
	    ">/dev/null 2>&1 </dev/null", folder, family->filter,
	    family->suffix, names);
	(void)!system(command);
}
