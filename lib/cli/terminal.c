#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* https://no-color.org: set and not empty. */
static bool
wants_colours(void)
{
	const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");

	return (no == NULL || *no == '\0') && kind != NULL && *kind != '\0' &&
	    strcmp(kind, "dumb") != 0 && isatty(STDOUT_FILENO);
}

bool
terminal_colours(const char *when, bool *has_colours)
{
	*has_colours = strcmp(when, "always") == 0 ||
	    (strcmp(when, "auto") == 0 && wants_colours());
	return *has_colours || strcmp(when, "auto") == 0 ||
	    strcmp(when, "never") == 0;
}
