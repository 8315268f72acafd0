/* NDJSON: an object a line, all fields in each, null where there is nothing. */
#include <stdlib.h>

#include "base/memory.h"
#include "export/json.h"
#include "export/target.h"
#include "record/whole_file.h"

static void *
open_ndjson(const struct destination *destination)
{
	struct whole_file *file = memory_get(sizeof(*file));

	if (whole_file_open(file, destination->path))
		return file;
	free(file);
	return NULL;
}

static void
record_ndjson(void *context, const struct record_type *type,
    const struct slice cell[])
{
	struct whole_file *file = context;
	struct writer     *w = &file->writer;

	for (int i = 0; i < type->schema->fields; i++) {
		writer_part_raw(w, i > 0 ? SLICE(",") : SLICE("{"));
		json_string(w, slice_of(type->schema->field[i]));
		writer_part_raw(w, SLICE(":"));
		json_value(w, type->rule[i].type, cell[i]);
	}
	writer_part_raw(w, SLICE("}\n"));
	writer_commit(w);
}

static void
finish_ndjson(void *file, bool is_good)
{
	if (is_good)
		whole_file_keep(file);
	else
		whole_file_drop(file);
	free(file);
}

const struct target target_ndjson = {
	.name = "ndjson", .one_type = true, .open = open_ndjson,
	.record = record_ndjson, .finish = finish_ndjson,
};
