/* What the programs are built with, beside what reading the data makes: with a folder of a
 * user's data, be it empty, they read it. */
#define _DEFAULT_SOURCE		/* mkdtemp */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "data/data.h"
#include "form/label_keys.h"
#include "text/folding.h"

static void
test_folding(void **state)
{
	size_t known = 0;

	(void)state;
	if (compiled_folding.pages == 0)
		skip();			/* mutants are built without */
	for (size_t p = 0; p < compiled_folding.pages; p++)
		for (uint32_t i = 0; i < FOLDING_PAGE; i++) {
			uint32_t c = compiled_folding.number[p] *
			    (uint32_t)FOLDING_PAGE + i;

			assert_int_equal(compiled_folding.entry[p][i],
			    fold_entry(c));
			known += compiled_folding.entry[p][i] != 0;
		}
	assert_true(known > 20000);
}

static void
test_label_keys(void **state)
{
	struct forms       *forms = forms_load();
	struct arena        arena = { NULL, NULL };
	const struct slice *key = label_keys(forms, &arena);

	(void)state;
	if (compiled_label_keys.n == 0)
		skip();
	assert_int_equal(compiled_label_keys.n, label_keys_n(forms));
	for (size_t i = 0; i < compiled_label_keys.n; i++)
		assert_true(slice_eq(compiled_label_keys.key[i], key[i]));
	arena_free(&arena);
	forms_free(forms);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_label_keys),
	};
	static char folder[] = "/tmp/compiled.XXXXXX";
	int         failed;

	if (mkdtemp(folder) == NULL)
		return EXIT_FAILURE;
	data_overlay(folder);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	return failed;
}
