/* What a run of a program came to. */
#ifndef FAULT_OUTCOME_H
#define FAULT_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

struct text {
	char  *p;	/* owned; a NUL stands behind it */
	size_t n;
};

struct outcome {
	int         status;	/* as waitpid() has it */
	struct text out, err;
	const char *left;	/* what it left behind that it should not; NULL */
};

/* Whether what a run with a fault wrote to stdout is some of the whole documents of
 * the run without: lines with one first field.  GAPS: any of them, else only the
 * first ones. */
bool outcome_is_part(const struct text *got, const struct text *whole, bool gaps);

/* What is wrong with a run that had a fault, beside CLEAN, which had none; NULL:
 * nothing.  SPEAKS: its stderr could be written; LENIENT: others wrote there too. */
const char *outcome_fault(const struct outcome *got, const struct outcome *clean,
    bool gaps, bool speaks,
    bool lenient);

/* Whether it came to the same as CLEAN. */
bool outcome_is_same(const struct outcome *got, const struct outcome *clean);

#endif
