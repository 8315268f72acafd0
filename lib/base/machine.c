#define _DEFAULT_SOURCE		/* EDQUOT */
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

void
machine_judge_call(void)
{
	static const int of_machine[] = { EAGAIN, EDQUOT, EIO, EMFILE, ENFILE,
		ENOBUFS, ENOMEM, ENOSPC, ESTALE, ETIMEDOUT };

	for (size_t i = 0; i < sizeof(of_machine) / sizeof(of_machine[0]); i++)
		if (errno == of_machine[i])
			blamed = true;
}

const char *
machine_call_reason(void)
{
	machine_judge_call();
	return strerror(errno);
}
