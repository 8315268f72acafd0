/* The place of what lib/compile/folding.c writes, in programs that are not linked with it:
 * these read characters.tsv, if they fold anything. */
#include "folding.h"

const struct compiled_folding compiled_folding = { .pages = 0 };
