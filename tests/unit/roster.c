/* Rosters: which names are proposed for which, what the path of a file tells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "data/data.h"
#include "roster/near.h"
#include "roster/path.h"
#include "section/identity/office_key.h"

static struct arena arena;

static bool
near_names(const char *name, const char *other)
{
	return offices_are_near(office_key_of(&arena, slice_of(name)),
	    office_key_of(&arena, slice_of(other)));
}

static void
proposes_slips(void **state)
{
	static const char *const slips[][2] = {
		{ "青石县财局", "青石县财政局" },
		{ "青石县财证局", "青石县财政局" },
		{ "青石县政财局", "青石县财政局" },
		{ "青石县财政政局", "青石县财政局" },
		{ "青石财政局", "青石县财政局" },
		{ "青石县卫生建康局", "青石县卫健委" },
		{ "青石县市场监督管局", "青石县市场监督管理局" },
		{ "青石县市场监管理局", "青石县市场监督管理局" },
		{ "石青县教育局", "青石县教育局" },
		{ "青石县北桥", "青石县北桥镇" },
		{ "青石县北桥镇人政府", "青石县北桥镇" },
		{ "青石县北桥人民政府", "青石县北桥镇人民政府" },
		{ "青石县东川街道事办处", "青石县东川街道办事处" },
		{ "青石县人名政府", "青石县人民政府" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
		if (!near_names(slips[i][0], slips[i][1]))
			fail_msg("%s", slips[i][0]);
		assert_true(near_names(slips[i][1], slips[i][0]));
	}
}

static void
tells_offices_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "青石县财政局", "青石县财政局" },
		{ "青石县财政局", "青石县民政局" },
		{ "青石县财政局", "青石县财政所" },
		{ "青石县财政局", "青石市财政局" },
		{ "青石县财政局", "云河县财政局" },
		{ "青石县东桥镇", "青石县西桥镇" },
		{ "青石县东桥镇", "青石县桥镇" },
		{ "青石县金山镇", "青石县银山镇" },
		{ "青石县第一中学", "青石县第二中学" },
		{ "青石县第一中学", "青石县中学" },
		{ "青石县", "青石市" },
		{ "青石县", "青石县北桥镇" },
		{ "青石县城东分局", "青石县城西分局" },
		{ "青石县公安局", "青石县公安分局" },
		{ "青石县北桥镇人民医院", "青石县北桥镇" },
		{ "青石县人民医院", "青石县" },
		{ "青石县人民检察院", "青石县人民政府" },
		{ "", "青石县财政局" },
		{ "\xFF\xFE", "青石县财政局" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (near_names(pairs[i][0], pairs[i][1]) ||
		    near_names(pairs[i][1], pairs[i][0]))
			fail_msg("%s, %s", pairs[i][0], pairs[i][1]);
}

/* Of all names of offices that are known, in a county, none is proposed for another. */
static void
known_offices_are_never_near(void **state)
{
	const struct data_table *table = data_table(DATA_OFFICE_NAMES);
	struct slice            *key = memory_get(table->rows * sizeof(*key));
	size_t                   n = 0;

	(void)state;
	for (size_t i = 0; i < table->rows; i++)
		if (slice_is(table->row[i].field[0], "name"))
			key[n++] = office_key_of(&arena, arena_join(&arena,
			    SLICE("青石县"), table->row[i].field[1]));
	assert_true(n > 300);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (offices_are_near(key[i], key[k]))
				fail_msg("%.*s, %.*s", (int)key[i].n, key[i].p,
				    (int)key[k].n, key[k].p);
	free(key);
}

static void
add_office(void *context, struct slice name)
{
	buffer_string(context, " ");
	buffer_add(context, name);
}

/* What PATH tells: the year, the place above its last part, the offices of that. */
static void
check_path(const char *path, const char *want)
{
	struct path_parts parts;
	struct buffer     got = { .n = 0 };
	char              year[16];

	path_cut(&parts, slice_of(path), &arena);
	snprintf(year, sizeof(year), "%d ", path_year(&parts));
	buffer_string(&got, year);
	buffer_add(&got, path_place(&parts, parts.n - 1));
	path_offices_each(parts.part[parts.n - 1], add_office, &got);
	buffer_string(&got, "");
	if (!slice_is(buffer_slice(&got), want))
		fail_msg("%s: %.*s", path, (int)got.n, got.p);
	buffer_free(&got);
}

static void
reads_paths(void **state)
{
	(void)state;
	check_path("in/青石县财政局2024年年报.pdf", "2024  青石县财政局");
	check_path("2024/青石县/教育局.doc", "2024 青石县 教育局");
	check_path("a.zip!2023年/（1）青石县审计局.docx", "2023  青石县审计局");
	check_path("2023-2024/年报.docx", "-1 ");
	check_path("20250117青石县民政局.docx", "0  青石县民政局");
	check_path("2024年度青石县民政局.docx", "2024  青石县民政局");
	check_path("img\\\\1.png", "0 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(proposes_slips),
		cmocka_unit_test(tells_offices_apart),
		cmocka_unit_test(known_offices_are_never_near),
		cmocka_unit_test(reads_paths),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
