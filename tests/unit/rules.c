/* The rules built in: each can apply, and its examples, or rules.txt and examples.txt
 * of tests/facts, have a report that keeps it and one that breaks it.  What is linear
 * in a rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"
#include "record/amount.h"
#include "record/schema.h"
#include "rule/evaluate.h"
#include "rule/example.h"
#include "rule/linear.h"
#include "rule/offices.h"

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

/* Calls FN for the documents of PATH, which goes away. */
static void
read_facts(char *path, document_fn *fn)
{
	static struct series series;

	offices_each(&path, 1, &series, fn, &series);
	series_free(&series);
	unlink(path);
}

static void
judge_examples(void)
{
	struct arena   arena = { .first = NULL };
	struct example example;

	for (size_t i = 0; example_read(&example, i, &arena); i++) {
		example_judge(&example, &rules, count_finding, NULL);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void
test_kept_and_broken(void **state)
{
	char     path[] = "/tmp/rules.XXXXXX", command[128];
	unsigned without = 0;

	(void)state;
	close(mkstemp(path));
	snprintf(command, sizeof(command), "awk -f tests/lib/unfold_facts.awk "
	    "tests/facts/rules.txt tests/facts/examples.txt >%s", path);
	assert_int_equal(system(command), 0);
	assert_true(rules.n <= RULES_MAX);
	read_facts(path, count_document);
	judge_examples();
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
}

/* Rules, each with the checks it comes to, and whether these tell at once that
 * it holds for the report below. */
static const struct {
	const char *condition, *checks;
} linear[] = {
	{ "a@total = b@total", "+a -b = 0, holds" },
	{ "b@total = a@total within 0", "+b -a = 0, holds" },
	{ "a@total = b@total within 1", "full" },
	{ "a@total = b@total within c@total", "full" },
	{ "a@total <= c@total", "+a -c <= 0, open" },
	{ "a@total >= c@total", "-a +c <= 0, holds" },
	{ "c@total <= a@total", "+c -a <= 0, holds" },
	{ "a@total <= b@total", "+a -b <= 0, holds" },
	{ "a@total < c@total", "full" }, { "a@total != b@total", "full" },
	{ "a@total = 5", "+a -5 = 0, holds" },
	{ "5 = a@total", "-a +5 = 0, holds" },
	{ "5 >= a@total", "+a -5 <= 0, holds" },
	{ "4 >= a@total", "+a -4 <= 0, open" },
	{ "a@total = c@total + d@total - 1", "+a -c -d +1 = 0, open" },
	{ "a@total - 1 = c@total + 1", "+a -c -2 = 0, open" },
	{ "a@total - (c@total - d@total) = 6", "+a -c +d -6 = 0, open" },
	{ "1 + a@total - (c@total + 2) = 1", "+a -c -2 = 0, open" },
	{ "a@total - 1 = d@total", "+a -d -1 = 0, holds" },
	{ "c@total = 2", "+c -2 = 0, open" }, { "c@total <= 2", "+c -2 <= 0, open" },
	{ "integer(a@total)", "+a whole, holds" },
	{ "integer(c@total)", "+c whole, open" },
	{ "a@total = 5 and b@total = 5", "+a -5 = 0, +b -5 = 0, holds" },
	{ "a@total = 5 and b@total = 6", "+a -5 = 0, +b -6 = 0, open" },
	{ "a@total = 6 and b@total = 5", "+a -6 = 0, +b -5 = 0, open" },
	{ "a@total = 5 or b@total = 6", "+a -5 = 0, +b -6 = 0, full" },
	{ "a@total = 5 or b@total = 6 and d@total = 4",
	    "+a -5 = 0, +b -6 = 0, +d -4 = 0, full" },
	{ "(a@total = 5 or b@total = 6) and d@total = 4",
	    "+a -5 = 0, +b -6 = 0, +d -4 = 0, full" },
	{ "integer(a@total) and b@total <= a@total",
	    "+a whole, +b -a <= 0, holds" },
	{ "not a@total = 6", "full" },
	{ "a@total = 5 => b@total = 5", "full" },
	{ "2 * a@total = 10", "full" }, { "- a@total = 1", "full" },
	{ "max(a@total, b@total) = 5", "full" },
	{ "sum(*@total) = 15.000001", "+a +b +c +d +e +f +g +h -15.000001 = 0, open" },
	{ "sum(*@total{8}) >= 15", "-a -b -c -d -e -f -g -h +15 <= 0, open" },
	{ "sum(*@total{9}) >= 15", "full" },
	{ "sum(*@other) = 0", "full" },
	{ "greatest(*@total) = 5", "full" }, { "least(*@total) = 0", "full" },
	{ "(a@total else 3) = 5", "full" }, { "(a@other else 3) = 3", "full" },
	{ "a@total = prev(a@total)", "+a -a' = 0, full" },
	{ "a@total = n@total", "+a -n = 0, full" },
	{ "d@total = 4", "+d -4 = 0, holds" }, { "d@total = 3", "+d -3 = 0, open" },
	{ "e@total = 0", "+e = 0, holds" }, { "f@total = 0", "+f = 0, open" },
	{ "g@total = 3", "+g -3 = 0, open" },
	{ "h@total = 3", "+h -3 = 0, open" },
	{ "year = 2022", "full" },
};

enum { LINEAR = sizeof(linear) / sizeof(linear[0]) };

static const char linear_facts[] =
    "x\t\t\t2022\t2021\ta\ttotal\t5\t\tnumber\ttable\tL1\t5\n"
    "x\t\t\t2022\t2021\tb\ttotal\t5\t\tnumber\ttable\tL2\t5\n"
    "x\t\t\t2022\t2021\tc\ttotal\t2.000001\t\tnumber\ttable\tL3\t2\n"
    "x\t\t\t2022\t2021\td\ttotal\t4\t\tnumber\ttable\tL4\t4\n"
    "x\t\t\t2022\t2021\te\ttotal\t\t\tblank\ttable\tL5\t\n"
    "x\t\t\t2022\t2021\tf\ttotal\t\t\tunreadable\ttable\tL6\t\n"
    "x\t\t\t2022\t2021\tg\ttotal\t3\t\tnumber\ttable\tL7\t3\n"
    "x\t\t\t2022\t2021\tg\ttotal\t3\t\tnumber\ttable\tL8\t3\n"
    "x\t\t\t2022\t2021\th\ttotal\t3\t\tapprox\ttable\tL9\t3\n";

/* Adds the text of C to TEXT; a cell's name is a letter. */
static void
put_check(struct buffer *text, const struct plan *plan,
    const struct linear_check *c, const struct names *names)
{
	static const char *const kind[] = { " = 0, ", " <= 0, ", " whole, " };
	char                     amount[AMOUNT_BYTES_MAX + 1];

	for (unsigned t = c->term; t < c->term + c->terms; t++) {
		buffer_string(text, plan->term[t].negative ? "-" : "+");
		buffer_add(text, names->name[plan->term[t].number].item);
		buffer_string(text, plan->term[t].previous ? "' " : " ");
	}
	text->n--;
	if (c->constant != 0) {
		buffer_string(text, c->constant > 0 ? " +" : " ");
		amount[amount_format(amount, 0, c->constant)] = '\0';
		buffer_string(text, amount);
	}
	buffer_string(text, kind[c->kind]);
}

static void
compare_checks(void *context, const struct document *document)
{
	struct series       *series = context;
	const struct plan   *plan = series_enter(series, &rules, document);
	const struct report *report = series->evidence.now;
	struct buffer        text = { .n = 0 };

	for (unsigned i = 0; i < plan->instances; i++) {
		const struct instance *instance = &plan->instance[i];

		text.n = 0;
		for (unsigned c = 0; c < instance->checks; c++)
			put_check(&text, plan,
			    &plan->check[instance->check + c], report->names);
		buffer_string(&text, !instance->is_linear ? "full" :
		    linear_holds(plan, i, report) ? "holds" : "open");
		buffer_add(&text, (struct slice){ "", 1 });
		assert_string_equal(text.p, linear[i].checks);
		assert_true(instance->is_linear ||
		    !linear_holds(plan, i, report));
	}
	assert_int_equal(plan->instances, LINEAR);
	series_leave(series);
	buffer_free(&text);
}

static void
test_linear(void **state)
{
	static struct rule rule[LINEAR];
	struct rules       built_in = rules;
	struct arena       arena = { .first = NULL };
	char               path[] = "/tmp/rules.XXXXXX";
	FILE              *file = fdopen(mkstemp(path), "w");
	size_t             at;

	(void)state;
	fputs(linear_facts, file);
	fclose(file);
	for (size_t i = 0; i < LINEAR; i++) {
		rule[i] = (struct rule){ .any_form = true,
		    .range = RANGE_REPORT };
		assert_null(expression_parse(slice_of(linear[i].condition),
		    &arena, &rule[i].condition, &at));
	}
	rules = (struct rules){ .rule = rule, .n = LINEAR, .forms = forms };
	read_facts(path, compare_checks);
	rules = built_in;
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_can_apply),
		cmocka_unit_test(test_kept_and_broken),
		cmocka_unit_test(test_linear),
	};
	int failed;

	forms = forms_load();
	rules_load(&rules, forms, NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rules_free(&rules);
	forms_free(forms);
	return failed;
}
