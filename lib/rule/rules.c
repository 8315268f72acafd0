#include "rules.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "base/memory.h"
#include "lists.h"
#include "rule_words.h"

bool
rules_know(const struct rules *rules, struct slice id)
{
	for (size_t i = 0; i < rules->ids; i++)
		if (slice_eq(rules->id[i], id))
			return true;
	return false;
}

/* Whether another rule of RULE's id names one of FORMS. */
static bool
is_named_by_another(const struct rules *rules, const struct rule *rule,
    form_set forms)
{
	for (size_t i = 0; i < rules->n; i++)
		if ((rules->rule[i].forms & forms) != 0 &&
		    slice_eq(rules->rule[i].id, rule->id))
			return true;
	return false;
}

bool
rules_cover(const struct rules *rules, const struct rule *rule,
    struct slice form)
{
	if (slice_is(form, "not-report"))
		return rule->not_report;
	for (size_t n = form_number(rules->forms, form); n != NO_FORM;
	    n = rules->forms->form[n].like) {
		form_set one = 1ULL << n;

		if ((rule->replaced & one) != 0)
			return false;
		if ((rule->forms & one) != 0)
			return true;
		if (!rule->any_form && is_named_by_another(rules, rule, one))
			return false;
	}
	return rule->any_form;
}

bool
rules_name_form(const struct rules *rules, struct slice form)
{
	form_set likes = 0;

	for (size_t n = form_number(rules->forms, form); n != NO_FORM;
	    n = rules->forms->form[n].like)
		likes |= 1ULL << n;
	for (size_t i = 0; i < rules->n; i++)
		if (rules->rule[i].range < RANGE_OWN &&
		    (rules->rule[i].forms & likes) != 0 &&
		    rules_cover(rules, &rules->rule[i], form))
			return true;
	return false;
}

/* Whether any of the first N rules that has the id of RULE, an `off', holds for
 * a form that RULE speaks of. */
static bool
silences(const struct rules *rules, const struct rule *off, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct rule *rule = &rules->rule[i];

		if (!slice_eq(rule->id, off->id))
			continue;
		if (off->any_form || (off->not_report && rule->not_report))
			return true;
		for (size_t f = 0; f < rules->forms->forms; f++)
			if ((off->forms >> f & 1) != 0 && rules_cover(rules,
			    rule, rules->forms->form[f].name))
				return true;
	}
	return false;
}

/* Takes the forms that LATER speaks of from RULE.  Returns whether that leaves
 * it any. */
static bool
yield_forms(struct rule *rule, const struct rule *later)
{
	rule->replaced |= later->forms;
	rule->forms &= ~later->forms;
	if (later->any_form) {
		rule->any_form = false;
		rule->forms = 0;
	}
	if (later->not_report || (later->any_form &&
	    later->level == LEVEL_OFF))
		rule->not_report = false;
	return rule->any_form || rule->not_report || rule->forms != 0;
}

/* Makes way for LATER among the first *EARLIER rules. */
static void
replace(struct rules *rules, const struct rule *later, size_t *earlier)
{
	size_t kept = 0, kept_earlier = 0;

	if (*earlier == 0)
		return;
	for (size_t i = 0; i < rules->n; i++) {
		struct rule *rule = &rules->rule[i];

		if (i < *earlier && slice_eq(rule->id, later->id) &&
		    !yield_forms(rule, later))
			continue;
		kept_earlier += i < *earlier;
		rules->rule[kept++] = *rule;
	}
	rules->n = kept;
	*earlier = kept_earlier;
}

static void
keep(struct rules *rules, const struct rule *rule)
{
	if (!rules_know(rules, rule->id)) {
		rules->id = memory_room(rules->id, &rules->id_room,
		    rules->ids, sizeof(*rules->id));
		rules->id[rules->ids++] = rule->id;
	}
	rules->rule = memory_room(rules->rule, &rules->room, rules->n,
	    sizeof(*rules->rule));
	rules->rule[rules->n++] = *rule;
}

static const struct known_cells *
known_cells_of(struct rules *rules)
{
	if (rules->known.n == 0)
		known_cells_list(&rules->known, rules->forms);
	return &rules->known;
}

/* Adds the rule of ROW; the first *EARLIER ones are of other files. */
static bool
add(struct rules *rules, const struct data_row *row, size_t *earlier,
    bool strict, struct rule_fault *fault)
{
	struct rule rule;

	if (!rule_read(&rule, row, rules->forms, &rules->arena, fault))
		return false;
	if (rule.level == LEVEL_OFF) {
		if (!rules_know(rules, rule.id))
			return rule_fail(fault, "no rule has this id",
			    rule.id);
		if (!silences(rules, &rule, *earlier))
			return rule_fail(fault,
			    "no rule of this id holds for this form",
			    row->field[1]);
	} else if ((strict || row->own) && !vet_rule(&rule, rules->forms,
	    known_cells_of(rules), fault))
		return false;
	replace(rules, &rule, earlier);
	if (rule.level != LEVEL_OFF)
		keep(rules, &rule);
	return true;
}

/* Whether ROW says what a line before it in its file does: of which form,
 * what. */
static bool
is_said(const struct data_table *table, const struct data_row *row)
{
	enum { ID, FORMS, RANGE = 3, CONDITION };

	for (const struct data_row *other = table->row; other < row; other++)
		if (other->file == row->file &&
		    slice_eq(other->field[ID], row->field[ID]) &&
		    slice_eq(other->field[FORMS], row->field[FORMS]) &&
		    slice_eq(other->field[RANGE], row->field[RANGE]) &&
		    slice_eq(other->field[CONDITION], row->field[CONDITION]))
			return true;
	return false;
}

bool
rules_add(struct rules *rules, const struct data_table *table, bool strict)
{
	size_t      earlier = rules->n;
	const char *file = NULL;
	bool        good = true;

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct rule_fault      fault;

		if (row->file != file)
			earlier = rules->n;
		file = row->file;
		if (row->own && is_said(table, row))
			data_refuse(row, row->field[0],
			    "a line before says the same");
		if (!add(rules, row, &earlier, strict, &fault)) {
			data_warn(row, fault.where, fault.reason);
			good = false;
		}
	}
	return good;
}

/* Refuses a user's own lists of unknown parts (measures.tsv) that no rule can
 * name. */
static void
check_lists(void)
{
	enum { PART = 4, SHARE };
	const struct data_table *measures = data_table(DATA_MEASURES);

	for (size_t i = 0; i < measures->rows; i++)
		for (int k = PART; measures->row[i].own && k <= SHARE; k++) {
			struct slice item = measures->row[i].field[k];

			if (item.n > 0 && list_item_of(item) == NULL &&
			    !list_item_overlaps(item))
				data_refuse(&measures->row[i], item,
				    "no list of parts has this name");
		}
}

/* Refuses a user's own names for what no rule can name. */
static void
check_names(struct rules *rules)
{
	const struct data_table *names = data_table(DATA_MEASURE_NAMES);

	for (size_t i = 0; i < names->rows; i++) {
		const struct data_row *row = &names->row[i];

		if (row->own && !known_cells_have(known_cells_of(rules),
		    row->field[0]))
			data_refuse(row, row->field[0], "no such item");
	}
}

void
rules_load(struct rules *rules, const struct forms *forms, const char *path)
{
	struct data_table own = { NULL, 0 };

	rules->forms = forms;
	if (path != NULL)
		own = data_read(path, DATA_RULES);
	if (!rules_add(rules, data_table(DATA_RULES), false) ||
	    !rules_add(rules, &own, false))
		exit(CLI_TROUBLE);
	free(own.row);
	rule_words_load();
	check_lists();
	check_names(rules);
}

void
rules_version(const struct rules *rules, char version[RULES_VERSION_BYTES])
{
	unsigned long long hash = 0;

	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rule[i];
		unsigned long long about[] = { rule->forms, rule->replaced,
		    rule->any_form, rule->not_report, rule->level };

		hash = hash_shown(hash, rule->id);
		hash = hash_shown(hash, rule->range_text);
		hash = hash_shown(hash, rule->condition_text);
		hash = hash_shown(hash, (struct slice){
		    (const char *)about, sizeof(about) });
	}
	snprintf(version, RULES_VERSION_BYTES, "%08llx (%zu)",
	    (hash ^ hash >> 32) & 0xffffffff, rules->n);
}

void
rules_free(struct rules *rules)
{
	free(rules->rule);
	free(rules->id);
	known_cells_free(&rules->known);
	arena_free(&rules->arena);
	*rules = (struct rules){ .n = 0 };
}
