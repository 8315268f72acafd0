/* Where the lines begin, in the lists that gazetteer.c searches, of names that begin with
 * a character: starts.awk writes them when the programs are built.  By halving the list,
 * as it lies, each character of a document not met before took seven thousand
 * instructions and a dozen pages of memory. */
#ifndef PLACE_STARTS_H
#define PLACE_STARTS_H

#include <stddef.h>
#include <stdint.h>

struct name_start {
	uint32_t character;
	uint32_t at;		/* byte, behind the comments at the list's top */
};

struct name_starts {
	const struct name_start *start;		/* in the order of the characters */
	size_t                   n;
};

extern const struct name_starts name_starts[];	/* by enum gazetteer */

#endif
