#include "offices.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "record/region.h"
#include "record/schema.h"
#include "record/writer.h"
#include "section/identity/office_key.h"

/* A report of the offices at hand, all of one key. */
struct entry {
	const struct document *document;
	struct slice           region;
	struct slice           place;	/* the fullest name of it there is */
	unsigned long long     year;
};

struct office_stream {
	struct series *series;
	document_fn   *fn;
	void          *context;
	struct arena   keys;	/* of key */
	struct slice   key;	/* of the group being read; none yet: p NULL */
	struct entry  *entry;
	size_t         room;
	struct digest  last;	/* the office that was last; no key: all 0 */
	struct seen    seen;
	size_t         apart;	/* times that an office came again */
};

/* The key of the office of DOCUMENT; empty where that is not known. */
static struct slice
key_of(struct arena *arena, const struct document *document)
{
	struct slice org = document->record[0].field[FACT_ORG];

	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (slice_is(field[FACT_ITEM], "structure.office"))
			return arena_copy(arena, field[FACT_RAW]);
		/* Facts about the report come before its figures. */
		if (!slice_is(field[FACT_SOURCE], "structure"))
			break;
	}
	return org.n > 0 ? arena_copy(arena, office_key_of(arena, org)) : org;
}

static bool
is_of_office(void *context, const struct document *first,
    const struct document *document)
{
	struct office_stream *offices = context;

	if (offices->key.p == NULL)
		offices->key = key_of(&offices->keys, first);
	return offices->key.n > 0 && slice_eq(offices->key,
	    key_of(&offices->keys, document));
}

static int
by_year(const struct entry *l, const struct entry *r)
{
	return l->year != r->year ? (l->year > r->year) - (l->year < r->year) :
	    slice_cmp(l->document->name, r->document->name);
}

/* Fullest names first, so that one which says less finds its place named. */
static int
by_region(const void *left, const void *right)
{
	const struct entry *l = left, *r = right;
	int                 order = (l->region.n < r->region.n) -
	    (l->region.n > r->region.n);

	if (order == 0)
		order = slice_cmp(l->region, r->region);
	return order != 0 ? order : by_year(l, r);
}

static int
by_place_and_year(const void *left, const void *right)
{
	const struct entry *l = left, *r = right;
	int                 order = slice_cmp(l->place, r->place);

	return order != 0 ? order : by_year(l, r);
}

/* Whether the N first entries have the office of PLACE the year before YEAR or
 * the one behind it, but not that year. */
static bool
has_gap(const struct entry entry[], size_t n, struct slice place,
    unsigned long long year)
{
	bool beside = false;

	for (size_t k = 0; k < n; k++) {
		if (!slice_eq(entry[k].place, place))
			continue;
		if (entry[k].year == year)
			return false;
		beside |= entry[k].year + 1 == year ||
		    entry[k].year == year + 1;
	}
	return beside;
}

/* The place of entry number I, which says less than those before it: theirs, if
 * it may be one of them alone, or is the year that one of them alone lacks. */
static struct slice
place_among(const struct entry entry[], size_t i)
{
	struct slice region = entry[i].region, any = region, gap = region;
	size_t       places = 0, gaps = 0;

	for (size_t k = 0; k < i; k++) {
		struct slice place = entry[k].place;
		bool         is_new = !slice_eq(place, any) || places == 0;

		if (!region_may_be(place, region))
			continue;
		places += is_new;
		any = place;
		if (!is_new || !has_gap(entry, i, place, entry[i].year))
			continue;
		gaps += gaps == 0 || !slice_eq(place, gap);
		gap = place;
	}
	return places == 1 ? any : gaps == 1 ? gap : region;
}

static void
read_entries(struct office_stream *offices, const struct document document[],
    size_t n)
{
	while (offices->room < n)
		offices->entry = memory_room(offices->entry, &offices->room,
		    offices->room, sizeof(*offices->entry));
	for (size_t i = 0; i < n; i++) {
		const struct slice *field = document[i].record[0].field;
		struct entry       *entry = &offices->entry[i];

		*entry = (struct entry){ .document = &document[i],
		    .region = field[FACT_REGION] };
		if (!digits_read(field[FACT_YEAR], 9999, &entry->year))
			entry->year = 0;
	}
	qsort(offices->entry, n, sizeof(*offices->entry), by_region);
	for (size_t i = 0; i < n; i++)
		offices->entry[i].place = place_among(offices->entry, i);
	qsort(offices->entry, n, sizeof(*offices->entry), by_place_and_year);
}

/* Begins with the office of ENTRY, unless that is the one that was last. */
static void
turn_to(struct office_stream *offices, const struct entry *entry)
{
	bool          is_known = offices->key.n > 0;
	struct digest office = { 0, 0 };

	if (is_known)
		office = digest_on(digest_of(offices->key), entry->place);
	if (is_known && digest_eq(office, offices->last))
		return;
	series_forget(offices->series);
	offices->last = office;
	if (is_known)
		offices->apart += seen_before(&offices->seen, office);
}

static void
hand_on(void *context, const struct document document[], size_t n)
{
	struct office_stream *offices = context;

	if (offices->key.p == NULL)
		offices->key = key_of(&offices->keys, document);
	read_entries(offices, document, n);
	for (size_t i = 0; i < n; i++) {
		turn_to(offices, &offices->entry[i]);
		offices->fn(offices->context, offices->entry[i].document);
	}
	offices->key = (struct slice){ NULL, 0 };
	arena_reset(&offices->keys);
}

bool
offices_each(char *const files[], int nfiles, struct series *series,
    document_fn *fn, void *context)
{
	struct office_stream offices = { .series = series, .fn = fn,
	    .context = context };
	bool                 all;

	all = document_groups_each(&fact_schema, files, nfiles, is_of_office, hand_on,
	    &offices);
	/* Whoever closes the output early wants no remarks. */
	writer_flush(&writer_stdout);
	if (offices.apart > 0)
		remark("the reports of an office do not stand together (%zu "
		    "times): not all years and copies were compared; sort by "
		    "office", offices.apart);
	free(offices.entry);
	arena_free(&offices.keys);
	seen_free(&offices.seen);
	return all;
}
