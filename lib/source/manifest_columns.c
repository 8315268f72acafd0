#include "manifest_columns.h"

#include "data/data.h"

static const char *const columns[MANIFEST_COLUMNS] = {
	[MANIFEST_PATH] = "path", [MANIFEST_URL] = "url",
	[MANIFEST_TITLE] = "title", [MANIFEST_DATE] = "date",
};

/* The column that a line of manifest-columns.tsv names. */
static enum manifest_column
column_of(const struct data_row *row)
{
	return (enum manifest_column)data_choice(row, 1, columns,
	    MANIFEST_COLUMNS);
}

/* The first line that names TEXT, or NULL. */
static const struct data_row *
find(struct slice text)
{
	const struct data_table *table = data_table(DATA_MANIFEST_COLUMNS);

	for (size_t i = 0; i < table->rows; i++)
		if (slice_is_nocase(table->row[i].field[0], text))
			return &table->row[i];
	return NULL;
}

void
manifest_columns_load(void)
{
	const struct data_table *table = data_table(DATA_MANIFEST_COLUMNS);

	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		(void)column_of(row);
		if (row->own && find(row->field[0]) != row)
			data_refuse(row, row->field[0],
			    "a line before names it, in other letters");
	}
}

enum manifest_column
manifest_column_named(struct slice text)
{
	const struct data_row *row = find(text);

	return row != NULL ? column_of(row) : MANIFEST_NONE;
}
