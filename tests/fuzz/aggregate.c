/* Any facts are added up, the same each time, whatever the order of the documents,
 * in one run or in parts, and there are as many in all as in each of them. */
#include <limits.h>

#include "base/digits.h"
#include "lib/records.h"

FUZZ_LINES('\t')

enum { COPIES = 256, SORTED, CHILDREN, PARTIAL = 263 };	/* as aggregate's options */

enum { OPTIONS_MAX = 6 };

static const struct stage_option choices[][OPTIONS_MAX - 1] = {
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

/* The part of every second document from FIRST on. */
static struct slice
part_of(const struct records_documents *documents, size_t first,
    const struct stage_option choice[], struct arena *arena)
{
	struct stage_option option[OPTIONS_MAX] = { { PARTIAL, NULL } };
	struct slice        facts = { "", 0 };
	int                 n = 0;

	do
		option[n + 1] = choice[n];
	while (choice[n++].letter != 0);
	for (size_t i = first; i < documents->n; i += 2)
		facts = arena_join(arena, facts, documents->document[i]);
	return arena_copy(arena, stage_aggregate(facts, option));
}

static bool
has_option(const struct stage_option option[], int letter)
{
	while (option->letter != 0 && option->letter != letter)
		option++;
	return option->letter == letter;
}

/* Whether two parts, the second one first, make ONCE, and damaged ones no harm.
 * What is said to be sorted and is not was told of: parts are better off. */
static void
hold_merged(struct slice once, const struct records_documents *documents,
    const struct stage_option choice[], struct arena *arena)
{
	struct slice even = part_of(documents, 0, choice, arena);
	struct slice odd = part_of(documents, 1, choice, arena);

	records_require(has_option(choice, SORTED) ||
	    slice_eq(once, stage_merge(odd, even)));
	if (even.n > 0) {
		((char *)even.p)[once.n * 7919 % even.n] ^= 1 + once.n % 31;
		stage_merge(odd, even);
	}
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
	hold_merged(once, &documents, choice, &arena);
	hold_parts(in, &documents);
	return 0;
}
