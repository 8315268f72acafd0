#include "explain.h"

#include <stdio.h>

#include "example.h"
#include "label.h"
#include "message.h"
#include "spoken.h"

enum note_field { NOTE_ID, NOTE_TITLE, NOTE_MEND = 3, NOTE_LAWFUL = 5 };

enum line { LINE_RULE, LINE_LEVEL, LINE_FORMS, LINE_RANGE, LINE_CONDITION,
	LINE_SPOKEN, LINE_MESSAGE, LINE_SOURCE, LINE_MEND, LINE_LAWFUL,
	LINE_PASS, LINE_FAIL, LINE_SET, LINES };

static const char *const names[LINES][RULE_LANGUAGES] = {
	[LINE_RULE] = { "规则", "rule" }, [LINE_LEVEL] = { "级别", "level" },
	[LINE_FORMS] = { "格式", "forms" }, [LINE_RANGE] = { "逐一", "for each" },
	[LINE_CONDITION] = { "条件", "condition" },
	[LINE_SPOKEN] = { "即", "that is" },
	[LINE_MESSAGE] = { "所报", "says" }, [LINE_SOURCE] = { "依据", "source" },
	[LINE_MEND] = { "改法", "to mend" }, [LINE_LAWFUL] = { "例外", "lawful" },
	[LINE_PASS] = { "成立", "holds" }, [LINE_FAIL] = { "不成立", "fails" },
	[LINE_SET] = { "规则集", "rule set" },
};

struct explanation {
	const struct rules *rules;
	struct slice        id;
	enum rule_language  language;
	struct buffer      *out;
	struct arena        arena;
	bool                said;	/* of the example: its finding */
};

static void
begin(const struct explanation *e, enum line line)
{
	buffer_string(e->out, names[line][e->language]);
	buffer_string(e->out, "\t");
}

static void
say(const struct explanation *e, enum line line, struct slice text)
{
	begin(e, line);
	buffer_add(e->out, text);
	buffer_string(e->out, "\n");
}

static const struct data_row *
note_of(struct slice id)
{
	const struct data_table *notes = data_table(DATA_RULE_NOTES);

	for (size_t i = 0; i < notes->rows; i++)
		if (slice_eq(notes->row[i].field[NOTE_ID], id))
			return &notes->row[i];
	return NULL;
}

/* The field FIELD, Chinese, of the note or the one behind it, English. */
static struct slice
note_text(const struct explanation *e, enum note_field field)
{
	const struct data_row *note = note_of(e->id);

	return note == NULL ? SLICE("") :
	    note->field[(int)field + (e->language == RULE_ENGLISH)];
}

/* The last form that RULE is for, which its cells are called by. */
static struct slice
say_forms(const struct explanation *e, const struct rule *rule)
{
	const struct forms *forms = e->rules->forms;
	struct slice        last = SLICE("");
	bool                first = true;

	begin(e, LINE_FORMS);
	for (size_t i = 0; i < forms->forms; i++)
		if ((rule->forms >> i & 1) != 0) {
			buffer_string(e->out, first ? "" : ", ");
			buffer_add(e->out, forms->form[i].name);
			last = forms->form[i].name;
			first = false;
		}
	if (rule->any_form)
		buffer_string(e->out, first ? "any" : ", any");
	if (rule->not_report)
		buffer_string(e->out, first ? "not-report" : ", not-report");
	buffer_string(e->out, "\n");
	return last;
}

static void
say_rule(const struct explanation *e, const struct rule *rule)
{
	struct slice form;

	say(e, LINE_LEVEL, slice_of(rule_level_name[rule->level]));
	form = say_forms(e, rule);
	say(e, LINE_RANGE, rule->range_text);
	if (rule->range < RANGE_OWN) {
		say(e, LINE_CONDITION, rule->condition_text);
		begin(e, LINE_SPOKEN);
		spoken_add(rule, e->rules->forms, form, e->language, e->out);
		buffer_string(e->out, "\n");
	}
	say(e, LINE_MESSAGE, rule->message[e->language]);
	say(e, LINE_SOURCE, rule->source);
}

/* A figure of an example: what the form calls its cell, and what that says. */
static void
say_fact(const struct explanation *e, const struct record *fact)
{
	const struct slice *field = fact->field;

	label_add(e->rules->forms, field[FACT_FORM], field[FACT_ITEM],
	    field[FACT_COL], e->out);
	buffer_string(e->out, " ");
	if (field[FACT_VALUE].n > 0)
		buffer_add(e->out, field[FACT_VALUE]);
	else
		buffer_add(e->out, field[FACT_STATE]);
}

static void
say_report(const struct explanation *e, const struct document *report)
{
	const struct slice *field = report->record[0].field;

	buffer_add(e->out, field[FACT_ORG]);
	buffer_string(e->out, " ");
	buffer_add(e->out, field[FACT_YEAR]);
	for (size_t i = 0; i < report->records; i++) {
		buffer_string(e->out, i == 0 ? ": " : ", ");
		say_fact(e, &report->record[i]);
	}
}

/* The first finding that the example is for. */
static void
say_finding(void *context, const struct finding *finding)
{
	struct explanation *e = context;

	if (e->said || finding->verdict != VERDICT_FAIL ||
	    !slice_eq(finding->instance->rule->id, e->id))
		return;
	e->said = true;
	buffer_string(e->out, " => ");
	message_write(finding, e->language, e->rules->forms, e->out);
}

/* The same of what check finds out by itself; a notice_fn. */
static void
say_notice(void *context, const struct rule *rule, const struct notice *notice)
{
	struct explanation *e = context;

	if (e->said || !slice_eq(rule->id, e->id))
		return;
	e->said = true;
	buffer_string(e->out, " => ");
	notice_message(rule, notice, e->language, e->out);
}

/* What the example consists of, in its order but for lines of files, which come
 * first. */
static void
say_parts(const struct explanation *e, const struct example *example)
{
	for (size_t i = 0; i < example->lines + example->reports; i++) {
		buffer_string(e->out, i > 0 ? " | " : "");
		if (i < example->lines)
			buffer_add(e->out, example->line[i]);
		else
			say_report(e, &example->report[i - example->lines]);
	}
}

static void
say_examples(struct explanation *e)
{
	struct example example;

	for (size_t i = 0; example_read(&example, i, &e->arena); i++) {
		if (!slice_eq(example.rule, e->id))
			continue;
		begin(e, example.fails ? LINE_FAIL : LINE_PASS);
		say_parts(e, &example);
		e->said = !example.fails;
		example_judge(&example, e->rules, say_finding, e);
		example_tell(&example, e->rules, say_notice, e);
		buffer_string(e->out, "\n");
	}
}

bool
explain(const struct rules *rules, struct slice id,
    enum rule_language language, struct buffer *out)
{
	struct explanation e = { .rules = rules, .id = id,
	    .language = language, .out = out };
	char               version[RULES_VERSION_BYTES];
	bool               found = false;

	for (size_t i = 0; i < rules->n; i++) {
		if (!slice_eq(rules->rule[i].id, id))
			continue;
		if (!found) {
			begin(&e, LINE_RULE);
			buffer_add(out, id);
			buffer_string(out, " ");
			buffer_add(out, note_text(&e, NOTE_TITLE));
			buffer_string(out, "\n");
		}
		found = true;
		say_rule(&e, &rules->rule[i]);
	}
	if (!found)
		return false;
	say(&e, LINE_MEND, note_text(&e, NOTE_MEND));
	say(&e, LINE_LAWFUL, note_text(&e, NOTE_LAWFUL));
	say_examples(&e);
	rules_version(rules, version);
	say(&e, LINE_SET, slice_of(version));
	arena_free(&e.arena);
	return true;
}

void
explain_all(const struct rules *rules, enum rule_language language,
    struct buffer *out)
{
	for (size_t i = 0; i < rules->ids; i++) {
		size_t before = out->n;

		if (before > 0)
			buffer_string(out, "\n");
		if (!explain(rules, rules->id[i], language, out))
			out->n = before;
	}
}
