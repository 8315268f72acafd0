#include "groups.h"

#include <stdlib.h>

#include "base/memory.h"

/* Of however many sections that have a shingle each is paired with so many: else a
 * text that thousands share would cost millions of comparisons. */
enum { NEAREST = 4, LOOKED_AT = 16 };

size_t
common_of(size_t offices)
{
	size_t root = 2;

	while ((root + 1) * (root + 1) <= offices)
		root++;
	return root;
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
by_time(const void *left, const void *right)
{
	const struct holder *a = left, *b = right;
	int                  order = compare_numbers(a->rank, b->rank);

	return order != 0 ? order : compare_numbers(a->section, b->section);
}

static int
by_office(const void *left, const void *right)
{
	const struct holder *a = left, *b = right;
	int                  order = compare_numbers(a->office, b->office);

	return order != 0 ? order : by_time(left, right);
}

/* Whether more than COMMON offices are among the holders, sorted by office. */
static bool
is_held_by_many(const struct groups_of_shingles *g)
{
	size_t offices = 0;

	for (size_t i = 0; i < g->holders && offices <= g->common; i++)
		offices += i == 0 || g->holder[i].office != g->holder[i - 1].office;
	return offices > g->common;
}

/* Notes that holder LATER is to be compared with EARLIER.  False if they may not be. */
static bool
pair(struct groups_of_shingles *g, size_t later, size_t earlier, uint64_t shingle)
{
	const struct archive *archive = g->archive;
	const uint32_t        section = g->holder[later].section;
	const uint32_t        other = g->holder[earlier].section;

	if (!archive_is_other(archive, section, other))
		return false;
	buckets_add(&g->pairs, (size_t)((uint64_t)archive->section[section].report *
	    BUCKETS / archive->reports), (struct bucket_entry){ section,
	    (uint64_t)other << 32 | (shingle & 0xffffffff) });
	return true;
}

/* Pairs each holder, sorted by office, with the one before it of the same. */
static void
pair_within_offices(struct groups_of_shingles *g, uint64_t shingle)
{
	for (size_t i = 1; i < g->holders; i++)
		for (size_t back = 1; back <= i && back <= LOOKED_AT &&
		    g->holder[i - back].office == g->holder[i].office; back++)
			if (pair(g, i, i - back, shingle))
				break;
}

/* Pairs each holder, sorted by time, with the nearest before it, and with the first. */
static void
pair_in_time(struct groups_of_shingles *g, uint64_t shingle)
{
	for (size_t i = 1; i < g->holders; i++) {
		int found = 0;

		for (size_t back = 1; back <= i && back <= LOOKED_AT &&
		    found < NEAREST; back++)
			found += pair(g, i, i - back, shingle);
		if (i > LOOKED_AT || found == NEAREST)
			pair(g, i, 0, shingle);
		g->is_capped |= i > NEAREST;
	}
}

static void
read_group(struct groups_of_shingles *g, const struct bucket_entry entry[], size_t n)
{
	const struct archive *archive = g->archive;

	g->holders = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t                  section = g->number[entry[i].value];
		const struct kept_report *report =
		    &archive->report[archive->section[section].report];

		*MEMORY_APPEND(g->holder, g->holders, g->holder_room) =
		    (struct holder){ section, report->office, report->rank };
	}
	qsort(g->holder, n, sizeof(*g->holder), by_office);
	if (is_held_by_many(g)) {
		map_add(&g->form, hash_of_number(entry->key), 0);
		return;
	}
	pair_within_offices(g, entry->key);
	qsort(g->holder, n, sizeof(*g->holder), by_time);
	pair_in_time(g, entry->key);
}

void
groups_read(void *groups, const struct bucket_entry entry[], size_t n)
{
	size_t end;

	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n && entry[end].key == entry[i].key;)
			end++;
		if (end - i > 1)
			read_group(groups, &entry[i], end - i);
	}
}

bool
is_of_form(const struct groups_of_shingles *groups, uint64_t shingle)
{
	size_t probe = 0;

	return map_next(&groups->form, hash_of_number(shingle), &probe) != MAP_NONE;
}

void
groups_of_shingles_free(struct groups_of_shingles *groups)
{
	map_free(&groups->form);
	buckets_free(&groups->pairs);
	free(groups->holder);
}
