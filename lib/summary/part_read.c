#include "part.h"

#include <limits.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/memory.h"
#include "record/amount.h"
#include "record/line_input.h"

/* More facts than this no census has; sums of as many fit. */
#define RECORDS_MAX 1000000000000000LL

/* Numbers of the part and what they are here. */
struct number_list {
	size_t *here;
	size_t  n, room;
};

struct part_reader {
	struct merger     *merger;
	struct census     *census;
	struct line_input  input;
	struct number_list offices, groups, cells, notes;
	struct buffer      options;
	bool               begun, ended;
	struct report_origin origin;	/* of the report at hand */
	struct arena       texts;	/* its */
	bool               has_report;
	int                rates;	/* of the group at hand, so far */
};

/* One kind of line: FIELDS is what is behind the kind.  False when it cannot be. */
typedef bool take_fn(struct part_reader *reader, struct slice fields);

static bool
take_wide(struct slice *fields, char mark, wide *n)
{
	struct slice field;

	if (mark == '\t')
		key_cut(fields, &field);
	else if (!slice_cut(fields, mark, &field))
		return false;
	return wide_read(field, n);
}

/* The same, from LEAST to MOST. */
static bool
take_within(struct slice *fields, char mark, long long least, long long most,
    long long *number)
{
	wide n;

	if (!take_wide(fields, mark, &n) || n < least || n > most)
		return false;
	*number = (long long)n;
	return true;
}

/* A number of facts. */
static bool
take_count(struct slice *fields, char mark, long long *number)
{
	return take_within(fields, mark, 0, RECORDS_MAX, number);
}

/* The sum of as many values as COUNT. */
static bool
take_sum(struct slice *fields, long long count, wide *sum)
{
	wide most = (wide)count * AMOUNT_MAX;

	return take_wide(fields, '\t', sum) && *sum <= most && *sum >= -most;
}

static bool
take_squares(struct slice *fields, long long count, struct squares *squares)
{
	struct wider most = wider_product((unsigned_wide)AMOUNT_MAX *
	    AMOUNT_MAX, (unsigned_wide)count);

	for (int i = 0; i < 4; i++) {
		wide part;

		if (!take_wide(fields, '\t', &part) || part < 0 ||
		    part > ULLONG_MAX)
			return false;
		squares->sum.part[i] = (unsigned long long)part;
	}
	return wider_order(squares->sum, most) <= 0;
}

/* A value, as facts have it, in a list. */
static bool
take_value(struct slice *fields, long long *value)
{
	struct slice text;

	return slice_cut(fields, ' ', &text) && amount_parse(text, value);
}

static void
note_number(struct number_list *list, size_t here)
{
	*MEMORY_APPEND(list->here, list->n, list->room) = here;
}

/* Reads a number of LIST, as it is here. */
static bool
take_listed(struct slice *fields, char mark, const struct number_list *list,
    size_t *here)
{
	long long number;

	if (!take_within(fields, mark, 0, LLONG_MAX, &number) ||
	    (size_t)number >= list->n)
		return false;
	*here = list->here[number];
	return true;
}

static bool
take_option(struct part_reader *reader, struct slice fields)
{
	struct census *census = reader->census;
	struct slice   name, value;

	buffer_add(&reader->options, fields);
	buffer_string(&reader->options, "\n");
	if (reader->merger->n > 0)
		return true;	/* they are compared */
	key_cut(&fields, &name);
	value = record_text(arena_copy(&reader->merger->texts, fields),
	    &reader->merger->texts);
	if (slice_is(name, "group"))
		return census_add_keys(census, value) == NULL;
	if (slice_is(name, "rate"))
		return census_add_rate(census, value) == NULL;
	if (slice_is(name, "statistics"))
		return census_add_statistics(census, value) == NULL;
	if (slice_is(name, "item"))
		return choice_add(&census->items, value);
	if (slice_is(name, "column"))
		return choice_add(&census->columns, value);
	if (slice_is(name, "source"))
		return choice_add(&census->sources, value);
	if (slice_is(name, "revisions"))
		return revision_find(value, &census->sets.revision);
	if (slice_is(name, "series")) {
		if (reader->merger->begin_series == NULL)
			return false;
		if (census->noting == NULL)
			reader->merger->begin_series(reader->merger->context);
		return true;
	}
	census->all_copies |= slice_is(name, "copies");
	census->all_children |= slice_is(name, "with-children");
	return slice_is(name, "copies") || slice_is(name, "with-children");
}

/* Behind the options: whether they are those of the first part. */
static bool
begin_data(struct part_reader *reader)
{
	struct merger *merger = reader->merger;

	reader->begun = true;
	if (merger->n > 0)
		return slice_eq(buffer_slice(&merger->options),
		    buffer_slice(&reader->options));
	buffer_add(&merger->options, buffer_slice(&reader->options));
	return census_begin(reader->census) == NULL;
}

static bool
take_note(struct part_reader *reader, struct slice fields)
{
	const struct noting *noting = reader->census->noting;
	unsigned             note = noting == NULL ? 0 :
	    noting->read(noting->context, fields);

	note_number(&reader->notes, note);
	return note > 0;
}

static bool
take_office(struct part_reader *reader, struct slice fields)
{
	struct slice name;

	key_cut(&fields, &name);
	note_number(&reader->offices, offices_note(&reader->census->offices,
	    name, fields));
	return true;
}

static bool
take_group(struct part_reader *reader, struct slice fields)
{
	struct census *census = reader->census;
	struct slice   key[KEYS_MAX];
	size_t         office;

	if (!take_listed(&fields, '\t', &reader->offices, &office))
		return false;
	for (int i = 0; i < census->keys; i++)
		key_cut(&fields, &key[i]);
	note_number(&reader->groups, groups_find(&census->groups, key,
	    census->keys, office));
	return fields.n == 0;
}

/* The group that was named last; NULL if none was. */
static struct group *
last_group(struct part_reader *reader)
{
	const struct number_list *list = &reader->groups;

	return list->n == 0 ? NULL :
	    &reader->census->groups.group[list->here[list->n - 1]];
}

static bool
take_total(struct part_reader *reader, struct slice fields)
{
	struct group     *group = last_group(reader);
	struct group_more more = { .zeros = 0 };
	struct group      other = { .more = NULL };

	for (int i = 0; i < STATES; i++)
		if (!take_count(&fields, '\t', &other.records[i]))
			return false;
	if (group == NULL ||
	    !take_sum(&fields, group_count(&other), &other.sum) ||
	    !take_within(&fields, '\t', -AMOUNT_MAX, AMOUNT_MAX,
	    &other.least) ||
	    !take_within(&fields, '\t', -AMOUNT_MAX, AMOUNT_MAX,
	    &other.greatest) ||
	    !take_count(&fields, '\t', &more.zeros) ||
	    !take_squares(&fields, group_count(&other), &more.squares))
		return false;
	group_merge(&reader->census->groups, group, &other);
	if (group->more != NULL) {
		group->more->zeros += more.zeros;
		squares_merge(&group->more->squares, &more.squares);
	}
	return true;
}

static bool
take_rate(struct part_reader *reader, struct slice fields)
{
	struct group *group = last_group(reader);
	struct rate   rate;

	if (group == NULL || reader->rates >= reader->census->groups.rates ||
	    !take_count(&fields, '\t', &rate.aboves) ||
	    !take_count(&fields, '\t', &rate.belows) ||
	    !take_sum(&fields, rate.aboves, &rate.above) ||
	    !take_sum(&fields, rate.belows, &rate.below))
		return false;
	rate_merge(&group->more->rate[reader->rates++], &rate);
	return true;
}

static bool
take_values(struct part_reader *reader, struct slice fields)
{
	struct group *group = last_group(reader);
	long long     value, times;

	if (group == NULL || group->more == NULL)
		return false;
	while (fields.n > 0) {
		if (!take_value(&fields, &value) || !take_count(&fields, ' ', &times) || times == 0)
			return false;
		values_add(&group->more->values, value,
		    (unsigned long long)times);
	}
	return true;
}

static bool
take_noted(struct part_reader *reader, struct slice fields)
{
	const struct noting *noting = reader->census->noting;
	const struct group  *group = last_group(reader);

	return noting != NULL && group != NULL && noting->read_group(
	    noting->context, group_key(group), fields);
}

static bool
take_cell(struct part_reader *reader, struct slice fields)
{
	struct slice item;

	key_cut(&fields, &item);
	note_number(&reader->cells, names_number(&reader->census->names, item,
	    fields));
	return true;
}

/* Files the report at hand: all that it says is there. */
static void
file_report(struct part_reader *reader)
{
	struct census *census = reader->census;

	if (reader->has_report)
		sets_file(&census->sets, &reader->origin, census->statement,
		    census->statements);
	reader->has_report = false;
	census->statements = 0;
	arena_reset(&reader->texts);
}

static bool
take_report(struct part_reader *reader, struct slice fields)
{
	struct report_origin *origin = &reader->origin;
	unsigned long long    year, date, code, governs;

	fields = arena_copy(&reader->texts, fields);
	key_cut(&fields, &origin->doc);
	key_cut(&fields, &origin->office);
	key_cut(&fields, &origin->region);
	if (!key_cut_number(&fields, UINT_MAX, &year) ||
	    !key_cut_number(&fields, UINT_MAX, &date) ||
	    !key_cut_number(&fields, UINT_MAX, &code) ||
	    !key_cut_number(&fields, 1, &governs))
		return false;
	origin->year = (unsigned)year;
	origin->date = (unsigned)date;
	origin->code = (unsigned long)code;
	origin->governs = governs;
	reader->has_report = true;
	return true;
}

static bool
take_says(struct part_reader *reader, struct slice fields)
{
	struct census   *census = reader->census;
	struct statement statement = { .group = 0 };
	size_t           cell;
	long long        times, state, note = 0;

	while (fields.n > 0) {
		if (!take_listed(&fields, ' ', &reader->groups,
		    &statement.group) ||
		    !take_listed(&fields, ' ', &reader->cells, &cell) ||
		    !take_within(&fields, ' ', 0, INT_MAX, &times) ||
		    !take_within(&fields, ' ', 0, STATES - 1, &state) ||
		    !take_value(&fields, &statement.value) ||
		    (census->noting != NULL && !take_within(&fields, ' ', 0,
		    (long long)reader->notes.n, &note)))
			return false;
		statement.note = note == 0 ? 0 :
		    (unsigned)reader->notes.here[note - 1];
		statement.cell = census_cell(cell, (size_t)times);
		statement.state = (enum fact_state)state;
		*MEMORY_APPEND(census->statement, census->statements,
		    census->statement_room) = statement;
	}
	return reader->has_report;
}

static bool
take_end(struct part_reader *reader, struct slice fields)
{
	unsigned long long lines;

	reader->ended = digits_read(fields, ULLONG_MAX, &lines) &&
	    lines + 1 == reader->input.line;
	return reader->ended;
}

static const struct {
	const char *kind;
	take_fn    *take;
	bool        goes_on;	/* with the report at hand */
} kinds[] = {
	{ "says", take_says, true }, { "report", take_report, false },
	{ "group", take_group, false }, { "total", take_total, false },
	{ "values", take_values, false }, { "rate", take_rate, false },
	{ "note", take_note, false }, { "noted", take_noted, false },
	{ "cell", take_cell, false }, { "office", take_office, false },
	{ "end", take_end, false },
};

static bool
take_line(struct part_reader *reader, struct slice line)
{
	struct slice kind;

	if (reader->input.line == 1)
		return slice_is(line, "nianbao-part\t1");
	key_cut(&line, &kind);
	if (slice_is(kind, "option"))
		return !reader->begun && take_option(reader, line);
	if (reader->ended || (!reader->begun && !begin_data(reader)))
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (slice_is(kind, kinds[i].kind)) {
			if (!kinds[i].goes_on)
				file_report(reader);
			if (slice_is(kind, "group"))
				reader->rates = 0;
			return kinds[i].take(reader, line);
		}
	return false;
}

static void
free_reader(struct part_reader *reader)
{
	line_input_close(&reader->input);
	free(reader->offices.here);
	free(reader->groups.here);
	free(reader->cells.here);
	free(reader->notes.here);
	buffer_free(&reader->options);
	arena_free(&reader->texts);
}

bool
merger_read(struct merger *merger, const char *file)
{
	struct part_reader reader = { .merger = merger,
	    .census = merger->census };
	struct slice       line;
	bool               is_good = true;

	if (!line_input_open(&reader.input, file))
		return false;
	while (is_good && line_input_next(&reader.input, &line)) {
		is_good = take_line(&reader, line);
		if (!is_good)
			warn_at_line(reader.input.file, reader.input.line,
			    reader.begun ? "no line of a part of this census" :
			    "not a part that aggregate --partial wrote");
	}
	if (is_good && !reader.ended) {
		warn_at(reader.input.file, "the part is not whole");
		is_good = false;
	}
	merger->n++;
	free_reader(&reader);
	return is_good;
}

void
merger_free(struct merger *merger)
{
	buffer_free(&merger->options);
	arena_free(&merger->texts);
}
