/* What folding makes of single characters, as numbers: an entry for each, by pages of
 * 256.  For fold.c, and for lib/compile/folding.c, which writes those of the data built in
 * as C, so that a program need not read 1,500 lines when it starts. */
#ifndef TEXT_FOLDING_H
#define TEXT_FOLDING_H

#include <stddef.h>
#include <stdint.h>

enum { FOLDING_PAGE = 256 };

struct compiled_folding {
	size_t          pages;		/* 0: none */
	const uint16_t *number;		/* of each: of its first character, / 256 */
	uint32_t      (*entry)[FOLDING_PAGE];	/* 0: not known yet */
};

/* Empty in programs that are not linked with what lib/compile/folding.c writes. */
extern const struct compiled_folding compiled_folding;

/* The entry of C; 0 where it is not all that there is to say. */
uint32_t fold_entry(uint32_t c);

#endif
