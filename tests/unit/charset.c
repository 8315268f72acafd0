#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "blocks.h"
#include "charset/charset.h"
#include "base/utf8.h"

/* The hanzi and marks of FILE in CHARSET, two bytes each. */
static struct slice
hanzi_of(const char *file, const char *charset)
{
	struct slice text = blocks_file(file);
	char        *out = malloc(text.n);
	size_t       n = 0;
	iconv_t      converter = iconv_open(charset, "UTF-8");

	assert_non_null(text.p);
	for (struct slice rest = text; rest.n > 0;) {
		uint32_t c;
		size_t   length = utf8_decode(rest, &c), left = length;
		size_t   room = 2;
		char    *from = (char *)(uintptr_t)rest.p, *to = out + n;

		rest = slice_from(rest, length);
		if (length == 3 && iconv(converter, &from, &left, &to, &room)
		    == 0 && room == 0)
			n += 2;
	}
	iconv_close(converter);
	free((char *)(uintptr_t)text.p);
	return (struct slice){ out, n };
}

/* The share of the runs of so many characters that are detected, in %. */
static double
detected(struct slice text, size_t characters, enum charset want)
{
	size_t right = 0, all = 0;

	for (size_t at = 0; at + 2 * characters <= text.n; at += 2) {
		right += charset_detect((struct slice){ text.p + at,
		    2 * characters }, true, CHARSET_UNKNOWN) == want;
		all++;
	}
	return 100.0 * (double)right / (double)all;
}

static void
test_detection(void **state)
{
	static const struct {
		const char  *file, *encoding;
		enum charset charset;
	} sample[] = {
		{ "examples/source/2008.txt", "GB18030", CHARSET_GB18030 },
		{ "examples/source/2021.txt", "GB18030", CHARSET_GB18030 },
		{ "tests/data/traditional.txt", "BIG5", CHARSET_BIG5 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sample) / sizeof(sample[0]); i++) {
		struct slice text = hanzi_of(sample[i].file,
		    sample[i].encoding);

		assert_true(text.n > 1000);
		for (size_t n = 4; n <= 32; n *= 2) {
			double share = detected(text, n, sample[i].charset);

			print_message("# %s, %zu hanzi: %.1f %%\n",
			    charset_name(sample[i].charset), n, share);
			assert_true(n < 8 || share >= 97.0);
			assert_true(n < 32 || share == 100.0);
		}
		free((char *)(uintptr_t)text.p);
	}
}

struct heard {
	char   text[8192];
	size_t n;
};

static const char *
hear(void *context, struct slice utf8)
{
	struct heard *h = context;

	assert_true(utf8_is_valid(utf8));
	assert_true(h->n + utf8.n < sizeof(h->text));
	memcpy(h->text + h->n, utf8.p, utf8.n);
	h->n += utf8.n;
	return NULL;
}

/* Decodes BYTES fed by CHUNK, and returns what could not be. */
static unsigned long long
decode(struct slice bytes, size_t chunk, enum charset charset,
    struct heard *h)
{
	struct decoding d;

	h->n = 0;
	decoding_start(&d, charset, hear, h);
	while (bytes.n > 0) {
		size_t n = bytes.n < chunk ? bytes.n : chunk;

		assert_null(decoding_feed(&d, (struct slice){ bytes.p, n }));
		bytes = slice_from(bytes, n);
	}
	assert_null(decoding_end(&d));
	return d.replaced;
}

#define BYTES(literal) { literal, sizeof(literal) - 1 }
#define FFFD           "\xEF\xBF\xBD"

static const struct {
	struct slice bytes;
	enum charset charset;
	struct slice text;
	unsigned     replaced;
} row[] = {
	{ BYTES("\xEF\xBB\xBF" "年报"), CHARSET_UTF8, BYTES("年报"), 0 },
	{ BYTES("年\xE5\xB9报"), CHARSET_UTF8, BYTES("年" FFFD FFFD "报"), 2 },
	{ BYTES("a\0b"), CHARSET_UTF8, BYTES("a" FFFD "b"), 1 },
	{ BYTES("一二三四五六七八\0"), CHARSET_UTF8,
	    BYTES("一二三四五六七八" FFFD), 1 },
	{ BYTES("x\xE5\xB9"), CHARSET_UTF8, BYTES("x" FFFD FFFD), 2 },
	{ BYTES("\xED\xA0\x80"), CHARSET_UTF8, BYTES(FFFD FFFD FFFD), 3 },
	{ BYTES("\xC4\xEA\xB1\xA8"), CHARSET_GB18030, BYTES("年报"), 0 },
	{ BYTES("\xC4\xEA\xFF\xB1\xA8"), CHARSET_GB18030,
	    BYTES("年" FFFD "报"), 1 },
	{ BYTES("\xC4\xEA\x81"), CHARSET_GB18030, BYTES("年" FFFD), 1 },
	{ BYTES("\x95\x32\x82\x36"), CHARSET_GB18030, BYTES("𠀀"), 0 },
	{ BYTES("\xA6\x7E\xB3\xF8"), CHARSET_BIG5, BYTES("年報"), 0 },
	{ BYTES("\x88\x66"), CHARSET_BIG5, BYTES("Ê"), 0 },
	{ BYTES("\xFF\xFE\x74\x5E\xA5\x62"), CHARSET_UTF16LE,
	    BYTES("年报"), 0 },
	{ BYTES("\xFE\xFF\x5E\x74\x62\xA5"), CHARSET_UTF16BE,
	    BYTES("年报"), 0 },
	{ BYTES("\x74\x5E\xA5"), CHARSET_UTF16LE, BYTES("年" FFFD), 1 },
};

static void
test_decoding(void **state)
{
	struct heard h;

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		for (size_t chunk = 1; chunk < 9; chunk++) {
			assert_int_equal(decode(row[i].bytes, chunk,
			    row[i].charset, &h), row[i].replaced);
			assert_int_equal(h.n, row[i].text.n);
			assert_memory_equal(h.text, row[i].text.p, h.n);
		}
}

/* What a document that was given up left behind is not the next one's. */
static void
test_given_up(void **state)
{
	struct decoding d;
	struct heard    h = { .n = 0 };

	(void)state;
	decoding_start(&d, CHARSET_BIG5, hear, &h);
	assert_null(decoding_feed(&d, SLICE("\x88\x66")));
	assert_int_equal(decode(SLICE("\xA6\x7E"), 2, CHARSET_BIG5, &h), 0);
	assert_int_equal(h.n, 3);
	assert_memory_equal(h.text, "年", 3);
}

static void
test_marks_and_damage(void **state)
{
	static const char page[] = "年度报告政府信息公开工作年度报告政府信息"
	    "公开工作年度报告政府信息公开工作年度报告政府信息公开工作年度报告"
	    "政府信息公开工作年度报告政府信息公开\xE5工作\n";
	static const char wide[] = "\x31\x00\x31\x00\x0A\x00\x74\x5E";
	static const char big[] = "\x5E\x74\x62\xA5\x51\x6C\x5F\x00\x5E\x74"
	    "\x62\xA5\x51\x6C\x00\x0A\x5E\x74\x62\xA5";

	(void)state;
	assert_int_equal(charset_detect(SLICE(page), true, CHARSET_UNKNOWN),
	    CHARSET_UTF8);
	assert_int_equal(charset_detect(SLICE("\xFF\xFEx"), true,
	    CHARSET_UNKNOWN), CHARSET_UTF16LE);
	assert_int_equal(charset_detect(SLICE(wide), true, CHARSET_UNKNOWN),
	    CHARSET_UTF16LE);
	assert_int_equal(charset_detect(SLICE(big), true, CHARSET_UNKNOWN),
	    CHARSET_UTF16BE);
	assert_int_equal(charset_detect(SLICE("\xC4\xEA\0\xB1\xA8\xB9\xAB"
	    "\xBF\xAA\xC4\xEA\xB1\xA8\xB9\xAB\xBF\xAA"), true,
	    CHARSET_UNKNOWN), CHARSET_GB18030);
	assert_int_equal(charset_detect(SLICE("a\0b and more text than that"),
	    true, CHARSET_UNKNOWN), CHARSET_UTF8);
	/* A claim decides where nothing else does, and only there. */
	assert_int_equal(charset_detect(SLICE("\xA4\xA4"), true,
	    CHARSET_BIG5), CHARSET_BIG5);
	assert_int_equal(charset_detect(SLICE("\xD5\xFE\xB8\xAE\xD0\xC5\xCF"
	    "\xA2"), true, CHARSET_BIG5), CHARSET_GB18030);
}

static void
test_names(void **state)
{
	(void)state;
	assert_int_equal(charset_named(SLICE(" GB2312 ")), CHARSET_GB18030);
	assert_int_equal(charset_named(SLICE("Big5")), CHARSET_BIG5);
	assert_int_equal(charset_named(SLICE("latin1")), CHARSET_UNKNOWN);
	assert_int_equal(charset_of_name(SLICE("\xC4\xEA\xB1\xA8.txt")),
	    CHARSET_GB18030);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_detection),
		cmocka_unit_test(test_decoding),
		cmocka_unit_test(test_given_up),
		cmocka_unit_test(test_marks_and_damage),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
