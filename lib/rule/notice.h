/* Findings that no condition over figures yields: what is missing from a
 * roster, how two reports of one office and year differ, which waivers have
 * lapsed.  Their ids, levels and messages are lines of rules.tsv all the same,
 * with the range `own'. */
#ifndef RULE_NOTICE_H
#define RULE_NOTICE_H

#include "base/buffer.h"
#include "form/form.h"
#include "report.h"
#include "rules.h"

struct notice {
	struct slice doc, region, org;	/* escaped, as in records */
	struct slice office;		/* the key of the office; may be empty */
	int          year;
	struct slice where, left, right, cells, loc;
	struct slice label;		/* {where} in the form's own words */
	struct slice other;		/* {other}: what is compared with */
};

typedef void notice_fn(void *context, const struct rule *rule,
    const struct notice *notice);

/* Where notices go, and the words they are told in. */
struct notices {
	const struct rules *rules;
	const struct forms *forms;
	notice_fn          *write;
	void               *context;
};

/* Tells NOTICE by the rule ID, unless that was silenced. */
void notice_tell(const struct notices *notices, enum own_rule id,
    const struct notice *notice);

/* A cell in which two figures are not as they should be to each other. */
struct disparity {
	struct slice    item, col;
	struct interval left, right;
};

/* Tells NOTICE by RULE, with the cell and the figures of DISPARITY. */
void notice_tell_disparity(const struct notices *notices,
    const struct rule *rule, struct notice notice,
    const struct disparity *disparity);

/* A notice about REPORT. */
struct notice notice_of(const struct report *report);

/* The rule ID, or NULL when it was silenced. */
const struct rule *notice_rule(const struct rules *rules, enum own_rule id);

/* Adds the message of NOTICE to OUT: the rule's text, in which {where} {left}
 * {right} {org} {year} {other} are filled in. */
void notice_message(const struct rule *rule, const struct notice *notice,
    enum rule_language language, struct buffer *out);

#endif
