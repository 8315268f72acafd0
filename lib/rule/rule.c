#include "rule.h"

enum field {
	FIELD_ID, FIELD_FORMS, FIELD_LEVEL, FIELD_RANGE, FIELD_CONDITION,
	FIELD_CHINESE, FIELD_ENGLISH, FIELD_SOURCE,
	FIELDS
};

const char *const rule_level_name[RULE_LEVELS] = {
	[LEVEL_ERROR] = "error", [LEVEL_SUSPECT] = "suspect",
	[LEVEL_DUTY] = "duty", [LEVEL_NOTE] = "note", [LEVEL_OFF] = "off",
};

const char *const own_rule_id[OWN_RULES] = {
	[OWN_MISSING] = "R-MISSING", [OWN_UNREAD] = "R-UNREAD",
	[OWN_NEAR] = "R-NEAR", [OWN_LATE] = "R-LATE",
	[OWN_DUPLICATE] = "R-DUPLICATE", [OWN_YEAR] = "R-YEAR",
	[OWN_UNKNOWN] = "R-UNKNOWN", [OWN_CHILDREN] = "R-CHILDREN", [OWN_COPY] = "Y-COPY",
	[OWN_CHANGED] = "Y-CHANGED", [OWN_LAPSED] = "W-LAPSED",
	[OWN_NO_RULE] = "D-NO-RULE",
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

bool
rule_fail(struct rule_fault *fault, const char *reason, struct slice where)
{
	*fault = (struct rule_fault){ reason, where };
	return false;
}

/* Cuts NAMES into at most RANGE_NAMES_MAX parts, in ARENA.  *N is how many there are,
 * one more when too many. */
static const struct slice *
cut_names(struct slice names, struct arena *arena, size_t *n)
{
	struct slice  part[RANGE_NAMES_MAX + 1];
	struct slice *kept;

	*n = 0;
	while (*n <= RANGE_NAMES_MAX && slice_cut(&names, ',', &part[*n]))
		++*n;
	kept = arena_alloc(arena, *n * sizeof(*kept));
	memcpy(kept, part, *n * sizeof(*kept));
	return kept;
}

/* A form that is not known, in a line built in, may be one that the user took
 * away. */
static bool
read_forms(struct rule *rule, struct slice text, const struct forms *forms,
    bool own, struct rule_fault *fault)
{
	struct slice all = text, form;

	while (slice_cut(&text, ',', &form)) {
		size_t number = form_number(forms, form);

		if (slice_is(form, "any"))
			rule->any_form = true;
		else if (slice_is(form, "not-report"))
			rule->not_report = true;
		else if (number != NO_FORM)
			rule->forms |= 1ULL << number;
		else if (own)
			return rule_fail(fault, "no such form", form);
	}
	if (own && rule->forms == 0 && !rule->any_form && !rule->not_report)
		return rule_fail(fault, "expected forms, as 2019,2021, or any",
		    all);
	return true;
}

static bool
read_level(struct rule *rule, struct slice text, struct rule_fault *fault)
{
	for (int i = 0; i < RULE_LEVELS; i++)
		if (slice_is(text, rule_level_name[i])) {
			rule->level = (enum rule_level)i;
			return true;
		}
	return rule_fail(fault,
	    "expected error, suspect, duty, note or off", text);
}

/* "cell requests.**@natural,total" behind its first word. */
static bool
read_range_names(struct rule *rule, struct slice names, struct arena *arena,
    struct rule_fault *fault)
{
	const char  *at = names.n > 0 ? memchr(names.p, '@', names.n) : NULL;
	struct slice items = names, cols = names;

	if (ranges[rule->range].items && ranges[rule->range].cols) {
		if (at == NULL)
			return rule_fail(fault, "expected items@columns",
			    names);
		items.n = (size_t)(at - names.p);
		cols = slice_from(names, items.n + 1);
	}
	if (ranges[rule->range].items)
		rule->item = cut_names(items, arena, &rule->items);
	if (ranges[rule->range].cols)
		rule->col = cut_names(cols, arena, &rule->cols);
	if ((ranges[rule->range].items && rule->items == 0) ||
	    (ranges[rule->range].cols && rule->cols == 0))
		return rule_fail(fault, "expected names behind the range",
		    names);
	if (rule->items > RANGE_NAMES_MAX || rule->cols > RANGE_NAMES_MAX)
		return rule_fail(fault, "too many names",
		    (struct slice){ names.p, 0 });
	return true;
}

static bool
read_range(struct rule *rule, struct slice text, struct arena *arena,
    struct rule_fault *fault)
{
	const char  *space = text.n > 0 ? memchr(text.p, ' ', text.n) : NULL;
	struct slice word = { text.p,
	    space != NULL ? (size_t)(space - text.p) : text.n };

	for (int i = 0; i < RULE_RANGES; i++)
		if (slice_is(word, ranges[i].name)) {
			rule->range = (enum rule_range)i;
			return read_range_names(rule, slice_from(text,
			    word.n + (space != NULL)), arena, fault);
		}
	return rule_fail(fault, "expected report, item, column, cell, list, "
	    "share, own or tree", text);
}

/* Whether every cell of the rule says its column, and its item, where the range
 * has none. */
static bool
cells_known(const struct rule *rule, struct rule_fault *fault)
{
	for (size_t i = 0; i < rule->condition.references; i++) {
		const struct reference *r = &rule->condition.reference[i];

		if (r->col.n == 0 && !ranges[rule->range].cols)
			return rule_fail(fault, "cell without its @column",
			    r->item);
		if (r->item.p[0] == '$' && !ranges[rule->range].items)
			return rule_fail(fault, "the range has no items",
			    r->item);
	}
	return true;
}

static bool
is_own_id(struct slice id)
{
	int i = 0;

	while (i < OWN_RULES && !slice_is(id, own_rule_id[i]))
		i++;
	return i < OWN_RULES;
}

bool
rule_read(struct rule *rule, const struct data_row *row,
    const struct forms *forms, struct arena *arena, struct rule_fault *fault)
{
	const struct slice *field = row->field;
	struct slice        id = field[FIELD_ID];
	size_t              at;
	const char         *reason;

	*rule = (struct rule){ .id = id,
	    .forms_text = field[FIELD_FORMS],
	    .range_text = field[FIELD_RANGE],
	    .condition_text = field[FIELD_CONDITION],
	    .message = { [RULE_CHINESE] = field[FIELD_CHINESE],
	    [RULE_ENGLISH] = field[FIELD_ENGLISH] },
	    .source = field[FIELD_SOURCE] };
	if (id.n == 0)
		return rule_fail(fault, "rule without an id", id);
	if (row->fields <= FIELD_LEVEL)
		return rule_fail(fault, "fewer than three fields", id);
	if (!read_level(rule, field[FIELD_LEVEL], fault) ||
	    !read_forms(rule, field[FIELD_FORMS], forms, row->own, fault))
		return false;
	if (rule->level == LEVEL_OFF)
		return true;
	if (row->fields != FIELDS)
		return rule_fail(fault, "not eight fields", id);
	if (!read_range(rule, field[FIELD_RANGE], arena, fault))
		return false;
	if (rule->range == RANGE_OWN && !is_own_id(id))
		return rule_fail(fault, "check finds nothing of this name by "
		    "itself", id);
	if (rule->range >= RANGE_OWN)
		return true;
	reason = expression_parse(field[FIELD_CONDITION], arena,
	    &rule->condition, &at);
	if (reason != NULL)
		return rule_fail(fault, reason, (struct slice){
		    field[FIELD_CONDITION].p + at, 0 });
	return cells_known(rule, fault);
}

bool
placeholder_next(struct slice *rest, struct slice *text, struct slice *word)
{
	const char *open = rest->n > 0 ? memchr(rest->p, '{', rest->n) : NULL;
	const char *close = open != NULL ? memchr(open, '}',
	    rest->n - (size_t)(open - rest->p)) : NULL;

	if (rest->n == 0)
		return false;
	if (close == NULL) {
		*text = *rest;
		*word = (struct slice){ "", 0 };
		*rest = slice_from(*rest, rest->n);
		return true;
	}
	*text = (struct slice){ rest->p, (size_t)(open - rest->p) };
	*word = (struct slice){ open + 1, (size_t)(close - open) - 1 };
	*rest = slice_from(*rest, (size_t)(close + 1 - rest->p));
	return true;
}
