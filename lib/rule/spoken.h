/* A rule's condition in the words of the form. */
#ifndef RULE_SPOKEN_H
#define RULE_SPOKEN_H

#include "base/buffer.h"
#include "rule.h"

/* Adds the condition of RULE to OUT: its cells by the names that FORM prints,
 * its words in LANGUAGE, its signs as they are. */
void spoken_add(const struct rule *rule, const struct forms *forms,
    struct slice form, enum rule_language language, struct buffer *out);

#endif
