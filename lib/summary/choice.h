/* Which names a user chose: globs, where `*' stands for any bytes. */
#ifndef SUMMARY_CHOICE_H
#define SUMMARY_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum { CHOICES_MAX = 64 };

struct choice {			/* all zero: everything is chosen */
	struct slice glob[CHOICES_MAX];
	size_t       n;
	/* Names repeat from report to report: their verdicts are kept, by
	 * hash.  See choice.c. */
	struct choice_memory *memory;
};

/* Adds the globs of the comma-separated LIST, whose text is not copied.
 * Returns false when there are too many. */
bool choice_add(struct choice *choice, struct slice list);

/* Whether NAME matches a glob, or no glob was given. */
bool choice_has(struct choice *choice, struct slice name);

void choice_free(struct choice *choice);

#endif
