/* Changing OLE2 files [MS-CFB]: as bytes they would seldom stay one, so what is
 * changed are their streams, each behind its length.  These keep their sizes
 * mostly, as all that is in them is found by its place. */
#ifndef FUZZ_STREAMS_H
#define FUZZ_STREAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { STREAMS_MAX = 4 };

/* Whether BYTES are an OLE2 file already. */
bool streams_are_file(struct slice bytes);

/* An OLE2 file of the streams in BYTES, called NAME up to the first NULL; of the
 * last one what is left.  Lives until the next call. */
struct slice streams_file_of(struct slice bytes, const char *const name[]);

/* What LLVMFuzzerCustomMutator is to do; a file becomes its streams before. */
size_t streams_mutate(const char *const name[], uint8_t *bytes, size_t n,
    size_t most, unsigned seed);

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t n, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t most,
    unsigned seed);

#endif
