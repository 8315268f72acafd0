/* Checking UTF-8 by blocks of bytes, where the processor can. */
#ifndef BASE_UTF8_VECTOR_H
#define BASE_UTF8_VECTOR_H

#include "slice.h"

/* How many bytes of TEXT, from the first on, were found to be whole valid characters:
 * up to its last bytes or the first fault, or fewer; 0 where the processor cannot. */
size_t utf8_valid_blocks(struct slice text);

#endif
