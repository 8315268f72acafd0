/* Gathers the text of one paragraph or cell: white space and control
 * characters become single spaces, and what stands at its ends is trimmed,
 * the blanks of Chinese typography (U+3000, U+00A0) included. */
#ifndef BLOCKS_PARAGRAPH_H
#define BLOCKS_PARAGRAPH_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct paragraph {		/* all zero: empty */
	char  *p;
	size_t n, capacity;
};

void paragraph_add(struct paragraph *paragraph, struct slice utf8);
void paragraph_character(struct paragraph *paragraph, uint32_t c);

/* What was gathered, trimmed; valid until the next call. */
struct slice paragraph_text(const struct paragraph *paragraph);

void paragraph_clear(struct paragraph *paragraph);
void paragraph_free(struct paragraph *paragraph);

#endif
