/* check: verdicts on facts, by rules.  See check(1), nianbao-rules(5). */
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/tsv.h"
#include "cli/cli.h"
#include "data/data.h"
#include "form/form.h"
#include "record/reader.h"
#include "record/writer.h"
#include "rule/duplicates.h"
#include "rule/message.h"
#include "rule/notice.h"
#include "rule/roster.h"
#include "rule/series.h"
#include "rule/waiver.h"

/* Files beside the facts. */
enum { FILE_RULES, FILE_ROSTER, FILE_WAIVERS, FILES };

/* Fields of a finding in the making. */
enum { BUFFER_WHERE, BUFFER_LEFT, BUFFER_RIGHT, BUFFER_CELLS, BUFFER_MESSAGE,
	BUFFERS };

struct check {
	struct rules       rules;
	const char        *file[FILES];
	struct roster      roster;
	struct waivers     waivers;
	struct series      series;
	bool               wanted[VERDICTS];
	enum rule_language language;
	struct forms      *forms;
	struct labels      labels;
	struct buffer      buffer[BUFFERS];
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
	case OPTION_ROSTER:
	case OPTION_WAIVERS:
		check->file[letter - OPTION_RULES] = value;
		return NULL;
	default:
		data_overlay(value);
		return NULL;
	}
}

/* The message is in its buffer. */
static void
write_row(struct check *check, const struct rule *rule, enum verdict verdict,
    const struct notice *notice)
{
	struct writer *w = &writer_stdout;

	if (verdict == VERDICT_FAIL && rule->level == LEVEL_ERROR)
		status_raise(CLI_FOUND);
	if (!check->wanted[verdict])
		return;
	writer_raw(w, notice->doc);
	writer_raw(w, notice->region);
	writer_raw(w, notice->org);
	if (notice->year > 0)
		if (notice->year > 0)
		writer_number(w, notice->year);
	else
		writer_string(w, "");
	else
		writer_string(w, "");
	writer_raw(w, rule->id);
	writer_string(w, rule_level_name[rule->level]);
	writer_string(w, verdict_name[verdict]);
	writer_raw(w, notice->where);
	writer_raw(w, notice->left);
	writer_raw(w, notice->right);
	writer_raw(w, notice->cells);
	writer_raw(w, notice->loc);
	writer_raw(w, buffer_slice(&check->buffer[BUFFER_MESSAGE]));
	writer_end(w);
}

static void
write_notice(void *context, const struct rule *rule,
    const struct notice *notice)
{
	struct check *check = context;

	check->buffer[BUFFER_MESSAGE].n = 0;
	notice_message(rule, notice, check->language,
	    &check->buffer[BUFFER_MESSAGE]);
	write_row(check, rule, VERDICT_FAIL, notice);
}

static void
write_finding(void *context, const struct finding *finding)
{
	struct check          *check = context;
	const struct evidence *evidence = &check->series.evidence;
	const struct report   *now = evidence->now;
	struct buffer         *buffer = check->buffer;
	const struct rule     *rule = finding->instance->rule;
	struct notice          notice = { .doc = now->doc,
	    .region = now->region, .org = now->org, .year = now->year };

	/* Errors make the exit status though they be not written. */
	if (!check->wanted[finding->verdict] &&
	    finding->verdict != VERDICT_FAIL)
		return;
	for (int i = 0; i < BUFFERS; i++)
		buffer[i].n = 0;
	message_where(finding, evidence, &buffer[BUFFER_WHERE]);
	quantity_print(&buffer[BUFFER_LEFT], finding->left);
	quantity_print(&buffer[BUFFER_RIGHT], finding->right);
	message_cells(finding, evidence, &buffer[BUFFER_CELLS], &notice.loc);
	notice.where = buffer_slice(&buffer[BUFFER_WHERE]);
	notice.left = buffer_slice(&buffer[BUFFER_LEFT]);
	notice.right = buffer_slice(&buffer[BUFFER_RIGHT]);
	notice.cells = buffer_slice(&buffer[BUFFER_CELLS]);
	if (finding->verdict == VERDICT_FAIL &&
	    waivers_cover(&check->waivers, &check->rules, rule->id, &notice,
	    write_notice, check))
		return;
	buffer[BUFFER_MESSAGE].n = 0;
	message_write(finding, evidence, check->language, &check->labels,
	    &buffer[BUFFER_MESSAGE]);
	write_row(check, rule, finding->verdict, &notice);
}

static void
document(void *context, const struct document *document)
{
	struct check        *check = context;
	const struct plan   *plan = series_enter(&check->series, &check->rules,
	    document);
	const struct report *now = check->series.evidence.now;

	roster_meet(&check->roster, &check->rules, now, write_notice, check);
	waivers_meet(&check->waivers, now->org, now->year);
	if (check->series.copy_of != NULL)
		copies_compare(now, check->series.copy_of, &check->rules,
		    &check->labels, write_notice, check);
	evaluate(plan, &check->series.evidence, check->wanted[VERDICT_PASS] ||
	    check->wanted[VERDICT_VACUOUS] || check->wanted[VERDICT_UNKNOWN],
	    write_finding, check);
	series_leave(&check->series);
}

/* Whether LABEL is that of a whole part of the form (三、本年度办理结果), which
 * goes without saying. */
static bool
is_part(struct slice label)
{
	const char *comma = slice_find(label, SLICE("、"));

	return comma != NULL && comma - label.p <= 6;
}

/* Our name for a figure in sentences or a section, which no form prints. */
static void
add_measure(struct slice item, struct buffer *out)
{
	const struct data_table *names = data_table(DATA_MEASURE_NAMES);

	for (size_t i = 0; i < names->rows; i++)
		if (slice_eq(names->row[i].field[0], item)) {
			buffer_add(out, names->row[i].field[1]);
			return;
		}
	buffer_add(out, item);
}

static void
add_item(const struct forms *forms, struct slice form, struct slice item,
    struct buffer *out)
{
	const struct form_item *found = form_item(forms, form, item);
	const struct form_item *parent = found != NULL && found->parent.n > 0 ?
	    form_item(forms, form, found->parent) : NULL;

	if (found == NULL) {
		add_measure(item, out);
		return;
	}
	if (parent != NULL && parent->heading && !is_part(parent->label)) {
		buffer_add(out, parent->label);
		buffer_string(out, "·");
	}
	buffer_add(out, found->label);
}

/* The form's own words. */
static void
label(void *context, struct slice form, struct slice item, struct slice col,
    struct buffer *out)
{
	struct check *check = context;

	if (item.n > 0)
		add_item(check->forms, form, item, out);
	if (col.n == 0 || (item.n > 0 && slice_is(col, "count")))
		return;
	if (item.n > 0)
		buffer_string(out, "·");
	buffer_add(out, form_column_label(check->forms, form, col));
}

static const struct cli_tool tool = {
	.name = "check",
	.purpose = "Checks facts by the rules of the forms.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &finding_schema,
	.overlay = data_overlay,
};

/* The text of the file that option FILE names; none without it. */
static struct slice
read_file(struct check *check, int file)
{
	if (check->file[file] == NULL)
		return (struct slice){ "", 0 };
	return tsv_file(check->file[file]);
}

/* The rules built in, and those of --rules. */
static bool
read_rules(struct check *check)
{
	struct data_table own = { NULL, 0 };

	if (check->file[FILE_RULES] != NULL)
		own = data_read(check->file[FILE_RULES], DATA_RULES);
	return rules_add(&check->rules, data_table(DATA_RULES)) &&
	    rules_add(&check->rules, &own);
}

static void
start(struct check *check)
{
	bool any = false;

	for (int v = 0; v < VERDICT_NONE; v++)
		any |= check->wanted[v];
	check->wanted[VERDICT_FAIL] |= !any;
	check->labels = (struct labels){ label, check };
	check->forms = forms_load();
	if (!read_rules(check) ||
	    !roster_read(&check->roster, read_file(check, FILE_ROSTER),
	    check->file[FILE_ROSTER], &check->rules) ||
	    !waivers_read(&check->waivers, read_file(check, FILE_WAIVERS),
	    check->file[FILE_WAIVERS]))
		exit(CLI_TROUBLE);
}

static void
finish(struct check *check)
{
	roster_close(&check->roster, &check->rules, write_notice, check);
	waivers_close(&check->waivers, &check->rules, write_notice, check);
	series_free(&check->series);
	roster_free(&check->roster);
	waivers_free(&check->waivers);
	rules_free(&check->rules);
	forms_free(check->forms);
	for (int i = 0; i < BUFFERS; i++)
		buffer_free(&check->buffer[i]);
}

int
main(int argc, char *argv[])
{
	static struct check check;
	int                 operands;

	check.language = message_language();
	operands = cli_start(&tool, argc, argv, &check);
	start(&check);
	documents_each(&fact_schema, argv + operands, argc - operands,
	    document, &check);
	finish(&check);
	return cli_finish();
}
