/* The record of two sections, or reports, that share text; nianbao-records(5) lists its
 * fields. */
#ifndef REUSE_REUSE_RECORD_H
#define REUSE_REUSE_RECORD_H

#include "record/writer.h"
#include "reuse.h"
#include "rule/rule.h"

/* Writes PAIR, its message in LANGUAGE; MESSAGE is room for that. */
void reuse_record_write(struct writer *w, const struct reuse_pair *pair,
    enum rule_language language, struct buffer *message);

#endif
