#include "report_set.h"

#include <stdlib.h>

#include "base/memory.h"
#include "record/amount.h"

enum { PACKED_MAX = 40 };	/* bytes of a statement */

/* A statement is packed as the difference of its group and of its cell from the
 * last one's, a byte for its state, its note if it has one, and its value if it has
 * one: whole, or in millionths. */
enum { PACKED_STATE = 7, PACKED_WHOLE = 8, PACKED_NOTE = 16 };

static const char *const revisions[] = { [REVISION_NEWEST] = "newest",
	[REVISION_FIRST] = "first", [REVISION_NONE] = "error" };

const char *
revision_name(enum revision revision)
{
	return revisions[revision];
}

bool
revision_find(struct slice name, enum revision *revision)
{
	for (int i = REVISION_NEWEST; i <= REVISION_NONE; i++)
		if (slice_is(name, revisions[i])) {
			*revision = (enum revision)i;
			return true;
		}
	return false;
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
	    (is_whole ? PACKED_WHOLE : 0) | (s->note > 0 ? PACKED_NOTE : 0));
	if (s->note > 0)
		p = put(p, s->note);
	return state_has_value(s->state) ? put(p, is_whole ? s->value / AMOUNT_ONE :
	    s->value) : p;
}

static const unsigned char *
unpack(const unsigned char *p, struct statement *s)
{
	long long group, cell, note = 0;
	unsigned  tag;

	p = take(take(p, &group), &cell);
	s->group += (size_t)group;
	s->cell += (size_t)cell;
	tag = *p++;
	s->state = (enum fact_state)(tag & PACKED_STATE);
	s->value = 0;
	if ((tag & PACKED_NOTE) != 0)
		p = take(p, &note);
	s->note = (unsigned)note;
	if (!state_has_value(s->state))
		return p;
	p = take(p, &s->value);
	if ((tag & PACKED_WHOLE) != 0)
		s->value *= AMOUNT_ONE;
	return p;
}

void
sets_file(struct report_sets *sets, const struct report_origin *origin,
    const struct statement statement[], size_t n)
{
	struct filed_report *report = MEMORY_APPEND(sets->report, sets->n,
	    sets->room);
	struct statement     last = { .group = 0 };
	unsigned char       *p;

	*report = (struct filed_report){ .number = offices_note(
	    &sets->offices, origin->office, origin->region),
	    .year = origin->year, .date = origin->date, .code = origin->code,
	    .governs = origin->governs, .at = sets->used, .statements = n,
	    .sets = sets };
	if (sets->keeps_names)
		report->doc = arena_copy(&sets->names, origin->doc);
	while (sets->used + n * PACKED_MAX >= sets->bytes_room)
		sets->bytes = memory_room(sets->bytes, &sets->bytes_room,
		    sets->bytes_room, 1);
	p = sets->bytes + sets->used;
	for (size_t i = 0; i < n; i++) {
		p = pack(p, &statement[i], &last);
		last = statement[i];
		report->figures += state_has_value(last.state);
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

/* Of two days the one that is preferred; any before one that is not known. */
static int
by_day(enum revision revision, unsigned l, unsigned r)
{
	if (l == 0 || r == 0)
		return (l == 0) - (r == 0);
	return revision == REVISION_FIRST ? (l > r) - (l < r) :
	    (l < r) - (l > r);
}

static int
by_set(const void *left, const void *right)
{
	const struct filed_report *l = left, *r = right;
	int                        order;

	if (l->office != r->office)
		return l->office < r->office ? -1 : 1;
	if (l->year != r->year)
		return l->year < r->year ? -1 : 1;
	order = by_day(l->sets->revision, l->date, r->date);
	if (order != 0)
		return order;
	if (l->figures != r->figures)
		return l->figures > r->figures ? -1 : 1;
	order = l->at == r->at ? 0 : by_statements(l, r);
	return order != 0 ? order : slice_cmp(l->doc, r->doc);
}

void
filed_report_each(const struct filed_report *report, statement_fn *fn,
    void *context)
{
	const unsigned char *p = report->sets->bytes + report->at;
	struct statement     s = { .group = 0 };

	for (size_t i = 0; i < report->statements; i++) {
		p = unpack(p, &s);
		fn(context, &s);
	}
}

struct statement
filed_report_first(const struct filed_report *report)
{
	struct statement s = { .group = 0 };

	if (report->statements > 0)
		unpack(report->sets->bytes + report->at, &s);
	return s;
}

/* Statements of a cell stand together: first the figures, by their value, then by
 * how much the copies are preferred. */
static int
by_cell(const void *left, const void *right)
{
	const struct statement *l = left, *r = right;

	if (l->cell != r->cell)
		return l->cell < r->cell ? -1 : 1;
	if (state_has_value(l->state) != state_has_value(r->state))
		return state_has_value(l->state) ? -1 : 1;
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

/* The first of the days on which one of the N figures was stated. */
static unsigned
first_day(const struct statement s[], size_t n)
{
	unsigned day = s[0].day;

	for (size_t i = 1; i < n; i++)
		if (s[i].day < day)
			day = s[i].day;
	return day;
}

/* How many of the N statements are figures, which stand first. */
static size_t
count_figures(const struct statement s[], size_t n)
{
	size_t figures = 0;

	while (figures < n && state_has_value(s[figures].state))
		figures++;
	return figures;
}

/* Which of the N statements about one cell, ordered by_cell, is taken: of the day
 * that is preferred the first of the most that agree. */
static const struct statement *
choose(const struct statement s[], size_t n)
{
	const struct statement *best = NULL;
	size_t                  most = 0, figures = count_figures(s, n);
	unsigned                day;

	if (figures == 0)
		return most_telling(s, n);
	if (s[0].value == s[figures - 1].value)
		return s;	/* of the first copy */
	day = first_day(s, figures);
	for (size_t i = 0; i < figures;) {
		const struct statement *first = NULL;
		size_t                  many = 0;
		long long               value = s[i].value;

		for (; i < figures && s[i].value == value; i++)
			if (s[i].day == day) {
				first = first == NULL ? &s[i] : first;
				many++;
			}
		if (many > most || (many > 0 && many == most &&
		    first->copy < best->copy))
			best = first;
		most = many > most ? many : most;
	}
	return best;
}

/* Whether figures among the N statements about one cell differ. */
static bool
differ(const struct statement s[], size_t n)
{
	size_t figures = count_figures(s, n);

	return figures > 0 && s[0].value != s[figures - 1].value;
}

/* Adds the statements of COPY to those of the set, N already. */
static size_t
unpack_copy(struct report_sets *sets, const struct filed_report *report,
    struct statement s, size_t n)
{
	const unsigned char *p = sets->bytes + report->at;

	for (size_t i = 0; i < report->statements; i++) {
		p = unpack(p, &s);
		*MEMORY_APPEND(sets->statement, n, sets->statement_room) = s;
	}
	return n;
}

/* Unpacks the N copies from COPY on, by cells: their statements. */
static size_t
unpack_set(struct report_sets *sets, const struct filed_report copy[],
    size_t n)
{
	struct statement s = { .copy = 0 };
	size_t           statements = 0;

	for (size_t i = 0; i < n; i++) {
		s.copy = (unsigned)i;
		s.day += i > 0 && copy[i].date != copy[i - 1].date;
		statements = unpack_copy(sets, &copy[i], s, statements);
	}
	if (statements > 1)
		qsort(sets->statement, statements, sizeof(*sets->statement),
		    by_cell);
	return statements;
}

/* How many of the STATEMENTS from S on are about its cell. */
static size_t
of_one_cell(const struct statement s[], size_t statements)
{
	size_t n = 1;

	while (n < statements && s[n].cell == s[0].cell)
		n++;
	return n;
}

/* In how many cells the STATEMENTS of a set differ. */
static size_t
count_differing(const struct report_sets *sets, size_t statements)
{
	size_t differing = 0, n;

	for (size_t i = 0; i < statements; i += n) {
		n = of_one_cell(sets->statement + i, statements - i);
		differing += differ(sets->statement + i, n);
	}
	return differing;
}

/* Passes on what the N copies from COPY on say together. */
static void
resolve(struct report_sets *sets, const struct filed_report copy[], size_t n,
    statement_fn *fn, left_out_fn *left_out, void *context)
{
	size_t statements = unpack_set(sets, copy, n), many;
	bool   is_refused = sets->revision == REVISION_NONE &&
	    count_differing(sets, statements) > 0;

	for (size_t i = is_refused ? 0 : 1; i < n; i++)
		left_out(context, &copy[i], is_refused ? LEFT_OUT_DIFFERS :
		    LEFT_OUT_COPY, &copy[0]);
	sets->copies += n - 1;
	for (size_t i = 0; i < statements; i += many) {
		const struct statement *s = sets->statement + i;

		many = of_one_cell(s, statements - i);
		sets->differing += differ(s, many);
		if (!is_refused)
			fn(context, choose(s, many));
	}
}

void
sets_order(struct report_sets *sets, statement_order_fn *order, void *context)
{
	sets->order = order;
	sets->context = context;
	offices_settle(&sets->offices);
	for (size_t i = 0; i < sets->n; i++)
		sets->report[i].office =
		    sets->offices.rank[sets->report[i].number];
	if (sets->n > 1)
		qsort(sets->report, sets->n, sizeof(*sets->report), by_set);
}

/* How many reports from FIRST on are counted once. */
static size_t
size_of_set(const struct report_sets *sets, const struct filed_report *first)
{
	size_t n = 1, rest = sets->n - (size_t)(first - sets->report);

	while (n < rest && !sets->has_copies &&
	    filed_report_is_copy(first, first + n))
		n++;
	return n;
}

void
sets_close(struct report_sets *sets, statement_fn *fn, left_out_fn *left_out,
    void *context)
{
	size_t n;

	for (size_t i = 0; i < sets->n; i += n) {
		struct filed_report *first = &sets->report[i];

		n = size_of_set(sets, first);
		if (first->parent != NULL) {
			for (size_t k = 0; k < n; k++)
				left_out(context, first + k, LEFT_OUT_CHILD,
				    first->parent);
			sets->children += n;
			continue;
		}
		if (n == 1)
			filed_report_each(first, fn, context);
		else
			resolve(sets, first, n, fn, left_out, context);
		if (sets->passed != NULL)
			sets->passed(context, first);
	}
	offices_reset(&sets->offices);
	arena_reset(&sets->names);
	sets->n = sets->used = 0;
}

void
sets_free(struct report_sets *sets)
{
	offices_free(&sets->offices);
	arena_free(&sets->names);
	free(sets->report);
	free(sets->bytes);
	free(sets->statement);
	*sets = (struct report_sets){ .n = 0 };
}
