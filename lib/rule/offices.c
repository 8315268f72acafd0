#include "offices.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "base/seen.h"
#include "record/document_group.h"
#include "record/region.h"
#include "record/schema.h"
#include "record/writer.h"
#include "section/identity/office_key.h"

/* A report of the offices at hand, all of one key. */
struct entry {
	size_t                 document;	/* in its group */
	struct slice           name;
	struct slice           region;
	struct slice           place;	/* the fullest name of it there is */
	unsigned long long     year;
};

/* China has some hundred towns of one name. */
enum { OFFICE_PLACES_MAX = 1024, OFFICE_YEAR_MAX = 9999 };

/* One of the places that have an office of the key. */
struct office_place {
	struct slice  name;
	unsigned char years[(OFFICE_YEAR_MAX + 1) / 8 + 1];	/* of its reports: bits;
							 * one behind OFFICE_YEAR_MAX */
};

struct office_stream {
	struct series *series;
	document_fn   *fn;
	void          *context;
	struct arena   keys;	/* of the document at hand */
	struct slice   key;	/* of the group at hand */
	struct entry  *entry;
	size_t         room;
	struct office_place  *place;	/* OFFICE_PLACES_MAX, or NULL */
	unsigned       places;
	unsigned       candidate[OFFICE_PLACES_MAX];	/* of the entry at hand */
	unsigned       candidates;
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

/* A key_fn. */
static struct slice
office_of(void *context, const struct document *document)
{
	struct office_stream *offices = context;

	arena_reset(&offices->keys);
	return key_of(&offices->keys, document);
}

static int
by_year(const struct entry *l, const struct entry *r)
{
	return l->year != r->year ? (l->year > r->year) - (l->year < r->year) :
	    slice_cmp(l->name, r->name);
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

static bool
has_year(const struct office_place *place, unsigned long long year)
{
	return (place->years[year / 8] >> year % 8 & 1) != 0;
}

/* Whether PLACE has a report of the year before YEAR or of the one behind it, but
 * not of that year. */
static bool
has_gap(const struct office_place *place, unsigned long long year)
{
	return !has_year(place, year) && (has_year(place, year + 1) ||
	    (year > 0 && has_year(place, year - 1)));
}

/* The places of those before it that the entries of REGION may be of, as their
 * numbers: those that say more.  No two entries have it so far. */
static void
find_candidates(struct office_stream *offices, struct slice region)
{
	offices->candidates = 0;
	for (unsigned i = 0; i < offices->places; i++)
		if (region_may_be(offices->place[i].name, region))
			offices->candidate[offices->candidates++] = i;
}

/* The place that ENTRY is of: the one candidate, or the only one that lacks its
 * year; NULL: its region is a place of its own. */
static struct office_place *
choose_place(struct office_stream *offices, const struct entry *entry)
{
	struct office_place *found = NULL;

	if (offices->candidates == 1)
		return &offices->place[offices->candidate[0]];
	for (unsigned i = 0; i < offices->candidates; i++) {
		struct office_place *place = &offices->place[offices->candidate[i]];

		if (!has_gap(place, entry->year))
			continue;
		if (found != NULL)
			return NULL;
		found = place;
	}
	return found;
}

/* The region of ENTRY as a place, which those behind it may be of; NULL when there
 * are too many. */
static struct office_place *
own_place(struct office_stream *offices, const struct entry *entry)
{
	struct office_place *place;

	for (unsigned i = offices->candidates; i-- > 0;) {
		place = &offices->place[offices->candidate[i]];
		if (slice_eq(place->name, entry->region))
			return place;
	}
	if (offices->places == OFFICE_PLACES_MAX)
		return NULL;
	if (offices->place == NULL)
		offices->place = memory_resize(NULL, OFFICE_PLACES_MAX,
		    sizeof(*offices->place));
	offices->candidate[offices->candidates++] = offices->places;
	place = &offices->place[offices->places++];
	*place = (struct office_place){ .name = entry->region };
	return place;
}

/* Gives each of the N entries, those that say most first, the place of its
 * office. */
static void
place_entries(struct office_stream *offices, size_t n)
{
	bool is_full = false;

	offices->places = 0;
	for (size_t i = 0; i < n; i++) {
		struct entry *entry = &offices->entry[i];
		struct office_place *place;

		if (i == 0 || !slice_eq(entry->region, entry[-1].region))
			find_candidates(offices, entry->region);
		place = choose_place(offices, entry);
		if (place == NULL)
			place = own_place(offices, entry);
		is_full |= place == NULL;
		entry->place = place != NULL ? place->name : entry->region;
		if (place != NULL)
			place->years[entry->year / 8] |=
			    (unsigned char)(1U << entry->year % 8);
	}
	if (is_full)
		warn_of(offices->entry[n - 1].name, "offices of its "
		    "name are in more places than are told apart: those with "
		    "the shortest regions are not put to others");
}

static void
read_entries(struct office_stream *offices, struct document_group *group)
{
	size_t n = group->documents;

	while (offices->room < n)
		offices->entry = memory_room(offices->entry, &offices->room,
		    offices->room, sizeof(*offices->entry));
	for (size_t i = 0; i < n; i++) {
		const struct document *head = document_group_head(group, i);
		const struct slice    *field = head->record[0].field;
		struct entry          *entry = &offices->entry[i];

		*entry = (struct entry){ .document = i, .name = head->name,
		    .region = field[FACT_REGION] };
		if (!digits_read(field[FACT_YEAR], OFFICE_YEAR_MAX, &entry->year))
			entry->year = 0;
	}
	qsort(offices->entry, n, sizeof(*offices->entry), by_region);
	place_entries(offices, n);
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

/* A group_fn. */
static void
hand_on(void *context, struct document_group *group)
{
	struct office_stream *offices = context;

	offices->key = document_group_key(group);
	read_entries(offices, group);
	for (size_t i = 0; i < group->documents; i++) {
		const struct entry *entry = &offices->entry[i];

		turn_to(offices, entry);
		offices->fn(offices->context,
		    document_group_document(group, entry->document));
		writer_commit(&writer_stdout);
	}
}

bool
offices_each(char *const files[], int nfiles, struct series *series,
    document_fn *fn, void *context)
{
	struct office_stream offices = { .series = series, .fn = fn,
	    .context = context };
	bool                 all;

	all = document_groups_each(&fact_schema, files, nfiles, office_of, hand_on,
	    &offices);
	/* Whoever closes the output early wants no remarks. */
	writer_flush(&writer_stdout);
	if (offices.apart > 0)
		remark("the reports of an office do not stand together (%zu "
		    "times): not all years and copies were compared; say "
		    "--by-office", offices.apart);
	free(offices.entry);
	free(offices.place);
	arena_free(&offices.keys);
	seen_free(&offices.seen);
	return all;
}
