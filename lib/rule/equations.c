#include "equations.h"

#include <stdlib.h>

#include "base/memory.h"

struct equation_of_rule {
	const struct rule *rule;
	enum check_kind    kind;
	long long          constant;
	signed char       *coefficient;	/* by variable */
};

/* Coefficients are reckoned with modulo a prime: no fractions, no overflow. */
enum { PRIME = 2147483647 };

static long long
modulo(long long a)
{
	return (a % PRIME + PRIME) % PRIME;
}

/* 1 / A, as A to the power of PRIME - 2 (Fermat). */
static long long
inverse(long long a)
{
	long long result = 1;

	for (long long power = PRIME - 2; power > 0; power >>= 1) {
		if ((power & 1) != 0)
			result = result * a % PRIME;
		a = a * a % PRIME;
	}
	return result;
}

static size_t
variable_of(struct equations *all, const struct linear_term *term)
{
	unsigned variable = 2 * term->number + term->previous;
	size_t   i = 0;

	while (i < all->variables && all->variable[i] != variable)
		i++;
	if (i < all->variables)
		return i;
	all->variable = memory_room(all->variable, &all->variable_room,
	    all->variables, sizeof(*all->variable));
	all->variable[all->variables++] = variable;
	return i;
}

/* Alternatives have no checks that all hold. */
static bool
is_linear(const struct instance *instance)
{
	const struct expression *e = &instance->rule->condition;

	for (size_t i = 0; i < e->codes; i++)
		if (e->code[i].operation == OP_OR)
			return false;
	return instance->checks > 0;
}

static void
add(struct equations *all, const struct plan *plan,
    const struct instance *instance, const struct linear_check *check)
{
	struct equation_of_rule *equation;

	all->equation = memory_room(all->equation, &all->room, all->n,
	    sizeof(*all->equation));
	equation = &all->equation[all->n++];
	*equation = (struct equation_of_rule){ instance->rule, check->kind,
	    check->constant, memory_get(all->variables) };
	memset(equation->coefficient, 0, all->variables);
	for (unsigned t = check->term; t < check->term + check->terms; t++)
		equation->coefficient[variable_of(all, &plan->term[t])] +=
		    plan->term[t].negative ? -1 : 1;
}

void
equations_of(struct equations *all, const struct plan *plan,
    const struct names *names)
{
	*all = (struct equations){ .names = names };
	for (size_t t = 0; t < plan->terms; t++)
		variable_of(all, &plan->term[t]);
	for (size_t i = 0; i < plan->instances; i++)
		for (unsigned c = 0; is_linear(&plan->instance[i]) &&
		    c < plan->instance[i].checks; c++)
			add(all, plan, &plan->instance[i], &plan->check
			    [plan->instance[i].check + c]);
}

/* 1 where the cells of A are those of B, -1 where their signs differ, else 0. */
static int
likeness(const struct equations *all, const struct equation_of_rule *a,
    const struct equation_of_rule *b)
{
	bool same = true, opposite = true;

	for (size_t v = 0; v < all->variables; v++) {
		same &= a->coefficient[v] == b->coefficient[v];
		opposite &= a->coefficient[v] == -b->coefficient[v];
	}
	return same ? 1 : opposite ? -1 : 0;
}

/* What B alone makes of A, which has the same cells with SIGN.  A says that S + a
 * is 0, or at most 0; B that SIGN * S + b is. */
static enum relation
compare(const struct equation_of_rule *a, const struct equation_of_rule *b,
    int sign)
{
	long long value = -sign * b->constant + a->constant;

	if (b->kind == CHECK_EQUAL)	/* then S + a is this */
		return a->kind == CHECK_EQUAL ? value == 0 ?
		    RELATION_FOLLOWS : RELATION_CONTRADICTS :
		    value <= 0 ? RELATION_FOLLOWS : RELATION_CONTRADICTS;
	/* S + a is at most, or with other signs at least, this. */
	if (sign > 0)
		return a->kind == CHECK_AT_MOST && value <= 0 ?
		    RELATION_FOLLOWS : RELATION_NONE;
	return value > 0 ? RELATION_CONTRADICTS : RELATION_NONE;
}

static enum relation
relation_to_one(const struct equations *all, const struct equation_of_rule *a,
    rule_pair_fn *is_other, const struct rule **other)
{
	enum relation found = RELATION_NONE;

	for (size_t i = 0; i < all->n && a->kind != CHECK_INTEGER; i++) {
		const struct equation_of_rule *b = &all->equation[i];
		enum relation                  relation;
		int                            sign;

		if (b->kind == CHECK_INTEGER || !is_other(a->rule, b->rule) ||
		    (sign = likeness(all, a, b)) == 0)
			continue;
		relation = compare(a, b, sign);
		if (relation > found) {
			found = relation;
			*other = b->rule;
		}
	}
	return found;
}

/* Rows of coefficients and a constant, each reduced by those before it. */
struct matrix {
	size_t     width;	/* variables, and the constant */
	long long *row;
	size_t    *pivot;
	size_t     rows;
};

/* Takes the rows of MATRIX away from ROW until their pivots are 0 in it. */
static void
reduce(const struct matrix *matrix, long long *row)
{
	for (size_t r = 0; r < matrix->rows; r++) {
		const long long *by = matrix->row + r * matrix->width;
		long long        times = row[matrix->pivot[r]];

		for (size_t v = 0; times != 0 && v < matrix->width; v++)
			row[v] = modulo(row[v] - times * by[v] % PRIME);
	}
}

static void
fill(const struct equations *all, const struct equation_of_rule *equation,
    long long *row)
{
	for (size_t v = 0; v < all->variables; v++)
		row[v] = modulo(equation->coefficient[v]);
	row[all->variables] = modulo(equation->constant);
}

/* The first of ROW's coefficients that is not 0; VARIABLES if all are. */
static size_t
pivot_of(const long long *row, size_t variables)
{
	size_t v = 0;

	while (v < variables && row[v] == 0)
		v++;
	return v;
}

static void
add_row(const struct equations *all, struct matrix *matrix,
    const struct equation_of_rule *equation)
{
	long long *row = matrix->row + matrix->rows * matrix->width;
	size_t     pivot;
	long long  factor;

	fill(all, equation, row);
	reduce(matrix, row);
	pivot = pivot_of(row, all->variables);
	if (pivot == all->variables)
		return;
	factor = inverse(row[pivot]);
	for (size_t v = 0; v < matrix->width; v++)
		row[v] = row[v] * factor % PRIME;
	matrix->pivot[matrix->rows++] = pivot;
}

/* Whether RULE has VARIABLE in one of its equations. */
static bool
has_variable(const struct equations *all, const struct rule *rule, size_t variable)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->equation[i].rule == rule &&
		    all->equation[i].coefficient[variable] != 0)
			return true;
	return false;
}

/* Whether all reports to which RULE applies have the cells of EQUATION: those of
 * tables, and of the sentences that it speaks of itself. */
static bool
applies_with(const struct equations *all, const struct rule *rule,
    const struct equation_of_rule *equation)
{
	for (size_t v = 0; v < all->variables; v++)
		if (equation->coefficient[v] != 0 &&
		    slice_starts(all->names->name[all->variable[v] / 2].item,
		    SLICE("prose.")) && !has_variable(all, rule, v))
			return false;
	return true;
}

/* The equalities of the rules that are others of RULE. */
static void
eliminate(const struct equations *all, const struct rule *rule,
    rule_pair_fn *is_other, struct matrix *matrix)
{
	*matrix = (struct matrix){ .width = all->variables + 1 };
	matrix->row = memory_get((all->n + 1) * matrix->width *
	    sizeof(*matrix->row));
	matrix->pivot = memory_get((all->n + 1) * sizeof(*matrix->pivot));
	for (size_t i = 0; i < all->n; i++)
		if (all->equation[i].kind == CHECK_EQUAL &&
		    is_other(rule, all->equation[i].rule) &&
		    applies_with(all, rule, &all->equation[i]))
			add_row(all, matrix, &all->equation[i]);
}

static enum relation
relation_to_all(const struct equations *all, const struct matrix *matrix,
    const struct equation_of_rule *equation)
{
	long long *row = matrix->row + matrix->rows * matrix->width;

	if (equation->kind != CHECK_EQUAL)
		return RELATION_NONE;
	fill(all, equation, row);
	reduce(matrix, row);
	if (pivot_of(row, all->variables) < all->variables)
		return RELATION_NONE;
	return row[all->variables] == 0 ? RELATION_FOLLOWS :
	    RELATION_CONTRADICTS;
}

static enum relation
relation_of(const struct equations *all, const struct matrix *matrix,
    const struct equation_of_rule *equation, rule_pair_fn *is_other,
    const struct rule **other)
{
	enum relation by_one = relation_to_one(all, equation, is_other, other);
	enum relation by_all = relation_to_all(all, matrix, equation);

	return by_one > by_all ? by_one : by_all;
}

enum relation
equations_relation(const struct equations *all, const struct rule *rule,
    rule_pair_fn *is_other, const struct rule **other)
{
	enum relation worst = RELATION_NONE;
	bool          follows = true, has = false;
	struct matrix matrix;

	eliminate(all, rule, is_other, &matrix);
	for (size_t i = 0; i < all->n; i++) {
		enum relation relation;

		if (all->equation[i].rule != rule)
			continue;
		has = true;
		relation = relation_of(all, &matrix, &all->equation[i],
		    is_other, other);
		follows &= relation == RELATION_FOLLOWS;
		if (relation == RELATION_CONTRADICTS)
			worst = relation;
	}
	free(matrix.row);
	free(matrix.pivot);
	return worst != RELATION_NONE || !has || !follows ? worst :
	    RELATION_FOLLOWS;
}

void
equations_free(struct equations *all)
{
	for (size_t i = 0; i < all->n; i++)
		free(all->equation[i].coefficient);
	free(all->equation);
	free(all->variable);
	*all = (struct equations){ .n = 0 };
}
