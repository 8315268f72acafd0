/* The place of the words that lib/compile/lexicon.c writes, in programs that are not
 * linked with them: these read lexicon.tsv, if they need it. */
#include "lexicon.h"

const struct lexicon compiled_lexicon = { .classes = 0 };
