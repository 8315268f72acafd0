#include "paper_regions.h"

/* More places than any name has; what has more stays as it is. */
enum { REGIONS_MAX = 2000 };

struct regions {
	struct slice region[REGIONS_MAX];
	size_t       n;
};

/* The fullest region that REGION may be: of those that end like it the longest, if
 * all of them are ends of it. */
static struct slice
fullest(const struct regions *regions, struct slice region)
{
	struct slice best = region;

	for (size_t i = 0; i < regions->n; i++)
		if (slice_ends(regions->region[i], best))
			best = regions->region[i];
	for (size_t i = 0; i < regions->n; i++)
		if (slice_ends(regions->region[i], region) &&
		    !slice_ends(best, regions->region[i]))
			return region;
	return best;
}

/* The N PAPERS are of one office's name. */
static void
fill_group(struct paper *papers[], size_t n)
{
	static struct regions regions;

	regions.n = 0;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && slice_eq(papers[i]->region, papers[i - 1]->region))
			continue;
		if (regions.n == REGIONS_MAX)
			return;
		regions.region[regions.n++] = papers[i]->region;
	}
	if (regions.n > 1)
		for (size_t i = 0; i < n; i++)
			papers[i]->region = fullest(&regions,
			    papers[i]->region);
}

void
paper_regions_fill(struct paper *papers[], size_t n)
{
	size_t first = 0;

	for (size_t i = 1; i <= n; i++)
		if (i == n || !slice_eq(papers[i]->office,
		    papers[first]->office)) {
			fill_group(papers + first, i - first);
			first = i;
		}
}
