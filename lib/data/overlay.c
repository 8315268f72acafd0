#include "overlay.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"

static _Noreturn void
fail(const char *place, const char *reason)
{
	warn_at(place, "%s", reason);
	exit(CLI_TROUBLE);
}

static bool
is_known(struct slice name, const struct data_kind kinds[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_is(name, kinds[i].name))
			return true;
	return false;
}

void
overlay_check(const char *directory, const struct data_kind kinds[], size_t n)
{
	DIR           *dir = opendir(directory);
	struct dirent *entry;
	char           path[4096];

	if (dir == NULL)
		fail(directory, strerror(errno));
	while ((entry = readdir(dir)) != NULL) {
		struct slice name = slice_of(entry->d_name);

		if (entry->d_name[0] == '.' || !slice_ends(name,
		    SLICE(".tsv")) || is_known(name, kinds, n))
			continue;
		snprintf(path, sizeof(path), "%s/%s", directory,
		    entry->d_name);
		fail(path, "no file of the suite's data has this name "
		    "(nianbao-data(5))");
	}
	closedir(dir);
}

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

/* Refuses TEXT unless its header line has the names of WANT, or the first
 * ones of them. */
static void
check_header(struct slice text, struct slice want, const char *path)
{
	struct slice header = header_of(text);

	want = header_of(want);
	if (slice_starts(want, header) && (header.n == want.n ||
	    (header.n > 0 && want.p[header.n] == '\t')))
		return;
	warn_at_line(path, 1, "the header line is not: %.*s", (int)want.n,
	    want.p);
	exit(CLI_TROUBLE);
}

static bool
same_key(const struct data_row *a, const struct data_row *b, unsigned key)
{
	for (int i = 0; key >> i != 0; i++)
		if ((key >> i & 1) != 0 && !slice_eq(a->field[i], b->field[i]))
			return false;
	return key != 0;
}

/* The first row of TABLE, from number FROM on, that has the key of ROW; the
 * number of rows when there is none. */
static size_t
find(const struct data_table *table, size_t from, const struct data_row *row,
    unsigned key)
{
	size_t i = from;

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

static void
remove_rows(struct data_table *table, const struct data_row *row,
    unsigned key)
{
	size_t i = find(table, 0, row, key);

	if (i == table->rows)
		data_refuse_line(row, "`off', but there is no such line");
	for (; i < table->rows; i = find(table, i, row, key)) {
		table->rows--;
		memmove(&table->row[i], &table->row[i + 1],
		    (table->rows - i) * sizeof(*table->row));
	}
}

/* ROW without the `off' before it. */
static struct data_row
without_off(struct data_row row)
{
	memmove(row.field, row.field + 1, sizeof(row.field) -
	    sizeof(*row.field));
	row.field[DATA_FIELDS_MAX - 1] = (struct slice){ "", 0 };
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
		remove_rows(table, &off, kind->key);
		if (*behind == rows)
			*behind = table->rows;
		return;
	}
	at = find(table, 0, row, kind->key);
	if (at < table->rows) {
		table->row[at] = *row;
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

/* How many fields a header line has. */
static int
columns_of(struct slice text)
{
	struct slice header = header_of(text);
	int          n = 1;

	for (size_t i = 0; i < header.n; i++)
		n += header.p[i] == '\t';
	return n;
}

void
overlay_read(struct data_table *table, const struct data_kind *kind,
    struct slice text, const char *path)
{
	int             columns = columns_of(*kind->built_in);
	size_t          behind = (kind->traits & DATA_FIRST) != 0 ? 0 : table->rows;
	struct tsv      tsv = tsv_open(text);
	struct data_row row = { .file = path, .own = true };

	check_header(text, *kind->built_in, path);
	while ((row.fields = tsv_next(&tsv, row.field, DATA_FIELDS_MAX)) > 0) {
		row.line = tsv.line;
		cut_fields(&row, columns +
		    slice_is(row.field[0], "off"));
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
