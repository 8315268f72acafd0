/* What the filters do with records in memory, as often as wanted in one process.
 * What they write lies there until another stage runs. */
#ifndef FUZZ_STAGE_H
#define FUZZ_STAGE_H

#include <stdbool.h>

#include "base/slice.h"

struct stage_option {
	int         letter;	/* 0: the last one */
	const char *value;
};

struct slice stage_sectionize(struct slice blocks);

/* EXPLAINS: how sentences are read, in place of facts. */
struct slice stage_tabulate(struct slice blocks, bool explains);

struct slice stage_check(struct slice facts, struct slice roster,
    struct slice waivers);
struct slice stage_pinpoint(struct slice facts);
struct slice stage_aggregate(struct slice facts,
    const struct stage_option option[]);
struct slice stage_reuse(struct slice blocks);

/* The summary of two parts, or nothing where they are refused. */
struct slice stage_merge(struct slice part, struct slice other);

/* For the stages: the name of a file that has BYTES, good for one of them. */
char **stage_file(struct slice bytes);

/* Begins with standard output in memory; what is there. */
void         stage_begin(void);
struct slice stage_output(void);

#endif
