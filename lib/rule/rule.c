#include "rule.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

enum field {
	FIELD_ID, FIELD_FORMS, FIELD_LEVEL, FIELD_RANGE, FIELD_CONDITION,
	FIELD_CHINESE, FIELD_ENGLISH, FIELD_SOURCE,
	FIELDS
};

const char *const rule_level_name[RULE_LEVELS] = {
	[LEVEL_ERROR] = "error", [LEVEL_SUSPECT] = "suspect",
	[LEVEL_DUTY] = "duty", [LEVEL_NOTE] = "note", [LEVEL_OFF] = "off",
};

static const struct {
	const char *name;
	bool        items, cols;	/* what is named behind it */
} ranges[RULE_RANGES] = {
	[RANGE_REPORT] = { "report", false, false },
	[RANGE_ITEM] = { "item", true, false },
	[RANGE_COLUMN] = { "column", false, true },
	[RANGE_CELL] = { "cell", true, true },
	[RANGE_LIST] = { "list", false, false },
	[RANGE_SHARE] = { "share", false, false },
	[RANGE_OWN] = { "own", false, false },
	[RANGE_TREE] = { "tree", true, true },
};

/* What is wrong in a line, and where. */
struct fault {
	const char *reason;
	const char *where;
};

static bool
fault(struct fault *fault, const char *reason, struct slice where)
{
	fault->reason = reason;
	fault->where = where.p;
	return false;
}

/* Cuts the comma-separated NAMES into at most MAX parts.  Returns how many
 * there are, MAX + 1 when too many. */
static size_t
cut_names(struct slice names, struct slice part[], size_t max)
{
	size_t n = 0;

	while (names.n > 0) {
		const char *comma = memchr(names.p, ',', names.n);
		size_t      bytes = comma != NULL ?
		    (size_t)(comma - names.p) : names.n;

		if (n == max)
			return max + 1;
		part[n++] = (struct slice){ names.p, bytes };
		names = slice_from(names, bytes + (comma != NULL));
	}
	return n;
}

static bool
read_forms(struct rule *rule, struct slice text, struct fault *why)
{
	if (slice_is(text, "any"))
		return true;
	rule->forms = cut_names(text, rule->form, FORMS_MAX);
	if (rule->forms == 0 || rule->forms > FORMS_MAX)
		return fault(why, "expected forms, as 2019,2021, or any",
		    text);
	return true;
}

static bool
read_level(struct rule *rule, struct slice text, struct fault *why)
{
	for (int i = 0; i < RULE_LEVELS; i++)
		if (slice_is(text, rule_level_name[i])) {
			rule->level = (enum rule_level)i;
			return true;
		}
	return fault(why, "expected error, suspect, duty, note or off", text);
}

/* "cell requests.**@natural,total" behind its first word. */
static bool
read_range_names(struct rule *rule, struct slice names, struct fault *why)
{
	const char  *at = names.n > 0 ? memchr(names.p, '@', names.n) : NULL;
	struct slice items = names, cols = names;

	if (ranges[rule->range].items && ranges[rule->range].cols) {
		if (at == NULL)
			return fault(why, "expected items@columns", names);
		items.n = (size_t)(at - names.p);
		cols = slice_from(names, items.n + 1);
	}
	if (ranges[rule->range].items)
		rule->items = cut_names(items, rule->item, RANGE_NAMES_MAX);
	if (ranges[rule->range].cols)
		rule->cols = cut_names(cols, rule->col, RANGE_NAMES_MAX);
	if ((ranges[rule->range].items && rule->items == 0) ||
	    (ranges[rule->range].cols && rule->cols == 0))
		return fault(why, "expected names behind the range", names);
	if (rule->items > RANGE_NAMES_MAX || rule->cols > RANGE_NAMES_MAX)
		return fault(why, "too many names", names);
	return true;
}

static bool
read_range(struct rule *rule, struct slice text, struct fault *why)
{
	const char  *space = text.n > 0 ? memchr(text.p, ' ', text.n) : NULL;
	struct slice word = { text.p,
	    space != NULL ? (size_t)(space - text.p) : text.n };

	for (int i = 0; i < RULE_RANGES; i++)
		if (slice_is(word, ranges[i].name)) {
			rule->range = (enum rule_range)i;
			return read_range_names(rule, slice_from(text,
			    word.n + (space != NULL)), why);
		}
	return fault(why, "expected report, item, column, cell, list, share, "
	    "own or tree", text);
}

/* Whether every cell of the rule says its column where the range has none. */
static bool
columns_known(const struct rule *rule, struct fault *why)
{
	if (rule->range == RANGE_COLUMN || rule->range == RANGE_CELL)
		return true;
	for (size_t i = 0; i < rule->condition.references; i++)
		if (rule->condition.reference[i].col.n == 0)
			return fault(why, "cell without its @column",
			    rule->condition.reference[i].item);
	return true;
}

static bool
read_rule(struct rule *rule, const struct slice field[FIELDS], int fields,
    struct arena *arena, struct fault *why)
{
	size_t      at;
	const char *reason;

	*rule = (struct rule){ .id = field[FIELD_ID],
	    .condition_text = field[FIELD_CONDITION],
	    .message = { [RULE_CHINESE] = field[FIELD_CHINESE],
	    [RULE_ENGLISH] = field[FIELD_ENGLISH] },
	    .source = field[FIELD_SOURCE] };
	if (rule->id.n == 0)
		return fault(why, "rule without an id", rule->id);
	if (fields <= FIELD_LEVEL)
		return fault(why, "fewer than three fields", rule->id);
	if (!read_level(rule, field[FIELD_LEVEL], why))
		return false;
	if (rule->level == LEVEL_OFF)
		return true;
	if (fields != FIELDS)
		return fault(why, "not eight fields", rule->id);
	if (!read_forms(rule, field[FIELD_FORMS], why) ||
	    !read_range(rule, field[FIELD_RANGE], why))
		return false;
	if (rule->range >= RANGE_OWN)
		return true;
	reason = expression_parse(field[FIELD_CONDITION], arena,
	    &rule->condition, &at);
	if (reason != NULL)
		return fault(why, reason,
		    slice_from(field[FIELD_CONDITION], at));
	return columns_known(rule, why);
}

/* Removes the first KEEP rules' namesakes of ID. */
static size_t
remove_id(struct rules *rules, struct slice id, size_t keep)
{
	size_t kept = 0;

	for (size_t i = 0; i < rules->n; i++) {
		if (i < keep && slice_eq(rules->rule[i].id, id))
			continue;
		rules->rule[kept++] = rules->rule[i];
	}
	keep -= rules->n - kept;
	rules->n = kept;
	return keep;
}

bool
rules_add(struct rules *rules, const struct data_table *table)
{
	size_t earlier = rules->n;
	bool   good = true;

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];
		struct rule            rule;
		struct fault           why = { NULL, NULL };

		if (!read_rule(&rule, row->field, row->fields, &rules->arena,
		    &why)) {
			data_warn(row, (struct slice){ why.where, 0 },
			    why.reason);
			good = false;
			continue;
		}
		earlier = remove_id(rules, rule.id, earlier);
		if (rule.level == LEVEL_OFF)
			continue;
		rules->rule = memory_room(rules->rule, &rules->room, rules->n,
		    sizeof(*rules->rule));
		rules->rule[rules->n++] = rule;
	}
	return good;
}

bool
rule_covers(const struct rule *rule, struct slice form)
{
	for (size_t i = 0; i < rule->forms; i++)
		if (slice_eq(rule->form[i], form))
			return true;
	return rule->forms == 0 && !slice_is(form, "not-report");
}

void
rules_free(struct rules *rules)
{
	free(rules->rule);
	arena_free(&rules->arena);
	*rules = (struct rules){ .n = 0 };
}
