#include "left_out.h"

#include <stddef.h>

static const char *first;

void
left_out_nothing(void)
{
	first = NULL;
}

void
left_out(const char *reason)
{
	if (first == NULL)
		first = reason;
}

const char *
left_out_or(const char *failed)
{
	return failed != NULL ? failed : first;
}
