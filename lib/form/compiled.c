/* The place of what lib/compile/label-keys.c writes, in programs that are not linked with
 * it. */
#include "label_keys.h"

const struct compiled_label_keys compiled_label_keys = { NULL, 0 };
