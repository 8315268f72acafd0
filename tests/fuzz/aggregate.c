/* Any facts are added up, the same each time, whatever the order of the documents,
 * and there are as many in all as in each of them. */
#include <limits.h>

#include "base/digits.h"
#include "lib/records.h"

FUZZ_LINES('\t')

enum { COPIES = 256, SORTED, CHILDREN };	/* as aggregate's options */

static const struct stage_option choices[][5] = {
	{ { 0, NULL } },
	{ { 'g', "region,org,year,item,col" }, { 'S', "*" }, { 0, NULL } },
	{ { 'g', "office,item" }, { 's', "sum,mean,min,max,median" },
	    { SORTED, NULL }, { 0, NULL } },
	{ { 'g', "doc,source" }, { 's', "records,count,approx" },
	    { 'c', "total" }, { 0, NULL } },
	{ { 'g', "item" }, { 'i', "requests.**,prose.*" }, { COPIES, NULL },
	    { 0, NULL } },
	{ { 'g', "level,year" }, { 's', "sd,p10,p99.5,share,rank,growth,zero" },
	    { 'S', "*" }, { 0, NULL } },
};

enum { CHOICES = sizeof(choices) / sizeof(*choices) };

static const struct stage_option counts[] = {
	{ 's', "records,count,blank,na,unreadable,absent" }, { 'S', "*" },
	{ COPIES, NULL }, { CHILDREN, NULL }, { 0, NULL },
};

enum { COUNTS = 6 };

/* Adds the counts of FACTS, or takes them away. */
static void
add_counts(struct slice facts, bool takes, unsigned long long count[COUNTS])
{
	struct slice text = stage_aggregate(facts, counts);

	text = records_cut(&text, '\n');
	for (int i = 0; text.n > 0; i++) {
		unsigned long long n;

		records_require(digits_read(records_cut(&text, '\t'),
		    ULLONG_MAX, &n));
		count[i] += takes ? 0 - n : n;
	}
}

/* Whether the whole has as many figures as its documents one by one. */
static void
hold_parts(struct slice in, const struct records_documents *documents)
{
	unsigned long long count[COUNTS] = { 0 };

	add_counts(in, false, count);
	for (size_t i = 0; i < documents->n; i++)
		add_counts(documents->document[i], true, count);
	for (int i = 0; i < COUNTS; i++)
		records_require(count[i] == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct arena        arena;
	const struct stage_option *choice = choices[n % CHOICES];
	struct slice               in = { (const char *)bytes, n }, once;
	struct records_documents   documents;

	arena_reset(&arena);
	once = arena_copy(&arena, stage_aggregate(in, choice));
	records_require(!utf8_is_valid(in) || utf8_is_valid(once));
	if (n / CHOICES % 8 == 0)
		records_require(slice_eq(once, stage_aggregate(in, choice)));
	records_documents_of(in, &documents);
	if (!documents.apart || documents.n < 2)
		return 0;
	records_require(slice_eq(once, stage_aggregate(
	    records_reversed(&documents, &arena), choice)));
	hold_parts(in, &documents);
	return 0;
}
