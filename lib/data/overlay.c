#include "overlay.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "base/utf8.h"

static struct slice
header_of(struct slice text)
{
	const char  *lf = memchr(text.p, '\n', text.n);
	struct slice line = { text.p,
	    lf != NULL ? (size_t)(lf - text.p) : text.n };

	/* Spreadsheets leave tabs behind. */
	while (line.n > 0 && strchr("\t\r", line.p[line.n - 1]) != NULL)
		line.n--;
	return line;
}

/* The names in the header line of TEXT; how many it has. */
static int
header_names(struct slice text, struct slice name[DATA_FIELDS_MAX])
{
	struct tsv tsv = { .rest = header_of(text) };

	return tsv_next(&tsv, name, DATA_FIELDS_MAX);
}

/* Refuses TEXT unless its header line has the names of WANT, or the first
 * ones of them. */
static void
check_header(struct slice text, struct slice want, const char *path)
{
	struct slice name[DATA_FIELDS_MAX], right[DATA_FIELDS_MAX];
	int          names = header_names(text, name);
	int          rights = header_names(want, right), i = 0;

	want = header_of(want);
	while (i < names && i < rights && slice_eq(name[i], right[i]))
		i++;
	if (i > 0 && i == names)
		return;
	if (names == 0)
		warn_at_line(path, 1, "no header line, which is: %.*s",
		    (int)want.n, want.p);
	else if (i == DATA_FIELDS_MAX)
		warn_at_line(path, 1, "too many columns");
	else
		warn_at_line(path, 1, "column %zu: the file has no column "
		    "%.*s here; its header line is: %.*s", 1 + utf8_length(
		    (struct slice){ text.p, (size_t)(name[i].p - text.p) }),
		    (int)name[i].n, name[i].p, (int)want.n, want.p);
	exit(CLI_TROUBLE);
}

static bool
same_key(const struct data_row *a, const struct data_row *b, unsigned key)
{
	for (int i = 0; key >> i != 0; i++)
		if ((key >> i & 1) != 0 && !slice_eq(a->field[i], b->field[i]))
			return false;
	return true;
}

/* The first row of TABLE, from number FROM on, that has the key of ROW; the
 * number of rows when there is none. */
static size_t
find(const struct data_table *table, size_t from, const struct data_row *row,
    unsigned key)
{
	size_t i = key != 0 ? from : table->rows;

	while (i < table->rows && !same_key(&table->row[i], row, key))
		i++;
	return i;
}

static void
insert(struct data_table *table, size_t at, const struct data_row *row)
{
	table->row = memory_resize(table->row, table->rows + 1,
	    sizeof(*table->row));
	memmove(&table->row[at + 1], &table->row[at],
	    (table->rows - at) * sizeof(*table->row));
	table->row[at] = *row;
	table->rows++;
}

/* The last key field of ROW that says something, to be blamed. */
static struct slice
key_of(const struct data_row *row, unsigned key)
{
	int last = DATA_FIELDS_MAX - 1;

	while (last > 0 && ((key >> last & 1) == 0 || row->field[last].n == 0))
		last--;
	return row->field[last];
}

/* Refuses ROW, because of KEY in it, if OTHER stands in the same file: one of the
 * two would do nothing. */
static void
check_once(const struct data_row *row, struct slice key,
    const struct data_row *other)
{
	char reason[64];

	if (other->file != row->file)
		return;
	snprintf(reason, sizeof(reason), "line %lu is about the same",
	    other->line);
	data_refuse(row, key, reason);
}

/* Removes what ROW says, `off' and the key fields that OFF begins with. */
static void
remove_rows(struct data_table *table, const struct data_row *row,
    const struct data_row *off, const struct data_kind *kind)
{
	size_t i = find(table, 0, off, kind->key);

	if (i == table->rows)
		data_refuse(row, key_of(off, kind->key),
		    "`off', but there is no such line");
	if ((kind->traits & DATA_WHOLE) != 0)
		data_refuse(row, key_of(off, kind->key),
		    "cannot be done without");
	for (; i < table->rows; i = find(table, i, off, kind->key)) {
		check_once(row, key_of(off, kind->key), &table->row[i]);
		table->rows--;
		memmove(&table->row[i], &table->row[i + 1],
		    (table->rows - i) * sizeof(*table->row));
	}
}

/* ROW without the `off' before it. */
static struct data_row
without_off(struct data_row row)
{
	row.field++;
	row.fields--;
	return row;
}

/* Lays ROW over TABLE; *BEHIND is where a new line goes. */
static void
lay(struct data_table *table, const struct data_kind *kind,
    struct data_row *row, size_t *behind)
{
	size_t at;

	if (kind->key != 0 && slice_is(row->field[0], "off")) {
		struct data_row off = without_off(*row);
		size_t          rows = table->rows;

		if ((kind->traits & DATA_DERIVES) != 0 &&
		    find(table, 0, &off, kind->key) == rows) {
			insert(table, (*behind)++, row);
			return;
		}
		remove_rows(table, row, &off, kind);
		if (*behind == rows)
			*behind = table->rows;
		return;
	}
	at = find(table, 0, row, kind->key);
	if (at < table->rows) {
		check_once(row, key_of(row, kind->key), &table->row[at]);
		table->row[at] = *row;
	} else if ((kind->traits & DATA_CLOSED) != 0) {
		data_refuse(row, key_of(row, kind->key),
		    "nothing the suite knows");
	} else {
		at = *behind;
		insert(table, at, row);
	}
	*behind = at + 1;
}

/* Cuts off the empty fields that spreadsheets leave behind a line; refuses
 * more than MOST others. */
static void
cut_fields(struct data_row *row, int most)
{
	while (row->fields > most && (row->fields > DATA_FIELDS_MAX ||
	    row->field[row->fields - 1].n == 0)) {
		if (row->fields > DATA_FIELDS_MAX)
			data_refuse_line(row, "too many fields");
		row->fields--;
	}
	if (row->fields > most)
		data_refuse(row, row->field[most], "a field too many");
}

/* Refuses ROW if a column that KIND needs says nothing. */
static void
check_needed(const struct data_row *row, const struct data_kind *kind,
    const struct slice name[])
{
	char reason[64];

	for (int i = 0; kind->needed >> i != 0; i++) {
		if ((kind->needed >> i & 1) == 0 || row->field[i].n > 0)
			continue;
		snprintf(reason, sizeof(reason), "the column %.*s is empty",
		    (int)name[i].n, name[i].p);
		data_refuse(row, row->field[i], reason);
	}
}

/* The fields of a user's lines, for the life of the process. */
static struct arena fields;

/* Reads the next line into ROW.  Returns whether there is one. */
static bool
next_row(struct tsv *tsv, struct data_row *row)
{
	struct slice *field = arena_alloc(&fields, (DATA_FIELDS_MAX + 1) *
	    sizeof(*field));

	row->fields = tsv_next(tsv, field, DATA_FIELDS_MAX);
	field[DATA_FIELDS_MAX] = (struct slice){ "", 0 };	/* behind `off' */
	row->field = field;
	row->line = tsv->line;
	return row->fields > 0;
}

void
overlay_read(struct data_table *table, const struct data_kind *kind,
    struct slice text, const char *path)
{
	struct slice    name[DATA_FIELDS_MAX];
	int             columns = header_names(*kind->built_in, name);
	size_t          behind = (kind->traits & DATA_FIRST) != 0 ? 0 : table->rows;
	struct tsv      tsv = tsv_open(text);
	struct data_row row = { .file = path, .own = true };

	check_header(text, *kind->built_in, path);
	while (next_row(&tsv, &row)) {
		bool off = slice_is(row.field[0], "off");

		cut_fields(&row, columns + off);
		if (!off)
			check_needed(&row, kind, name);
		lay(table, kind, &row, &behind);
	}
}

void
overlay_lay(struct data_table *table, const struct data_kind *kind,
    const char *directory)
{
	struct slice text;
	char        *path = memory_get(strlen(directory) +
	    strlen(kind->name) + 2);

	sprintf(path, "%s/%s", directory, kind->name);
	if (tsv_file_if_any(path, &text))
		overlay_read(table, kind, text, path);
	else
		free(path);
}
