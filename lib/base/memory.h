/* malloc for a filter: when memory ends, one line on stderr and exit 2. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Says that there were no N bytes and ends the process at once: a library may have
 * been in the middle of anything.  For those that get memory otherwise. */
_Noreturn void memory_out(size_t n);

/* The exit status where the machine is to blame and not the limit that the process has
 * been given; CLI_TROUBLE, unless set by who is asked. */
extern int memory_machine_status;

/* N bytes, to be given to free(). */
void *memory_get(size_t n);

/* The same, all zero: of a large piece only what is touched is ever there. */
void *memory_zeroed(size_t n);

/* As realloc(OLD, n * size), the product checked. */
void *memory_resize(void *old, size_t n, size_t size);

/* Makes room for element number N in an array of *CAPACITY elements of SIZE
 * bytes at ARRAY (NULL: none yet): doubles, so that appending is cheap.
 * Returns the array, which may have moved. */
void *memory_room(void *array, size_t *capacity, size_t n, size_t size);

/* A place for one more element behind the N of ARRAY, by its address; N is
 * raised.  All three are evaluated more than once. */
#define MEMORY_APPEND(array, n, capacity)                                     \
	((array) = memory_room((array), &(capacity), (n), sizeof(*(array))),  \
	    &(array)[(n)++])

#endif
