#include "table.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"

enum { TABLES_MAX = 8 };

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

static void
load(struct table *table, struct slice data)
{
	struct tsv rows = tsv_open(data);
	struct row row;
	size_t     room = 0;

	table->data = data;
	while (tsv_next(&rows, row.field, TABLE_COLUMNS) > 0) {
		table->row = memory_room(table->row, &room, table->rows,
		    sizeof(*table->row));
		table->row[table->rows++] = row;
	}
	chain(table);
}

const struct table *
table_of(struct slice data)
{
	static struct table loaded[TABLES_MAX];

	for (int i = 0; i < TABLES_MAX; i++) {
		if (loaded[i].data.p == NULL)
			load(&loaded[i], data);
		if (loaded[i].data.p == data.p)
			return &loaded[i];
	}
	warn_at("tables", "more than %d", TABLES_MAX);
	exit(CLI_TROUBLE);
}

const struct row *
table_find(const struct table *table, const char *kind, struct slice text)
{
	if (text.n == 0)
		return NULL;
	for (int i = table->first[hash(text)]; i >= 0; i = table->next[i]) {
		const struct row *row = &table->row[i];

		if (slice_starts(text, row->field[1]) &&
		    slice_is(row->field[0], kind))
			return row;
	}
	return NULL;
}
