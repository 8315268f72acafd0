#include "complaint.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/machine.h"

/* Why letters are lost, or NULL. */
static const char *lost;

void
pdf_complaint_none(void)
{
	lost = NULL;
}

void
pdf_complaint_begin(void)
{
	errno = 0;
}

void
pdf_complaint_end(void)
{
	machine_judge_call();
}

/* Whether the table whose name is quoted in MESSAGE is there: then the list of them
 * could not be read. */
static bool
is_there(const char *message)
{
	const char *name = strchr(message, '\'');
	size_t      n = name != NULL ? strcspn(++name, "'/") : 0;
	char        path[256];
	struct stat status;

	if (n == 0 || n > 100)
		return false;
	snprintf(path, sizeof(path), PDF_TABLES "/cidToUnicode/%.*s", (int)n,
	    name);
	return stat(path, &status) == 0;
}

static bool
has_any(const char *message, const char *const word[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(message, word[i]) != NULL)
			return true;
	return false;
}

void
pdf_complaint_hear(const char *message)
{
	static const char *const of_fonts[] = { "No font in show" };
	static const char *const of_tables[] = { "CMap file",
		"Missing language pack", "Unknown character collection" };
	/* Those that poppler-data has tables of; a font may name any other. */
	static const char *const collections[] = { "GB1", "CNS1", "Japan1",
		"Japan2", "Korea1", "KR" };

	if (has_any(message, of_fonts, 1) && lost == NULL)
		lost = "letters are lost: a font cannot be read";
	if (!has_any(message, of_tables,
	    sizeof(of_tables) / sizeof(of_tables[0])) ||
	    !has_any(message, collections,
	    sizeof(collections) / sizeof(collections[0])))
		return;
	machine_judge_call();
	if (is_there(message))
		machine_blame();
	lost = "letters are lost: a table of poppler-data cannot be read";
}

const char *
pdf_complaint_reason(void)
{
	return lost;
}
