#include "diagnostics.h"

#include <stdarg.h>
#include <stdio.h>

enum { MESSAGE_BYTES = 2048 };	/* longer diagnostics are cut */
enum { PLACE_BYTES = 1024 };	/* ... and longer places */

const char *program_name = "nianbao";

static enum cli_status status = CLI_DONE;

void
status_raise(enum cli_status to)
{
	if (to > status)
		status = to;
}

enum cli_status
status_now(void)
{
	return status;
}

/* One write a line, so that the lines of several processes do not mix. */
static void
say(const char *place, unsigned long long line, const char *format,
    va_list arguments)
{
	char   text[MESSAGE_BYTES];
	size_t n = 0;
	int    wrote;

	wrote = snprintf(text, sizeof(text), "%s: ", program_name);
	n += wrote > 0 ? (size_t)wrote : 0;
	if (place != NULL && n < sizeof(text)) {
		wrote = line > 0 ?
		    snprintf(text + n, sizeof(text) - n, "%s:%llu: ", place,
		    line) : snprintf(text + n, sizeof(text) - n, "%s: ", place);
		n += wrote > 0 ? (size_t)wrote : 0;
	}
	if (n < sizeof(text)) {
		wrote = vsnprintf(text + n, sizeof(text) - n, format, arguments);
		n += wrote > 0 ? (size_t)wrote : 0;
	}
	if (n > sizeof(text) - 2)
		n = sizeof(text) - 2;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == '\x7f')
			text[i] = '?';
	text[n++] = '\n';
	fwrite(text, 1, n, stderr);
}

void
warn_at(const char *place, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(place, 0, format, arguments);
	va_end(arguments);
	status_raise(CLI_TROUBLE);
}

void
warn_of(struct slice place, const char *reason)
{
	char text[PLACE_BYTES];

	snprintf(text, sizeof(text), "%.*s", (int)place.n, place.p);
	warn_at(text, "%s", reason);
}

void
warn_at_line(const char *file, unsigned long long line, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(file, line, format, arguments);
	va_end(arguments);
	status_raise(CLI_TROUBLE);
}

void
remark(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(NULL, 0, format, arguments);
	va_end(arguments);
}

void
diagnostics_pass_on(const char *text, size_t n)
{
	if (n == 0)
		return;
	status_raise(CLI_TROUBLE);
	fwrite(text, 1, n, stderr);
}
