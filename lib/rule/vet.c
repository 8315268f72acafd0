#include "vet.h"

#include "base/glob.h"
#include "lists.h"
#include "own.h"
#include "placeholder.h"
#include "reference.h"

/* A rule under examination. */
struct vetting {
	const struct rule        *rule;
	const struct forms       *forms;
	const struct known_cells *known;
	struct rule_fault        *fault;
	bool                      any_form;	/* cells may be of any */
	struct arena              arena;	/* names put together */
};

static bool
is_pattern(struct slice name)
{
	return name.n > 0 && memchr(name.p, '*', name.n) != NULL;
}

/* Whether CELL can stand in a report that the rule is about. */
static bool
is_of_rule(const struct vetting *v, const struct known_cell *cell)
{
	if (cell->form.n == 0 || v->any_form)
		return true;
	for (size_t i = 0; i < v->forms->forms; i++)
		if ((v->rule->forms >> i & 1) != 0 && forms_is_like(v->forms,
		    cell->form, v->forms->form[i].name))
			return true;
	return false;
}

/* Whether ITEM and COL, patterns perhaps, mean CELL; an empty one means any.
 * Patterns are matched with the cells of tables only. */
static bool
means(struct slice item, struct slice col, const struct known_cell *cell)
{
	if (is_pattern(item) || is_pattern(col))
		return cell->form.n > 0 &&
		    (item.n == 0 || glob_matches(item, cell->item, '.')) &&
		    (col.n == 0 || glob_matches(col, cell->col, '.'));
	return (item.n == 0 || slice_eq(item, cell->item)) &&
	    (col.n == 0 || slice_eq(col, cell->col));
}

/* Why the rule can name no cell by ITEM and COL; NULL if it can.  *COL_WRONG:
 * the column is to blame. */
static const char *
why_unknown(const struct vetting *v, struct slice item, struct slice col,
    bool *col_wrong)
{
	const struct slice any = { "", 0 };
	bool               has_item = false, has_col = false, both = false;

	*col_wrong = false;
	for (size_t i = 0; i < v->known->n; i++) {
		const struct known_cell *cell = &v->known->cell[i];

		if (means(item, col, cell)) {
			if (is_of_rule(v, cell))
				return NULL;
			both = true;
		}
		has_item |= means(item, any, cell);
		has_col |= means(any, col, cell);
	}
	if (list_item_of(item) != NULL)
		return "members of lists are no cells; "
		    "see the ranges list and share";
	if (both)
		return "no form of the rule has such a cell";
	if (!has_item)
		return is_pattern(item) ? "no item of a table matches" :
		    "no such item";
	*col_wrong = true;
	return has_col ? "the item has no such column" : "no such column";
}

/* Whether the reference R can mean a cell where the rule ranges over ITEM and
 * COL, which are no patterns.  Last year's report may be of another form. */
static bool
is_bound(struct vetting *v, const struct reference *r, struct slice item,
    struct slice col)
{
	bool        col_wrong, any_form = v->any_form;
	const char *reason;

	v->any_form |= r->previous || r->fold == FOLD_HIGHEST ||
	    r->fold == FOLD_LOWEST;
	reason = why_unknown(v, reference_item(r, item, &v->arena),
	    r->col.n > 0 ? r->col : col, &col_wrong);
	v->any_form = any_form;
	return reason == NULL;
}

/* The same where they may be patterns: for one of the cells they mean. */
static bool
is_bound_once(struct vetting *v, const struct reference *r, struct slice item,
    struct slice col)
{
	const struct slice none = { "", 0 };

	if (!is_pattern(item) && !is_pattern(col))
		return is_bound(v, r, item, col);
	for (size_t i = 0; i < v->known->n; i++) {
		const struct known_cell *cell = &v->known->cell[i];

		if (means(item, col, cell) && is_of_rule(v, cell) &&
		    is_bound(v, r, item.n > 0 ? cell->item : none,
		    col.n > 0 ? cell->col : none))
			return true;
	}
	return false;
}

/* Blames the reference R, or what the rule ranges over where R takes its name
 * from there. */
static bool
blame(struct vetting *v, const struct reference *r, struct slice item,
    struct slice col)
{
	struct slice name = reference_item(r, item, &v->arena);
	bool         col_wrong;
	const char  *reason = why_unknown(v, name, r->col.n > 0 ? r->col : col,
	    &col_wrong);

	if (reason == NULL)
		reason = "no such cell";
	if (col_wrong)
		return rule_fail(v->fault, reason, r->col.n > 0 ? r->col : col);
	return rule_fail(v->fault, reason, item.n > 0 && name.p != r->item.p &&
	    r->item.n == 1 ? item : r->item);
}

/* Every cell of the condition must be there for ITEM and COL. */
static bool
vet_references(struct vetting *v, struct slice item, struct slice col)
{
	const struct expression *e = &v->rule->condition;

	for (size_t i = 0; i < e->references; i++)
		if (!is_bound_once(v, &e->reference[i], item, col))
			return blame(v, &e->reference[i], item, col);
	return true;
}

/* A name in the range is an item, begins one, or is a pattern of some. */
static bool
vet_item(struct vetting *v, struct slice item)
{
	const struct slice any = { "", 0 };

	for (size_t i = 0; i < v->known->n; i++) {
		const struct known_cell *cell = &v->known->cell[i];

		if (is_of_rule(v, cell) && (means(item, any, cell) ||
		    (slice_starts(cell->item, item) &&
		    cell->item.p[item.n] == '.')))
			return true;
	}
	return rule_fail(v->fault, list_item_of(item) != NULL ?
	    "members of lists are no cells; see the ranges list and share" :
	    is_pattern(item) ? "no item of a table matches" : "no such item",
	    item);
}

static bool
vet_column(struct vetting *v, struct slice col)
{
	const struct slice any = { "", 0 };

	for (size_t i = 0; i < v->known->n; i++)
		if (means(any, col, &v->known->cell[i]) &&
		    is_of_rule(v, &v->known->cell[i]))
			return true;
	return rule_fail(v->fault, is_pattern(col) ?
	    "no column of a table matches" : "no such column", col);
}

/* Items and columns together: each must go with one of the others. */
static bool
vet_cells(struct vetting *v)
{
	const struct rule *rule = v->rule;

	for (size_t i = 0; i < rule->items; i++) {
		bool col_wrong, found = false;

		for (size_t k = 0; k < rule->cols && !found; k++)
			found = why_unknown(v, rule->item[i], rule->col[k],
			    &col_wrong) == NULL &&
			    (rule->range == RANGE_TREE ||
			    vet_references(v, rule->item[i], rule->col[k]));
		if (!found)
			return rule_fail(v->fault, "no such cell in the "
			    "columns of the range", rule->item[i]);
	}
	return true;
}

static bool
vet_range(struct vetting *v)
{
	const struct rule *rule = v->rule;
	const struct slice none = { "", 0 };

	for (size_t i = 0; i < rule->items; i++)
		if (!vet_item(v, rule->item[i]) ||
		    (rule->range == RANGE_ITEM &&
		    !vet_references(v, rule->item[i], none)))
			return false;
	for (size_t i = 0; i < rule->cols; i++)
		if (!vet_column(v, rule->col[i]) ||
		    (rule->range == RANGE_COLUMN &&
		    !vet_references(v, none, rule->col[i])))
			return false;
	if (rule->items > 0 && rule->cols > 0)
		return vet_cells(v);
	return rule->items + rule->cols > 0 || vet_references(v, none, none);
}

/* Figures of a list are those of the list, or the member, at hand. */
static bool
vet_words(struct vetting *v)
{
	const struct rule       *rule = v->rule;
	const struct expression *e = &rule->condition;

	for (size_t i = 0; i < e->codes; i++) {
		if (e->code[i].operation != OP_LIST)
			continue;
		if (rule->range != RANGE_LIST && rule->range != RANGE_SHARE)
			return rule_fail(v->fault, "head, parts ... are words "
			    "for the ranges list and share",
			    rule->condition_text);
		if (e->code[i].argument >= LIST_PART &&
		    rule->range != RANGE_SHARE)
			return rule_fail(v->fault, "part, share and digit are "
			    "words for the range share", rule->condition_text);
	}
	return true;
}

/* What can be filled in beside cells; without a condition and with one. */
static const char *const own_words[] = { "where", "left", "right", "year",
    "org", "other", NULL };
static const char *const figure_words[] = { "where", "left", "right", "year",
    "org", "last", "member", NULL };

/* Whether WORD names a cell for something that the rule ranges over. */
static bool
vet_placeholder(struct vetting *v, struct slice word)
{
	const struct rule *rule = v->rule;
	const struct slice none = { "", 0 };
	struct reference   r;

	if (word.n > 0 && word.p[0] == '=')
		word = slice_from(word, 1);
	if (rule->range >= RANGE_OWN || reference_parse(word, &r) != NULL)
		return rule_fail(v->fault, "nothing of this name to fill in",
		    word);
	for (size_t i = 0; i <= rule->items; i++)
		for (size_t k = 0; k <= rule->cols; k++)
			if (is_bound_once(v, &r, i < rule->items ?
			    rule->item[i] : none, k < rule->cols ?
			    rule->col[k] : none))
				return true;
	return blame(v, &r, none, none);
}

static bool
vet_message(struct vetting *v, struct slice message)
{
	const char *const *words = v->rule->range >= RANGE_OWN ? own_words :
	    figure_words;
	struct slice       text, word;

	while (placeholder_next(&message, &text, &word)) {
		size_t i = 0;

		while (words[i] != NULL && !slice_is(word, words[i]))
			i++;
		if (word.n > 0 && words[i] == NULL &&
		    !vet_placeholder(v, word))
			return false;
	}
	return true;
}

bool
vet_rule(const struct rule *rule, const struct forms *forms,
    const struct known_cells *known, struct rule_fault *fault)
{
	struct vetting v = { .rule = rule, .forms = forms, .known = known,
	    .fault = fault,
	    .any_form = rule->any_form || rule->range == RANGE_TREE };
	bool           good;

	if (rule->range == RANGE_OWN && !is_own_rule_id(rule->id))
		return rule_fail(fault, "check finds nothing of this name by "
		    "itself", rule->id);
	good = vet_range(&v) && vet_words(&v) &&
	    vet_message(&v, rule->message[RULE_CHINESE]) &&
	    vet_message(&v, rule->message[RULE_ENGLISH]);
	arena_free(&v.arena);
	return good;
}
