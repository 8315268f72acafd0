#include "row.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/utf8.h"

/* Which character of its line WHAT, a part of a field of ROW, begins at,
 * from 1. */
static size_t
column_of(const struct data_row *row, struct slice what)
{
	const char *begin = row->field[0].p;

	return utf8_length((struct slice){ begin, (size_t)(what.p - begin) }) +
	    1;
}

void
data_warn(const struct data_row *row, struct slice what, const char *reason)
{
	size_t column = column_of(row, what);

	if (what.n > 0)
		warn_at_line(row->file, row->line, "column %zu: %s: %.*s",
		    column, reason, (int)what.n, what.p);
	else
		warn_at_line(row->file, row->line, "column %zu: %s", column,
		    reason);
}

void
data_refuse(const struct data_row *row, struct slice what,
    const char *reason)
{
	data_warn(row, what, reason);
	exit(CLI_TROUBLE);
}

void
data_refuse_line(const struct data_row *row, const char *reason)
{
	warn_at_line(row->file, row->line, "%s", reason);
	exit(CLI_TROUBLE);
}

/* Appends the names that there are to REASON, as many as it has room for. */
static void
list_names(const char *const names[], int n, char *reason, size_t room)
{
	const char *mark = "";

	for (int i = 0; i < n; i++) {
		size_t used = strlen(reason);

		if (names[i] == NULL)
			continue;
		snprintf(reason + used, room - used, "%s%s", mark, names[i]);
		mark = ", ";
	}
}

int
data_choice(const struct data_row *row, int column,
    const char *const names[], int n)
{
	struct slice field = row->field[column];
	char         reason[400] = "not one of ";

	for (int i = 0; i < n; i++)
		if (names[i] != NULL && slice_is(field, names[i]))
			return i;
	list_names(names, n, reason, sizeof(reason));
	data_refuse(row, field, reason);
}

uint32_t
data_character(const struct data_row *row, int column)
{
	struct slice field = row->field[column];
	uint32_t     c = 0;

	if (field.n == 0 || utf8_decode(field, &c) != field.n)
		data_refuse(row, field, "not one character");
	return c;
}
