#include "documents_file.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "record/line_input.h"

/* Cuts LINE into fields.  Returns how many it has. */
static int
split(struct slice line, struct slice field[DOCUMENTS_FIELDS])
{
	const char *p = line.p, *end = line.p + line.n, *tab;
	int         n = 0;

	for (;; p = tab + 1) {
		tab = p < end ? memchr(p, '\t', (size_t)(end - p)) : NULL;
		if (n < DOCUMENTS_FIELDS)
			field[n] = (struct slice){ p,
			    (size_t)((tab != NULL ? tab : end) - p) };
		n++;
		if (tab == NULL)
			return n;
	}
}

static bool
is_header(const struct slice field[DOCUMENTS_FIELDS])
{
	for (int i = 0; i < DOCUMENTS_FIELDS; i++)
		if (!slice_is(field[i], document_schema.field[i]))
			return false;
	return true;
}

static struct slice
name_of(struct slice line)
{
	const char *tab = memchr(line.p, '\t', line.n);

	return (struct slice){ line.p, (size_t)(tab - line.p) };
}

static size_t
place_of_document(const struct documents_file *file, struct slice name)
{
	size_t probe = 0, i;

	while ((i = map_next(&file->map, hash_of(name), &probe)) != MAP_NONE)
		if (slice_eq(name_of(file->line[i]), name))
			break;
	return i;
}

static void
take_line(struct documents_file *file, const struct line_input *input,
    struct slice line)
{
	struct slice field[DOCUMENTS_FIELDS];
	int          fields = split(line, field);

	if (fields != DOCUMENTS_FIELDS) {
		warn_at_line(input->file, input->line,
		    "%d fields where %s have %d: left out", fields,
		    document_schema.name, document_schema.fields);
		return;
	}
	if (input->line == 1 && is_header(field))
		return;
	if (place_of_document(file, field[DOCUMENTS_DOC]) != MAP_NONE) {
		warn_at_line(input->file, input->line,
		    "another record of a document: left out");
		return;
	}
	map_add(&file->map, hash_of(field[DOCUMENTS_DOC]), file->n);
	*MEMORY_APPEND(file->line, file->n, file->room) =
	    arena_copy(&file->text, line);
}

void
documents_file_read(struct documents_file *file, const char *name)
{
	struct line_input input;
	struct slice      line;

	if (!line_input_open(&input, name)) {
		status_cut_short();
		return;
	}
	while (line_input_next(&input, &line))
		take_line(file, &input, line);
	line_input_close(&input);
}

bool
documents_file_find(const struct documents_file *file, struct slice name,
    struct slice field[DOCUMENTS_FIELDS])
{
	size_t i = place_of_document(file, name);

	for (int f = 0; f < DOCUMENTS_FIELDS; f++)
		field[f] = (struct slice){ "", 0 };
	if (i != MAP_NONE)
		split(file->line[i], field);
	return i != MAP_NONE;
}

void
documents_file_free(struct documents_file *file)
{
	free(file->line);
	map_free(&file->map);
	arena_free(&file->text);
	*file = (struct documents_file){ .n = 0 };
}
