#include "last_round.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "rule/office_year.h"
#include "section/identity/office_key.h"
#include "weight.h"

/* What a finding is known by, besides its office. */
static const enum finding_field known_by[] = { FINDING_RULE, FINDING_YEAR,
	FINDING_WHERE, FINDING_LEFT, FINDING_RIGHT };

enum { KNOWN_BY = sizeof(known_by) / sizeof(known_by[0]) };

static const struct slice *
finding_of(const struct known_findings *known, size_t i)
{
	return known->file->field + i * FINDING_FIELDS;
}

static unsigned long long
hash_finding(struct slice office, const struct slice *finding)
{
	unsigned long long hash = hash_of(office);

	for (int i = 0; i < KNOWN_BY; i++)
		hash = hash_on(hash, finding[known_by[i]]);
	return hash;
}

static struct slice
office_of(struct arena *keys, struct slice region, struct slice org)
{
	return office_key_of(keys, region.n > 0 ? office_in_full(keys, region,
	    org) : org);
}

static bool
is_same_office(const struct slice *a, const struct slice *b)
{
	return slice_eq(a[FINDING_ORG], b[FINDING_ORG]) &&
	    slice_eq(a[FINDING_REGION], b[FINDING_REGION]);
}

static void
know(struct known_findings *known, const struct record_file *file,
    struct arena *keys)
{
	*known = (struct known_findings){ .file = file };
	known->office = memory_resize(NULL, file->n + 1,
	    sizeof(*known->office));
	for (size_t i = 0; i < file->n; i++) {
		const struct slice *finding = finding_of(known, i);

		/* An office's findings stand in a row. */
		known->office[i] = i > 0 && is_same_office(finding,
		    finding_of(known, i - 1)) ? known->office[i - 1] :
		    office_of(keys, finding[FINDING_REGION],
		    finding[FINDING_ORG]);
		map_add(&known->map, hash_finding(known->office[i], finding),
		    i);
	}
}

/* Whether KNOWN has FINDING of OFFICE, be it waived if WAIVED. */
static bool
has(const struct known_findings *known, struct slice office,
    const struct slice *finding, bool waived)
{
	size_t probe = 0, i;

	while ((i = map_next(&known->map, hash_finding(office, finding),
	    &probe)) != MAP_NONE) {
		int same = slice_eq(known->office[i], office);

		if (!waived && is_waived(finding_of(known, i)))
			continue;
		for (int k = 0; k < KNOWN_BY; k++)
			same += slice_eq(finding_of(known, i)[known_by[k]],
			    finding[known_by[k]]);
		if (same == KNOWN_BY + 1)
			return true;
	}
	return false;
}

/* Below 0, 0 or above, as finding number I is of an office and year behind these. */
static int
compare_place(const struct known_findings *known, struct slice office,
    struct slice year, size_t i)
{
	int order = slice_cmp(office, known->office[i]);

	return order != 0 ? order : slice_cmp(year,
	    finding_of(known, i)[FINDING_YEAR]);
}

/* Whose numbers are sorted: qsort hands on no more than these. */
static const struct known_findings *sorted;

/* By office and year; those of one in the order of the file. */
static int
compare_mended(const void *a, const void *b)
{
	size_t i = *(const size_t *)a, k = *(const size_t *)b;
	int    order = compare_place(sorted, sorted->office[i],
	    finding_of(sorted, i)[FINDING_YEAR], k);

	return order != 0 ? order : (i > k) - (i < k);
}

/* Whether FINDING says that something was wrong in a report. */
static bool
is_fault(const struct slice *finding)
{
	return slice_is(finding[FINDING_VERDICT], "fail") &&
	    !slice_is(finding[FINDING_RULE], "W-LAPSED") &&
	    level_of(finding[FINDING_LEVEL]) <= LEVEL_NOTE;
}

void
last_round_compare(struct last_round *round, const struct record_file *now,
    const struct record_file *last)
{
	know(&round->now, now, &round->keys);
	know(&round->last, last, &round->keys);
	round->was_there = memory_resize(NULL, now->n + 1,
	    sizeof(*round->was_there));
	for (size_t i = 0; i < now->n; i++)
		round->was_there[i] = has(&round->last, round->now.office[i],
		    finding_of(&round->now, i), false);
	round->mended = memory_resize(NULL, last->n + 1,
	    sizeof(*round->mended));
	for (size_t i = 0; i < last->n; i++)
		if (is_fault(finding_of(&round->last, i)) &&
		    !has(&round->now, round->last.office[i],
		    finding_of(&round->last, i), true))
			round->mended[round->n++] = i;
	sorted = &round->last;
	qsort(round->mended, round->n, sizeof(*round->mended), compare_mended);
}

bool
last_round_was(const struct last_round *round)
{
	return round->mended != NULL;
}

bool
last_round_had(const struct last_round *round, const struct slice *finding)
{
	return round->was_there[(size_t)(finding - round->now.file->field) /
	    FINDING_FIELDS];
}

size_t
last_round_count(const struct last_round *round, struct slice region,
    struct slice org, struct slice year, size_t *first)
{
	struct arena keys = { NULL, NULL };
	struct slice office = office_of(&keys, region, org);
	size_t       low = 0, high = round->n, n = 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_place(&round->last, office, year,
		    round->mended[middle]) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low + n < round->n && compare_place(&round->last, office, year,
	    round->mended[low + n]) == 0)
		n++;
	arena_free(&keys);
	return n;
}

const struct slice *
last_round_mended(const struct last_round *round, size_t i)
{
	return finding_of(&round->last, round->mended[i]);
}

void
last_round_free(struct last_round *round)
{
	free(round->last.office);
	free(round->now.office);
	free(round->was_there);
	free(round->mended);
	map_free(&round->last.map);
	map_free(&round->now.map);
	arena_free(&round->keys);
}
