#include "tally.h"

#include "base/diagnostics.h"
#include "base/digits.h"

static void
list(struct writer *w, struct slice name, const char *outcome,
    const char *reason)
{
	writer_field(w, name);
	writer_string(w, outcome);
	writer_shown(w, slice_of(reason));
	writer_end(w);
}

static void
list_member(struct tally *tally, struct slice name, const char *outcome,
    const char *reason)
{
	if (tally->members == NULL)
		return;
	writer_number(tally->members, tally->file);
	list(tally->members, name, outcome, reason);
}

static void
list_loss(struct tally *tally, struct slice name, const char *outcome,
    const char *reason)
{
	list_member(tally, name, outcome, reason);
	if (tally->list != NULL)
		list(tally->list, name, outcome, reason);
}

void
tally_file(struct tally *tally, struct slice name)
{
	tally->file++;
	list_member(tally, name, "file", "");
}

void
tally_document(struct tally *tally, struct slice name)
{
	tally->documents++;
	list_member(tally, name, "document", "");
}

void
tally_container(struct tally *tally, struct slice name)
{
	list_member(tally, name, "container", "");
}

void
tally_passed(struct tally *tally, struct slice name, unsigned long long n)
{
	char digits[DIGITS_BYTES + 1], *end = digits + DIGITS_BYTES;

	*end = '\0';
	list_member(tally, name, "passed", digits_before(end, n));
}

void
tally_skip(struct tally *tally, struct slice name, const char *reason)
{
	tally->skipped++;
	list_loss(tally, name, "skipped", reason);
}

void
tally_reject(struct tally *tally, struct slice name, const char *reason)
{
	tally->rejected++;
	list_loss(tally, name, "rejected", reason);
	warn_of(name, reason);
}

void
tally_report(const struct tally *tally)
{
	remark("%llu members = %llu documents + %llu skipped + %llu rejected",
	    tally_members(tally),
	    tally->documents, tally->skipped, tally->rejected);
}
