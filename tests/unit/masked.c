/* Text with its names and figures masked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/masked.h"

static uint64_t
hash_of_office(const char *text, const char *org, const char *region)
{
	struct masks masks = { .n = 0 };
	unsigned     characters = 0;

	masks_add_office(&masks, slice_of(org), slice_of(region));
	return masked_hash(MASKED_HASH_NONE, slice_of(text), &masks, &characters);
}

/* Texts of two offices, and whether they are the same but for names and figures. */
static void
masks_names_and_figures(void **state)
{
	static const struct {
		const char *text, *org, *region;
		const char *other, *other_org, *other_region;
		bool        same;
	} row[] = {
		{ "青石县财政局公开12条。", "青石县财政局", "青石县",
		    "柳河县教育局公开3,456条。", "柳河县教育局", "柳河县", true },
		{ "青石县公开十二条", "青石县财政局", "青石县",
		    "财政局 公开１２ 条", "青石县财政局", "青石县", true },
		{ "西湖区公开", "江州市西湖区教育局", "江州市西湖区",
		    "江州市西湖区公开", "江州市西湖区教育局", "江州市西湖区", true },
		{ "公开2.5万元；", "青石县", "", "公开3元", "青石县", "", true },
		{ "公开2条", "青石县", "", "公开条", "青石县", "", false },
		{ "青石县公开", "柳河县财政局", "柳河县",
		    "柳河县公开", "柳河县财政局", "柳河县", false },
		{ "公开指南", "青石县", "", "公开指引", "青石县", "", false },
		{ "\xFF公开", "", "", "公开", "", "", true },
		{ "", "", "", "。 ", "", "", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		if ((hash_of_office(row[i].text, row[i].org, row[i].region) ==
		    hash_of_office(row[i].other, row[i].other_org,
		    row[i].other_region)) != row[i].same)
			fail_msg("%s", row[i].text);
}

static void
counts_characters(void **state)
{
	struct masks masks = { .n = 0 };
	unsigned     characters = 0;

	(void)state;
	masks_add_office(&masks, SLICE("青石县"), SLICE(""));
	masked_hash(MASKED_HASH_NONE, SLICE("青石县 公开\t12·3　条。"), &masks, &characters);
	assert_int_equal(characters, 11);
}

static void
takes_parts_of_a_region(void **state)
{
	static const char *const names[] = { "江州市西湖区教育局", "江州市西湖区",
	    "江州市", "西湖区", "教育局" };
	struct masks masks = { .n = 0 };

	(void)state;
	masks_add_office(&masks, SLICE("江州市西湖区教育局"), SLICE("江州市西湖区"));
	assert_int_equal(masks.n, 5);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(masks_at(&masks, slice_of(names[i])), strlen(names[i]));
	assert_int_equal(masks_at(&masks, SLICE("湖区")), 0);
	assert_false(masks_add(&masks, SLICE("局")));
	assert_false(masks_add(&masks, SLICE("教育局")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(masks_names_and_figures),
		cmocka_unit_test(counts_characters),
		cmocka_unit_test(takes_parts_of_a_region),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
