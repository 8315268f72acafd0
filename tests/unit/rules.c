/* The rules built in: each can apply, and rules.txt and examples.txt of
 * tests/facts have a report that keeps it and one that breaks it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/schema.h"
#include "rule/evaluate.h"
#include "rule/series.h"

enum { RULES_MAX = 512 };

static struct forms *forms;
static struct rules  rules;
static unsigned      count[RULES_MAX][VERDICTS];

static void
test_can_apply(void **state)
{
	struct rules strict = { .forms = forms };

	(void)state;
	assert_true(rules_add(&strict, data_table(DATA_RULES), true));
	for (size_t i = 0; i < strict.n; i++)
		for (int l = 0; l < RULE_LANGUAGES; l++)
			assert_true(strict.rule[i].message[l].n > 0);
	rules_free(&strict);
}

static void
count_finding(void *context, const struct finding *finding)
{
	(void)context;
	count[finding->instance->rule - rules.rule][finding->verdict]++;
}

static void
count_document(void *context, const struct document *document)
{
	struct series     *series = context;
	const struct plan *plan = series_enter(series, &rules, document);

	evaluate(plan, &series->evidence, true, count_finding, NULL);
	series_leave(series);
}

/* Which line of rules.tsv among those of its id, from 1. */
static unsigned
line_of_id(size_t rule)
{
	unsigned n = 1;

	for (size_t i = 0; i < rule; i++)
		n += slice_eq(rules.rule[i].id, rules.rule[rule].id);
	return n;
}

static void
test_kept_and_broken(void **state)
{
	static struct series series;
	char                 path[] = "/tmp/rules.XXXXXX", command[128];
	char                *file[] = { path };
	unsigned             without = 0;

	(void)state;
	close(mkstemp(path));
	snprintf(command, sizeof(command), "awk -f tests/lib/unfold_facts.awk "
	    "tests/facts/rules.txt tests/facts/examples.txt >%s", path);
	assert_int_equal(system(command), 0);
	assert_true(rules.n <= RULES_MAX);
	documents_each(&fact_schema, file, 1, count_document, &series);
	for (size_t i = 0; i < rules.n; i++) {
		const struct rule *rule = &rules.rule[i];

		if (rule->range >= RANGE_OWN || (count[i][VERDICT_PASS] > 0 &&
		    count[i][VERDICT_FAIL] > 0))
			continue;
		print_message("# %.*s, line %u: no report %s it\n",
		    (int)rule->id.n, rule->id.p, line_of_id(i),
		    count[i][VERDICT_FAIL] > 0 ? "keeps" : "breaks");
		without++;
	}
	assert_int_equal(without, 0);
	series_free(&series);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_can_apply),
		cmocka_unit_test(test_kept_and_broken),
	};
	int failed;

	forms = forms_load();
	rules_load(&rules, forms, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rules_free(&rules);
	forms_free(forms);
	return failed;
}
