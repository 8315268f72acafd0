#include "machine.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static bool blamed;

void
machine_blame(void)
{
	blamed = true;
}

bool
machine_is_to_blame(void)
{
	return blamed;
}

const char *
machine_call_reason(void)
{
	static const int of_file[] = { EACCES, EISDIR, ELOOP, ENAMETOOLONG,
		ENOENT, ENOTDIR, ENXIO, EPERM };
	int              error = errno;

	for (size_t i = 0; i < sizeof(of_file) / sizeof(of_file[0]); i++)
		if (error == of_file[i])
			return strerror(error);
	machine_blame();
	return strerror(error);
}
