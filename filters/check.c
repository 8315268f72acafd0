/* check: verdicts on facts, by rules.  See check(1), nianbao-rules(5). */
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/tsv.h"
#include "cli/cli.h"
#include "record/reader.h"
#include "rule/evaluate.h"
#include "rule/findings.h"
#include "rule/offices.h"
#include "rule/roster.h"
#include "rule/series.h"
#include "userdata/userdata.h"

/* Files beside the facts. */
enum { FILE_RULES, FILE_ROSTER, FILE_WAIVERS, FILES };

struct check {
	struct rules    rules;
	const char     *file[FILES];
	struct roster   roster;
	struct series   series;
	struct forms   *forms;
	struct findings findings;
};

enum { OPTION_LANG = 256, OPTION_RULES, OPTION_ROSTER, OPTION_WAIVERS,
	OPTION_FORMS };

static const struct cli_option options[] = {
	{ 'a', "all", NULL, "write all verdicts, not only fail" },
	{ 'v', "verdict", "NAME,...", "write these verdicts" },
	{ OPTION_LANG, "lang", "zh|en", "language of the messages" },
	{ OPTION_RULES, "rules", "FILE", "rules to add, replace, silence" },
	{ OPTION_ROSTER, "roster", "FILE", "the reports that are expected" },
	{ OPTION_WAIVERS, "waivers", "FILE", "findings to let be" },
	{ OPTION_FORMS, "forms", "DIR", "older name of --data" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set_verdicts(struct check *check, struct slice list)
{
	struct slice name;

	while (slice_cut(&list, ',', &name)) {
		int v = 0;

		while (v < VERDICT_NONE && !slice_is(name, verdict_name[v]))
			v++;
		if (v == VERDICT_NONE)
			return "verdicts are fail, unknown, vacuous, pass";
		check->findings.wanted[v] = true;
	}
	return NULL;
}

static const char *
set(void *context, int letter, const char *value)
{
	struct check *check = context;

	switch (letter) {
	case 'a':
		for (int v = 0; v < VERDICT_NONE; v++)
			check->findings.wanted[v] = true;
		return NULL;
	case 'v':
		return set_verdicts(check, slice_of(value));
	case OPTION_LANG:
		return message_language_set(&check->findings.language, value);
	case OPTION_RULES:
	case OPTION_ROSTER:
	case OPTION_WAIVERS:
		check->file[letter - OPTION_RULES] = value;
		return NULL;
	default:
		userdata_lay(value);
		return NULL;
	}
}

static void
check_document(void *context, const struct document *document)
{
	struct check         *check = context;
	struct series        *series = &check->series;
	const struct plan    *plan = series_enter(series, &check->rules,
	    document);
	const struct report  *now = series->evidence.now;
	const struct notices *notices = &check->findings.notices;
	struct notice         unruled = notice_of(now);

	unruled.other = now->form;
	if (!report_is_other(now))
		roster_meet(&check->roster, now, notices);
	waivers_meet(&check->findings.waivers, now);
	if (!plan->is_ruled)
		notice_tell(notices, OWN_NO_RULE, &unruled);
	if (series->copies != NULL)
		copies_compare(series->copies, now, notices);
	evaluate(plan, &series->evidence, findings_want_all(&check->findings),
	    findings_write, &check->findings);
	series_leave(series);
}

static const struct cli_tool tool = {
	.name = "check",
	.purpose = "Checks facts by the rules of the forms.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &finding_schema,
	.overlay = userdata_lay,
};

/* The text of the file that option FILE names; none without it. */
static struct slice
read_file(struct check *check, int file)
{
	if (check->file[file] == NULL)
		return (struct slice){ "", 0 };
	return tsv_file(check->file[file]);
}

static void
start(struct check *check)
{
	struct findings *findings = &check->findings;

	if (!findings_want_all(findings))
		findings->wanted[VERDICT_FAIL] = true;
	check->forms = forms_load();
	rules_load(&check->rules, check->forms, check->file[FILE_RULES]);
	findings_start(findings, &check->rules, check->forms);
	if (!roster_read(&check->roster, read_file(check, FILE_ROSTER),
	    check->file[FILE_ROSTER], &check->rules) ||
	    !waivers_read(&findings->waivers, read_file(check, FILE_WAIVERS),
	    check->file[FILE_WAIVERS], &check->rules))
		exit(CLI_TROUBLE);
}

static void
finish(struct check *check)
{
	roster_close(&check->roster, &check->findings.notices);
	waivers_close(&check->findings.waivers, &check->findings.notices);
	series_free(&check->series);
	roster_free(&check->roster);
	findings_free(&check->findings);
	rules_free(&check->rules);
	forms_free(check->forms);
}

int
main(int argc, char *argv[])
{
	static struct check check;
	int                 operands;

	check.findings.language = message_language();
	operands = cli_start(&tool, argc, argv, &check);
	start(&check);
	offices_each(argv + operands, argc - operands, &check.series,
	    check_document, &check);
	finish(&check);
	return cli_finish();
}
