/* What the programs say, in Chinese: lib/data/chinese.tsv, keyed by the English
 * that the code has. */
#ifndef CLI_CHINESE_H
#define CLI_CHINESE_H

#include "base/slice.h"

/* TEXT in Chinese, in ROOM of N bytes; TEXT itself where no line of the table
 * fits or the room is too small.  Nothing is allocated: what is told may be that
 * memory ended. */
struct slice chinese_of(struct slice text, char *room, size_t n);

#endif
