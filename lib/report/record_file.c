#include "record_file.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"

/* Cuts LINE into the fields of FILE's schema behind those there are.  False:
 * it has another number of them. */
static bool
cut_line(struct record_file *file, struct slice line)
{
	size_t before = file->fields;

	for (;;) {
		const char *tab = memchr(line.p, '\t', line.n);
		size_t      n = tab != NULL ? (size_t)(tab - line.p) : line.n;

		*MEMORY_APPEND(file->field, file->fields, file->room) =
		    (struct slice){ line.p, n };
		if (tab == NULL)
			break;
		line = slice_from(line, n + 1);
	}
	if (file->fields - before == (size_t)file->schema->fields)
		return true;
	file->fields = before;
	return false;
}

/* Whether the record read last is a header line. */
static bool
is_header(const struct record_file *file)
{
	const struct slice *field = &file->field[file->fields -
	    (size_t)file->schema->fields];

	return slice_is(field[0], file->schema->field[0]) &&
	    slice_is(field[1], file->schema->field[1]);
}

static void
read_lines(struct record_file *file, struct slice text, const char *path)
{
	unsigned long long number = 0;
	struct slice       line;

	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);

		line = (struct slice){ text.p, end != NULL ?
		    (size_t)(end - text.p) : text.n };
		text = slice_from(text, line.n + (end != NULL));
		number++;
		if (!cut_line(file, line))
			warn_at_line(path, number, "expected %d fields of %s",
			    file->schema->fields, file->schema->name);
		else if (is_header(file))
			file->fields -= (size_t)file->schema->fields;
	}
}

/* By document; those of one in the order of the file. */
static int
compare_records(const void *a, const void *b)
{
	const struct slice *x = *(const struct slice *const *)a;
	const struct slice *y = *(const struct slice *const *)b;
	int                 order = slice_cmp(x[0], y[0]);

	return order != 0 ? order : (x > y) - (x < y);
}

void
record_file_read(struct record_file *file, const struct schema *schema,
    const char *path)
{
	*file = (struct record_file){ .schema = schema };
	read_lines(file, tsv_file(path), path);
	file->n = file->fields / (size_t)schema->fields;
	file->by_document = memory_resize(NULL, file->n + 1,
	    sizeof(*file->by_document));
	for (size_t i = 0; i < file->n; i++)
		file->by_document[i] = &file->field[i * (size_t)schema->fields];
	if (file->n > 0)
		qsort(file->by_document, file->n, sizeof(*file->by_document),
		    compare_records);
}

const struct slice **
record_file_of(const struct record_file *file, struct slice document, size_t *n)
{
	size_t low = 0, high = file->n;

	*n = 0;
	if (file->n == 0)
		return NULL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (slice_cmp(file->by_document[middle][0], document) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low + *n < file->n &&
	    slice_eq(file->by_document[low + *n][0], document))
		(*n)++;
	return file->by_document + low;
}

void
record_file_free(struct record_file *file)
{
	free(file->field);
	free(file->by_document);
}
