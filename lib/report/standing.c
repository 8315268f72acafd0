#include "standing.h"

#include <stdlib.h>

#include "base/memory.h"
#include "paper_regions.h"
#include "record/region.h"
#include "weight.h"

const char *const standing_name[STANDING_STATES] = {
	[STANDING_BAD] = "bad", [STANDING_UNREAD] = "unread",
	[STANDING_MISSING] = "missing", [STANDING_ASK] = "ask",
	[STANDING_OK] = "ok",
};

/* By office, then the latest year first, then by name. */
static int
compare_papers(const void *a, const void *b)
{
	const struct paper *x = *(struct paper *const *)a;
	const struct paper *y = *(struct paper *const *)b;
	int                 order = slice_cmp(x->office, y->office);

	if (order == 0)
		order = slice_cmp(x->region, y->region);
	if (order == 0)
		order = slice_cmp(y->year, x->year);
	return order != 0 ? order : slice_cmp(x->name, y->name);
}

static struct standing *
new_standing(struct standings *standings, struct slice name,
    struct slice region, struct slice office)
{
	struct standing *standing = MEMORY_APPEND(standings->standing,
	    standings->n, standings->room);

	*standing = (struct standing){ .name = name, .region = region,
	    .office = office };
	return standing;
}

/* Files PAPER with the office of the one before, or another. */
static void
file_paper(struct standings *standings, struct paper *paper)
{
	struct standing *last = standings->n > 0 ?
	    &standings->standing[standings->n - 1] : NULL;

	if (!paper->is_report) {
		*MEMORY_APPEND(standings->other, standings->others,
		    standings->other_room) = paper;
		return;
	}
	if (last == NULL || paper->office.n == 0 ||
	    !slice_eq(last->office, paper->office) ||
	    !slice_eq(last->region, paper->region))
		last = new_standing(standings, paper->org, paper->region,
		    paper->office);
	*MEMORY_APPEND(last->paper, last->papers, last->room) = paper;
}

static void
add_up_entries(struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++) {
		const struct paper *paper = standing->paper[i];

		if (!paper->is_expected)
			continue;
		for (int level = 0; level < RULE_LEVELS; level++)
			standing->entries[level] += paper->entries[level];
		for (int change = 0; change < CHANGES; change++)
			standing->changes[change] += paper->changes[change];
		standing->weight += paper->weight;
		standing->waived += paper->waived;
		/* Copies of a year have the same behind them. */
		if (i == 0 || !slice_eq(standing->paper[i - 1]->year,
		    paper->year))
			standing->mended += paper->mended;
	}
}

/* The office that the roster calls NAME, in REGION if that is said; NULL. */
static struct standing *
find_standing(const struct standings *standings, struct slice name,
    struct slice region)
{
	for (size_t i = 0; i < standings->n; i++) {
		struct standing *standing = &standings->standing[i];

		if ((slice_eq(standing->office, name) ||
		    slice_eq(standing->name, name)) && (region.n == 0 ||
		    region_may_be(standing->region, region)))
			return standing;
	}
	return NULL;
}

/* The line of REJECTS whose path has NAME in it: proof enough that a file came. */
static const struct slice *
file_named(const struct record_file *rejects, struct slice name)
{
	for (size_t i = 0; i < rejects->n; i++)
		if (name.n > 0 && slice_is(
		    rejects->by_document[i][REJECT_STATUS], "rejected") &&
		    slice_find(rejects->by_document[i][REJECT_PATH], name) !=
		    NULL)
			return rejects->by_document[i];
	return NULL;
}

/* The line of REJECTS of the file PATH. */
static const struct slice *
file_called(const struct record_file *rejects, struct slice path)
{
	for (size_t i = 0; i < rejects->n; i++)
		if (slice_eq(rejects->by_document[i][REJECT_PATH], path))
			return rejects->by_document[i];
	return NULL;
}

/* The longest region of an office that NAME begins with; empty: none. */
static struct slice
region_in_name(const struct standings *standings, struct slice name)
{
	struct slice best = { "", 0 };

	for (size_t i = 0; i < standings->n; i++) {
		struct slice region = standings->standing[i].region;

		if (region.n > best.n && slice_starts(name, region))
			best = region;
	}
	return best;
}

/* The office that FINDING of a missing report is about, a new one if need be. */
static struct standing *
missing_standing(struct standings *standings, const struct slice finding[])
{
	struct slice     name = finding[FINDING_ORG];
	struct slice     region = finding[FINDING_REGION];
	struct standing *standing = find_standing(standings, name, region);

	if (standing != NULL)
		return standing;
	return new_standing(standings, name, region.n > 0 ? region :
	    region_in_name(standings, name), name);
}

/* Whether RULE is one by which the roster misses a report. */
static bool
is_missing(struct slice rule)
{
	return slice_is(rule, "R-MISSING") || slice_is(rule, "R-UNREAD") ||
	    slice_is(rule, "R-NEAR");
}

/* Notes the reports that the roster misses: findings of no document. */
static void
note_missing(struct standings *standings, const struct material *material,
    const struct record_file *rejects)
{
	size_t               n;
	const struct slice **finding = record_file_of(&material->findings,
	    SLICE(""), &n);

	for (size_t i = 0; i < n; i++) {
		struct standing *standing;

		if (!is_missing(finding[i][FINDING_RULE]))
			continue;
		standing = missing_standing(standings, finding[i]);
		standing->missing = finding[i][FINDING_YEAR];
		standing->file = slice_is(finding[i][FINDING_RULE],
		    "R-UNREAD") ? file_called(rejects,
		    finding[i][FINDING_LOC]) :
		    file_named(rejects, standing->name);
		standing->waived += is_waived(finding[i]);
		standing->let_be = standing->file == NULL &&
		    is_waived(finding[i]) ? finding[i] : NULL;
	}
}

/* How many papers of STANDING are expected, and of these were read. */
static size_t
count_papers(const struct standing *standing, size_t *read)
{
	size_t n = 0;

	*read = 0;
	for (size_t i = 0; i < standing->papers; i++) {
		n += standing->paper[i]->is_expected;
		*read += standing->paper[i]->is_expected &&
		    standing->paper[i]->is_read;
	}
	return n;
}

static enum standing_state
state_of(const struct standing *standing)
{
	size_t read, papers = count_papers(standing, &read);

	if (papers == 0 && standing->missing.n > 0)
		return standing->file != NULL ? STANDING_UNREAD :
		    STANDING_MISSING;
	if (read == 0)
		return STANDING_UNREAD;
	if (standing->entries[LEVEL_ERROR] > 0 ||
	    standing->entries[LEVEL_DUTY] > 0 ||
	    (standing->missing.n > 0 && standing->let_be == NULL))
		return STANDING_BAD;
	return standing->entries[LEVEL_SUSPECT] > 0 ? STANDING_ASK :
	    STANDING_OK;
}

static int
compare_standings(const void *a, const void *b)
{
	const struct standing *x = a, *y = b;
	int                    order;

	if (x->state != y->state)
		return x->state < y->state ? -1 : 1;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	order = slice_cmp(x->region, y->region);
	return order != 0 ? order : slice_cmp(x->name, y->name);
}

/* Takes away the offices of which no report is expected and none missing: years
 * that the roster does not have. */
static void
drop_unexpected(struct standings *standings)
{
	size_t n = 0, read;

	for (size_t i = 0; i < standings->n; i++) {
		struct standing *standing = &standings->standing[i];

		if (count_papers(standing, &read) == 0 &&
		    standing->missing.n == 0)
			free(standing->paper);
		else
			standings->standing[n++] = *standing;
	}
	standings->n = n;
}

/* Whether some finding is of a roster. */
static bool
is_of_roster(const struct material *material)
{
	const struct record_file *findings = &material->findings;

	for (size_t i = 0; i < findings->n; i++)
		if (slice_starts(findings->by_document[i][FINDING_RULE],
		    SLICE("R-")))
			return true;
	return false;
}

/* Of how many offices there is a page, so that a browser can show it. */
static size_t
count_pages(const struct standings *standings)
{
	enum { PAGES_MAX = 3000, BYTES_MAX = 32 << 20 };
	size_t n = 0, bytes = 0;

	while (n < standings->n && n < PAGES_MAX && bytes < BYTES_MAX) {
		const struct standing *standing = &standings->standing[n++];

		for (size_t i = 0; i < standing->papers; i++)
			bytes += standing->paper[i]->section.bytes;
	}
	return n;
}

void
standings_make(struct standings *standings, struct paper *papers[], size_t n,
    const struct material *material, const struct record_file *rejects)
{
	*standings = (struct standings){ .has_roster = is_of_roster(material) };
	if (n > 0) {
		qsort(papers, n, sizeof(*papers), compare_papers);
		paper_regions_fill(papers, n);
		qsort(papers, n, sizeof(*papers), compare_papers);
	}
	for (size_t i = 0; i < n; i++)
		file_paper(standings, papers[i]);
	for (size_t i = 0; i < standings->n; i++)
		add_up_entries(&standings->standing[i]);
	note_missing(standings, material, rejects);
	drop_unexpected(standings);
	for (size_t i = 0; i < standings->n; i++) {
		struct standing *standing = &standings->standing[i];

		standing->state = state_of(standing);
		standings->count[standing->state]++;
	}
	if (standings->n > 0)
		qsort(standings->standing, standings->n,
		    sizeof(*standings->standing), compare_standings);
	standings->pages = count_pages(standings);
}

void
standings_free(struct standings *standings)
{
	for (size_t i = 0; i < standings->n; i++)
		free(standings->standing[i].paper);
	free(standings->standing);
	free(standings->other);
}
