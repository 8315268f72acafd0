/* check: verdicts on facts, by rules.  See check(1), nianbao-rules(5). */
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/warn.h"
#include "form/form.h"
#include "record/reader.h"
#include "record/tsv.h"
#include "record/writer.h"
#include "rule/message.h"
#include "rule/series.h"

extern const struct slice data_rule_rules, data_rule_measures;

struct check {
	struct rules       rules;
	struct slice       own_rules;	/* of --rules */
	struct series      series;
	bool               wanted[VERDICTS];
	enum rule_language language;
	struct forms      *forms;
	const char        *forms_directory;
	struct labels      labels;
	struct phrase      phrase;
};

enum { OPTION_LANG = 256, OPTION_RULES, OPTION_FORMS };

static const struct cli_option options[] = {
	{ 'a', "all", NULL, "write all verdicts, not only fail" },
	{ 'v', "verdict", "NAME,...", "write these verdicts" },
	{ OPTION_LANG, "lang", "zh|en", "language of the messages" },
	{ OPTION_RULES, "rules", "FILE", "rules to add, replace, silence" },
	{ OPTION_FORMS, "forms", "DIR", "forms in place of those built in" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set_verdicts(struct check *check, const char *list)
{
	while (*list != '\0') {
		size_t n = strcspn(list, ",");
		int    v = 0;

		while (v < VERDICT_NONE && !slice_is((struct slice){ list, n },
		    verdict_name[v]))
			v++;
		if (v == VERDICT_NONE)
			return "verdicts are fail, unknown, vacuous, pass";
		check->wanted[v] = true;
		list += n + (list[n] == ',');
	}
	return NULL;
}

static const char *
set_language(struct check *check, const char *name)
{
	if (strcmp(name, "zh") != 0 && strcmp(name, "en") != 0)
		return "languages are zh and en";
	check->language = strcmp(name, "zh") == 0 ? RULE_CHINESE :
	    RULE_ENGLISH;
	return NULL;
}

static const char *
set_rules(struct check *check, const char *file)
{
	bool owned;

	if (check->own_rules.p != NULL)
		return "only one file of rules";
	check->own_rules = tsv_text(".", file, (struct slice){ NULL, 0 },
	    &owned);
	return check->own_rules.p != NULL ? NULL : "no such file";
}

static const char *
set(void *context, int letter, const char *value)
{
	struct check *check = context;

	switch (letter) {
	case 'a':
		for (int v = 0; v < VERDICT_NONE; v++)
			check->wanted[v] = true;
		return NULL;
	case 'v':
		return set_verdicts(check, value);
	case OPTION_LANG:
		return set_language(check, value);
	case OPTION_RULES:
		return set_rules(check, value);
	default:
		check->forms_directory = value;
		return NULL;
	}
}

static void
write_finding(void *context, const struct finding *finding)
{
	struct check        *check = context;
	const struct report *now = check->series.evidence.now;
	const struct rule   *rule = finding->instance->rule;
	struct writer       *w = &writer_stdout;
	struct slice         loc;

	if (!check->wanted[finding->verdict])
		return;
	if (finding->verdict == VERDICT_FAIL && rule->level == LEVEL_ERROR)
		status_raise(CLI_FOUND);
	writer_raw(w, now->doc);
	writer_raw(w, now->region);
	writer_raw(w, now->org);
	writer_number(w, now->year);
	writer_raw(w, rule->id);
	writer_string(w, rule_level_name[rule->level]);
	writer_string(w, verdict_name[finding->verdict]);
	check->phrase.n = 0;
	message_where(finding, &check->series.evidence, &check->phrase);
	writer_raw(w, phrase_text(&check->phrase));
	check->phrase.n = 0;
	phrase_quantity(&check->phrase, finding->left);
	writer_raw(w, phrase_text(&check->phrase));
	check->phrase.n = 0;
	phrase_quantity(&check->phrase, finding->right);
	writer_raw(w, phrase_text(&check->phrase));
	check->phrase.n = 0;
	message_cells(finding, &check->series.evidence, &check->phrase, &loc);
	writer_raw(w, phrase_text(&check->phrase));
	writer_raw(w, loc);
	check->phrase.n = 0;
	message_write(finding, &check->series.evidence, check->language,
	    &check->labels, &check->phrase);
	writer_raw(w, phrase_text(&check->phrase));
	writer_end(w);
}

static void
document(void *context, const struct document *document)
{
	struct check      *check = context;
	const struct plan *plan = series_enter(&check->series, &check->rules,
	    document);

	evaluate(plan, &check->series.evidence, check->wanted[VERDICT_PASS] ||
	    check->wanted[VERDICT_VACUOUS] || check->wanted[VERDICT_UNKNOWN],
	    write_finding, check);
	series_leave(&check->series);
}

/* The form's own words; for figures in sentences and sections, ours. */
static void
label(void *context, struct slice form, struct slice item, struct slice col,
    struct phrase *out)
{
	struct check           *check = context;
	const struct form_item *found = item.n > 0 ?
	    form_item(check->forms, form, item) : NULL;
	const struct form_item *parent = found != NULL && found->parent.n > 0 ?
	    form_item(check->forms, form, found->parent) : NULL;
	struct tsv              tsv = tsv_open(data_rule_measures);
	struct slice            field[2];

	if (parent != NULL && parent->parent.n > 0 && parent->heading) {
		phrase_add(out, parent->label);
		phrase_string(out, "·");
	}
	if (found != NULL)
		phrase_add(out, found->label);
	while (found == NULL && item.n > 0 && tsv_next(&tsv, field, 2) > 0)
		if (slice_eq(field[0], item)) {
			phrase_add(out, field[1]);
			return;
		}
	if (found == NULL)
		phrase_add(out, item);
	if (col.n == 0 || (item.n > 0 && slice_is(col, "count")))
		return;
	if (item.n > 0)
		phrase_string(out, "·");
	phrase_add(out, form_column_label(check->forms, form, col));
}

static const struct cli_tool tool = {
	.name = "check",
	.purpose = "Checks facts by the rules of the forms.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &finding_schema,
};

static void
start(struct check *check)
{
	bool any = false;

	for (int v = 0; v < VERDICT_NONE; v++)
		any |= check->wanted[v];
	check->wanted[VERDICT_FAIL] |= !any;
	check->labels = (struct labels){ label, check };
	check->forms = forms_load(check->forms_directory);
	if (!rules_add(&check->rules, data_rule_rules, "built-in rules") ||
	    (check->own_rules.p != NULL &&
	    !rules_add(&check->rules, check->own_rules, "rules")))
		exit(CLI_TROUBLE);
}

static void
finish(struct check *check)
{
	series_free(&check->series);
	rules_free(&check->rules);
	forms_free(check->forms);
	phrase_free(&check->phrase);
	free((void *)check->own_rules.p);
}

int
main(int argc, char *argv[])
{
	struct check check = { .language = message_language() };
	int          operands = cli_start(&tool, argc, argv, &check);

	start(&check);
	documents_each(&fact_schema, argv + operands, argc - operands,
	    document, &check);
	finish(&check);
	return cli_finish();
}
