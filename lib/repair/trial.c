#include "trial.h"

#include <stdlib.h>

#include "base/memory.h"
#include "evidence.h"

static void
add_cell(struct trial *t, struct trial_cell cell)
{
	cell.now = cell.stands;
	cell.is_free = cell.stands_free;
	*MEMORY_APPEND(t->cell, t->cells, t->cell_room) = cell;
}

static void
add_variables(struct trial *t)
{
	t->cells = 0;
	for (size_t i = 0; i < t->system->variables; i++) {
		const struct variable *v = &t->system->variable[i];

		/* What a bound leaves over is counted from 0. */
		add_cell(t, (struct trial_cell){ .cell = v->cell,
		    .previous = v->previous, .is_signed = v->is_signed,
		    .stands = v->cell != NULL ? v->amount : 0,
		    .stands_free = v->weight == WEIGHT_FREE });
	}
}

/* Finds the cells of the report's tables, and adds those that no identity
 * has. */
static void
place_cells(struct trial *t, const struct report *report)
{
	t->places = report->layouts;
	for (size_t p = 0; p < t->places; p++) {
		t->at = memory_room(t->at, &t->at_room, p, sizeof(*t->at));
		t->at[p] = ~0U;
	}
	for (unsigned i = 0; i < t->cells; i++)
		if (t->cell[i].cell != NULL && !t->cell[i].previous &&
		    t->cell[i].cell->source == SOURCE_TABLE)
			t->at[t->cell[i].cell->place] = i;
	for (size_t p = 0; p < t->places; p++) {
		const struct report_cell *cell;

		if (t->at[p] != ~0U)
			continue;
		cell = report_cell(report, report->layout[p]);
		t->at[p] = (unsigned)t->cells;
		add_cell(t, (struct trial_cell){ .cell = cell,
		    .is_signed = report->names->name[cell->number].is_signed,
		    .stands = cell->value.filled,
		    .stands_free = cell->value.missing ||
		    cell->value.unreadable });
	}
}

/* Tells each cell which equations it is in. */
static void
list_equations(struct trial *t)
{
	const struct system *s = t->system;
	unsigned             n = 0;

	for (size_t i = 0; i < s->terms; i++)
		t->of_cell = memory_room(t->of_cell, &t->of_cell_room, i,
		    sizeof(*t->of_cell));
	for (size_t e = 0; e < s->equations; e++)
		for (size_t k = 0; k < s->equation[e].terms; k++)
			t->cell[s->term[s->equation[e].first + k].variable]
			    .first++;
	for (size_t c = 0; c < t->cells; c++) {
		unsigned many = t->cell[c].first;

		t->cell[c].first = n;
		n += many;
	}
	for (unsigned e = 0; e < s->equations; e++)
		for (size_t k = 0; k < s->equation[e].terms; k++) {
			struct trial_cell *c = &t->cell
			    [s->term[s->equation[e].first + k].variable];

			t->of_cell[c->first + c->equations++] =
			    (struct trial_term){ e, s->term
			    [s->equation[e].first + k].coefficient };
		}
}

/* Counts cell C, if it is OPEN, free or lost, in ROOM: it is there BY times more, 1 or
 * -1. */
static void
count_room(struct trial_room *room, const struct trial_cell *c, bool open,
    short coefficient, int by)
{
	if (!open)
		return;
	room->rise += coefficient > 0 || c->is_signed ? by : 0;
	room->fall += coefficient < 0 || c->is_signed ? by : 0;
}

/* Works out what equation NUMBER says of the figures as they stand. */
static void
read_equation(struct trial *t, size_t number)
{
	const struct equation      *e = &t->system->equation[number];
	const struct equation_term *term = t->system->term + e->first;
	struct trial_equation      *q = &t->equation[number];

	q->stands = -e->constant;
	q->stands_room = (struct trial_room){ 0, 0 };
	for (size_t k = 0; k < e->terms; k++) {
		const struct trial_cell *c = &t->cell[term[k].variable];

		q->stands -= term[k].coefficient * c->now;
		count_room(&q->stands_room, c, c->is_free, term[k].coefficient,
		    1);
	}
	q->now = q->stands;
	q->room = q->stands_room;
}

static bool
may_hold(const struct trial_equation *q)
{
	return q->now == 0 || (q->now > 0 ? q->room.rise > 0 :
	    q->room.fall > 0);
}

static bool
is_exact(const struct trial_equation *q)
{
	return q->room.rise == 0 && q->room.fall == 0;
}

/* Notes which equations fail as the report stands. */
static void
read_equations(struct trial *t, unsigned parts)
{
	const struct system *s = t->system;

	memset(t->hard, 0, parts * sizeof(*t->hard));
	memset(t->soft, 0, parts * sizeof(*t->soft));
	t->stamp = t->failing = 0;
	for (size_t i = 0; i < s->equations; i++) {
		const struct equation *e = &s->equation[i];
		struct trial_equation *q;

		t->equation = memory_room(t->equation, &t->equation_room, i,
		    sizeof(*t->equation));
		q = &t->equation[i];
		*q = (struct trial_equation){ .part = system_part(s, e) };
		read_equation(t, i);
		q->fails = !may_hold(q);
		q->says = is_exact(q) ? evidence_of(q->now) : EVIDENCE_BOUND;
		t->hard[q->part] += q->fails && e->is_hard;
		t->soft[q->part] += q->fails && !e->is_hard;
	}
	for (unsigned p = 0; p < parts; p++)
		t->bit[p] = t->hard[p] + t->soft[p] > 0 ? t->failing++ :
		    FAILING_PARTS_MAX;
}

void
trial_begin(struct trial *t, const struct system *system, unsigned parts,
    const struct report *report)
{
	t->system = system;
	t->moves = 0;
	add_variables(t);
	place_cells(t, report);
	list_equations(t);
	read_equations(t, parts);
}

static struct trial_cell *
touch(struct trial *t, unsigned cell)
{
	if (!t->cell[cell].is_moved) {
		t->cell[cell].is_moved = true;
		*MEMORY_APPEND(t->moved, t->moves, t->moved_room) = cell;
	}
	return &t->cell[cell];
}

void
trial_move(struct trial *t, unsigned to, unsigned from)
{
	const struct trial_cell *source = &t->cell[from];
	struct trial_cell       *target = &t->cell[to];

	if (source->stands == target->stands &&
	    source->stands_free == target->stands_free)
		return;
	target = touch(t, to);
	target->now = source->stands;
	target->is_free = source->stands_free;
}

void
trial_put(struct trial *t, unsigned to, long long amount)
{
	struct trial_cell *target = touch(t, to);

	target->now = amount;
	target->is_free = false;
}

void
trial_lose(struct trial *t, unsigned cell)
{
	struct trial_cell *lost = touch(t, cell);

	lost->now = 0;
	lost->is_free = false;
	lost->is_lost = true;
}

void
trial_undo(struct trial *t)
{
	for (size_t i = 0; i < t->moves; i++) {
		struct trial_cell *c = &t->cell[t->moved[i]];

		c->now = c->stands;
		c->is_free = c->stands_free;
		c->is_lost = c->is_moved = false;
	}
	t->moves = 0;
}

/* Begins with equation E as it stands, unless it is one of those seen. */
static struct trial_equation *
see_equation(struct trial *t, unsigned e)
{
	struct trial_equation *q = &t->equation[e];

	if (q->stamp == t->stamp)
		return q;
	q->stamp = t->stamp;
	q->now = q->stands;
	q->room = q->stands_room;
	q->lost = 0;
	*MEMORY_APPEND(t->seen, t->seens, t->seen_room) = e;
	return q;
}

/* Lists the equations that have cells moved, and works out what these make of them, from
 * how they stand: to add their figures up anew was a third of pinpoint. */
static void
see_equations(struct trial *t)
{
	t->seens = 0;
	t->stamp++;
	for (size_t i = 0; i < t->moves; i++) {
		const struct trial_cell *c = &t->cell[t->moved[i]];

		for (unsigned k = 0; k < c->equations; k++) {
			struct trial_term      term = t->of_cell[c->first + k];
			struct trial_equation *q = see_equation(t,
			    term.equation);

			q->now -= term.coefficient * (c->now - c->stands);
			count_room(&q->room, c, c->stands_free,
			    term.coefficient, -1);
			count_room(&q->room, c, c->is_free || c->is_lost,
			    term.coefficient, 1);
			q->lost += c->is_lost;
		}
	}
}

/* Whether no identity fails among the equations seen. */
static bool
identities_hold(const struct trial *t)
{
	for (size_t i = 0; i < t->seens; i++)
		if (t->system->equation[t->seen[i]].is_hard &&
		    !may_hold(&t->equation[t->seen[i]]))
			return false;
	return true;
}

/* The term of equation E whose figure is lost; there is one. */
static const struct equation_term *
lost_term(const struct trial *t, size_t e)
{
	const struct equation_term *term =
	    t->system->term + t->system->equation[e].first;

	while (!t->cell[term->variable].is_lost)
		term++;
	return term;
}

/* Tells all its equations the figure of C, which was lost, and 0. */
static void
tell(struct trial *t, const struct trial_cell *c)
{
	for (unsigned k = 0; k < c->equations; k++) {
		struct trial_term      term = t->of_cell[c->first + k];
		struct trial_equation *q = &t->equation[term.equation];

		q->lost--;
		q->now -= term.coefficient * c->now;
		count_room(&q->room, c, true, term.coefficient, -1);
	}
}

/* Gives the one figure that equation E lost what it asks for, if that is all
 * that is open in it.  False: it asks for what cannot be. */
static bool
settle(struct trial *t, size_t e, bool *settled)
{
	const struct trial_equation *q = &t->equation[e];
	struct trial_room            rest = q->room;
	const struct equation_term  *term;
	struct trial_cell           *lost;
	long long                    asked = q->now;

	*settled = false;
	if (q->lost != 1 || rest.rise > 1 || rest.fall > 1)
		return true;
	term = lost_term(t, e);
	lost = &t->cell[term->variable];
	count_room(&rest, lost, true, term->coefficient, -1);
	if (rest.rise > 0 || rest.fall > 0)
		return true;
	*settled = true;
	lost->is_lost = false;
	lost->now = asked / term->coefficient;
	tell(t, lost);
	return asked % term->coefficient == 0 &&
	    (lost->now >= 0 || lost->is_signed);
}

/* Solves for one lost figure after the other. */
static bool
settle_all(struct trial *t, struct trial_outcome *o)
{
	bool again = true;

	while (again) {
		again = false;
		for (size_t i = 0; i < t->seens; i++) {
			size_t e = t->seen[i];
			bool   settled = false;

			if (t->system->equation[e].is_hard &&
			    !settle(t, e, &settled))
				return false;
			again |= settled;
			if (!settled || !t->equation[e].fails)
				continue;
			o->settled++;
			o->evidence -= t->equation[e].says;
		}
	}
	return true;
}

/* What it says that a bound holds, or that blanks can make equation E hold. */
static int
bound_says(const struct trial *t, size_t e)
{
	const struct equation *q = &t->system->equation[e];

	for (size_t k = q->first; k < q->first + q->terms; k++)
		if (t->cell[t->system->term[k].variable].cell == NULL)
			return EVIDENCE_BOUND;
	return 0;
}

/* Adds up what became of the equations seen, and what stands in the parts they
 * are of.  False: an identity that was not touched fails there. */
static bool
add_up(struct trial *t, struct trial_outcome *o)
{
	unsigned           hard = 0;
	unsigned long long seen_parts = 0;

	for (size_t i = 0; i < t->seens; i++) {
		const struct trial_equation *q = &t->equation[t->seen[i]];
		const struct equation       *e =
		    &t->system->equation[t->seen[i]];
		bool                         holds = may_hold(q);
		unsigned                     bit = t->bit[q->part];

		if (bit < FAILING_PARTS_MAX &&
		    !(seen_parts & 1ULL << bit)) {
			seen_parts |= 1ULL << bit;
			hard += t->hard[q->part];
			o->left += t->soft[q->part];
		}
		hard -= q->fails && e->is_hard;
		o->left += !e->is_hard && !holds;
		o->left -= !e->is_hard && q->fails;
		o->touched += q->fails;
		o->mended += q->fails && holds && is_exact(q);
		if (q->fails && holds)
			o->evidence += is_exact(q) ? q->says :
			    bound_says(t, t->seen[i]);
		o->is_error |= q->fails &&
		    e->origin->rule->level == LEVEL_ERROR;
	}
	o->parts = seen_parts;
	return hard == 0 && o->touched > 0;
}

bool
trial_judge(struct trial *t, struct trial_outcome *outcome)
{
	*outcome = (struct trial_outcome){ .left = 0 };
	see_equations(t);
	if (!identities_hold(t) || !settle_all(t, outcome) ||
	    !identities_hold(t))
		return false;
	return add_up(t, outcome);
}

bool
trial_explains(struct trial *t, struct trial_outcome *outcome)
{
	*outcome = (struct trial_outcome){ .left = 0 };
	see_equations(t);
	return identities_hold(t) && add_up(t, outcome);
}

void
trial_save(const struct trial *t, struct trial_moves *saved)
{
	saved->moves = 0;
	for (size_t i = 0; i < t->moves; i++) {
		const struct trial_cell *c = &t->cell[t->moved[i]];

		*MEMORY_APPEND(saved->move, saved->moves, saved->room) =
		    (struct trial_move){ t->moved[i], c->now, c->is_free,
		    c->is_lost };
	}
}

void
trial_restore(struct trial *t, const struct trial_moves *saved)
{
	trial_undo(t);
	for (size_t i = 0; i < saved->moves; i++) {
		const struct trial_move *move = &saved->move[i];
		struct trial_cell       *c = touch(t, move->cell);

		c->now = move->now;
		c->is_free = move->is_free;
		c->is_lost = move->is_lost;
	}
}

void
trial_rest(const struct trial *t, struct system *system)
{
	bool in[VARIABLES_MAX] = { false };

	for (size_t i = 0; i < t->moves; i++) {
		const struct trial_cell *c = &t->cell[t->moved[i]];

		for (unsigned k = 0; k < c->equations; k++)
			in[t->equation[t->of_cell[c->first + k].equation].part] =
			    true;
	}
	system_take(system, t->system, in);
	for (size_t v = 0; v < system->variables; v++) {
		const struct trial_cell *c =
		    &t->cell[system->variable[v].of_whole];

		if (c->is_moved)
			system_set(system, (unsigned)v, c->now,
			    c->is_lost || c->is_free);
	}
	system_close(system);
}

int
trial_fitted(const struct trial *t)
{
	int sum = 0;

	for (size_t i = 0; i < t->moves; i++) {
		const struct trial_cell *c = &t->cell[t->moved[i]];
		int                      most = 0;

		for (unsigned k = 0; k < c->equations; k++) {
			const struct trial_equation *q =
			    &t->equation[t->of_cell[c->first + k].equation];

			if (q->fails && q->says > most)
				most = q->says;
		}
		sum += most;
	}
	return sum;
}

void
trial_free(struct trial *t)
{
	free(t->cell);
	free(t->at);
	free(t->equation);
	free(t->of_cell);
	free(t->moved);
	free(t->seen);
}
