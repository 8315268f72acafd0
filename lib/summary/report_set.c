#include "report_set.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

enum { PACKED_MAX = 40 };	/* bytes of a statement */

/* A statement is packed as the difference of its group and of its cell from the
 * last one's, a byte for its state, and its value if it has one: whole, or in
 * millionths. */
enum { PACKED_STATE = 7, PACKED_WHOLE = 8 };

static bool
has_value(enum fact_state state)
{
	return state == STATE_NUMBER || state == STATE_APPROX;
}

static unsigned char *
put(unsigned char *p, long long number)
{
	unsigned long long n = (unsigned long long)number << 1 ^
	    (number < 0 ? ~0ULL : 0);

	for (; n >= 0x80; n >>= 7)
		*p++ = (unsigned char)(n | 0x80);
	*p++ = (unsigned char)n;
	return p;
}

static const unsigned char *
take(const unsigned char *p, long long *number)
{
	unsigned long long n = 0;
	unsigned           shift = 0;

	for (; *p >= 0x80; shift += 7)
		n |= (unsigned long long)(*p++ & 0x7F) << shift;
	n |= (unsigned long long)*p++ << shift;
	*number = (long long)(n >> 1) ^ -(long long)(n & 1);
	return p;
}

static unsigned char *
pack(unsigned char *p, const struct statement *s, const struct statement *last)
{
	bool is_whole = s->value % AMOUNT_ONE == 0;

	p = put(p, (long long)s->group - (long long)last->group);
	p = put(p, (long long)s->cell - (long long)last->cell);
	*p++ = (unsigned char)((unsigned)s->state |
	    (is_whole ? PACKED_WHOLE : 0));
	return has_value(s->state) ? put(p, is_whole ? s->value / AMOUNT_ONE :
	    s->value) : p;
}

static const unsigned char *
unpack(const unsigned char *p, struct statement *s)
{
	long long group, cell;
	unsigned  tag;

	p = take(take(p, &group), &cell);
	s->group += (size_t)group;
	s->cell += (size_t)cell;
	tag = *p++;
	s->state = (enum fact_state)(tag & PACKED_STATE);
	s->value = 0;
	if (!has_value(s->state))
		return p;
	p = take(p, &s->value);
	if ((tag & PACKED_WHOLE) != 0)
		s->value *= AMOUNT_ONE;
	return p;
}

void
sets_file(struct report_sets *sets, struct slice office, struct slice region,
    unsigned long long year, const struct statement statement[], size_t n)
{
	struct filed_report *report = MEMORY_APPEND(sets->report, sets->n,
	    sets->room);
	struct statement     last = { .group = 0 };
	unsigned char       *p;

	*report = (struct filed_report){ .office = offices_note(
	    &sets->offices, office, region), .year = year, .at = sets->used,
	    .statements = n, .sets = sets };
	while (sets->used + n * PACKED_MAX >= sets->bytes_room)
		sets->bytes = memory_room(sets->bytes, &sets->bytes_room,
		    sets->bytes_room, 1);
	p = sets->bytes + sets->used;
	for (size_t i = 0; i < n; i++) {
		p = pack(p, &statement[i], &last);
		last = statement[i];
		report->figures += has_value(last.state);
	}
	report->size = (size_t)(p - sets->bytes) - report->at;
	sets->used += report->size;
}

/* The order of two reports by the first statements in which they differ. */
static int
by_statements(const struct filed_report *l, const struct filed_report *r)
{
	const struct report_sets *sets = l->sets;
	const unsigned char      *p = sets->bytes + l->at;
	const unsigned char      *q = sets->bytes + r->at;
	struct statement          a = { .group = 0 }, b = { .group = 0 };
	int                       order = 0;

	if (l->size == r->size && memcmp(p, q, l->size) == 0)
		return 0;
	for (size_t i = 0; i < l->statements && i < r->statements &&
	    order == 0; i++) {
		p = unpack(p, &a);
		q = unpack(q, &b);
		order = sets->order(sets->context, &a, &b);
	}
	return order != 0 ? order : (l->statements > r->statements) -
	    (l->statements < r->statements);
}

/* Sets stand together; in each the copies that are preferred come first. */
static int
by_set(const void *left, const void *right)
{
	const struct filed_report *l = left, *r = right;

	if (l->office != r->office)
		return l->office < r->office ? -1 : 1;
	if (l->year != r->year)
		return l->year < r->year ? -1 : 1;
	if (l->figures != r->figures)
		return l->figures > r->figures ? -1 : 1;
	return l->at == r->at ? 0 : by_statements(l, r);
}

static bool
is_copy(const struct filed_report *report, const struct filed_report *other)
{
	return report->office == other->office && report->year == other->year;
}

/* Passes on all that the report says. */
static void
pass(const struct report_sets *sets, const struct filed_report *report,
    statement_fn *fn, void *context)
{
	const unsigned char *p = sets->bytes + report->at;
	struct statement     s = { .group = 0 };

	for (size_t i = 0; i < report->statements; i++) {
		p = unpack(p, &s);
		fn(context, &s);
	}
}

/* Statements of a cell stand together: first the figures, by their value, then by
 * how much the copies are preferred. */
static int
by_cell(const void *left, const void *right)
{
	const struct statement *l = left, *r = right;

	if (l->cell != r->cell)
		return l->cell < r->cell ? -1 : 1;
	if (has_value(l->state) != has_value(r->state))
		return has_value(l->state) ? -1 : 1;
	if (l->value != r->value)
		return l->value < r->value ? -1 : 1;
	return (l->copy > r->copy) - (l->copy < r->copy);
}

/* How much a cell without a figure tells: a blank more than that nobody could
 * read it. */
static int
knowledge(const struct statement *s)
{
	static const int known[STATES] = {
		[STATE_NUMBER] = 3, [STATE_APPROX] = 3, [STATE_BLANK] = 2,
		[STATE_NA] = 2, [STATE_ABSENT] = 1,
	};

	return known[s->state];
}

/* Of the N statements without a figure about one cell the one that tells most. */
static const struct statement *
most_telling(const struct statement s[], size_t n)
{
	const struct statement *best = s;

	for (size_t i = 1; i < n; i++)
		if (knowledge(&s[i]) > knowledge(best) ||
		    (knowledge(&s[i]) == knowledge(best) &&
		    s[i].copy < best->copy))
			best = &s[i];
	return best;
}

/* Which of the N statements about one cell, ordered by_cell, is taken: the first
 * of the most that agree. */
static const struct statement *
choose(struct report_sets *sets, const struct statement s[], size_t n)
{
	const struct statement *best = s;
	size_t                  most = 0, figures = 0, many;

	while (figures < n && has_value(s[figures].state)) {
		const struct statement *first = &s[figures];

		for (many = 0; figures < n && has_value(s[figures].state) &&
		    s[figures].value == first->value; many++)
			figures++;
		if (many > most || (many == most && first->copy < best->copy))
			best = first;
		most = many > most ? many : most;
	}
	if (figures == 0)
		return most_telling(s, n);
	sets->differing += most < figures;
	return best;
}

/* Adds the statements of COPY to those of the set, N already. */
static size_t
unpack_copy(struct report_sets *sets, const struct filed_report *report,
    size_t copy, size_t n)
{
	const unsigned char *p = sets->bytes + report->at;
	struct statement     s = { .copy = copy };

	for (size_t i = 0; i < report->statements; i++) {
		p = unpack(p, &s);
		*MEMORY_APPEND(sets->statement, n, sets->statement_room) = s;
	}
	return n;
}

/* Passes on what the N copies from COPY on say together. */
static void
resolve(struct report_sets *sets, const struct filed_report copy[], size_t n,
    statement_fn *fn, void *context)
{
	struct statement *merged;
	size_t            statements = 0, behind;

	for (size_t i = 0; i < n; i++)
		statements = unpack_copy(sets, &copy[i], i, statements);
	merged = sets->statement;
	if (statements > 1)
		qsort(merged, statements, sizeof(*merged), by_cell);
	for (size_t i = 0; i < statements; i += behind) {
		for (behind = 1; i + behind < statements &&
		    merged[i + behind].cell == merged[i].cell; behind++)
			;
		fn(context, choose(sets, &merged[i], behind));
	}
	sets->copies += n - 1;
}

void
sets_close(struct report_sets *sets, statement_fn *fn,
    statement_order_fn *order, void *context)
{
	size_t behind;

	sets->order = order;
	sets->context = context;
	offices_settle(&sets->offices);
	for (size_t i = 0; i < sets->n; i++)
		sets->report[i].office =
		    sets->offices.rank[sets->report[i].office];
	if (sets->n > 1)
		qsort(sets->report, sets->n, sizeof(*sets->report), by_set);
	for (size_t i = 0; i < sets->n; i += behind) {
		struct filed_report *first = &sets->report[i];

		for (behind = 1; i + behind < sets->n &&
		    is_copy(first, &first[behind]); behind++)
			;
		if (behind == 1) {
			pass(sets, first, fn, context);
			continue;
		}
		resolve(sets, first, behind, fn, context);
	}
	offices_reset(&sets->offices);
	sets->n = sets->used = 0;
}

void
sets_free(struct report_sets *sets)
{
	offices_free(&sets->offices);
	free(sets->report);
	free(sets->bytes);
	free(sets->statement);
	*sets = (struct report_sets){ .n = 0 };
}
