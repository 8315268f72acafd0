/* Any bytes as a file that extract is given: what is in it goes to /dev/null. */
#ifndef FUZZ_MEMBER_H
#define FUZZ_MEMBER_H

#include "source/stream.h"

/* A stream of BYTES in chunks of CHUNK, in memory of their own. */
struct member_bytes {
	struct stream stream;
	struct slice  left;
	size_t        chunk;
};

struct member_bytes member_bytes_of(struct slice bytes, size_t chunk);

/* Takes BYTES, in chunks of CHUNK, for whatever they are; aborts where nothing is
 * said of them. */
void member_take(struct slice bytes, size_t chunk);

#endif
