#include "family.h"

#include "base/map.h"
#include "base/utf8.h"
#include "place/division.h"

/* No place's name is longer. */
enum { REGION_BYTES_MAX = 4 * DIVISION_NAME_BYTES };

/* Reports of governments by year, scope and code, or region: one of each set. */
struct families {
	struct filed_report  *report;
	const struct offices *offices;
	scope_fn             *scope;
	void                 *context;
	struct map            by_code, by_region;
};

static struct slice
region_of(const struct families *families, const struct filed_report *report)
{
	return families->offices->office[report->number].region;
}

static unsigned long long
hash_of_scope(const struct families *families,
    const struct filed_report *report)
{
	return hash_on(report->year, families->scope(families->context,
	    report));
}

static unsigned long long
hash_of_code(unsigned long long scope, unsigned long code)
{
	return hash_on(scope, (struct slice){ (const char *)&code,
	    sizeof(code) });
}

/* The end of the set that the report at I begins. */
static size_t
end_of_set(const struct families *families, size_t n, size_t i)
{
	size_t end = i + 1;

	while (end < n && filed_report_is_copy(&families->report[i],
	    &families->report[end]))
		end++;
	return end;
}

/* Has all copies know what one of them tells: where a page has lost its place,
 * another has it. */
static void
share_places(struct families *families, size_t n)
{
	struct filed_report *report = families->report;
	size_t               end;

	for (size_t i = 0; i < n; i = end) {
		struct filed_report *best = &report[i];

		end = end_of_set(families, n, i);
		for (size_t k = i + 1; k < end; k++) {
			if (region_of(families, &report[k]).n >
			    region_of(families, best).n)
				best->number = report[k].number;
			best->code = best->code != 0 ? best->code :
			    report[k].code;
			best->governs |= report[k].governs;
		}
		for (size_t k = i + 1; k < end; k++) {
			report[k].number = best->number;
			report[k].code = best->code;
			report[k].governs = best->governs;
		}
	}
}

static void
note_governments(struct families *families, size_t n)
{
	for (size_t i = 0; i < n; i = end_of_set(families, n, i)) {
		const struct filed_report *report = &families->report[i];
		unsigned long long         scope;

		if (!report->governs || report->figures == 0)
			continue;
		scope = hash_of_scope(families, report);
		if (report->code != 0)
			map_add(&families->by_code, hash_of_code(scope,
			    report->code), i);
		map_add(&families->by_region, hash_on(scope,
		    region_of(families, report)), i);
	}
}

/* Whether the report at I, of a government that stands above CHILD, is another
 * one and of the same groups. */
static bool
speaks_for(const struct families *families, size_t i,
    const struct filed_report *child)
{
	const struct filed_report *parent = &families->report[i];

	return parent->year == child->year &&
	    parent->office != child->office &&
	    slice_eq(families->scope(families->context, parent),
	    families->scope(families->context, child));
}

/* The report of the government of the division CODE that speaks for CHILD. */
static const struct filed_report *
parent_by_code(const struct families *families,
    const struct filed_report *child, unsigned long long scope,
    unsigned long code)
{
	unsigned long long hash = hash_of_code(scope, code);
	size_t             probe = 0, i;

	if (child->governs && code == child->code)
		return NULL;
	while ((i = map_next(&families->by_code, hash, &probe)) != MAP_NONE)
		if (families->report[i].code == code &&
		    speaks_for(families, i, child))
			return &families->report[i];
	return NULL;
}

/* The same of REGION, where one of both codes is not known. */
static const struct filed_report *
parent_by_region(const struct families *families,
    const struct filed_report *child, unsigned long long scope,
    struct slice region)
{
	unsigned long long hash = hash_on(scope, region);
	size_t             probe = 0, i;

	if (child->governs && slice_eq(region, region_of(families, child)))
		return NULL;
	while ((i = map_next(&families->by_region, hash, &probe)) != MAP_NONE) {
		const struct filed_report *parent = &families->report[i];

		if ((parent->code == 0 || child->code == 0) &&
		    slice_eq(region_of(families, parent), region) &&
		    speaks_for(families, i, child))
			return parent;
	}
	return NULL;
}

static const struct filed_report *
parent_of(const struct families *families, const struct filed_report *child)
{
	unsigned long long         scope = hash_of_scope(families, child);
	struct division            place = { .code = child->code };
	struct slice               region = region_of(families, child);
	const struct filed_report *parent = NULL;

	for (; place.code != 0 && parent == NULL;
	    place.code = division_above(&place))
		parent = parent_by_code(families, child, scope, place.code);
	if (region.n > REGION_BYTES_MAX)
		return parent;
	for (; region.n > 0 && parent == NULL;
	    region = utf8_head(region, region.n - 1))
		parent = parent_by_region(families, child, scope, region);
	return parent;
}

void
families_find(struct filed_report report[], size_t n,
    const struct offices *offices, scope_fn *scope, void *context)
{
	struct families families = { .report = report, .offices = offices,
	    .scope = scope, .context = context };

	share_places(&families, n);
	note_governments(&families, n);
	for (size_t i = 0; i < n && families.by_region.n > 0; i++)
		if (report[i].statements > 0)
			report[i].parent = parent_of(&families, &report[i]);
	map_free(&families.by_code);
	map_free(&families.by_region);
}
