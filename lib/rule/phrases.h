/* What messages are made of: a file of data with a key, its Chinese, its English. */
#ifndef RULE_PHRASES_H
#define RULE_PHRASES_H

#include "data/data.h"
#include "rule.h"

/* The placeholders that the phrase KEY may have, as placeholders_vet takes them; NULL: no
 * message has a use for it. */
typedef const char *phrase_may_fn(struct slice key);

/* The phrases of FILE, which live as long as the process.  A line that can never be used
 * ends it with 2 and file, line and column. */
const struct data_table *phrases_load(enum data_file file, phrase_may_fn *may);

/* The phrase KEY in LANGUAGE; NONE where there is none. */
struct slice phrase_of(const struct data_table *phrases, struct slice key,
    enum rule_language language, struct slice none);

#endif
