/* What a document is: an annual report, or something that is called alike. */
#include "text/fold.h"
#include "pattern.h"
#include "identity_internal.h"

static unsigned
sections_of(const struct report *report)
{
	unsigned n = 0;

	for (size_t i = report->body; i < report->parts; i++)
		n += report->part[i].kind == PART_HEAD &&
		    memchr(report->part[i].section.p, '.',
		    report->part[i].section.n) == NULL;
	return n;
}

/* Whether LINE speaks of disclosure reports. */
static bool
is_on_subject(struct slice line)
{
	static const char *const word[] = { "公开", "年报", "年度报告" };

	for (size_t i = 0; i < sizeof(word) / sizeof(*word); i++)
		if (slice_find(line, slice_of(word[i])) != NULL)
			return true;
	return false;
}

/* The first line on the subject, or the page's title, for a document that has
 * no title of a report. */
static struct slice
any_title(struct report *report, const struct part **part)
{
	for (size_t i = 0; i < report->metas; i++) {
		struct slice line;

		*part = &report->part[i];
		if (!slice_is((*part)->record->field[BLOCK_SECTION], "title"))
			continue;
		line = fold_text(&report->arena, (*part)->text);
		if (is_on_subject(line))
			return line;
	}
	for (size_t i = 0; i < report->arounds; i++) {
		*part = report->around[i];
		if (is_on_subject((*part)->folded))
			return (*part)->folded;
	}
	*part = NULL;
	return (struct slice){ "", 0 };
}

void
identity_genre(struct report *report, const struct title *title,
    struct identity *id)
{
	enum { SECTIONS_OF_REPORT = 3 };
	struct property      *property = &id->property[IDENTITY_GENRE];
	const struct part    *part = title->part < report->parts ?
	    &report->part[title->part] : NULL;
	struct slice          line = title->text;
	const struct pattern *found;

	if (line.n == 0 && sections_of(report) >= SECTIONS_OF_REPORT) {
		said(property, SLICE("report"), "text", NULL);
		return;
	}
	if (line.n == 0)
		line = any_title(report, &part);
	found = patterns_find(patterns_of(DATA_GENRES), line, NULL);
	if (found != NULL && title->text.n == 0 &&
	    slice_is(found->name, "report"))
		found = NULL;
	said(property, found != NULL ? found->name : SLICE("other"), "title",
	    part);
}
