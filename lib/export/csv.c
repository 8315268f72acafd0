/* CSV: one file of one type of records, for spreadsheets. */
#include <stdlib.h>

#include "base/memory.h"
#include "export/csv_cells.h"
#include "export/target.h"
#include "record/whole_file.h"

struct csv_file {
	struct whole_file file;
	struct csv_cells  csv;
};

static void *
open_csv(const struct destination *destination)
{
	struct csv_file *state = memory_get(sizeof(*state));

	*state = (struct csv_file){ .csv = { .writer = &state->file.writer,
	    .verbatim = destination->verbatim } };
	if (!whole_file_open(&state->file, destination->path)) {
		free(state);
		return NULL;
	}
	if (destination->bom)
		writer_part_raw(&state->file.writer, SLICE("\xEF\xBB\xBF"));
	return state;
}

static void
begin_csv(void *context, const struct record_type *type)
{
	struct csv_file *state = context;

	csv_cells_header(&state->csv, type);
}

static void
record_csv(void *context, const struct record_type *type,
    const struct slice cell[])
{
	struct csv_file *state = context;

	csv_cells_record(&state->csv, type, cell);
}

static void
finish_csv(void *context, bool is_good)
{
	struct csv_file *state = context;

	if (is_good)
		whole_file_keep(&state->file);
	else
		whole_file_drop(&state->file);
	csv_cells_free(&state->csv);
	free(state);
}

const struct target target_csv = {
	.name = "csv", .one_type = true, .open = open_csv,
	.begin = begin_csv, .record = record_csv, .finish = finish_csv,
};
