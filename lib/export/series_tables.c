#include "export/series_tables.h"

#include "base/digits.h"
#include "data/data.h"
#include "series/plan.h"

/* Rows of a statement, of which there is one for some hundred rows. */
struct rows {
	struct buffer *sql;
	const char    *table;
	int            n;
};

enum { ROWS_MAX = 400 };

static void
add_string(struct buffer *sql, struct slice text)
{
	buffer_string(sql, "'");
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\'')
			buffer_string(sql, "'");
		buffer_add(sql, (struct slice){ text.p + i, 1 });
	}
	buffer_string(sql, "'");
}

static void
add_number(struct buffer *sql, size_t number)
{
	char  digits[DIGITS_BYTES], *end = digits + DIGITS_BYTES;
	char *first = digits_before(end, number);

	buffer_add(sql, (struct slice){ first, (size_t)(end - first) });
}

static void
begin_row(struct rows *rows)
{
	if (rows->n++ % ROWS_MAX != 0) {
		buffer_string(rows->sql, ",\n(");
		return;
	}
	buffer_string(rows->sql, rows->n > 1 ? ";\ninsert into " :
	    "insert into ");
	buffer_string(rows->sql, rows->table);
	buffer_string(rows->sql, " values\n(");
}

static void
end_rows(const struct rows *rows)
{
	if (rows->n > 0)
		buffer_string(rows->sql, ";\n");
}

/* A cell of PLANNED, which is looked at as number RANK in reports of FORM. */
static void
add_cell(struct rows *rows, const struct crosswalk *crosswalk,
    struct slice form, size_t rank, const struct crossing *crossing,
    const struct crossing_cell *cell)
{
	const struct series_definition *series =
	    &crosswalk->series[crossing->series];
	const struct slice text[] = { form, series->key, series->label[0],
		series->unit.name, crossing->is_prose ? SLICE("prose") :
		SLICE("table"), cell->item, cell->col,
		slice_of(crossing_relation_name[crossing->relation]),
		crossing->caveat < 0 ? SLICE("") :
		crosswalk->caveat[crossing->caveat].text[0] };

	begin_row(rows);
	add_number(rows->sql, rank);
	buffer_string(rows->sql, ",");
	add_number(rows->sql, crossing->cells);
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++) {
		buffer_string(rows->sql, ",");
		add_string(rows->sql, text[i]);
	}
	buffer_string(rows->sql, ")");
}

/* What is looked for in reports of FORM, but for what is never taken. */
static void
add_form(struct rows *rows, const struct crosswalk *crosswalk,
    struct slice form)
{
	struct series_plan plan = plan_make(crosswalk, form);

	for (size_t i = 0; i < plan.n; i++) {
		const struct crossing *crossing = plan.planned[i].crossing;

		for (size_t c = 0; c < crossing->cells &&
		    crossing->relation != CROSSING_NEVER; c++)
			add_cell(rows, crosswalk, form, i, crossing,
			    &crossing->cell[c]);
	}
	plan_free(&plan);
}

/* Ten to the POWER. */
static void
add_power(struct buffer *sql, int power)
{
	buffer_string(sql, power < 0 ? "0." : "1");
	for (int i = power < 0 ? power + 1 : 0; i < (power < 0 ? 0 : power);
	    i++)
		buffer_string(sql, "0");
	buffer_string(sql, power < 0 ? "1" : "");
}

/* That figures of the unit NAME can be of series in that of SERIES, if so. */
static void
add_unit(struct rows *rows, const struct series_definition *series,
    struct slice name)
{
	int power;

	if (!series_takes_unit(series, name, &power))
		return;
	begin_row(rows);
	add_string(rows->sql, name);
	buffer_string(rows->sql, ",");
	add_string(rows->sql, series->unit.name);
	buffer_string(rows->sql, ",");
	add_power(rows->sql, power);
	buffer_string(rows->sql, ")");
}

/* Whether row I of UNITS is the first of its name. */
static bool
is_first_of_name(const struct data_table *units, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (slice_eq(units->row[k].field[1], units->row[i].field[1]))
			return false;
	return true;
}

static bool
is_first_of_unit(const struct crosswalk *crosswalk, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (slice_eq(crosswalk->series[k].unit.name,
		    crosswalk->series[i].unit.name))
			return false;
	return true;
}

static void
add_units(struct rows *rows, const struct crosswalk *crosswalk)
{
	const struct data_table *units = data_table(DATA_UNITS);

	for (size_t i = 0; i < crosswalk->n; i++) {
		const struct series_definition *series = &crosswalk->series[i];

		if (!is_first_of_unit(crosswalk, i))
			continue;
		add_unit(rows, series, SLICE(""));
		for (size_t k = 0; k < units->rows; k++)
			if (is_first_of_name(units, k))
				add_unit(rows, series, units->row[k].field[1]);
	}
}

void
sql_series_tables(struct buffer *sql, const struct sql_dialect *dialect)
{
	struct forms     *forms = forms_load();
	struct crosswalk *crosswalk = crosswalk_load(forms);
	struct rows       cells = { sql, "series_cells", 0 };
	struct rows       units = { sql, "series_units", 0 };

	buffer_string(sql, "create table if not exists series_cells"
	    " (rank integer, cells integer, form text, series text,\n"
	    "\tlabel text, unit text, source text, item text, col text,"
	    " relation text, caveat text);\n"
	    "delete from series_cells;\n");
	for (size_t i = 0; i < forms->forms; i++)
		add_form(&cells, crosswalk, forms->form[i].name);
	add_form(&cells, crosswalk, SLICE(""));
	end_rows(&cells);
	buffer_string(sql, "create table if not exists series_units"
	    " (name text, unit text, factor");
	buffer_string(sql, dialect->type[VALUE_NUMBER]);
	buffer_string(sql, ");\ndelete from series_units;\n");
	add_units(&units, crosswalk);
	end_rows(&units);
	crosswalk_free(crosswalk);
	forms_free(forms);
}
