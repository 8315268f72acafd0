/* What a document is: an annual report, or something that is called alike. */
#include "identity.h"
#include "section/line_pattern.h"
#include "section/word_list.h"
#include "text/fold.h"

static unsigned
sections_of(const struct parts *parts)
{
	unsigned n = 0;

	for (size_t i = parts->body; i < parts->n; i++)
		n += parts->part[i].kind == PART_HEAD &&
		    memchr(parts->part[i].section.p, '.',
		    parts->part[i].section.n) == NULL;
	return n;
}

/* The first line that speaks of disclosure reports, or the page's title, for a
 * document that has no title of a report. */
static struct slice
any_title(struct parts *parts, const struct part **part)
{
	for (size_t i = 0; i < parts->metas; i++) {
		struct slice line;

		*part = &parts->part[i];
		if (!slice_is((*part)->section, "title"))
			continue;
		line = fold_text(&parts->arena, (*part)->text);
		if (words_in(WORDS_DISCLOSURE, line))
			return line;
	}
	for (size_t i = 0; i < parts->arounds; i++) {
		*part = parts->around[i];
		if (words_in(WORDS_DISCLOSURE, (*part)->folded))
			return (*part)->folded;
	}
	*part = NULL;
	return (struct slice){ "", 0 };
}

void
identity_genre(struct identity *id)
{
	enum { SECTIONS_OF_REPORT = 3 };
	struct property   *property = &id->property[IDENTITY_GENRE];
	const struct part *part = parts_at(id->parts, id->title->part);
	struct slice       line = id->title->text, found;
	bool               titled = line.n > 0;

	if (!titled && sections_of(id->parts) >= SECTIONS_OF_REPORT) {
		property_add(property, SLICE("report"), "text", NULL);
		return;
	}
	if (!titled)
		line = any_title(id->parts, &part);
	found = line_pattern_find(DATA_GENRES, line, NULL);
	if (found.n == 0 || (!titled && slice_is(found, "report")))
		found = SLICE("other");
	property_add(property, found, "title", part);
}
