/* Writing findings (nianbao-records(5)). */
#ifndef RULE_FINDINGS_H
#define RULE_FINDINGS_H

#include <stdbool.h>

#include "finding.h"
#include "message.h"
#include "notice.h"
#include "waiver.h"

/* Fields of a finding in the making. */
enum { TEXT_WHERE, TEXT_LEFT, TEXT_RIGHT, TEXT_CELLS, TEXT_MESSAGE, TEXTS };

struct findings {
	bool               wanted[VERDICTS];	/* what is written */
	bool               wants_waived;	/* what is waived is written too */
	bool               is_aside;	/* the report at hand only serves for
					 * comparison: whatever is found is a note */
	enum rule_language language;
	struct waivers     waivers;	/* findings to let be */
	struct notices     notices;	/* set by findings_start */
	struct buffer      text[TEXTS];
};

/* Makes the notices of FINDINGS, told in the words of FORMS, go out too. */
void findings_start(struct findings *findings, const struct rules *rules,
    const struct forms *forms);

/* Whether other verdicts than VERDICT_FAIL are written. */
bool findings_want_all(const struct findings *findings);

/* Notes that FINDING, which fails, may be waived. */
void findings_waive(struct findings *findings, const struct finding *finding);

/* Writes FINDING to standard output, unless its verdict is not wanted.  What is
 * waived has the level `waived', and in its message who waived it, when and why; it
 * is only written if that is wanted.  Any other error raises the exit status to CLI_FOUND, whether
 * it is written or not.  CONTEXT is a struct findings. */
void findings_write(void *context, const struct finding *finding);

void findings_free(struct findings *findings);

#endif
