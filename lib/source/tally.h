/* What became of every member: a document, skipped or rejected. */
#ifndef SOURCE_TALLY_H
#define SOURCE_TALLY_H

#include "base/slice.h"
#include "record/writer.h"
#include "progress.h"

struct account {
	unsigned long long documents, skipped, rejected;
	struct writer     *list;	/* of what is no document, or NULL */
	struct progress    progress;
};

static inline unsigned long long
account_members(const struct account *account)
{
	return account->documents + account->skipped + account->rejected;
}

void account_document(struct account *account);

/* No report by its nature: a link, a style sheet, a redirection. */
void account_skip(struct account *account, struct slice name,
    const char *reason);

/* Should have been read and could not be; is reported too. */
void account_reject(struct account *account, struct slice name,
    const char *reason);

/* Says on stderr what it came to; the last line there. */
void account_say(const struct account *account);

#endif
