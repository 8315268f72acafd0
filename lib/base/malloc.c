/* malloc() and its kin, in the place of the C library's, for this program and every
 * library that it uses.  Libraries that get no memory go on with a name, a style or a
 * page less, and say nothing: here the process ends and says so.  Only what is larger
 * than any honest part of a document may be refused, as files ask for such. */
#include "sanitized.h"

#ifndef SANITIZED
#include <errno.h>
#include <stddef.h>

#include "memory.h"

enum { LARGE_BYTES = 64 << 20 };

/* What glibc calls them; its free() goes with them. */
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t n);
void *__libc_memalign(size_t alignment, size_t n);

void *malloc(size_t n);
void *calloc(size_t n, size_t size);
void *realloc(void *old, size_t n);
int   posix_memalign(void **memory, size_t alignment, size_t n);

static void *
checked(void *p, size_t n)
{
	if (p == NULL && n <= LARGE_BYTES)
		memory_out(n);
	return p;
}

void *
malloc(size_t n)
{
	return checked(__libc_malloc(n), n);
}

void *
calloc(size_t n, size_t size)
{
	void *p = __libc_calloc(n, size);

	return p != NULL || (size > 0 && n > LARGE_BYTES / size) ? p :
	    checked(p, n * size);
}

void *
realloc(void *old, size_t n)
{
	void *p = __libc_realloc(old, n);

	return old != NULL && n == 0 ? p : checked(p, n);
}

int
posix_memalign(void **memory, size_t alignment, size_t n)
{
	if (alignment % sizeof(void *) != 0 ||
	    (alignment & (alignment - 1)) != 0 || alignment == 0)
		return EINVAL;
	*memory = checked(__libc_memalign(alignment, n), n);
	return *memory != NULL ? 0 : ENOMEM;
}
#else
typedef int sanitized;	/* a file is not to be empty */
#endif
