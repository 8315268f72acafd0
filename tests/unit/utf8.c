/* The fast check of UTF-8 against the decoder, character by character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/utf8.h"

enum { TEXT_MAX = 160, ROUNDS = 200000 };

static unsigned long random_state = 1;

static unsigned
draw(unsigned n)
{
	random_state = random_state * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(random_state >> 33) % n;
}

/* Text of whole characters with stray bytes among them. */
static struct slice
make_text(char text[TEXT_MAX])
{
	static const char *const part[] = {
		"中", "，", "政", "　", "a", "12345678", "é", "\xF0\xA0\x80\x80",
		"\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xE0\xA0\x80", "\xEF\xBF\xBD",
	};
	static const char stray[] = "\x80\xBF\xC0\xC1\xE0\x9F\xED\xA0\xEF\xF0\x8F\xF4\x90\xF5\xFF";
	size_t            n = 0, most = draw(TEXT_MAX);

	while (n < most) {
		struct slice p = slice_of(part[draw(sizeof(part) / sizeof(part[0]))]);

		if (draw(100) == 0)
			text[n++] = stray[draw(sizeof(stray) - 1)];
		else if (draw(400) == 0)
			text[n++] = (char)draw(256);
		else if (n + p.n > most)
			break;
		else {
			memcpy(text + n, p.p, p.n);
			n += p.n;
		}
	}
	return (struct slice){ text, n };
}

static size_t
decoded_length(struct slice text)
{
	size_t i = 0;

	while (i < text.n) {
		uint32_t c;
		size_t   n = utf8_decode(slice_from(text, i), &c);

		if (n == 1 && (unsigned char)text.p[i] >= 0x80)
			break;
		i += n;
	}
	return i;
}

static void
test_valid_length(void **state)
{
	char text[TEXT_MAX];

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct slice made = make_text(text);

		assert_int_equal(utf8_valid_length(made),
		    decoded_length(made));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid_length),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
