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
