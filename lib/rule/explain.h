/* What there is to say of a rule (check --explain). */
#ifndef RULE_EXPLAIN_H
#define RULE_EXPLAIN_H

#include "base/buffer.h"
#include "rules.h"

/* Adds to OUT what the rules ID of RULES say, in lines `name TAB text': title,
 * level, forms, range, condition, message and source of each; how to mend what
 * they find, what is lawful; examples.  Returns false where there is none. */
bool explain(const struct rules *rules, struct slice id,
    enum rule_language language, struct buffer *out);

/* The same of all rules, an empty line between two ids. */
void explain_all(const struct rules *rules, enum rule_language language,
    struct buffer *out);

#endif
