#include "tally.h"

#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diagnostics.h"

enum { INTERVAL = 200 };	/* ms */

void
progress_start(struct progress *p)
{
	*p = (struct progress){ .on = isatty(STDERR_FILENO) };
	p->started = p->shown = p->on ? clock_milliseconds() : 0;
}

void
progress_add(struct progress *p, unsigned long long bytes)
{
	long long time;
	double    megabytes, seconds;

	p->members++;
	p->bytes += bytes;
	if (!p->on || (time = clock_milliseconds()) - p->shown < INTERVAL)
		return;
	p->shown = time;
	megabytes = (double)p->bytes / 1e6;
	seconds = (double)(time - p->started) / 1e3;
	/* ECMA-48: EL erases to the end of the line. */
	fprintf(stderr, "%llu members, %.0f MB, %.1f MB/s\033[K\r",
	    p->members, megabytes, megabytes / seconds);
}

/* Makes room for a diagnostic. */
static void
progress_clear(const struct progress *p)
{
	if (p->on)
		fputs("\033[K", stderr);
}

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
	writer_shown(tally->list, slice_of(reason));
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
