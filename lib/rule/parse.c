/* The parser of rule expressions: precedence climbing, one pass, no tree. */
#include "scan.h"

#include "base/digits.h"

enum { DEPTH_MAX = 40 };

/* What a subexpression yields. */
enum kind { KIND_FAILED, KIND_NUMBER, KIND_TRUTH };

static enum kind parse_level(struct parser *p, int level);

static enum kind
fail(struct parser *p, const char *reason)
{
	scan_fail(p, reason);
	return KIND_FAILED;
}

static void
emit(struct parser *p, enum operation operation, unsigned argument,
    unsigned second, int stack)
{
	struct expression *e = p->e;

	p->stack += stack;
	if (e->codes == EXPRESSION_PARTS || p->stack > EXPRESSION_STACK) {
		fail(p, "expression too long");
		return;
	}
	e->code[e->codes++] = (struct instruction){ operation,
	    (unsigned short)argument, (unsigned short)second };
}

static void
emit_amount(struct parser *p, long long amount)
{
	struct expression *e = p->e;

	if (e->constants == EXPRESSION_PARTS) {
		fail(p, "expression too long");
		return;
	}
	e->constant[e->constants] = amount;
	emit(p, OP_AMOUNT, e->constants++, 0, 1);
}

static enum kind
emit_reference(struct parser *p, struct reference *r)
{
	struct expression *e = p->e;

	if (scan_accept(p, "else")) {
		r->has_fallback = true;
		if (!scan_amount(p, &r->fallback))
			return KIND_FAILED;
	}
	if (e->references == EXPRESSION_PARTS)
		return fail(p, "expression too long");
	e->pasts += r->previous || r->earlier;
	e->uses_previous |= r->previous;
	e->needs_previous |= r->previous && !r->has_fallback;
	e->uses_history |= r->fold == FOLD_HIGHEST || r->fold == FOLD_LOWEST;
	e->reference[e->references] = *r;
	emit(p, OP_CELLS, e->references++, 0, 1);
	return KIND_NUMBER;
}

/* Functions of cells. */
static const struct {
	const char *name;
	enum fold   fold;
	bool        previous, earlier;
} folds[] = {
	{ "sum(", FOLD_SUM, false, false },
	{ "prev(", FOLD_SUM, true, false },
	{ "earlier(", FOLD_SUM, false, true },
	{ "greatest(", FOLD_GREATEST, false, false },
	{ "least(", FOLD_LEAST, false, false },
	{ "count(", FOLD_COUNT, false, false },
	{ "blank(", FOLD_BLANK, false, false },
	{ "zeros(", FOLD_ZEROS, false, false },
	{ "absent(", FOLD_ABSENT, false, false },
	{ "unreadable(", FOLD_UNREADABLE, false, false },
	{ "highest(", FOLD_HIGHEST, false, false },
	{ "lowest(", FOLD_LOWEST, false, false },
	{ "digit(", FOLD_DIGIT, false, false },
	{ "plain(", FOLD_PLAIN, false, false },
};

static enum kind
parse_fold(struct parser *p, size_t i)
{
	struct reference r;

	scan_space(p);
	if (!scan_reference(p, &r))
		return KIND_FAILED;
	r.fold = folds[i].fold;
	r.previous = folds[i].previous;
	r.earlier = folds[i].earlier;
	return scan_expect(p, ")") ? emit_reference(p, &r) : KIND_FAILED;
}

/* like(org, 'a|b') or like(CELL, 'a|b'): the text behind the figure. */
static enum kind
parse_like(struct parser *p)
{
	struct expression *e = p->e;
	unsigned           reference = ORG_REFERENCE;
	const char        *quote;

	if (!scan_accept(p, "org")) {
		scan_space(p);
		if (e->references == EXPRESSION_PARTS ||
		    !scan_reference(p, &e->reference[e->references]))
			return fail(p, "expected a cell");
		reference = e->references++;
	}
	if (!scan_expect(p, ",") || !scan_expect(p, "'"))
		return KIND_FAILED;
	quote = memchr(p->text.p + p->at, '\'', p->text.n - p->at);
	if (quote == NULL || e->texts == EXPRESSION_PARTS)
		return fail(p, "text without its closing '");
	e->text[e->texts] = (struct slice){ p->text.p + p->at,
	    (size_t)(quote - p->text.p) - p->at };
	p->at += e->text[e->texts].n + 1;
	emit(p, OP_LIKE, reference, e->texts++, 1);
	return scan_expect(p, ")") ? KIND_TRUTH : KIND_FAILED;
}

/* Functions of numbers. */
static const struct {
	const char    *name;
	enum operation operation;
	int            arguments;
	enum kind      kind;
} functions[] = {
	{ "max(", OP_GREATER, 2, KIND_NUMBER },
	{ "min(", OP_LESSER, 2, KIND_NUMBER },
	{ "date(", OP_DATE, 3, KIND_NUMBER },
	{ "integer(", OP_INTEGER, 1, KIND_TRUTH },
};

enum { LEVEL_IMPLIES, LEVEL_OR, LEVEL_AND, LEVEL_NOT, LEVEL_COMPARE,
	LEVEL_ADD, LEVEL_MULTIPLY, LEVEL_PRIMARY };

static enum kind
parse_function(struct parser *p, size_t i)
{
	for (int n = 0; n < functions[i].arguments; n++) {
		if (n > 0 && !scan_expect(p, ","))
			return KIND_FAILED;
		if (parse_level(p, LEVEL_ADD) != KIND_NUMBER)
			return fail(p, "expected a number");
	}
	if (!scan_expect(p, ")"))
		return KIND_FAILED;
	emit(p, functions[i].operation, 0, 0, 1 - functions[i].arguments);
	return functions[i].kind;
}

/* Words that stand for a figure of the report or of the list at hand. */
static const struct {
	const char    *word;
	enum operation operation;
	unsigned       argument;
} figures[] = {
	{ "year", OP_YEAR, 0 },
	{ "form", OP_FORM, 0 },
	{ "since", OP_SINCE, 0 },
	{ "repeated", OP_REPEATED, 0 },
	{ "differing", OP_DIFFERING, 0 },
	{ "figures", OP_FIGURES, 0 },
	{ "head", OP_LIST, LIST_HEAD },
	{ "parts", OP_LIST, LIST_PARTS },
	{ "shares", OP_LIST, LIST_SHARES },
	{ "members", OP_LIST, LIST_COUNT },
	{ "percents", OP_LIST, LIST_PERCENTS },
	{ "exhaustive", OP_LIST, LIST_EXHAUSTIVE },
	{ "linked", OP_LIST, LIST_LINKED },
	{ "results", OP_LIST, LIST_RESULTS },
	{ "part", OP_LIST, LIST_PART },
	{ "share", OP_LIST, LIST_SHARE },
	{ "digit", OP_LIST, LIST_DIGIT },
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* Steps over WORD if it comes next, behind no space. */
static inline bool
accept(struct parser *p, const char *word)
{
	return p->at < p->text.n && p->text.p[p->at] == word[0] &&
	    scan_accept(p, word);
}

static enum kind
parse_primary(struct parser *p)
{
	struct reference r;
	long long        amount;
	enum kind        kind;

	scan_space(p);
	if (accept(p, "(")) {
		kind = parse_level(p, LEVEL_IMPLIES);
		return kind != KIND_FAILED && scan_expect(p, ")") ? kind :
		    KIND_FAILED;
	}
	for (size_t i = 0; i < LENGTH(folds); i++)
		if (accept(p, folds[i].name))
			return parse_fold(p, i);
	for (size_t i = 0; i < LENGTH(functions); i++)
		if (accept(p, functions[i].name))
			return parse_function(p, i);
	if (accept(p, "like("))
		return parse_like(p);
	for (size_t i = 0; i < LENGTH(figures); i++)
		if (accept(p, figures[i].word)) {
			emit(p, figures[i].operation, figures[i].argument, 0,
			    1);
			return KIND_NUMBER;
		}
	if (p->at < p->text.n && is_digit(p->text.p[p->at])) {
		if (!scan_amount(p, &amount))
			return KIND_FAILED;
		emit_amount(p, amount);
		return KIND_NUMBER;
	}
	return scan_reference(p, &r) ? emit_reference(p, &r) : KIND_FAILED;
}

/* Operators between two operands, longest first within a level. */
static const struct {
	const char    *sign;
	int            level;
	enum operation operation;
	enum kind      operands, result;
} operators[] = {
	{ "=>", LEVEL_IMPLIES, OP_IMPLIES, KIND_TRUTH, KIND_TRUTH },
	{ "or", LEVEL_OR, OP_OR, KIND_TRUTH, KIND_TRUTH },
	{ "and", LEVEL_AND, OP_AND, KIND_TRUTH, KIND_TRUTH },
	{ "!=", LEVEL_COMPARE, OP_UNEQUAL, KIND_NUMBER, KIND_TRUTH },
	{ "<=", LEVEL_COMPARE, OP_AT_MOST, KIND_NUMBER, KIND_TRUTH },
	{ ">=", LEVEL_COMPARE, OP_AT_LEAST, KIND_NUMBER, KIND_TRUTH },
	{ "= ", LEVEL_COMPARE, OP_EQUAL, KIND_NUMBER, KIND_TRUTH },
	{ "< ", LEVEL_COMPARE, OP_BELOW, KIND_NUMBER, KIND_TRUTH },
	{ "> ", LEVEL_COMPARE, OP_ABOVE, KIND_NUMBER, KIND_TRUTH },
	{ "+", LEVEL_ADD, OP_ADD, KIND_NUMBER, KIND_NUMBER },
	{ "- ", LEVEL_ADD, OP_SUBTRACT, KIND_NUMBER, KIND_NUMBER },
	{ "*", LEVEL_MULTIPLY, OP_MULTIPLY, KIND_NUMBER, KIND_NUMBER },
	{ "/", LEVEL_MULTIPLY, OP_DIVIDE, KIND_NUMBER, KIND_NUMBER },
};

/* The tolerance of a comparison: `within 1', or none. */
static void
parse_tolerance(struct parser *p)
{
	if (!scan_accept(p, "within"))
		emit_amount(p, 0);
	else if (parse_level(p, LEVEL_ADD) != KIND_NUMBER)
		fail(p, "expected a number");
}

static enum kind
parse_right(struct parser *p, size_t i, enum kind left)
{
	int level = operators[i].level;

	if (left != operators[i].operands)
		return fail(p, operators[i].operands == KIND_NUMBER ?
		    "a number is wanted before this" :
		    "a condition is wanted before this");
	if (operators[i].operation == OP_IMPLIES) {
		p->e->consequent = p->e->codes;
		p->e->premises = p->e->references;
	}
	if (parse_level(p, level + 1) != operators[i].operands)
		return fail(p, operators[i].operands == KIND_NUMBER ?
		    "expected a number" : "expected a condition");
	if (level == LEVEL_COMPARE)
		parse_tolerance(p);
	emit(p, operators[i].operation, 0, 0, level == LEVEL_COMPARE ? -2 : -1);
	return operators[i].result;
}

static enum kind
parse_prefix(struct parser *p, int level)
{
	enum kind kind;

	scan_space(p);
	if (level <= LEVEL_NOT && accept(p, "not")) {
		if (parse_level(p, LEVEL_NOT) != KIND_TRUTH)
			return fail(p, "expected a condition");
		emit(p, OP_NOT, 0, 0, 0);
		return KIND_TRUTH;
	}
	if (level <= LEVEL_MULTIPLY && accept(p, "- ")) {
		kind = parse_primary(p);
		emit(p, OP_NEGATIVE, 0, 0, 0);
		return kind;
	}
	return parse_primary(p);
}

/* Steps over the operator that comes next, if it is of LEVEL or binds closer.
 * Returns its number. */
static size_t
next_operator(struct parser *p, int level)
{
	size_t i = 0;

	scan_space(p);
	while (i < LENGTH(operators) && (operators[i].level < level ||
	    !accept(p, operators[i].sign)))
		i++;
	return i;
}

/* What stands between operators that bind less than LEVEL. */
static enum kind
parse_level(struct parser *p, int level)
{
	enum kind kind;
	size_t    i;

	if (p->depth == DEPTH_MAX)
		return fail(p, "nested too deeply");
	p->depth++;
	kind = parse_prefix(p, level);
	while (p->reason == NULL &&
	    (i = next_operator(p, level)) < LENGTH(operators))
		kind = parse_right(p, i, kind);
	p->depth--;
	return p->reason == NULL ? kind : KIND_FAILED;
}

static void *
keep(struct arena *arena, const void *from, size_t n)
{
	void *copy = arena_alloc(arena, n);

	if (n > 0)
		memcpy(copy, from, n);
	return copy;
}

const char *
expression_parse(struct slice text, struct arena *arena, struct expression *e,
    size_t *at)
{
	struct instruction code[EXPRESSION_PARTS];
	struct reference   reference[EXPRESSION_PARTS];
	long long          constant[EXPRESSION_PARTS];
	struct slice       texts[EXPRESSION_PARTS];
	struct parser      p = { .text = text, .e = e };

	*e = (struct expression){ .code = code, .reference = reference,
	    .constant = constant, .text = texts };
	if (parse_level(&p, LEVEL_IMPLIES) == KIND_NUMBER)
		fail(&p, "expected a comparison");
	scan_space(&p);
	if (p.at < text.n)
		fail(&p, "not understood from here");
	*at = p.reason_at;
	e->code = keep(arena, code, e->codes * sizeof(*code));
	e->reference = keep(arena, reference,
	    e->references * sizeof(*reference));
	e->constant = keep(arena, constant, e->constants * sizeof(*constant));
	e->text = keep(arena, texts, e->texts * sizeof(*texts));
	return p.reason;
}
