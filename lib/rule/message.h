/* What a finding says, in the user's language and the form's own words. */
#ifndef RULE_MESSAGE_H
#define RULE_MESSAGE_H

#include "base/buffer.h"
#include "finding.h"
#include "form/form.h"

/* Adds the message of FINDING to OUT: its rule's text, in which
 *	{where}		what the rule ranges over
 *	{left} {right}	the sides of the comparison
 *	{year} {last}	the report's year, the one before
 *	{earlier}	the year of the office's last report
 *	{org}		its office
 *	{member}	of a list: the category
 *	{ITEM@COL}	the name of a cell, {=ITEM@COL} its figure
 * are filled in. */
void message_write(const struct finding *finding,
    enum rule_language language, const struct forms *forms,
    struct buffer *out);

/* What the rule ranges over, as a field of findings. */
void message_where(const struct finding *finding, struct buffer *out);

/* The cells involved as item@col,...; the place of the first into *LOC. */
void message_cells(const struct finding *finding, struct buffer *out,
    struct slice *loc);

/* The language that the environment asks for: Chinese or else English. */
enum rule_language message_language(void);

/* Sets *LANGUAGE to the one NAME, zh or en.  Returns NULL, or what is wrong. */
const char *message_language_set(enum rule_language *language,
    const char *name);

#endif
