#include "claims.h"

#include <stdlib.h>

#include "base/glob.h"
#include "base/memory.h"

/* Whether R is one cell of this report. */
static bool
is_one_cell(const struct reference *r)
{
	return r->fold == FOLD_SUM && !r->is_pattern && !r->previous &&
	    !r->earlier && r->col.n > 0;
}

/* Adds the claim of ITEM that the references A and B, which RULE holds equal, make. */
static void
add_claim(struct claims *claims, const struct rule *rule, struct slice item,
    const struct reference *a, const struct reference *b)
{
	struct claim claim = { rule, { "", 0 },
	    reference_item(b, item, &claims->names), b->col };

	claim.item = reference_item(a, item, &claims->names);
	if (!slice_is(a->col, "count") || !slice_eq(claim.item, item) ||
	    slice_starts(claim.cell_item, SLICE("prose.")) ||
	    slice_starts(claim.cell_item, SLICE("structure.")))
		return;
	*MEMORY_APPEND(claims->claim, claims->n, claims->room) = claim;
}

/* The claims of ITEM in RULE: a cell and a cell that are compared, as equal. */
static void
collect_of(struct claims *claims, const struct rule *rule, struct slice item)
{
	const struct expression *e = &rule->condition;

	for (size_t c = 0; c + 3 < e->codes; c++) {
		const struct instruction *code = e->code + c;
		const struct reference   *a, *b;

		if (code[0].operation != OP_CELLS ||
		    code[1].operation != OP_CELLS ||
		    code[2].operation != OP_AMOUNT ||
		    code[3].operation != OP_EQUAL)
			continue;
		a = &e->reference[code[0].argument];
		b = &e->reference[code[1].argument];
		if (is_one_cell(a) && is_one_cell(b))
			add_claim(claims, rule, item, a, b);
	}
}

void
claims_collect(struct claims *claims, const struct rules *rules)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rule[i];

		for (size_t k = 0; rule->range == RANGE_ITEM &&
		    k < rule->items; k++)
			if (slice_starts(rule->item[k], SLICE("prose.")) &&
			    !glob_is(rule->item[k]))
				collect_of(claims, rule, rule->item[k]);
	}
}

void
claims_note(const struct claims *claims, const struct rules *rules,
    struct figures *figures)
{
	for (size_t i = 0; i < claims->n; i++) {
		const struct claim *claim = &claims->claim[i];
		size_t              sentence, cell;

		sentence = figures_find(figures, claim->item, SLICE("count"));
		if (sentence == FIGURE_NONE)
			continue;
		cell = figures_find(figures, claim->cell_item, claim->cell_col);
		if (cell != FIGURE_NONE &&
		    figures->sentence[cell] == FIGURE_NONE &&
		    rules_cover(rules, claim->rule, figures->head[FACT_FORM]))
			figures->sentence[cell] = sentence;
	}
}

void
claims_free(struct claims *claims)
{
	free(claims->claim);
	arena_free(&claims->names);
}
