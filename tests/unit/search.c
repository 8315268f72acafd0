/* The search for the smallest sets of wrong cells, against GLPK's integer
 * programming as an oracle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glpk.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"
#include "record/amount.h"
#include "repair/search.h"

/* A table whose last row and column are the sums of the others. */
enum { ROWS = 6, COLUMNS = 4, CELLS = ROWS * COLUMNS, CASES = 120 };

static const struct rule     rule = { .level = LEVEL_ERROR };
static const struct instance instance = { .rule = &rule };

static unsigned random_state = 20211231;

static unsigned
random_below(unsigned n)
{
	random_state = random_state * 1664525 + 1013904223;
	return random_state / 65536 % n;
}

static void
fill_table(long long cell[ROWS][COLUMNS])
{
	for (int r = 0; r < ROWS; r++)
		for (int c = 0; c < COLUMNS; c++)
			cell[r][c] = r < ROWS - 1 && c < COLUMNS - 1 ?
			    random_below(20) : 0;
	for (int r = 0; r < ROWS - 1; r++)
		for (int c = 0; c < COLUMNS - 1; c++) {
			cell[r][COLUMNS - 1] += cell[r][c];
			cell[ROWS - 1][c] += cell[r][c];
			cell[ROWS - 1][COLUMNS - 1] += cell[r][c];
		}
}

static void
new_equation(struct system *system)
{
	system->equation[system->equations++] = (struct equation){
	    .first = system->terms, .is_hard = true, .origin = &instance };
}

static void
close_equation(struct system *system, struct equation *e)
{
	e->residual = 0;
	for (size_t t = e->first; t < e->first + e->terms; t++)
		e->residual -= system->term[t].coefficient *
		    system->variable[system->term[t].variable].amount;
}

static void
build(struct system *system, long long cell[ROWS][COLUMNS])
{
	system->equations = system->terms = 0;
	system->variables = CELLS;
	for (size_t v = 0; v < CELLS; v++)
		system->variable[v] = (struct variable){
		    .amount = cell[v / COLUMNS][v % COLUMNS] * AMOUNT_ONE,
		    .weight = WEIGHT_CELL };
	for (size_t r = 0; r < ROWS; r++) {
		new_equation(system);
		for (size_t c = 0; c < COLUMNS; c++)
			system_add_term(system, (unsigned)(r * COLUMNS + c),
			    c < COLUMNS - 1 ? 1 : -1);
		close_equation(system,
		    &system->equation[system->equations - 1]);
	}
	for (size_t c = 0; c < COLUMNS; c++) {
		new_equation(system);
		for (size_t r = 0; r < ROWS; r++)
			system_add_term(system, (unsigned)(r * COLUMNS + c),
			    r < ROWS - 1 ? 1 : -1);
		close_equation(system,
		    &system->equation[system->equations - 1]);
	}
}

/* A cell left empty may be anything from 0, and costs nothing. */
static void
blank(struct system *system, size_t cell)
{
	system->variable[cell].amount = 0;
	system->variable[cell].weight = WEIGHT_FREE;
	for (size_t e = 0; e < system->equations; e++)
		close_equation(system, &system->equation[e]);
}

/* The least cost by integer programming: cell v becomes v + up - down, and
 * either move takes the binary that costs. */
static unsigned
oracle(const struct system *system)
{
	enum { MOST = 1000 };
	glp_prob *p = glp_create_prob();
	glp_iocp  parameters;
	int       n = (int)system->variables, index[2 * CELLS + 1], row;
	double    value[2 * CELLS + 1];
	unsigned  cost;

	glp_term_out(GLP_OFF);
	glp_add_cols(p, 2 * n);
	for (int v = 1; v <= n; v++) {
		double amount = (double)system->variable[v - 1].amount /
		    AMOUNT_ONE;

		glp_set_col_kind(p, v, GLP_IV);
		glp_set_col_bnds(p, v, GLP_DB, -amount, MOST);
		glp_set_col_kind(p, n + v, GLP_BV);
		glp_set_obj_coef(p, n + v, system->variable[v - 1].weight);
		row = glp_add_rows(p, 2);
		/* change - MOST z <= 0, change + amount z >= 0 */
		glp_set_row_bnds(p, row, GLP_UP, 0, 0);
		index[1] = v, value[1] = 1;
		index[2] = n + v, value[2] = -MOST;
		glp_set_mat_row(p, row, 2, index, value);
		glp_set_row_bnds(p, row + 1, GLP_LO, 0, 0);
		value[2] = amount > 0 ? amount : 1e-9;
		glp_set_mat_row(p, row + 1, 2, index, value);
	}
	for (size_t e = 0; e < system->equations; e++) {
		const struct equation *q = &system->equation[e];
		int                    k = 0;

		for (size_t t = q->first; t < q->first + q->terms; t++) {
			index[++k] = (int)system->term[t].variable + 1;
			value[k] = system->term[t].coefficient;
		}
		row = glp_add_rows(p, 1);
		glp_set_row_bnds(p, row, GLP_FX,
		    (double)system->equation[e].residual / AMOUNT_ONE, 0);
		glp_set_mat_row(p, row, k, index, value);
	}
	glp_init_iocp(&parameters);
	parameters.presolve = GLP_ON;
	assert_int_equal(glp_intopt(p, &parameters), 0);
	cost = (unsigned)(glp_mip_obj_val(p) + 0.5);
	glp_delete_prob(p);
	return cost;
}

static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static const struct effort effort = { 10000000, 0 };

/* As many cells as there are faults are changed; the least cost is GLPK's. */
static void
test_least_cost(void **state)
{
	struct system *system = memory_get(sizeof(*system));
	struct search *search = memory_get(sizeof(*search));
	double         ours = 0, theirs = 0;

	(void)state;
	*search = (struct search){ .sets = 0 };
	system->term = NULL;
	system->term_room = 0;
	for (unsigned i = 0; i < CASES; i++) {
		long long cell[ROWS][COLUMNS];
		unsigned  want;
		double    start;

		fill_table(cell);
		for (unsigned k = 0; k <= i % 4; k++)
			cell[random_below(ROWS)][random_below(COLUMNS)] +=
			    1 + random_below(30);
		build(system, cell);
		for (unsigned k = 0; k < i % 7; k++)
			blank(system, random_below(CELLS));
		start = seconds();
		search_run(search, system, ~0U, &effort);
		ours += seconds() - start;
		start = seconds();
		want = oracle(system);
		theirs += seconds() - start;
		assert_false(search->is_cut);
		assert_true(search->sets > 0);
		assert_int_equal(search->set[0].cost, want);
	}
	print_message("# %d tables: %.2f ms each, GLPK %.2f ms for one set\n",
	    CASES, 1000 * ours / CASES, 1000 * theirs / CASES);
	search_free(search);
	system_free(system);
	free(search);
	free(system);
}

/* A wrong cell inside the table is found, and only it. */
static void
test_one_fault(void **state)
{
	struct system *system = memory_get(sizeof(*system));
	struct search *search = memory_get(sizeof(*search));

	(void)state;
	*search = (struct search){ .sets = 0 };
	system->term = NULL;
	system->term_room = 0;
	for (unsigned v = 0; v < CELLS; v++) {
		long long cell[ROWS][COLUMNS], right;

		fill_table(cell);
		right = cell[v / COLUMNS][v % COLUMNS];
		cell[v / COLUMNS][v % COLUMNS] += 1 + random_below(9);
		build(system, cell);
		search_run(search, system, ~0U, &effort);
		assert_int_equal(search->sets, 1);
		assert_int_equal(search->set[0].cells, 1);
		assert_int_equal(search->set[0].variable[0], v);
		assert_true(search->set[0].amount[0] == right * AMOUNT_ONE);
	}
	search_free(search);
	system_free(system);
	free(search);
	free(system);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_least_cost),
		cmocka_unit_test(test_one_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
