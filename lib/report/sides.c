#include "sides.h"

#include "base/glob.h"
#include "record/amount.h"

/* What an instruction leaves on the stack: a sum of terms, or what is none. */
struct operand_sum {
	size_t    first, n;	/* terms */
	long long constant;
	bool      is_sum;
};

struct walk {
	struct sides         *sides;
	const struct figures *figures;
	const struct slice   *finding;
	struct slice          item, col;	/* what the rule ranges over */
	size_t                terms;
	struct operand_sum    stack[EXPRESSION_STACK];
	int                   depth;
	bool                  found;
};

/* Parts WHERE of a finding of RULE into the item and the column. */
static void
part_range(struct walk *walk, const struct rule *rule)
{
	struct slice where = walk->finding[FINDING_WHERE];
	const char  *at = where.n > 0 ? memchr(where.p, '@', where.n) : NULL;

	walk->item = where;
	walk->col = SLICE("");
	if (at != NULL) {
		walk->item.n = (size_t)(at - where.p);
		walk->col = slice_from(where, walk->item.n + 1);
	} else if (rule->range == RANGE_COLUMN) {
		walk->item = SLICE("");
		walk->col = where;
	}
}

static bool
push_term(struct walk *walk, struct slice item, struct slice col,
    const struct reference *r)
{
	struct side_term *term = &walk->sides->term[walk->terms];
	size_t            i = figures_find(walk->figures, item, col);

	if (walk->terms == SIDE_TERMS_MAX)
		return false;
	*term = (struct side_term){ item, col, 0, false, r->previous };
	if (i != FIGURE_NONE && !r->previous &&
	    !amount_parse(figure_fields(walk->figures, i)[FACT_VALUE],
	    &term->value))
		term->value = 0;
	walk->terms++;
	return true;
}

/* All cells that the patterns ITEM and COL mean. */
static bool
push_pattern(struct walk *walk, struct slice item, struct slice col,
    const struct reference *r)
{
	const struct document *document = walk->figures->document;

	if (r->previous)
		return false;
	for (size_t i = 0; i < document->records; i++) {
		const struct slice *field = document->record[i].field;

		if (glob_matches(item, field[FACT_ITEM], '.') &&
		    glob_matches(col, field[FACT_COL], '.') &&
		    !push_term(walk, field[FACT_ITEM], field[FACT_COL], r))
			return false;
	}
	return true;
}

/* The cells of R, as a sum. */
static bool
push_cells(struct walk *walk, const struct reference *r)
{
	struct slice item = reference_item(r, walk->item, &walk->sides->names);
	struct slice col = r->col.n > 0 ? r->col : walk->col.n > 0 ?
	    walk->col : SLICE("count");

	if (r->fold != FOLD_SUM || r->earlier)
		return false;
	return r->is_pattern || glob_is(item) || glob_is(col) ?
	    push_pattern(walk, item, col, r) : push_term(walk, item, col, r);
}

static void
push(struct walk *walk, struct operand_sum sum)
{
	if (walk->depth < EXPRESSION_STACK)
		walk->stack[walk->depth++] = sum;
}

static struct operand_sum
pop(struct walk *walk)
{
	return walk->depth > 0 ? walk->stack[--walk->depth] :
	    (struct operand_sum){ walk->terms, 0, 0, false };
}

static void
negate(struct walk *walk, struct operand_sum *sum)
{
	sum->constant = -sum->constant;
	for (size_t i = 0; i < sum->n; i++)
		walk->sides->term[sum->first + i].negative ^= true;
}

/* Makes A and B, whose terms stand behind one another, one sum. */
static struct operand_sum
join(struct walk *walk, struct operand_sum a, struct operand_sum b,
    bool subtract)
{
	if (subtract)
		negate(walk, &b);
	return (struct operand_sum){ a.first, a.n + b.n,
	    a.constant + b.constant, a.is_sum && b.is_sum };
}

/* What the terms of SUM make, and into *PREVIOUS the last one of last year. */
static long long
add_up(struct walk *walk, struct operand_sum sum, size_t *previous)
{
	long long whole = sum.constant;

	for (size_t i = sum.first; i < sum.first + sum.n; i++) {
		const struct side_term *term = &walk->sides->term[i];

		if (term->previous)
			*previous = i;
		whole += term->negative ? -term->value : term->value;
	}
	return whole;
}

/* Whether SUM makes the figure of FIELD; a term of last year is worked out. */
static bool
makes(struct walk *walk, struct operand_sum sum, int field, long long *whole)
{
	size_t    previous = SIDE_TERMS_MAX, again = SIDE_TERMS_MAX;
	long long want, made = add_up(walk, sum, &previous);

	if (!sum.is_sum || !amount_parse(walk->finding[field], &want))
		return false;
	*whole = want;
	if (previous == SIDE_TERMS_MAX)
		return made == want;
	walk->sides->term[previous].value = walk->sides->term[previous].negative ?
	    made - want : want - made;
	return add_up(walk, sum, &again) == want;
}

/* Whether the terms of SUM are figures, not facts about the report itself. */
static bool
has_figures(const struct walk *walk, struct operand_sum sum)
{
	for (size_t i = sum.first; i < sum.first + sum.n; i++)
		if (slice_starts(walk->sides->term[i].item,
		    SLICE("structure.")))
			return false;
	return sum.n > 0;
}

/* A comparison of A and B: the one looked for, if they make its figures. */
static void
compare(struct walk *walk, struct operand_sum a, struct operand_sum b)
{
	struct sides *sides = walk->sides;

	if (walk->found || !has_figures(walk, a) || !has_figures(walk, b) ||
	    !makes(walk, a, FINDING_LEFT, &sides->sum[0]) ||
	    !makes(walk, b, FINDING_RIGHT, &sides->sum[1]))
		return;
	memmove(sides->term, sides->term + a.first,
	    (a.n + b.n) * sizeof(*sides->term));
	sides->left = a.n;
	sides->right = b.n;
	walk->found = true;
}

static int
operands_of(enum operation operation)
{
	if (operation < OP_ADD)
		return 0;
	if (operation == OP_NEGATIVE || operation == OP_NOT ||
	    operation == OP_INTEGER)
		return 1;
	/* Comparisons take a tolerance on top. */
	return operation == OP_DATE || (operation >= OP_EQUAL &&
	    operation <= OP_ABOVE) ? 3 : 2;
}

static void
step_operation(struct walk *walk, enum operation operation)
{
	struct operand_sum last = { walk->terms, 0, 0, false }, b, a;

	for (int n = operands_of(operation); n > 2; n--)
		pop(walk);
	b = operands_of(operation) > 0 ? pop(walk) : last;
	a = operands_of(operation) > 1 ? pop(walk) : last;
	if (operation == OP_ADD || operation == OP_SUBTRACT) {
		push(walk, join(walk, a, b, operation == OP_SUBTRACT));
		return;
	}
	if (operation == OP_NEGATIVE) {
		negate(walk, &b);
		push(walk, b);
		return;
	}
	if (operation >= OP_EQUAL && operation <= OP_ABOVE)
		compare(walk, a, b);
	push(walk, last);
}

static void
step(struct walk *walk, const struct expression *e, size_t at)
{
	const struct instruction *code = &e->code[at];
	struct operand_sum        sum = { walk->terms, 0, 0, true };

	switch (code->operation) {
	case OP_AMOUNT:
		sum.constant = e->constant[code->argument];
		push(walk, sum);
		break;
	case OP_CELLS:
		sum.is_sum = push_cells(walk, &e->reference[code->argument]);
		sum.n = walk->terms - sum.first;
		push(walk, sum);
		break;
	default:
		step_operation(walk, code->operation);
	}
}

/* Whether RULE ranges over what WALK looks at. */
static bool
ranges_over(const struct rule *rule, const struct walk *walk)
{
	if (rule->items == 0 || walk->item.n == 0)
		return true;
	for (size_t i = 0; i < rule->items; i++)
		if (glob_matches(rule->item[i], walk->item, '.'))
			return true;
	return false;
}

bool
sides_find(struct sides *sides, const struct rules *rules,
    const struct figures *figures, const struct slice finding[])
{
	struct walk walk = { .sides = sides, .figures = figures,
	    .finding = finding };

	arena_reset(&sides->names);
	for (size_t i = 0; i < rules->n && !walk.found; i++) {
		const struct rule *rule = &rules->rule[i];

		if (!slice_eq(rule->id, finding[FINDING_RULE]) ||
		    !rules_cover(rules, rule, figures->head[FACT_FORM]))
			continue;
		part_range(&walk, rule);
		if (!ranges_over(rule, &walk))
			continue;
		walk.terms = 0;
		walk.depth = 0;
		for (size_t c = 0; c < rule->condition.codes && !walk.found; c++)
			step(&walk, &rule->condition, c);
	}
	return walk.found;
}

int
sides_stated(const struct sides *sides)
{
	bool left = sides->left == 1 && !sides->term[0].previous;
	bool right = sides->right == 1 && !sides->term[sides->left].previous;

	return right ? 1 : left ? 0 : -1;
}
