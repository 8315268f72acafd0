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

/* Whether FINDING, which fails, is waived; that a waiver of it has lapsed is told. */
bool findings_waive(struct findings *findings, const struct finding *finding);

/* Writes FINDING to standard output, unless its verdict is not wanted or it is
 * waived.  An error raises the exit status to CLI_FOUND all the same.  CONTEXT
 * is a struct findings. */
void findings_write(void *context, const struct finding *finding);

void findings_free(struct findings *findings);

#endif
