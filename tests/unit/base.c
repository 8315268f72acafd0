#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/digits.h"
#include "base/glob.h"
#include "base/map.h"
#include "base/seen.h"
#include "base/tsv.h"
#include "base/utf8.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

static void
test_globs(void **state)
{
	static const struct {
		const char *glob, *name;
		bool        levels, flat;	/* separated by '.', by nothing */
	} row[] = {
		{ "a.b", "a.b", true, true }, { "a.b", "a.bc", false, false },
		{ "a.b", "a.", false, false }, { "a", "b", false, false },
		{ "a.*", "a.b", true, true }, { "a.*", "a.b.c", false, true },
		{ "a.*", "a.", true, true }, { "a.*", "a", false, false },
		{ "a.*.c", "a.b.c", true, true },
		{ "a.*.c", "a.b.b.c", false, true },
		{ "a.**", "a.b.c", true, true }, { "**", "a.b.c", true, true },
		{ "*", "a", true, true }, { "*", "a.b", false, true },
		{ "*", "", true, true }, { "**", "", true, true },
		{ "", "", true, true }, { "", "a", false, false },
		{ "a.**", "b.a.c", false, false },
		{ "a.*-x", "a.b-x", true, true },
		{ "a.*-x", "a.b-y", false, false },
		{ "a.**c", "a.b.b.c", true, true },
		/* The double star is gone back to once the single one may
		 * take no more. */
		{ "**a*b", "a.ab", true, true }, { "**a*b", "a.a.b", false, true },
		{ "**.x*.y", "a.x.x1.y", true, true },
		{ "**.x*.y", "a.x.x1.z", false, false },
		{ "**a**b*c", "aab.bbc", true, true },
		{ "**a**b*c", "aab.b.c", false, true },
		{ "*a**", "b.a", false, true }, { "**a*", "b.ac", true, true },
		{ "***", "a.b", true, true }, { "***.", "a.b", false, false },
		{ "a*b*c", "aXbbYc", true, true },
		{ "a*b*c", "aXbbY", false, false },
		{ "*街道|", "东桥街道|", true, true },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct slice glob = slice_of(row[i].glob);
		struct slice name = slice_of(row[i].name);

		assert_int_equal(glob_matches(glob, name, '.'), row[i].levels);
		assert_int_equal(glob_matches(glob, name, '\0'), row[i].flat);
	}
}

/* Every glob and name of so many of these letters, against the definition. */
static bool
matches(const char *glob, const char *name)
{
	bool deep = glob[0] == '*' && glob[1] == '*';

	if (*glob == '\0')
		return *name == '\0';
	if (*glob != '*')
		return *glob == *name && matches(glob + 1, name + 1);
	return matches(glob + 1 + deep, name) || (*name != '\0' &&
	    (deep || *name != '.') && matches(glob, name + 1));
}

static void
spell(unsigned number, const char *letters, char *out)
{
	size_t n = strlen(letters);

	for (; number > 0; number /= (unsigned)n)
		*out++ = letters[number-- % n];
	*out = '\0';
}

static void
test_globs_by_definition(void **state)
{
	char glob[16], name[16];

	(void)state;
	for (unsigned g = 0; g < 5000; g++)
		for (unsigned n = 0; n < 400; n += 1 + g % 3) {
			spell(g, "*a.b", glob);
			spell(n, "a.b", name);
			if (glob_matches(slice_of(glob), slice_of(name), '.') !=
			    matches(glob, name))
				fail_msg("%s %s", glob, name);
		}
}

static void
test_buffer(void **state)
{
	struct buffer buffer = { .n = 0 };
	static char   large[1000];

	(void)state;
	assert_int_equal(buffer_slice(&buffer).n, 0);
	assert_non_null(buffer_slice(&buffer).p);
	buffer_add(&buffer, (struct slice){ NULL, 0 });
	assert_null(buffer.p);
	buffer_string(&buffer, "ab");
	buffer_add(&buffer, SLICE("c"));
	assert_true(slice_is(buffer_slice(&buffer), "abc"));
	for (size_t i = 0; i < sizeof(large); i++)
		large[i] = (char)i;
	for (int i = 0; i < 10; i++)
		buffer_add(&buffer, (struct slice){ large, sizeof(large) });
	assert_int_equal(buffer.n, 10003);
	assert_true(buffer.capacity >= buffer.n);
	assert_memory_equal(buffer.p, "abc", 3);
	assert_memory_equal(buffer.p + 9003, large, sizeof(large));
	buffer.n = 1;
	assert_true(slice_is(buffer_slice(&buffer), "a"));
	buffer_free(&buffer);
	assert_null(buffer.p);
	assert_int_equal(buffer.n + buffer.capacity, 0);
}

static void
test_digits(void **state)
{
	static const struct {
		const char        *text;
		size_t             digits;
		unsigned long long number;
		bool               is_read;	/* as at most 999 */
	} row[] = {
		{ "", 0, 0, false }, { "x", 0, 0, false }, { "0", 1, 0, true },
		{ "007", 3, 7, true }, { "999", 3, 999, true },
		{ "1000", 4, 1000, false }, { "12a", 2, 12, false },
		{ "-1", 0, 0, false }, { "+1", 0, 0, false },
		{ " 1", 0, 0, false }, { "１", 0, 0, false },
		{ "18446744073709551615", 20, ULLONG_MAX, false },
		{ "18446744073709551614", 20, ULLONG_MAX - 1, false },
		{ "18446744073709551616", 20, ULLONG_MAX, false },
		{ "99999999999999999999999", 23, ULLONG_MAX, false },
	};
	static const char hex[] = "0123456789abcdef";

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		unsigned long long number = 5;

		assert_int_equal(digits_at(slice_of(row[i].text), &number),
		    row[i].digits);
		assert_int_equal(number, row[i].number);
		assert_int_equal(digits_read(slice_of(row[i].text), 999,
		    &number), row[i].is_read);
	}
	for (size_t i = 0; i < 3; i++) {
		static const unsigned long long number[] = { 0, 120,
			ULLONG_MAX };
		char text[DIGITS_BYTES + 1], *end = text + DIGITS_BYTES;

		*end = '\0';
		assert_string_equal(digits_before(end, number[i]),
		    i == 0 ? "0" : i == 1 ? "120" : "18446744073709551615");
	}
	for (int i = 0; i < 16; i++)
		assert_int_equal(hex_digit((unsigned char)hex[i]), i);
	assert_int_equal(hex_digit('F'), 15);
	for (int c = 0; c < 256; c++) {
		bool in = c >= '0' && c <= '9';

		assert_int_equal(is_digit((uint32_t)c), in);
		assert_int_equal(is_digit((uint32_t)(char)c), in);
		assert_int_equal(hex_digit((uint32_t)(char)c) >= 0, in ||
		    (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
	}
}

static void
test_map(void **state)
{
	struct map map = { .n = 0 };
	size_t     probe = 0;

	(void)state;
	assert_int_equal(map_next(&map, 7, &probe), MAP_NONE);
	for (size_t i = 0; i < 1000; i++)
		map_add(&map, i << 50, i);
	map_add(&map, 5ULL << 50, 1005);
	for (size_t i = 0; i < 1000; i++) {
		probe = 0;
		assert_int_equal(map_next(&map, i << 50, &probe), i);
		assert_int_equal(map_next(&map, i << 50, &probe),
		    i == 5 ? 1005 : MAP_NONE);
	}
	probe = 0;
	assert_int_equal(map_next(&map, 7, &probe), MAP_NONE);
	assert_int_equal(map.n, 1001);
	assert_int_equal(map.slots, 2048);
	map_free(&map);
	assert_int_equal(map.slots, 0);
	map_add(&map, 1, 0);
	probe = 0;
	assert_int_equal(map_next(&map, 1, &probe), 0);
	map_free(&map);
}

static void
test_seen(void **state)
{
	struct seen seen = { .older = { .n = 0 } };

	(void)state;
	assert_false(seen_before(&seen, 7));
	assert_true(seen_before(&seen, 7));
	assert_false(seen_before(&seen, 0));
	assert_true(seen_before(&seen, 0));
	for (unsigned long long i = 1; i <= SEEN_MAX; i++)
		assert_false(seen_before(&seen, i * 0x40000 + 9));
	assert_true(seen_before(&seen, 7));	/* among the older */
	for (unsigned long long i = 1; i <= SEEN_MAX; i++)
		assert_false(seen_before(&seen, i * 0x40000 + 8));
	assert_false(seen_before(&seen, 7));	/* forgotten by now */
	for (unsigned long long i = 1; i <= SEEN_MAX; i++)
		assert_true(seen_before(&seen, i * 0x40000 + 8));
	seen_free(&seen);
}

static void
test_slices(void **state)
{
	static const struct {
		const char *a, *b;
		int         order;	/* -1, 0, 1 */
		bool        starts, ends, has;
	} row[] = {
		{ "", "", 0, true, true, false },
		{ "a", "", 1, true, true, true },
		{ "", "a", -1, false, false, false },
		{ "abc", "ab", 1, true, false, true },
		{ "abc", "bc", -1, false, true, true },
		{ "abc", "b", -1, false, false, true },
		{ "abc", "ac", -1, false, false, false },
		{ "abc", "xbc", -1, false, false, false },
		{ "abb", "bbb", -1, false, false, false },
		{ "\xFF", "a", 1, false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct slice a = slice_of(row[i].a), b = slice_of(row[i].b);
		int          order = slice_cmp(a, b);

		assert_int_equal((order > 0) - (order < 0), row[i].order);
		assert_int_equal(slice_eq(a, b), row[i].order == 0);
		assert_int_equal(slice_starts(a, b), row[i].starts);
		assert_int_equal(slice_ends(a, b), row[i].ends);
		assert_int_equal(slice_find(a, b) != NULL, row[i].has);
		assert_int_equal(slice_hash(a) == slice_hash(b),
		    row[i].order == 0);
	}
	assert_true(slice_is(slice_trim(SLICE(" \t\r\n\va b\f ")), "a b"));
	assert_int_equal(slice_trim(SLICE(" \t ")).n, 0);
	assert_true(slice_hash(SLICE("12345678")) !=
	    slice_hash(SLICE("1234567")));
	assert_true(slice_hash(SLICE("12345678a")) !=
	    slice_hash(SLICE("12345678b")));
	assert_true(slice_hash_on(slice_hash(SLICE("a")), SLICE("b")) !=
	    slice_hash_on(slice_hash(SLICE("b")), SLICE("a")));
}

static void
test_blanks(void **state)
{
	static const char *const blank[] = { " ", "\t", "\n", "\v", "\f",
		"\r", "\xC2\x85", "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\x80",
		"\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9",
		"\xE2\x80\xAF", "\xE2\x81\x9F", "\xE2\x81\xA0",
		"\xE3\x80\x80", "\xEF\xBB\xBF" };
	static const char *const mark[] = { "a", "\x1F", "\x0E", "\b", "一",
		"\xC2\x86", "\xE2\x80\x90", "\xE2\x81\xA1", "\xFF", "\x80",
		"\xF0\x9F\x98\x80" };
	char text[32];

	(void)state;
	for (size_t i = 0; i < LENGTH(blank); i++)
		for (size_t k = 0; k < LENGTH(mark); k++) {
			snprintf(text, sizeof(text), "%s %s%s%s", blank[i],
			    mark[k], blank[i], blank[i]);
			assert_int_equal(utf8_blanks(slice_of(text)),
			    strlen(blank[i]) + 1);
			assert_true(slice_is(utf8_trim(slice_of(text)),
			    mark[k]));
		}
	assert_int_equal(utf8_trim(SLICE(" \xC2\xA0 ")).n, 0);
	assert_int_equal(utf8_trim(SLICE("")).n, 0);
	assert_int_equal(utf8_length(SLICE("一\xFF" "a")), 3);
}

static void
test_tsv(void **state)
{
	static const char text[] = "name\tvalue\n# a note\n\na\tb\r\n"
	    "c\n\td\te\tf\n#\nlast\tone";
	struct tsv        tsv = tsv_open(SLICE(text));
	struct slice      field[2];

	(void)state;
	assert_int_equal(tsv_next(&tsv, field, 2), 2);
	assert_true(slice_is(field[0], "a") && slice_is(field[1], "b"));
	assert_int_equal(tsv.line, 4);
	assert_int_equal(tsv_next(&tsv, field, 2), 1);
	assert_true(slice_is(field[0], "c") && slice_is(field[1], ""));
	assert_int_equal(tsv_next(&tsv, field, 2), 4);
	assert_true(slice_is(field[0], "") && slice_is(field[1], "d"));
	assert_int_equal(tsv_next(&tsv, field, 2), 2);
	assert_true(slice_is(field[1], "one"));
	assert_int_equal(tsv.line, 8);
	assert_int_equal(tsv_next(&tsv, field, 2), 0);
	tsv = tsv_open(SLICE("name\n#\n\n"));
	assert_int_equal(tsv_next(&tsv, field, 2), 0);
	tsv = tsv_open(SLICE(""));
	assert_int_equal(tsv_next(&tsv, field, 2), 0);
}

static void
test_tsv_file(void **state)
{
	static char  text[200 * 1000];
	char         path[] = "/tmp/base-XXXXXX";
	int          fd = mkstemp(path);
	struct slice read;

	(void)state;
	memset(text, 'x', sizeof(text));
	memcpy(text, "\xEF\xBB\xBF", 3);
	assert_int_equal(write(fd, text, sizeof(text)), sizeof(text));
	close(fd);
	assert_true(tsv_file_if_any(path, &read));
	assert_int_equal(read.n, sizeof(text) - 3);
	assert_memory_equal(read.p, text + 3, read.n);
	assert_int_equal(read.p[read.n], '\0');
	unlink(path);
	assert_false(tsv_file_if_any(path, &read));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_globs),
		cmocka_unit_test(test_globs_by_definition),
		cmocka_unit_test(test_buffer),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_slices),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_tsv),
		cmocka_unit_test(test_tsv_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
