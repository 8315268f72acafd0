/* What there is to say of a rule: rule-notes.tsv. */
#ifndef REPORT_RULE_NOTE_H
#define REPORT_RULE_NOTE_H

#include "rule/rule.h"

enum rule_note { NOTE_TITLE, NOTE_MEND, NOTE_LAWFUL };

/* NOTE of the rule ID in LANGUAGE; empty where there is none. */
struct slice rule_note(struct slice id, enum rule_note note,
    enum rule_language language);

#endif
