/* Copied text: what sentences are known by, buckets on the disk, who shares the form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "reuse/buckets.h"
#include "reuse/compare.h"
#include "reuse/sentences.h"

#define RUN "惠农补贴的发放名册在村里的墙上和网上同时贴出请驻村干部念"

static bool
has_chosen(const struct sentences *s, uint64_t hash)
{
	for (size_t i = 0; i < s->choices; i++)
		if (s->chosen[i] == hash)
			return true;
	return false;
}

static void
cuts_sentences(void **state)
{
	struct sentences s = { .n = 0 };

	(void)state;
	sentences_read(&s, SLICE("L1\t青石县公开，共12条。条例；\nL2\t。。\n\t短\n"), NULL);
	assert_int_equal(s.n, 3);
	assert_true(slice_is(s.sentence[0].text, "青石县公开，共12条。"));
	assert_true(slice_is(s.sentence[0].loc, "L1"));
	assert_int_equal(s.sentence[0].characters, 11);
	assert_int_equal(s.sentence[0].shingles, 1);
	assert_int_equal(s.sentence[0].chosen, 1);
	assert_int_equal(s.sentence[1].shingles, 0);
	assert_int_equal(s.sentence[1].chosen, 0);
	assert_true(slice_is(s.sentence[2].loc, ""));
	sentences_free(&s);
}

/* The hash of a section is that of its blocks, as check has it. */
static void
hashes_as_check(void **state)
{
	struct sentences s = { .n = 0 };
	unsigned         characters = 0;
	uint64_t         hash = masked_hash(MASKED_HASH_NONE,
	    SLICE("公开3条。4件；十二个"), NULL, &characters);

	(void)state;
	hash = masked_hash(hash, SLICE("5天"), NULL, &characters);
	sentences_read(&s, SLICE("L1\t公开3条。4件；十二个\nL2\t5天\n"), NULL);
	assert_true(s.hash == hash);
	sentences_free(&s);
}

/* A run that is long enough is known again wherever it stands. */
static void
chooses_alike(void **state)
{
	static const char *const around[][2] = { { "", "" }, { "甲", "乙丙" },
	    { "今年三月里的一天有人问起来说", "为什么没有人早一点想到这个办法呢" } };
	struct sentences first = { .n = 0 }, s = { .n = 0 };
	char             line[400];

	(void)state;
	sentences_read(&first, SLICE("\t" RUN), NULL);
	assert_true(first.choices > 0);
	for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
		size_t known = 0;

		snprintf(line, sizeof(line), "\t%s" RUN "%s", around[i][0], around[i][1]);
		sentences_read(&s, slice_of(line), NULL);
		for (size_t c = 0; c < first.choices; c++)
			known += has_chosen(&s, first.chosen[c]);
		assert_true(known > 0);
		assert_true(s.choices < s.shingles);
	}
	sentences_free(&first);
	sentences_free(&s);
}

/* What a bucket_fn has seen. */
struct seen_entries {
	size_t              n;
	struct bucket_entry last;
};

static void
see(void *context, const struct bucket_entry entry[], size_t n)
{
	struct seen_entries *seen = context;

	for (size_t i = 0; i < n; i++) {
		assert_true(seen->n == 0 || seen->last.key < entry[i].key ||
		    (seen->last.key == entry[i].key &&
		    seen->last.value < entry[i].value));
		assert_true(entry[i].key % 5000 == entry[i].value || entry[i].value == 9999);
		seen->last = entry[i];
		seen->n++;
	}
}

static void
sorts_buckets(void **state)
{
	static struct buckets buckets;
	struct seen_entries   seen = { .n = 0 };
	const uint64_t        most = 100000;

	(void)state;
	for (uint64_t i = 0; i < most; i++) {
		uint64_t key = i * 7919 % most;

		buckets_add(&buckets, (size_t)(key / (most / 4)),
		    (struct bucket_entry){ key, key % 5000 });
		if (i % 10 == 0)
			buckets_add(&buckets, (size_t)(key / (most / 4)),
			    (struct bucket_entry){ key, i % 20 == 0 ? key % 5000 : 9999 });
	}
	buckets_each(&buckets, see, &seen);
	assert_int_equal(seen.n, most + most / 20);
	buckets_free(&buckets);
}

static void
learns_the_form(void **state)
{
	static const size_t offices[][2] = { { 0, 2 }, { 3, 2 }, { 8, 2 }, { 9, 3 },
	    { 100, 10 }, { 10000, 100 }, { 99999, 316 } };

	(void)state;
	for (size_t i = 0; i < sizeof(offices) / sizeof(offices[0]); i++)
		assert_int_equal(common_of(offices[i][0]), offices[i][1]);
}

static void
rounds_down(void **state)
{
	(void)state;
	assert_int_equal(share_percent((struct share){ 0, 0 }), 0);
	assert_int_equal(share_percent((struct share){ 1000, 999 }), 99);
	assert_int_equal(share_percent((struct share){ 4000000000U, 4000000000U }), 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_sentences),
		cmocka_unit_test(hashes_as_check),
		cmocka_unit_test(chooses_alike),
		cmocka_unit_test(sorts_buckets),
		cmocka_unit_test(learns_the_form),
		cmocka_unit_test(rounds_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
