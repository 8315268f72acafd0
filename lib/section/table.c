#include "table.h"

#include "base/memory.h"

static unsigned
hash(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.p;

	if (text.n < 3 || p[0] < 0x80)
		return text.n > 0 ? p[0] : 0;
	return (p[1] * 29u + p[2]) % TABLE_HASHES;
}

/* Chains the rows of each hash, the first row first. */
static void
chain(struct table *table)
{
	table->next = memory_resize(NULL, table->rows + 1,
	    sizeof(*table->next));
	for (int i = 0; i < TABLE_HASHES; i++)
		table->first[i] = -1;
	for (size_t i = table->rows; i-- > 0;) {
		unsigned h = hash(table->row[i].field[1]);

		table->next[i] = table->first[h];
		table->first[h] = (int)i;
	}
}

const struct table *
table_of(enum data_file file)
{
	static struct table loaded[DATA_FILES];
	struct table       *table = &loaded[file];

	if (table->row == NULL) {
		table->row = data_table(file)->row;
		table->rows = data_table(file)->rows;
		chain(table);
	}
	return table;
}

const struct data_row *
table_find(const struct table *table, const char *kind, struct slice text)
{
	if (text.n == 0)
		return NULL;
	for (int i = table->first[hash(text)]; i >= 0; i = table->next[i]) {
		const struct data_row *row = &table->row[i];

		if (slice_starts(text, row->field[1]) &&
		    slice_is(row->field[0], kind))
			return row;
	}
	return NULL;
}
