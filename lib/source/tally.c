#include "tally.h"

#include "base/diagnostics.h"

void
tally_document(struct tally *tally)
{
	tally->documents++;
}

static void
list(struct tally *tally, struct slice name, const char *outcome,
    const char *reason)
{
	if (tally->list == NULL)
		return;
	writer_field(tally->list, name);
	writer_string(tally->list, outcome);
	writer_string(tally->list, reason);
	writer_end(tally->list);
}

void
tally_skip(struct tally *tally, struct slice name, const char *reason)
{
	tally->skipped++;
	list(tally, name, "skipped", reason);
}

void
tally_reject(struct tally *tally, struct slice name, const char *reason)
{
	tally->rejected++;
	list(tally, name, "rejected", reason);
	progress_clear(&tally->progress);
	warn_of(name, reason);
}

void
tally_report(const struct tally *tally)
{
	progress_clear(&tally->progress);
	remark("%llu members = %llu documents + %llu skipped + %llu rejected",
	    tally_members(tally),
	    tally->documents, tally->skipped, tally->rejected);
}
