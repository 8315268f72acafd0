#include "language.h"

#include <stdlib.h>
#include <string.h>

bool
language_is_chinese(void)
{
	static const char *const variable[] = { "LC_ALL", "LC_MESSAGES",
	    "LANG" };

	for (size_t i = 0; i < sizeof(variable) / sizeof(variable[0]); i++) {
		const char *value = getenv(variable[i]);

		if (value != NULL && *value != '\0')
			return strncmp(value, "zh", 2) == 0;
	}
	return false;
}
