#include "vet.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/memory.h"
#include "data/data.h"
#include "lists.h"

static void
add_cell(struct known_cells *known, struct slice form, struct slice item,
    struct slice col)
{
	known->cell = memory_room(known->cell, &known->room, known->n,
	    sizeof(*known->cell));
	known->cell[known->n++] = (struct known_cell){ form, item, col };
}

static const struct slice any_form = { "", 0 };

/* Columns that any table may have: those of offices of other levels, and their
 * total. */
static void
add_any_columns(struct known_cells *known, const struct form_item *item)
{
	const struct data_table *columns = data_table(DATA_COLUMNS);

	for (size_t i = 0; i < columns->rows; i++)
		if (slice_is(columns->row[i].field[2], "any"))
			add_cell(known, item->form, item->code,
			    columns->row[i].field[0]);
	add_cell(known, item->form, item->code, SLICE("total"));
}

/* ITEM and SUFFIX, in the arena of KNOWN. */
static struct slice
join(struct known_cells *known, struct slice item, struct slice suffix)
{
	char *both = arena_alloc(&known->arena, item.n + suffix.n);

	memcpy(both, item.p, item.n);
	memcpy(both + item.n, suffix.p, suffix.n);
	return (struct slice){ both, item.n + suffix.n };
}

/* The figures of sentences, what they come to since the beginning, the share that they are
 * said to be, what they were the year before and how they differ from that. */
static void
add_measures(struct known_cells *known)
{
	static const char *const compared[] = { "last", "growth", "change" };
	const struct data_table *table = data_table(DATA_MEASURES);

	for (size_t i = 0; i < table->rows; i++) {
		struct slice item = table->row[i].field[0];

		if (list_item_of(item) != NULL)
			continue;
		add_cell(known, any_form, item, SLICE("count"));
		add_cell(known, any_form, join(known, item,
		    SLICE(".cumulative")), SLICE("count"));
		add_cell(known, any_form, join(known, item,
		    SLICE(".share")), SLICE("count"));
		for (size_t c = 0; c < sizeof(compared) / sizeof(*compared); c++)
			add_cell(known, any_form, join(known, item,
			    SLICE(".other-year")), slice_of(compared[c]));
	}
}

/* Members of lists, of those items whose columns are known. */
static void
add_members(struct known_cells *known)
{
	const struct data_table *table = data_table(DATA_DECISIONS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct list_item *item =
		    list_item_of(table->row[i].field[0]);

		if (item != NULL && item->is_cell)
			add_cell(known, any_form, table->row[i].field[0],
			    table->row[i].field[1]);
	}
}

void
known_cells_list(struct known_cells *known, const struct forms *forms)
{
	const struct data_table *facts = data_table(DATA_STRUCTURE_FACTS);

	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		for (int c = 0; c < item->cols; c++)
			add_cell(known, item->form, item->code, item->col[c]);
		if (item->cols > 0)
			add_any_columns(known, item);
	}
	add_measures(known);
	add_members(known);
	for (size_t i = 0; i < facts->rows; i++)
		add_cell(known, any_form, facts->row[i].field[0],
		    facts->row[i].field[1]);
}

bool
known_cells_have(const struct known_cells *known, struct slice item)
{
	for (size_t i = 0; i < known->n; i++)
		if (slice_eq(known->cell[i].item, item))
			return true;
	return false;
}

void
known_cells_free(struct known_cells *known)
{
	free(known->cell);
	arena_free(&known->arena);
	*known = (struct known_cells){ .n = 0 };
}

/* A rule under examination. */
struct vetting {
	const struct rule        *rule;
	const struct forms       *forms;
	const struct known_cells *known;
	struct rule_fault        *fault;
	bool                      any_form;	/* cells may be of any */
	struct slice              at;		/* the text at hand */
	struct arena              arena;	/* names put together */
};

/* Notes the fault at WHERE, or in the text at hand if nothing is written there: an
 * item that is understood. */
static bool
fail(struct vetting *v, const char *reason, struct slice where)
{
	return rule_fail(v->fault, reason, where.n > 0 ? where : v->at);
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
	if (glob_is(item) || glob_is(col))
		return cell->form.n > 0 &&
		    (item.n == 0 || glob_matches(item, cell->item, '.')) &&
		    (col.n == 0 || glob_matches(col, cell->col, '.'));
	return (item.n == 0 || slice_eq(item, cell->item)) &&
	    (col.n == 0 || slice_eq(col, cell->col));
}

/* Whether the rule can name a cell by ITEM and COL, patterns perhaps.  If not,
 * the fault is found, in the column or in WHERE, which says the item. */
static bool
can_name(struct vetting *v, struct slice item, struct slice col,
    struct slice where)
{
	const struct slice any = { "", 0 };
	bool               has_item = false, has_col = false, both = false;

	for (size_t i = 0; i < v->known->n; i++) {
		const struct known_cell *cell = &v->known->cell[i];
		bool                     meant = means(item, col, cell);

		if (meant && is_of_rule(v, cell))
			return true;
		both |= meant;
		has_item |= means(item, any, cell);
		has_col |= means(any, col, cell);
	}
	if (list_item_of(item) != NULL && !list_item_of(item)->is_cell)
		return fail(v, "members of lists are no cells; "
		    "see the ranges list and share", where);
	if (both)
		return fail(v, "no form of the rule has such a cell", where);
	if (!has_item)
		return fail(v, glob_is(item) ?
		    "no item of a table matches" : "no such item", where);
	return fail(v, has_col ? "the item has no such column" :
	    glob_is(col) ? "no column of a table matches" :
	    "no such column", col);
}

/* Whether the reference R can mean a cell where the rule ranges over ITEM and
 * COL, which are no patterns.  Last year's report may be of another form. */
static bool
is_bound(struct vetting *v, const struct reference *r, struct slice item,
    struct slice col)
{
	struct slice name = reference_item(r, item, &v->arena);
	bool         bound, any_form = v->any_form;

	v->any_form |= r->previous || r->earlier || r->fold == FOLD_HIGHEST ||
	    r->fold == FOLD_LOWEST;
	bound = can_name(v, name, r->col.n > 0 ? r->col : col,
	    name.p == item.p ? item : r->item);
	v->any_form = any_form;
	return bound;
}

/* The same where they may be patterns: for one of the cells they mean. */
static bool
is_bound_once(struct vetting *v, const struct reference *r, struct slice item,
    struct slice col)
{
	const struct slice none = { "", 0 };

	if (!glob_is(item) && !glob_is(col))
		return is_bound(v, r, item, col);
	for (size_t i = 0; i < v->known->n; i++) {
		const struct known_cell *cell = &v->known->cell[i];

		if (means(item, col, cell) && is_of_rule(v, cell) &&
		    is_bound(v, r, item.n > 0 ? cell->item : none,
		    col.n > 0 ? cell->col : none))
			return true;
	}
	return fail(v, "no such cell for what the rule ranges over", r->item);
}

/* Every cell of the condition must be there for ITEM and COL. */
static bool
vet_references(struct vetting *v, struct slice item, struct slice col)
{
	const struct expression *e = &v->rule->condition;

	for (size_t i = 0; i < e->references; i++)
		if (!is_bound_once(v, &e->reference[i], item, col))
			return false;
	return true;
}

/* Whether ITEM, no pattern, is a group of items that the rule can name. */
static bool
is_group(const struct vetting *v, struct slice item)
{
	for (size_t i = 0; i < v->known->n; i++) {
		struct slice name = v->known->cell[i].item;

		if (is_of_rule(v, &v->known->cell[i]) && item.n > 0 &&
		    slice_starts(name, item) && name.n > item.n &&
		    name.p[item.n] == '.')
			return true;
	}
	return false;
}

/* What the rule ranges over must be there, or be a group, and so must the
 * cells of the condition for it. */
static bool
vet_place(struct vetting *v, struct slice item, struct slice col)
{
	if (!can_name(v, item, col, item) && (col.n > 0 || !is_group(v, item)))
		return false;
	return vet_references(v, item, col);
}

/* Each item, or column; of items and columns together, each item with one of
 * the columns, and each column by itself. */
static bool
vet_range(struct vetting *v)
{
	const struct rule *rule = v->rule;
	const struct slice none = { "", 0 };

	if (rule->items + rule->cols == 0)
		return vet_references(v, none, none);
	for (size_t k = 0; k < rule->cols; k++)
		if (rule->items == 0 ? !vet_place(v, none, rule->col[k]) :
		    !can_name(v, none, rule->col[k], none))
			return false;
	for (size_t i = 0; i < rule->items; i++) {
		bool good = rule->cols == 0 &&
		    vet_place(v, rule->item[i], none);

		for (size_t k = 0; k < rule->cols && !good; k++)
			good = vet_place(v, rule->item[i], rule->col[k]);
		if (!good)
			return false;
	}
	return true;
}

/* Figures of a list are those of the list, or the member, at hand. */
static bool
vet_words(struct vetting *v)
{
	const struct rule       *rule = v->rule;
	const struct expression *e = &rule->condition;
	bool                     share = rule->range == RANGE_SHARE;

	for (size_t i = 0; i < e->codes; i++)
		if (e->code[i].operation == OP_LIST && !share &&
		    (rule->range != RANGE_LIST ||
		    e->code[i].argument >= LIST_PART))
			return fail(v, rule->range == RANGE_LIST ?
			    "part, share, digit are words of the range share" :
			    "head, parts ... are words of the ranges list and "
			    "share", rule->condition_text);
	return true;
}

/* What can be filled in beside cells; without a condition and with one. */
static const char *const own_words[] = { "where", "left", "right", "year",
    "org", "other", NULL };
static const char *const figure_words[] = { "where", "left", "right", "year",
    "org", "last", "earlier", "member", NULL };

/* Whether WORD names a cell for something that the rule ranges over. */
static bool
vet_placeholder(struct vetting *v, struct slice word)
{
	const struct rule *rule = v->rule;
	const struct slice none = { "", 0 };
	struct reference   r;

	v->at = word;
	if (word.n > 0 && word.p[0] == '=')
		word = slice_from(word, 1);
	if (rule->range >= RANGE_OWN || reference_parse(word, &r) != NULL)
		return fail(v, "nothing of this name to fill in", word);
	for (size_t i = 0; i <= rule->items; i++)
		for (size_t k = 0; k <= rule->cols; k++)
			if (is_bound_once(v, &r, i < rule->items ?
			    rule->item[i] : none, k < rule->cols ?
			    rule->col[k] : none))
				return true;
	return false;
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
	    .fault = fault, .at = rule->condition_text,
	    .any_form = rule->any_form || rule->range == RANGE_TREE };
	bool           good;

	good = vet_range(&v) && vet_words(&v) &&
	    vet_message(&v, rule->message[RULE_CHINESE]) &&
	    vet_message(&v, rule->message[RULE_ENGLISH]);
	arena_free(&v.arena);
	return good;
}
