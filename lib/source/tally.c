#include "tally.h"

#include "base/diagnostics.h"

void
account_document(struct account *account)
{
	account->documents++;
}

static void
list(struct account *account, struct slice name, const char *outcome,
    const char *reason)
{
	if (account->list == NULL)
		return;
	writer_field(account->list, name);
	writer_string(account->list, outcome);
	writer_string(account->list, reason);
	writer_end(account->list);
}

void
account_skip(struct account *account, struct slice name, const char *reason)
{
	account->skipped++;
	list(account, name, "skipped", reason);
}

void
account_reject(struct account *account, struct slice name, const char *reason)
{
	char place[1024];

	account->rejected++;
	list(account, name, "rejected", reason);
	if (name.n > sizeof(place) - 1)
		name.n = sizeof(place) - 1;
	progress_clear(&account->progress);
	memcpy(place, name.p, name.n);
	place[name.n] = '\0';
	warn_at(place, "%s", reason);
}

void
account_say(const struct account *account)
{
	progress_clear(&account->progress);
	remark("%llu members = %llu documents + %llu skipped + %llu rejected",
	    account_members(account),
	    account->documents, account->skipped, account->rejected);
}
