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
	    .statements = n };
	while (sets->used + n * PACKED_MAX >= sets->bytes_room)
		sets->bytes = memory_room(sets->bytes, &sets->bytes_room,
		    sets->bytes_room, 1);
	p = sets->bytes + sets->used;
	for (size_t i = 0; i < n; i++) {
		p = pack(p, &statement[i], &last);
		last = statement[i];
		report->figures += has_value(last.state);
	}
	sets->used = (size_t)(p - sets->bytes);
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
	return (l->hash > r->hash) - (l->hash < r->hash);
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

/* Statements of a cell stand together, the preferred copies' first. */
static int
by_cell(const void *left, const void *right)
{
	const struct statement *l = left, *r = right;

	return l->cell != r->cell ? (l->cell > r->cell) - (l->cell < r->cell) :
	    (l->copy > r->copy) - (l->copy < r->copy);
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

/* How many of the N statements have the value of number I. */
static size_t
agreeing(const struct statement s[], size_t n, size_t i)
{
	size_t many = 0;

	for (size_t k = 0; k < n; k++)
		many += has_value(s[k].state) && s[k].value == s[i].value;
	return many;
}

/* Which of the N statements about one cell, the preferred copies' first, is
 * taken. */
static const struct statement *
choose(struct report_sets *sets, const struct statement s[], size_t n)
{
	size_t best = 0, most = 0, figures = 0;

	for (size_t i = 0; i < n; i++) {
		size_t many = has_value(s[i].state) ? agreeing(s, n, i) : 0;

		figures += many > 0;
		if (many > most || (most == 0 && knowledge(&s[i]) >
		    knowledge(&s[best])))
			best = i;
		most = many > most ? many : most;
	}
	sets->differing += most < figures;
	return &s[best];
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
	struct statement *merged, *s;
	size_t            statements = 0, behind;

	for (size_t i = 0; i < n; i++)
		statements = unpack_copy(sets, &copy[i], i, statements);
	merged = sets->statement;
	if (statements > 1)
		qsort(merged, statements, sizeof(*merged), by_cell);
	for (s = merged; s < merged + statements; s += behind) {
		for (behind = 1; s + behind < merged + statements &&
		    s[behind].cell == s->cell; behind++)
			;
		fn(context, choose(sets, s, behind));
	}
	sets->copies += n - 1;
}

/* Puts the N copies in order. */
static void
order_copies(const struct report_sets *sets, struct filed_report copy[],
    size_t n, statement_hash_fn *hash, void *context)
{
	for (size_t i = 0; i < n; i++) {
		const unsigned char *p = sets->bytes + copy[i].at;
		struct statement     s = { .group = 0 };

		for (size_t k = 0; k < copy[i].statements; k++) {
			p = unpack(p, &s);
			copy[i].hash = hash(context, copy[i].hash, &s);
		}
	}
	qsort(copy, n, sizeof(*copy), by_set);
}

void
sets_close(struct report_sets *sets, statement_fn *fn, statement_hash_fn *hash,
    void *context)
{
	size_t behind;

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
		order_copies(sets, first, behind, hash, context);
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
