/* check: verdicts on facts, by rules.  See check(1), nianbao-rules(5). */
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "cli/cli.h"
#include "record/reader.h"
#include "record/whole_file.h"
#include "rule/coverage.h"
#include "rule/explain.h"
#include "rule/inspection.h"
#include "rule/lint.h"
#include "rule/offices.h"
#include "userdata/userdata.h"

/* Files beside the facts. */
enum { FILE_RULES, FILE_ROSTER, FILE_REJECTS, FILE_WAIVERS, FILES };

struct check {
	struct rules    rules;
	const char     *file[FILES];
	struct forms   *forms;
	struct inspection inspection;
	const char     *explained;	/* a rule to explain, or NULL */
	const char     *names_path;	/* of a file for names of the roster */
	struct whole_file names;
	bool            lints;
	bool            counts;		/* verdicts rather than findings */
	struct coverage coverage;
};

enum { OPTION_LANG = 256, OPTION_RULES, OPTION_ROSTER, OPTION_REJECTS,
	OPTION_WAIVERS, OPTION_WAIVED, OPTION_FORMS, OPTION_EXPLAIN, OPTION_COVERAGE, OPTION_LINT,
	OPTION_NAMES, OPTION_BY_OFFICE };

static const struct cli_option options[] = {
	{ 'a', "all", NULL, "write all verdicts, not only fail" },
	{ 'v', "verdict", "NAME,...", "write these verdicts" },
	{ OPTION_BY_OFFICE, "by-office", NULL, "the facts are in any order" },
	{ OPTION_LANG, "lang", "zh|en", "language of the messages" },
	{ OPTION_RULES, "rules", "FILE", "rules to add, replace, silence" },
	{ OPTION_ROSTER, "roster", "FILE", "the reports that are expected" },
	{ OPTION_NAMES, "names", "FILE", "also the names that the roster has" },
	{ OPTION_REJECTS, "rejects", "FILE", "what came and could not be read" },
	{ OPTION_WAIVERS, "waivers", "FILE", "findings to let be" },
	{ OPTION_WAIVED, "waived", NULL, "write them too, as waived" },
	{ OPTION_EXPLAIN, "explain", "RULE", "tell what a rule says; all, version" },
	{ OPTION_COVERAGE, "coverage", NULL, "count what becomes of each rule" },
	{ OPTION_LINT, "lint", NULL, "tell what is wrong with the rules" },
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
		check->inspection.findings.wanted[v] = true;
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
			check->inspection.findings.wanted[v] = true;
		return NULL;
	case 'v':
		return set_verdicts(check, slice_of(value));
	case OPTION_LANG:
		return message_language_set(&check->inspection.findings.language, value);
	case OPTION_RULES:
	case OPTION_ROSTER:
	case OPTION_REJECTS:
	case OPTION_WAIVERS:
		check->file[letter - OPTION_RULES] = value;
		return NULL;
	case OPTION_BY_OFFICE:
		documents_by_office();
		return NULL;
	case OPTION_NAMES:
		check->names_path = value;
		return NULL;
	case OPTION_WAIVED:
		check->inspection.findings.wants_waived = true;
		return NULL;
	case OPTION_EXPLAIN:
		check->explained = value;
		return NULL;
	case OPTION_COVERAGE:
		check->counts = true;
		return NULL;
	case OPTION_LINT:
		check->lints = true;
		return NULL;
	default:
		userdata_lay(value);
		return NULL;
	}
}

/* Notes by which name the roster knows the office of the report at hand. */
static void
note_name(struct check *check)
{
	const struct report *report = check->inspection.series.evidence.now;
	struct slice         name = roster_name_of(&check->inspection.roster,
	    report);

	if (check->names_path == NULL || name.n == 0)
		return;
	writer_raw(&check->names.writer, report->doc);
	writer_raw(&check->names.writer, name);
	writer_end(&check->names.writer);
	writer_commit(&check->names.writer);
}

static void
check_document(void *context, const struct document *document)
{
	struct check    *check = context;
	struct findings *findings = &check->inspection.findings;

	inspection_enter(&check->inspection, document,
	    findings_want_all(findings), findings_write, findings);
	note_name(check);
	inspection_leave(&check->inspection);
}

static void
judge(struct check *check, char *const files[], int n)
{
	if (check->names_path != NULL &&
	    !whole_file_open(&check->names, check->names_path))
		exit(CLI_TROUBLE);
	if (offices_each(files, n, &check->inspection.series, check_document,
	    check))
		inspection_close(&check->inspection);
	if (check->names_path != NULL)
		whole_file_keep(&check->names);
}

/* A finding_fn: what a waiver covers has been found all the same. */
static void
count_finding(void *context, const struct finding *finding)
{
	struct check *check = context;

	coverage_note(&check->coverage, finding);
	if (finding->verdict == VERDICT_FAIL)
		findings_waive(&check->inspection.findings, finding);
}

static void
count_document(void *context, const struct document *document)
{
	struct check *check = context;

	inspection_enter(&check->inspection, document, true, count_finding,
	    check);
	coverage_add(&check->coverage, &check->inspection);
	inspection_leave(&check->inspection);
}

/* Tells about the rules; no facts are read. */
static void
tell_rules(struct check *check)
{
	struct buffer      text = { .n = 0 };
	enum rule_language language = check->inspection.findings.language;

	if (check->lints && lint(&check->rules) > 0)
		status_raise(CLI_FOUND);
	if (check->explained != NULL &&
	    strcmp(check->explained, "version") == 0) {
		char version[RULES_VERSION_BYTES];

		rules_version(&check->rules, version);
		buffer_string(&text, version);
		buffer_string(&text, "\n");
	} else if (check->explained != NULL &&
	    strcmp(check->explained, "all") == 0)
		explain_all(&check->rules, language, &text);
	else if (check->explained != NULL && !explain(&check->rules,
	    slice_of(check->explained), language, &text))
		warn_at(check->explained, "no rule has this id");
	writer_part_raw(&writer_stdout, buffer_slice(&text));
	buffer_free(&text);
}

/* Counts verdicts instead of writing findings. */
static void
count(struct check *check, char *const files[], int n)
{
	char version[RULES_VERSION_BYTES];
	bool all;

	coverage_start(&check->coverage, &check->rules);
	check->inspection.findings.notices.write = coverage_notice;
	check->inspection.findings.notices.context = &check->coverage;
	all = offices_each(files, n, &check->inspection.series, count_document,
	    check);
	coverage_end(&check->coverage);
	if (all)
		inspection_close(&check->inspection);
	coverage_write(&check->coverage);
	coverage_free(&check->coverage);
	rules_version(&check->rules, version);
	remark("rule set %s", version);
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

/* Reads the roster, in whatever format; extract, which reads what is no plain text,
 * stands beside this program under the same prefix.  A line that is not understood
 * is no reason not to use the others. */
static void
read_roster(struct check *check, const char *self)
{
	struct slice prefix = slice_of(self);
	char        *extract;

	if (check->file[FILE_ROSTER] == NULL)
		return;
	prefix.n -= slice_ends(prefix, SLICE("check")) ?
	    SLICE("check").n : prefix.n;
	extract = memory_get(prefix.n + sizeof("extract"));
	memcpy(extract, prefix.p, prefix.n);
	strcpy(extract + prefix.n, "extract");
	roster_read_file(&check->inspection.roster, check->file[FILE_ROSTER],
	    extract, &check->rules);
	free(extract);
}

/* The text of the file that option FILE names; none without it. */
static struct slice
read_file(struct check *check, int file)
{
	if (check->file[file] == NULL)
		return (struct slice){ "", 0 };
	return tsv_file(check->file[file]);
}

static void
start(struct check *check, const char *self)
{
	struct findings *findings = &check->inspection.findings;

	if (!findings_want_all(findings))
		findings->wanted[VERDICT_FAIL] = true;
	check->forms = forms_load();
	rules_load(&check->rules, check->forms, check->file[FILE_RULES]);
	findings_start(findings, &check->rules, check->forms);
	check->inspection.rules = &check->rules;
	read_roster(check, self);
	roster_take_rejects(&check->inspection.roster,
	    read_file(check, FILE_REJECTS));
	if (!waivers_read(&findings->waivers, read_file(check, FILE_WAIVERS),
	    check->file[FILE_WAIVERS], &check->rules))
		exit(CLI_TROUBLE);
}

static void
finish(struct check *check)
{
	inspection_free(&check->inspection);
	rules_free(&check->rules);
	forms_free(check->forms);
}

int
main(int argc, char *argv[])
{
	static struct check check;
	int                 operands;

	check.inspection.findings.language = message_language();
	operands = cli_start(&tool, argc, argv, &check);
	start(&check, argv[0]);
	if (check.lints || check.explained != NULL)
		tell_rules(&check);
	else if (check.counts)
		count(&check, argv + operands, argc - operands);
	else
		judge(&check, argv + operands, argc - operands);
	finish(&check);
	return cli_finish();
}
