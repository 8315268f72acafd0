/* Rules and ink in pictures of pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "format/scan/ink.h"

enum { WIDTH = 480, HEIGHT = 320, LEFT = 20, RIGHT = 440, TOP = 40, BOTTOM = 240 };

static struct picture
blank_picture(size_t width, size_t height)
{
	struct picture picture = { memory_get(width * height), width, height };

	memset(picture.grey, PICTURE_WHITE, width * height);
	return picture;
}

static void
blacken(struct picture *picture, size_t left, size_t top, size_t right, size_t bottom)
{
	for (size_t y = top; y <= bottom; y++)
		memset(picture->grey + y * picture->width + left, 0,
		    right - left + 1);
}

/* Three rules across and three down, and what may be a digit in the first cell.  Each
 * column of dots is SLOPE / 1000 lower than the one before. */
static struct picture
table_picture(int slope)
{
	struct picture picture = blank_picture(WIDTH, HEIGHT);

	for (size_t x = LEFT; x <= RIGHT; x++) {
		size_t lower = x * (size_t)slope / 1000;

		for (size_t y = TOP; y <= BOTTOM; y += 100)
			blacken(&picture, x, y + lower, x, y + lower + 1);
		if ((x - LEFT) % 210 < 2)
			blacken(&picture, x, TOP + lower, x, BOTTOM + lower);
	}
	blacken(&picture, 60, 80, 68, 94);
	return picture;
}

struct seen {
	size_t             n;
	struct picture_box box[16];
};

static void
note(void *context, const struct picture_box *box)
{
	struct seen *seen = context;

	if (seen->n < 16)
		seen->box[seen->n] = *box;
	seen->n++;
}

/* The rules are told, and no ink is left but the digit. */
static void
rules_are_taken(void **state)
{
	struct picture picture = table_picture(0);
	struct seen    rules = { 0 }, ink = { 0 };

	(void)state;
	picture_take_rules(&picture, note, &rules);
	assert_int_equal(rules.n, 6);
	assert_in_range(rules.box[0].left, LEFT - 1, LEFT + 1);
	assert_in_range(rules.box[0].right, RIGHT - 1, RIGHT + 1);
	assert_int_equal(rules.box[0].top, TOP);
	assert_int_equal(rules.box[5].bottom, BOTTOM + 1);
	picture_ink_left(&picture, note, &ink);
	assert_int_equal(ink.n, 1);
	assert_int_equal(ink.box[0].left, 60);
	assert_int_equal(ink.box[0].right, 68);
	picture_forget(&picture, &(struct picture_box){ 55, 75, 70, 100 });
	ink.n = 0;
	picture_ink_left(&picture, note, &ink);
	assert_int_equal(ink.n, 0);
	picture_free(&picture);
}

/* A page that was laid askew has its rules when it is straight again. */
static void
skew_is_undone(void **state)
{
	struct picture picture = table_picture(25);
	struct seen    rules = { 0 };

	(void)state;
	picture_straighten(&picture);
	picture_take_rules(&picture, note, &rules);
	assert_int_equal(rules.n, 6);
	for (size_t i = 0; i < 3; i++)
		assert_in_range(rules.box[i].bottom - rules.box[i].top, 1, 3);
	picture_free(&picture);
}

/* Runs of ink all over a page, as in a photograph, are no rules, and hold up nothing. */
static void
photographs_have_none(void **state)
{
	struct picture picture = blank_picture(2480, 5000);
	struct seen    rules = { 0 };

	(void)state;
	for (size_t y = 0; y < picture.height; y += 3)
		for (size_t x = 0; x + 170 < picture.width; x += 170)
			blacken(&picture, x, y, x + 163, y);
	picture_take_rules(&picture, note, &rules);
	assert_int_equal(rules.n, 0);
	picture_free(&picture);
}

/* A PGM that is cut off, or larger than a page, is none. */
static void
pictures_are_whole(void **state)
{
	static const char *const refused[] = { "", "P5", "P5\n2 2\n255\nabc",
		"P6\n1 1\n255\nabc", "P5\n0 1\n255\n", "P5\n2 2\n65535\nabcdabcd",
		"P5\n99999 99999\n255\nabcd", "P5\n-1 2\n255\nab" };
	struct picture picture;

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++)
		assert_false(picture_read(&picture, slice_of(refused[i])));
	assert_true(picture_read(&picture, SLICE("P5\n2 1\n255\n\x01\xFE")));
	assert_int_equal(picture.width, 2);
	assert_int_equal(picture.height, 1);
	assert_true(picture_is_dark(&picture, 0, 0));
	assert_false(picture_is_dark(&picture, 1, 0));
	picture_free(&picture);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_taken),
		cmocka_unit_test(skew_is_undone),
		cmocka_unit_test(photographs_have_none),
		cmocka_unit_test(pictures_are_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
