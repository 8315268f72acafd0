/* How a run goes: what became of every member, a document, skipped or
 * rejected. */
#ifndef SOURCE_TALLY_H
#define SOURCE_TALLY_H

#include <stdbool.h>

#include "base/slice.h"
#include "progress.h"
#include "record/writer.h"

struct tally {
	unsigned long long documents, skipped, rejected;
	struct writer     *list;	/* of what is no document, or NULL */
	struct writer     *members;	/* of all files and members, or NULL */
	unsigned long long file;	/* number of the one being accounted for */
	struct progress    progress;
};

static inline unsigned long long
tally_members(const struct tally *tally)
{
	return tally->documents + tally->skipped + tally->rejected;
}

/* The next file of the run, or folder, is NAME. */
void tally_file(struct tally *tally, struct slice name);

void tally_document(struct tally *tally, struct slice name);

/* The container NAME has a record of its own. */
void tally_container(struct tally *tally, struct slice name);

/* Of the file at hand N members were passed over. */
void tally_passed(struct tally *tally, struct slice name, unsigned long long n);

/* No report by its nature: a link, a style sheet, a redirection. */
void tally_skip(struct tally *tally, struct slice name,
    const char *reason);

/* Should have been read and could not be; is reported too. */
void tally_reject(struct tally *tally, struct slice name,
    const char *reason);

/* Says on stderr what it came to; the last line there. */
void tally_report(const struct tally *tally);

#endif
