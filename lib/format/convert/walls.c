#include "walls.h"

#include <stdio.h>
#include <stdlib.h>

bool
walls_are_there(void)
{
	return system(WALLS "true >/dev/null 2>&1") == 0;
}

bool
walls_show(const char *program)
{
	char command[256];

	snprintf(command, sizeof(command), "case $(command -v %s) in "
	    "/usr/* | /bin/* | /opt/*) ;; *) exit 1 ;; esac", program);
	return system(command) == 0;
}
