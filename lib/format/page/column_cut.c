#include "column_cut.h"

#include <string.h>

static bool
is_cut(const struct column_entry *entry, float x, float em)
{
	return entry->left + column_overlap * em < x &&
	    entry->right - column_overlap * em > x;
}

/* How bad it is that a cut which parts one of the pieces of a line, OF so many, goes
 * through ENTRY: less, if that may be over several columns since its line has fewer
 * pieces, and little, if it is a label or a name of the head. */
static size_t
badness(const struct column_entry *entry, size_t of, const struct column_sight *sight)
{
	if (entry->line < sight->body || (entry->first && entry->of < of &&
	    !entry->piece->figure))
		return 1;
	return entry->of < of ? 2 : 4;
}

/* What a cut at X, of a line OF so many pieces, would go through of N entries at
 * ENTRY. */
static size_t
cut_through(const struct column_entry *entry, size_t n, float x, size_t of,
    const struct column_sight *sight)
{
	size_t cut = 0;

	for (size_t i = 0; i < n; i++)
		if (is_cut(&entry[i], x, sight->em))
			cut += badness(&entry[i], of, sight);
	return cut;
}

/* How many lines have an entry on either side of X among the N at ENTRY. */
static size_t
parted_at(const struct column_entry *entry, size_t n, float x,
    const struct column_sight *sight)
{
	size_t parted = 0;

	memset(sight->seen, 0, sight->lines);
	for (size_t i = 0; i < n; i++) {
		unsigned char *line = &sight->seen[entry[i].band];
		unsigned char  side = column_entry_middle(&entry[i]) < x ? 1 : 2;

		parted += *line != 0 && (*line | side) == 3 && *line != 3;
		*line |= side;
	}
	return parted;
}

bool
column_cut_find(const struct column_entry *entry, size_t n,
    const struct column_sight *sight, float *x)
{
	long best = -1;

	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++) {
			float at = (entry[i].right + entry[j].left) / 2;
			long  good;

			if (entry[j].band != entry[i].band ||
			    entry[j].left < entry[i].right)
				continue;
			good = 2 * (long)parted_at(entry, n, at, sight) -
			    (long)cut_through(entry, n, at, entry[i].of, sight);
			if (good > best) {
				best = good;
				*x = at;
			}
			break;
		}
	return best >= 0;
}

size_t
column_cut_at(struct column_entry *entry, size_t n, float x, size_t *kept,
    const struct column_sight *sight)
{
	size_t before = 0, after = 0;

	for (size_t i = 0; i < n; i++) {
		if (is_cut(&entry[i], x, sight->em))
			continue;
		if (column_entry_middle(&entry[i]) < x)
			entry[before++] = entry[i];
		else
			sight->spare[after++] = entry[i];
	}
	memcpy(entry + before, sight->spare, after * sizeof(*entry));
	*kept = before + after;
	return before;
}
