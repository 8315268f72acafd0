/* The gazetteer: names at the beginning of a text, chains of names, years.  Real
 * places, since it has no others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "place/resolve.h"
#include "place/sorted_lines.h"
#include "section/identity/place.h"
#include "section/word_list.h"

static struct arena arena;

static void
check(const char *of, struct slice got, const char *want)
{
	if (!slice_eq(got, slice_of(want)))
		fail_msg("%s: got %.*s, want %s", of, (int)got.n, got.p, want);
}

static void
longest_names(void **state)
{
	static const char *const places[][2] = {
		{ "积石山县财政局", "积石山县" },
		{ "积石山保安族东乡族撒拉族自治县", "积石山保安族东乡族撒拉族自治县" },
		{ "恩施土家族苗族自治州林业局", "恩施土家族苗族自治州" },
		{ "恩施州林业局", "恩施州" },
		{ "津市市民政局", "津市市" },
		{ "浙江杭州", "浙江" },
		{ "镇安县", "镇安县" },
		{ "财政局", "" },
		{ "", "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct slice text = slice_of(places[i][0]);

		text.n = gazetteer_longest(GAZETTEER_PLACES, text);
		check(places[i][0], text, places[i][1]);
		assert_true(text.n == 0 || gazetteer_may_begin(text));
	}
	assert_true(gazetteer_may_begin(slice_of("城关镇")));
	assert_false(gazetteer_may_begin(slice_of("财政局")));
	assert_false(gazetteer_may_begin(slice_of("")));
	assert_int_equal(gazetteer_longest(GAZETTEER_TOWNS,
	    slice_of("城关镇人民政府")), 9);
	assert_int_equal(gazetteer_longest(GAZETTEER_TOWNS,
	    slice_of("\xE4\xB8")), 0);
}

/* A chain of names, a year, and what it means: full names and codes. */
static const struct {
	const char *chain;
	int         year;
	const char *means;
} chains[] = {
	{ "浙江省", 2020, "浙江省 330000" },
	{ "浙江", 2020, "浙江省 330000" },
	{ "杭州市", 2020, "杭州市 330100" },
	{ "杭州市 临安区", 2018, "杭州市临安区 330112" },
	{ "临安市", 2012, "临安市 330185" },
	{ "临安市", 0, "临安市 330185" },
	{ "临安市", 2020, "临安市 330185" },		/* though not then */
	{ "北京市 朝阳区", 2020, "北京市朝阳区 110105" },
	{ "朝阳区", 2020, "北京市朝阳区 110105|长春市朝阳区 220104" },
	{ "西湖区", 2020, "杭州市西湖区 330106|南昌市西湖区 360103" },
	{ "浙江省 西湖区", 2020, "杭州市西湖区 330106" },
	{ "浙江省 朝阳区", 2020, "" },
	{ "青石市 朝阳区", 2020, "" },
	{ "襄阳市", 2012, "襄阳市 420600" },
	{ "襄樊市", 2009, "襄樊市 420600" },
	{ "庐江县", 2008, "庐江县 341421" },
	{ "庐江县", 2010, "庐江县 340124|庐江县 341421" },
	{ "公主岭市", 2019, "公主岭市 220184|公主岭市 220381" },
	{ "庐江县", 2015, "庐江县 340124" },
	{ "巢湖市 庐江县", 2010, "庐江县 341421" },
	{ "恩施州 恩施市", 2020, "恩施市 422801" },
	{ "湖北省 仙桃市", 2020, "仙桃市 429004" },
	{ "东莞市 石龙镇", 2020, "东莞市石龙镇 441900102" },
	{ "杭州市 西湖区 留下街道", 2020, "杭州市西湖区留下街道 330106009" },
	{ "西湖区 留下街道", 2020, "杭州市西湖区留下街道 330106009" },
	{ "留下街道", 2020, "杭州市西湖区留下街道 330106009" },
	{ "南昌市 留下街道", 2020, "" },
	{ "青石县", 2020, "" },
	{ "", 2020, "" },
};

static size_t
cut(char *copy, const char *chain, struct slice name[PLACES_MAX])
{
	size_t n = 0;

	strcpy(copy, chain);
	for (char *word = strtok(copy, " "); word != NULL;
	    word = strtok(NULL, " "))
		name[n++] = slice_of(word);
	return n;
}

static void
chains_of_names(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof(chains) / sizeof(*chains); i++) {
		char             copy[120], got[600] = "";
		struct slice     name[PLACES_MAX];
		struct divisions found;
		size_t           n = cut(copy, chains[i].chain, name), at = 0;

		place_resolve(name, n, chains[i].year, &found);
		for (size_t j = found.n; j > 0; j--) {
			struct slice full = division_full_name(&arena,
			    &found.at[j - 1], chains[i].year);

			at += (size_t)snprintf(got + at, sizeof(got) - at,
			    "%s%.*s %lu", at > 0 ? "|" : "", (int)full.n,
			    full.p, found.at[j - 1].code);
		}
		check(chains[i].chain, slice_of(got), chains[i].means);
	}
	arena_free(&arena);
}

static void
many(void **state)
{
	struct slice     name = slice_of("城关镇");
	struct divisions found;
	(void)state;

	place_resolve(&name, 1, 2020, &found);
	assert_in_range(found.n, 90, 112);	/* and none is left out */
}

/* Whether GAZETTEER finds each name of LINES, which are sorted: by its first character,
 * by its first two, and then among those. */
static void
check_list(enum gazetteer gazetteer, struct slice lines)
{
	size_t names = 0;

	while (lines.n > 0) {
		const char  *lf = memchr(lines.p, '\n', lines.n);
		struct slice name = sorted_line_key((struct slice){ lines.p,
		    (size_t)(lf - lines.p) }), one = name;
		uint32_t     c;

		lines = slice_from(lines, (size_t)(lf + 1 - lines.p));
		one.n = utf8_decode(name, &c);
		if (!gazetteer_has(gazetteer, name) ||
		    !gazetteer_may_begin(one))
			fail_msg("%.*s is not found", (int)name.n, name.p);
		names++;
	}
	assert_true(names > 3000);
}

static void
all_names(void **state)
{
	extern const struct slice data_place_names, data_towns;
	(void)state;

	check_list(GAZETTEER_PLACES, sorted_lines(data_place_names));
	check_list(GAZETTEER_TOWNS, sorted_lines(data_towns));
}

/* Places of a name, parted by /, and what follows them; * is unknown to the
 * gazetteer. */
static const char *const read[][2] = {
	{ "青石县财政局", "青石县*|财政局" },
	{ "新县镇人民政府", "新县镇|人民政府" },
	{ "青石县镇人民政府", "青石县镇*|人民政府" },
	{ "青石县街子镇人民政府", "青石县*/街子镇|人民政府" },
	{ "商城县镇人民政府", "商城县镇*|人民政府" },
	{ "新县财政局", "新县|财政局" },
	{ "新县乡村振兴局", "新县|乡村振兴局" },
	{ "商洛市镇安县财政局", "商洛市/镇安县|财政局" },
	{ "浙江杭州市财政局", "浙江/杭州市|财政局" },
	{ "杭州西湖区财政局", "杭州/西湖区|财政局" },
	{ "杭州财政局", "|杭州财政局" },
	{ "内蒙古赤峰市松山区", "内蒙古/赤峰市/松山区|" },
	{ "恩施州恩施市", "恩施州/恩施市|" },
	{ "博州温泉县", "博州/温泉县|" },
	{ "莫旗财政局", "莫旗|财政局" },
	{ "区城市运行管理中心", "|区城市运行管理中心" },
	{ "西乡塘区教育局", "西乡塘区|教育局" },
	{ "景德镇市昌江区", "景德镇市/昌江区|" },
	{ "杭州市人民政府留下街道办事处", "杭州市/留下街道|办事处" },
	{ "城关镇政府", "城关镇|政府" },
};

static void
chains_of_text(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof(read) / sizeof(*read); i++) {
		struct place place[PLACES_MAX];
		struct slice rest;
		char         got[200] = "";
		size_t       at = 0;
		int          n = place_chain(slice_of(read[i][0]), place,
		    &rest);

		for (int j = 0; j < n; j++)
			at += (size_t)snprintf(got + at, sizeof(got) - at,
			    "%s%.*s%s", j > 0 ? "/" : "",
			    (int)place[j].name.n, place[j].name.p,
			    place[j].known ? "" : "*");
		snprintf(got + at, sizeof(got) - at, "|%.*s", (int)rest.n,
		    rest.p);
		check(read[i][0], slice_of(got), read[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(longest_names),
		cmocka_unit_test(chains_of_names),
		cmocka_unit_test(many),
		cmocka_unit_test(all_names),
		cmocka_unit_test(chains_of_text),
	};

	words_load();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
