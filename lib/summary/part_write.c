#include "part.h"

enum { ON_A_LINE = 256 };	/* values, statements */

/* Where a part goes. */
struct part_writer {
	const struct census *census;
	struct writer       *w;
	long long            lines;
	int                  items;	/* on the line at hand */
};

static void
begin_line(struct part_writer *part, const char *kind)
{
	writer_string(part->w, kind);
	part->lines++;
	part->items = 0;
}

static void
end_line(struct part_writer *part)
{
	writer_end(part->w);
	writer_commit(part->w);
}

static void
put_wide(struct part_writer *part, wide n)
{
	char text[WIDE_BYTES_MAX];

	writer_raw(part->w, (struct slice){ text, wide_text(text, n) });
}

/* A number of a list, behind the blank that parts it from the one before. */
struct listed_number {
	char text[1 + WIDE_BYTES_MAX];
};

/* Adds the N bytes of ITEM's number to the list. */
static void
put_text(struct part_writer *part, struct listed_number *item, size_t n)
{
	bool is_first = part->items++ == 0;

	if (is_first)
		writer_begin(part->w);
	item->text[0] = ' ';
	writer_part_raw(part->w, (struct slice){ item->text + is_first,
	    n + !is_first });
}

static void
put_item(struct part_writer *part, wide n)
{
	struct listed_number item;

	put_text(part, &item, wide_text(item.text + 1, n));
}

/* Adds VALUE as facts have it. */
static void
put_value(struct part_writer *part, long long value)
{
	struct listed_number item;

	put_text(part, &item, wide_format(item.text + 1, value));
}

static void
put_option(struct part_writer *part, const char *name, struct slice value)
{
	begin_line(part, "option");
	writer_string(part->w, name);
	writer_field(part->w, value);
	end_line(part);
}

/* The globs of CHOICE, joined by commas, into TEXT. */
static void
join_globs(struct buffer *text, const struct choice *choice)
{
	for (size_t i = 0; i < choice->n; i++) {
		if (i > 0)
			buffer_string(text, ",");
		buffer_add(text, choice->glob[i]);
	}
}

static void
put_choice(struct part_writer *part, const char *name,
    const struct choice *choice)
{
	struct buffer text = { .n = 0 };

	join_globs(&text, choice);
	if (choice->n > 0)
		put_option(part, name, buffer_slice(&text));
	buffer_free(&text);
}

static void
put_options(struct part_writer *part)
{
	const struct census *census = part->census;
	struct buffer        text = { .n = 0 };

	for (int i = 0; i < census->keys; i++)
		put_option(part, "group", slice_of(census->key[i]->name));
	for (int i = 0; i < census->groups.rates; i++) {
		text.n = 0;
		join_globs(&text, &census->above[i]);
		buffer_string(&text, "/");
		join_globs(&text, &census->below[i]);
		put_option(part, "rate", buffer_slice(&text));
	}
	for (int i = 0; i < census->statistics; i++)
		put_option(part, "statistics", census->statistic[i].name);
	put_choice(part, "item", &census->items);
	put_choice(part, "column", &census->columns);
	put_choice(part, "source", &census->sources);
	put_option(part, "revisions",
	    slice_of(revision_name(census->sets.revision)));
	if (census->all_copies)
		put_option(part, "copies", SLICE(""));
	if (census->all_children)
		put_option(part, "with-children", SLICE(""));
	if (census->noting != NULL)
		put_option(part, "series", SLICE(""));
	buffer_free(&text);
}

static void
put_notes(struct part_writer *part)
{
	const struct noting *noting = part->census->noting;
	unsigned             n = noting != NULL ? noting->notes(
	    noting->context) : 0;

	for (unsigned i = 1; i <= n; i++) {
		begin_line(part, "note");
		noting->write(noting->context, i, part->w);
		end_line(part);
	}
}

static void
put_offices(struct part_writer *part)
{
	const struct offices *offices = &part->census->offices;

	for (size_t i = 0; i < offices->n; i++) {
		begin_line(part, "office");
		writer_raw(part->w, offices->office[i].name);
		writer_raw(part->w, offices->office[i].region);
		end_line(part);
	}
}

static void
put_more(struct part_writer *part, const struct group_more *more)
{
	for (int i = 0; i < part->census->groups.rates; i++) {
		begin_line(part, "rate");
		put_wide(part, more->rate[i].aboves);
		put_wide(part, more->rate[i].belows);
		put_wide(part, more->rate[i].above);
		put_wide(part, more->rate[i].below);
		end_line(part);
	}
	for (size_t i = 0; i < more->values.n; i++) {
		if (i % ON_A_LINE == 0)
			begin_line(part, "values");
		put_value(part, more->values.counted[i].value);
		put_item(part, more->values.counted[i].times);
		if ((i + 1) % ON_A_LINE == 0 || i + 1 == more->values.n)
			end_line(part);
	}
}

/* What has been added up of GROUP already, if anything has. */
static void
put_total(struct part_writer *part, const struct group *group)
{
	const struct group_more *more = group->more;
	long long                records = 0;

	for (int i = 0; i < STATES; i++)
		records += group->records[i];
	if (records == 0)
		return;
	begin_line(part, "total");
	for (int i = 0; i < STATES; i++)
		put_wide(part, group->records[i]);
	put_wide(part, group->sum);
	put_wide(part, group->least);
	put_wide(part, group->greatest);
	put_wide(part, more != NULL ? more->zeros : 0);
	for (int i = 0; i < 4; i++)
		put_wide(part, more != NULL ? more->squares.sum.part[i] : 0);
	end_line(part);
	if (more != NULL)
		put_more(part, more);
	if (part->census->noting == NULL)
		return;
	begin_line(part, "noted");
	part->census->noting->write_group(part->census->noting->context,
	    group_key(group), part->w);
	end_line(part);
}

static void
put_groups(struct part_writer *part)
{
	const struct groups *groups = &part->census->groups;

	for (size_t i = 0; i < groups->n; i++) {
		const struct group *group = &groups->group[i];

		begin_line(part, "group");
		writer_number(part->w, group->office);
		if (part->census->keys > 0)
			writer_raw(part->w, group_key(group));
		end_line(part);
		put_total(part, group);
	}
}

static void
put_cells(struct part_writer *part)
{
	const struct names *names = &part->census->names;

	for (size_t i = 0; i < names->n; i++) {
		begin_line(part, "cell");
		writer_raw(part->w, names->name[i].item);
		writer_raw(part->w, names->name[i].col);
		end_line(part);
	}
}

/* A statement_fn. */
static void
put_statement(void *context, const struct statement *statement)
{
	struct part_writer *part = context;

	if (part->items == 0)
		begin_line(part, "says");
	put_item(part, (wide)statement->group);
	put_item(part, census_cell_name(statement->cell));
	put_item(part, census_cell_times(statement->cell));
	put_item(part, statement->state);
	put_value(part, statement->value);
	if (part->census->noting != NULL)
		put_item(part, statement->note);
	if (part->items >= ON_A_LINE) {
		end_line(part);
		part->items = 0;
	}
}

static void
put_reports(struct part_writer *part)
{
	const struct report_sets *sets = &part->census->sets;

	for (size_t i = 0; i < sets->n; i++) {
		const struct filed_report *report = &sets->report[i];
		const struct office       *office =
		    &sets->offices.office[report->number];

		begin_line(part, "report");
		writer_raw(part->w, report->doc);
		writer_raw(part->w, office->name);
		writer_raw(part->w, office->region);
		writer_number(part->w, report->year);
		writer_number(part->w, report->date);
		writer_number(part->w, (long long)report->code);
		writer_number(part->w, report->governs);
		end_line(part);
		filed_report_each(report, put_statement, part);
		if (part->items > 0)
			end_line(part);
	}
}

void
part_write(struct census *census, struct writer *w)
{
	struct part_writer part = { .census = census, .w = w };

	begin_line(&part, "nianbao-part");
	writer_number(w, 1);
	end_line(&part);
	put_options(&part);
	put_notes(&part);
	put_offices(&part);
	put_groups(&part);
	put_cells(&part);
	put_reports(&part);
	writer_string(w, "end");
	writer_number(w, part.lines);
	end_line(&part);
}
