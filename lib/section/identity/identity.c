#include "identity.h"

#include <stdio.h>

#include "period.h"
#include "section/word_list.h"
#include "text/fold.h"

enum {
	OPENING_BYTES = 16 * 1024,	/* where the period is looked for */
	YEARS = 128,			/* from 1990 on, that are counted */
	YEAR_FIRST = 1990,
	COUNTED_BYTES = 64 * 1024,
};

static void
add_year(struct identity *id, int year, const char *source,
    const struct part *part)
{
	if (year > 0)
		property_add_date(&id->property[IDENTITY_YEAR],
		    &(struct date){ .year = year }, source, part,
		    &id->parts->arena);
}

/* The paragraphs from part I up to part END, folded, as one. */
static struct slice
paragraphs(struct parts *parts, size_t i, size_t end)
{
	char  *out = arena_alloc(&parts->arena, OPENING_BYTES);
	size_t n = 0;

	for (; i < end; i++) {
		struct slice text = parts->part[i].text;

		if (text.n > OPENING_BYTES - n)
			text.n = OPENING_BYTES - n;
		memcpy(out + n, text.p, text.n);
		n += text.n;
	}
	return fold_text(&parts->arena, (struct slice){ out, n });
}

/* The part whose text the period stands in, as far as that can be told. */
static const struct part *
part_of(const struct parts *parts, const struct period *period)
{
	for (size_t i = 0; i < parts->arounds; i++)
		if (slice_find(parts->around[i]->folded, period->text) != NULL)
			return parts->around[i];
	for (size_t i = 0; i < parts->arounds; i++)
		if (parts->around[i]->kind == PART_TEXT && words_in(
		    WORDS_PERIOD_LINE, parts->around[i]->text))
			return parts->around[i];
	return NULL;
}

/* The year of the period reported on, 0 when none is stated. */
static int
find_period(struct identity *id)
{
	enum { PARAGRAPHS = 6 };
	struct parts    *parts = id->parts;
	struct property *property = &id->property[IDENTITY_PERIOD];
	size_t           end = parts->n - parts->body < PARAGRAPHS ?
	    parts->n : parts->body + PARAGRAPHS;
	struct period    period;
	char             start[DATE_BYTES], both[2 * DATE_BYTES];
	char             last[DATE_BYTES];
	int              n;

	/* Without a preamble the first section may state it. */
	if (!period_find(id->opening, &period) && !period_find(paragraphs(
	    parts, parts->body, end), &period))
		return 0;
	date_print(&period.start, start);
	date_print(&period.end, last);
	n = snprintf(both, sizeof(both), "%s/%s", start, last);
	property_add(property, arena_copy(&parts->arena, (struct slice){ both,
	    (size_t)n }), period.repaired ? "repaired" : "text",
	    part_of(parts, &period));
	if (period.repaired)
		property->note = period.text;
	return period.start.year;
}

/* The year that the body names most; the later of two. */
static int
most_frequent_year(const struct parts *parts)
{
	unsigned count[YEARS] = { 0 };
	size_t   looked_at = 0;
	int      best = 0;

	for (size_t i = parts->metas; i < parts->n &&
	    looked_at < COUNTED_BYTES; i++) {
		const struct part *part = &parts->part[i];
		const char        *p = part->text.p, *end = p + part->text.n;

		if (part_is_furniture(part))
			continue;
		looked_at += part->text.n;
		while ((p = memchr(p, '2', (size_t)(end - p))) != NULL) {
			size_t n;
			int    year = date_year((struct slice){ p,
			    (size_t)(end - p) }, &n);

			if (year > 0 && n > 4)
				count[year - YEAR_FIRST]++;
			p += year > 0 ? n : 1;
		}
	}
	for (int i = 0; i < YEARS; i++)
		if (count[i] > 0 && (best == 0 ||
		    count[i] >= count[best - YEAR_FIRST]))
			best = YEAR_FIRST + i;
	return best;
}

void
identity_find(struct parts *parts, const struct title *title,
    struct identity *id)
{
	const struct part *part = parts_at(parts, title->part);
	int                year;

	*id = (struct identity){ .parts = parts, .title = title,
	    .opening = paragraphs(parts, parts->metas, parts->body) };
	property_add(&id->property[IDENTITY_TITLE], title->text,
	    part != NULL ? "text" : "page", part);
	year = find_period(id);
	add_year(id, year, "period",
	    id->property[IDENTITY_PERIOD].taken.part);
	add_year(id, title->year, "title", part);
	if (id->property[IDENTITY_YEAR].taken.text.n == 0)
		add_year(id, most_frequent_year(parts), "text", NULL);
	identity_days(id);
	identity_office(id);
	identity_region(id);
	identity_genre(id);
}
