/* The text of one paragraph or cell in the making: white space and control
 * characters become single spaces, and what stands at its ends is trimmed,
 * the blanks of Chinese typography (U+3000, U+00A0) included. */
#ifndef BLOCKS_PARAGRAPH_H
#define BLOCKS_PARAGRAPH_H

#include <stdint.h>

#include "base/buffer.h"

void paragraph_add(struct buffer *text, struct slice utf8);
void paragraph_character(struct buffer *text, uint32_t c);

/* What TEXT holds, trimmed; valid until it is added to. */
struct slice paragraph_text(const struct buffer *text);

#endif
