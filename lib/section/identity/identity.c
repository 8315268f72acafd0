#include "identity.h"

#include <stdio.h>

#include "base/digits.h"
#include "counted_year.h"
#include "office_key.h"
#include "period.h"
#include "place/resolve.h"
#include "section/word_list.h"
#include "text/fold.h"

enum {
	OPENING_BYTES = 16 * 1024,	/* where the period is looked for */
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

	for (; i < end && n < OPENING_BYTES; i++) {
		struct slice text = part_fold(parts, &parts->part[i]);

		if (text.n > OPENING_BYTES - n)
			text.n = OPENING_BYTES - n;
		if (text.n > 0)
			memcpy(out + n, text.p, text.n);
		n += text.n;
	}
	return (struct slice){ out, n };
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

/* Finds the period reported on.  False when none is stated. */
static bool
find_period(struct identity *id, struct period *period)
{
	enum { PARAGRAPHS = 6 };
	struct parts    *parts = id->parts;
	struct property *property = &id->property[IDENTITY_PERIOD];
	size_t           end = parts->n - parts->body < PARAGRAPHS ?
	    parts->n : parts->body + PARAGRAPHS;
	char             start[DATE_BYTES], both[2 * DATE_BYTES];
	char             last[DATE_BYTES];
	int              n;

	/* Without a preamble the first section may state it. */
	if (!period_find(id->opening, period) && !period_find(paragraphs(
	    parts, parts->body, end), period))
		return false;
	date_print(&period->start, start);
	date_print(&period->end, last);
	n = snprintf(both, sizeof(both), "%s/%s", start, last);
	property_add(property, arena_copy(&parts->arena, (struct slice){ both,
	    (size_t)n }), period->repaired ? "repaired" : "text",
	    part_of(parts, period));
	if (period->repaired)
		property->note = period->text;
	return true;
}

/* Whether the year between BEFORE and BEHIND is that of the report itself,
 * whose subject goes unsaid: 编制了2021年年度报告. */
static bool
is_of_bare_report(struct slice before, struct slice behind)
{
	return words_at_end(WORDS_BEFORE_REPORT, before) > 0 &&
	    words_at_start(WORDS_BARE_REPORT, behind) > 0;
}

/* The year of the report that a sentence of TEXT, folded, names:
 * 现公布2021年政府信息公开年度报告; 0 when none does. */
static int
year_of_named_report(struct slice text)
{
	enum { NAME_BYTES = 75 };

	for (size_t at = 0; at + 4 <= text.n; at++) {
		struct slice name = slice_from(text, at);
		size_t       n, length;
		int          year = text.p[at] == '2' ? date_year(name, &n) : 0;
		const char  *found;

		if (year == 0)
			continue;
		name = slice_from(name, n);
		if (is_of_bare_report((struct slice){ text.p, at }, name))
			return year;
		if (name.n > NAME_BYTES)
			name.n = NAME_BYTES;
		found = words_find(WORDS_SUBJECT, name, &length);
		if (found == NULL || has_digit((struct slice){ name.p,
		    (size_t)(found - name.p) }) || words_in(WORDS_NO_TITLE,
		    (struct slice){ name.p, (size_t)(found - name.p) }))
			continue;
		name = slice_from(name, (size_t)(found - name.p) + length);
		found = words_find(WORDS_TITLE_END, name, &length);
		if (found != NULL && memchr(name.p, ',',
		    (size_t)(found - name.p)) == NULL && !words_in(
		    WORDS_NO_TITLE, (struct slice){ name.p,
		    (size_t)(found - name.p) }))
			return year;
	}
	return 0;
}

/* Whether the day NAME is in YEAR. */
static bool
is_day_in(const struct identity *id, enum identity_name name, int year)
{
	struct date  date;
	size_t       at, n;
	struct slice day = id->property[name].taken.text;

	return day.n > 0 && date_find(day, &date, &at, &n) && date.year == year;
}

/* Whether the report came out in the year after YEAR. */
static bool
came_out_after(const struct identity *id, int year)
{
	return is_day_in(id, IDENTITY_PUBLISHED, year + 1) ||
	    is_day_in(id, IDENTITY_SIGNED, year + 1);
}

/* Whether PERIOD is one that was left from another year's report: what names
 * the report has the year NAMED, and it came out in the year after that, or, if
 * not in the year after the period either, its sentences have it too.  One that
 * spans two years covers whichever of them is named. */
static bool
is_stale(const struct identity *id, const struct period *period, int named)
{
	if (named == 0 || period->start.year == named)
		return false;
	return period->end.year == named || came_out_after(id, named) ||
	    (!came_out_after(id, period->end.year) &&
	    identity_counted_year(id->parts, id->parts->body) == named);
}

/* The year whose last day TEXT names, as that with which its figures end:
 * 数据截止日期为2014年12月31日; 0 when none is. */
static int
year_of_last_day(struct slice text)
{
	struct date date;
	size_t      at, n;

	while (date_find(text, &date, &at, &n)) {
		if (date.month == 12 && date.day == 31)
			return date.year;
		text = slice_from(text, at + n);
	}
	return 0;
}

/* The year reported on, from the best source that tells it; what others say
 * stands beside it. */
static void
find_year(struct identity *id, const struct part *title)
{
	struct property   *property = &id->property[IDENTITY_YEAR];
	const struct part *part;
	struct period      period;
	bool               stated = find_period(id, &period);
	int                named = year_of_named_report(id->opening);
	int                year = id->title->year;

	part = id->property[IDENTITY_PERIOD].taken.part;
	if (stated && !is_stale(id, &period, year > 0 ? year : named))
		add_year(id, period.start.year, "period", part);
	add_year(id, year, "title", title);
	add_year(id, named, "preamble", NULL);
	if (stated)
		add_year(id, period.start.year, "period", part);
	if (property->taken.text.n == 0)
		add_year(id, year_of_last_day(id->opening), "preamble", NULL);
	if (property->taken.text.n == 0)
		add_year(id, identity_counted_year(id->parts, id->parts->metas),
		    "text", NULL);
}

/* PLACE by its name in full, where one division is called so in short: 昌吉州. */
static struct slice
in_full(struct slice place)
{
	struct divisions found;

	place_resolve(&place, 1, 0, &found);
	return place.n > 0 && found.n == 1 ? found.at[0].name : place;
}

/* The key of the office, under the full name of its place where that is known:
 * a district is not called so in one city only. */
static void
find_office_key(struct identity *id)
{
	struct org                   office = id->office;
	const struct property_value *org = &id->property[IDENTITY_ORG].taken;
	struct arena                *arena = &id->parts->arena;
	struct slice                 place = id->property[IDENTITY_REGION]
	    .taken.text;

	if (office.name.n == 0)
		return;
	if (place.n == 0 || !slice_ends(place, office.parent)) {
		struct slice parent = in_full(office.parent);

		if (place.n == 0 || !slice_ends(place, parent))
			place = parent.n > 0 ? parent : office.region;
	}
	place = office_key_place(arena, &office, place);
	property_add(&id->property[IDENTITY_OFFICE], office_key(
	    arena, &office, place), org->source, org->part);
}

void
identity_find(struct parts *parts, const struct title *title,
    struct identity *id)
{
	const struct part *part = parts_at(parts, title->part);

	*id = (struct identity){ .parts = parts, .title = title,
	    .opening = paragraphs(parts, parts->metas, parts->body) };
	property_add(&id->property[IDENTITY_TITLE], title->text,
	    part != NULL ? "text" : "page", part);
	identity_days(id);
	find_year(id, part);
	identity_office(id);
	identity_region(id);
	find_office_key(id);
	identity_former(id);
	identity_genre(id);
}
