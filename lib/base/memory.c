#define _DEFAULT_SOURCE		/* MAP_ANONYMOUS */
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "diagnostics.h"

int memory_machine_status = CLI_TROUBLE;

/* Whether N bytes are more than the process's limit on its addresses leaves: that
 * alone refuses addresses without memory.  malloc() asks for more than it is asked
 * for. */
static bool
is_beyond_limit(size_t n)
{
	enum { MORE = 1 << 20 };

	return n > SIZE_MAX - MORE || mmap(NULL, n + MORE, PROT_NONE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

_Noreturn void
memory_out(size_t n)
{
	remark("out of memory");
	_exit(is_beyond_limit(n) ? CLI_TROUBLE : memory_machine_status);
}

static void *
checked(void *p, size_t n)
{
	if (p == NULL)
		memory_out(n);
	return p;
}

void *
memory_get(size_t n)
{
	return checked(malloc(n > 0 ? n : 1), n);
}

void *
memory_zeroed(size_t n)
{
	return checked(calloc(n > 0 ? n : 1, 1), n);
}

void *
memory_resize(void *old, size_t n, size_t size)
{
	if (size > 0 && n > SIZE_MAX / size)
		memory_out(SIZE_MAX);
	return checked(realloc(old, n * size > 0 ? n * size : 1), n * size);
}

void *
memory_room(void *array, size_t *capacity, size_t n, size_t size)
{
	if (n < *capacity)
		return array;
	*capacity = n < 16 ? 32 : n * 2;
	return memory_resize(array, *capacity, size);
}
