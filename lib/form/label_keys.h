/* The keys (label.h) of all names of the forms.  To fold 600 names takes a third of what
 * tabulate does when it starts: those built in are folded when it is built. */
#ifndef FORM_LABEL_KEYS_H
#define FORM_LABEL_KEYS_H

#include "base/arena.h"
#include "form.h"

/* The keys of the labels of all items of FORMS, then of its spellings, of its columns,
 * of its words, in ARENA or of the program. */
const struct slice *label_keys(const struct forms *forms, struct arena *arena);

/* How many they are. */
size_t label_keys_n(const struct forms *forms);

/* Those of the forms built in, which lib/compile/label-keys.c writes as C; none in programs
 * that are not linked with that. */
struct compiled_label_keys {
	const struct slice *key;
	size_t              n;
};

extern const struct compiled_label_keys compiled_label_keys;

#endif
