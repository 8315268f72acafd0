/* What a repair says, in the user's language and the form's own words. */
#ifndef REPAIR_ANSWER_H
#define REPAIR_ANSWER_H

#include "base/buffer.h"
#include "repair.h"

struct answer_words {
	const struct forms    *forms;
	enum rule_language     language;
};

/* Adds to OUT what number SET of FAULT, found in EVIDENCE, says is wrong: its
 * figures, or, where they are many, what happened to them. */
void answer_write(const struct answer_words *words, const struct fault *fault,
    size_t set, const struct evidence *evidence, struct buffer *out);

#endif
