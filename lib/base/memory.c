#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "diagnostics.h"

_Noreturn void
memory_out(void)
{
	remark("out of memory");
	_exit(CLI_TROUBLE);
}

static void *
checked(void *p)
{
	if (p == NULL)
		memory_out();
	return p;
}

void *
memory_get(size_t n)
{
	return checked(malloc(n > 0 ? n : 1));
}

void *
memory_resize(void *old, size_t n, size_t size)
{
	if (size > 0 && n > SIZE_MAX / size)
		return checked(NULL);
	return checked(realloc(old, n * size > 0 ? n * size : 1));
}

void *
memory_room(void *array, size_t *capacity, size_t n, size_t size)
{
	if (n < *capacity)
		return array;
	*capacity = n < 16 ? 32 : n * 2;
	return memory_resize(array, *capacity, size);
}
