/* What a reader leaves out because it is more than it has room for.
 *
 * Such limits are met deep within a reader: in a table of styles, in a list of
 * rules.  A process reads one document at a time, so they are noted here, and
 * whoever gave the document to its reader asks in the end. */
#ifndef BASE_LEFT_OUT_H
#define BASE_LEFT_OUT_H

/* A document begins: nothing of it is left out so far. */
void left_out_nothing(void);

/* Something of the document is left out.  REASON, which says what, lives for
 * ever; the first one counts. */
void left_out(const char *reason);

/* FAILED if it is a reason, else why something was left out, or NULL. */
const char *left_out_or(const char *failed);

#endif
