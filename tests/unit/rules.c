/* The rules built in: each can apply. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rule/rules.h"

static void
test_built_in(void **state)
{
	struct forms *forms = forms_load();
	struct rules  rules = { .forms = forms };

	(void)state;
	assert_true(rules_add(&rules, data_table(DATA_RULES), true));
	assert_true(rules.n > 100);
	for (size_t i = 0; i < rules.n; i++)
		for (int l = 0; l < RULE_LANGUAGES; l++)
			assert_true(rules.rule[i].message[l].n > 0);
	rules_free(&rules);
	forms_free(forms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_built_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
