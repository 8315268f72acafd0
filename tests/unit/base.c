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
#include "base/siphash.h"
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
	struct seen seen = { .n = 0 };
	char        text[12] = "";

	(void)state;
	assert_false(seen_before(&seen, digest_of(SLICE("7"))));
	assert_true(seen_before(&seen, digest_of(SLICE("7"))));
	assert_int_equal(seen_note(&seen, digest_of(SLICE("7")))->times, 3);
	assert_false(seen_before(&seen, digest_of(SLICE(""))));
	for (int i = 1000; i < 9000; i++) {
		snprintf(text, sizeof(text), "%d", i);
		assert_false(seen_before(&seen, digest_of(slice_of(text))));
	}
	for (int i = 1000; i < 9000; i++) {
		snprintf(text, sizeof(text), "%d", i);
		assert_true(seen_before(&seen, digest_of(slice_of(text))));
	}
	assert_int_equal(seen.n, 8002);
	seen_free(&seen);
	assert_false(seen_before(&seen, digest_of(SLICE("7"))));
	seen_free(&seen);
}

/* The result of the reference implementation for the bytes 0, 1, 2 ... under the
 * key 00 01 ... 0f (SipHash-2-4, veorq/SipHash), and of Python under the key 0
 * (SipHash-1-3). */
static void
test_siphash(void **state)
{
	static const struct {
		size_t   n;
		uint64_t two_four, one_three;
	} row[] = {
		{ 0, 0x726fdb47dd0e0e31, 0xd1fba762150c532c },
		{ 1, 0x74f839c593dc67fd, 0x68a914128e01e473 },
		{ 2, 0x0d6c8009d9a94f5a, 0x010bac45c41e3669 },
		{ 3, 0x85676696d7fb7e2d, 0x4d4c9a4a8ef6e0ad },
		{ 4, 0xcf2794e0277187b7, 0x7cc43f98813e4dbd },
		{ 7, 0xab0200f58b01d137, 0x2f098ab0c751325a },
		{ 8, 0x93f5f5799a932462, 0xead411e67ebe2eea },
		{ 9, 0x9e0082df0ba9e4b0, 0x75927f9d95124362 },
		{ 15, 0xa129ca6149be45e5, 0xf30eb725bb91c9ea },
		{ 16, 0x3f2acc7f57c29bdb, 0x8972188433a5c5b7 },
		{ 63, 0x958a324ceb064572, 0x385d3e39e5f37359 },
	};
	char           bytes[64];
	struct siphash s;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)i;
	for (size_t i = 0; i < LENGTH(row); i++) {
		struct slice text = { bytes, row[i].n };

		s = siphash_start(0x0706050403020100, 0x0f0e0d0c0b0a0908,
		    false);
		siphash_add(&s, text, 2);
		assert_true(siphash_end(&s, false, 4) == row[i].two_four);
		assert_true(hash_shown(0, text) == row[i].one_three);
	}
	s = siphash_start(0x0706050403020100, 0x0f0e0d0c0b0a0908, true);
	siphash_add(&s, (struct slice){ bytes, 0 }, 2);
	assert_true(siphash_end(&s, true, 4) == 0xe6a825ba047f81a3);
	assert_true(siphash_more(&s, 4) == 0x930255c71472f66d);
}

/* How strings were hashed before there was a key. */
static unsigned long long
old_mix(unsigned long long h)
{
	h = (h ^ h >> 32) * 0x9e3779b97f4a7c15ULL;
	return h ^ h >> 29;
}

static unsigned long long
old_hash(struct slice a)
{
	unsigned long long h = a.n, word;

	for (; a.n >= sizeof(word); a = slice_from(a, sizeof(word))) {
		memcpy(&word, a.p, sizeof(word));
		h = old_mix(h ^ word);
	}
	word = 0;
	memcpy(&word, a.p, a.n);
	return old_mix(h ^ word);
}

/* Sixteen bytes, another string for each NUMBER, all of which met in a table. */
static struct slice
chosen_key(char key[16], unsigned number)
{
	unsigned long long word;

	memset(key, 'k', 16);
	memcpy(key, &number, sizeof(number));
	memcpy(&word, key, sizeof(word));
	word = old_mix(16 ^ word) ^ 0x1234567812345678ULL;
	memcpy(key + 8, &word, sizeof(word));
	return (struct slice){ key, 16 };
}

/* How many places are looked at to find each of N chosen keys once. */
static size_t
count_probes(struct slice key_of(char key[16], unsigned number), unsigned n,
    unsigned long long hash(struct slice))
{
	struct map map = { .n = 0 };
	size_t     probes = 0;
	char       key[16];

	for (unsigned i = 0; i < n; i++)
		map_add(&map, hash(key_of(key, i)), i);
	for (unsigned i = 0; i < n; i++) {
		size_t probe = 0;

		while (map_next(&map, hash(key_of(key, i)), &probe) != i)
			;
		probes += probe;
	}
	map_free(&map);
	return probes;
}

static void
test_chosen_keys(void **state)
{
	enum { KEYS = 4000 };
	char               a[16], b[16];
	struct slice       one = chosen_key(a, 1), other = chosen_key(b, 2);
	unsigned long long hash = hash_of(one);
	struct digest      digest = digest_of(one);

	(void)state;
	assert_false(slice_eq(one, other));
	assert_true(old_hash(one) == old_hash(other));
	assert_int_equal(count_probes(chosen_key, KEYS, old_hash),
	    KEYS * (KEYS + 1) / 2);
	assert_false(hash_of(one) == hash_of(other));
	assert_in_range(count_probes(chosen_key, KEYS, hash_of), KEYS,
	    2 * KEYS);
	hash_key_draw();
	assert_false(hash_of(one) == hash);
	assert_false(digest_eq(digest_of(one), digest));
	assert_false(digest_eq(digest_of(one), digest_of(other)));
	assert_true(digest_eq(digest_of(one), digest_of(one)));
	assert_in_range(count_probes(chosen_key, KEYS, hash_of), KEYS,
	    2 * KEYS);
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
		assert_int_equal(hash_of(a) == hash_of(b),
		    row[i].order == 0);
	}
	assert_true(slice_is(slice_trim(SLICE(" \t\r\n\va b\f ")), "a b"));
	assert_int_equal(slice_trim(SLICE(" \t ")).n, 0);
	assert_true(hash_of(SLICE("12345678")) !=
	    hash_of(SLICE("1234567")));
	assert_true(hash_of(SLICE("12345678a")) !=
	    hash_of(SLICE("12345678b")));
	assert_true(hash_on(hash_of(SLICE("a")), SLICE("b")) !=
	    hash_on(hash_of(SLICE("b")), SLICE("a")));
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
		cmocka_unit_test(test_siphash),
		cmocka_unit_test(test_chosen_keys),
		cmocka_unit_test(test_slices),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_tsv),
		cmocka_unit_test(test_tsv_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
