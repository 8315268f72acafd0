/* Changing inputs that are lines of fields, so that they stay such lines: cells,
 * rows, labels, figures go elsewhere, vanish, are met twice; words that the suite
 * knows come in.  Bytes alone would be refused at the first line. */
#ifndef FUZZ_LINES_H
#define FUZZ_LINES_H

#include <stddef.h>
#include <stdint.h>

/* What LLVMFuzzerCustomMutator and LLVMFuzzerCustomCrossOver are to do with lines
 * whose fields SEPARATOR keeps apart: they return the new size. */
size_t lines_mutate(char separator, uint8_t *bytes, size_t n, size_t most,
    unsigned seed);
size_t lines_cross(char separator, const uint8_t *a, size_t a_n,
    const uint8_t *b, size_t b_n, uint8_t *out, size_t most, unsigned seed);

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t n, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t most,
    unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_n,
    const uint8_t *b, size_t b_n, uint8_t *out, size_t most, unsigned seed);

#define FUZZ_LINES(separator)                                                 \
	size_t                                                                \
	LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t most,        \
	    unsigned seed)                                                    \
	{                                                                     \
		return lines_mutate(separator, bytes, n, most, seed);         \
	}                                                                     \
                                                                              \
	size_t                                                                \
	LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t a_n,               \
	    const uint8_t *b, size_t b_n, uint8_t *out, size_t most,          \
	    unsigned seed)                                                    \
	{                                                                     \
		return lines_cross(separator, a, a_n, b, b_n, out, most,      \
		    seed);                                                    \
	}

#endif
