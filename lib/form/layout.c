#include "layout.h"

#include <stdlib.h>

#include "base/memory.h"
#include "data/data.h"

/* Fields of form-layouts.tsv. */
enum { FORM, TABLE, WHAT, OF, TEXT };

static const char *const part_name[LAYOUT_PARTS] = {
	[LAYOUT_TITLE] = "title", [LAYOUT_CORNER] = "corner",
	[LAYOUT_UNIT] = "unit", [LAYOUT_CAPTION] = "caption",
	[LAYOUT_BESIDE] = "beside", [LAYOUT_SPAN] = "span",
	[LAYOUT_SHORT] = "short",
};

/* Whether FORMS have TABLE of FORM, and in it, unless NAME is empty, an item, a group
 * or a column of that name. */
static bool
has_name(const struct forms *forms, const struct slice field[],
    struct slice name)
{
	for (size_t i = 0; i < forms->items; i++) {
		const struct form_item *item = &forms->item[i];

		if (slice_eq(item->form, field[FORM]) &&
		    slice_eq(item->table, field[TABLE]) &&
		    (name.n == 0 || slice_eq(item->code, name) ||
		    slice_eq(item->parent, name) || form_item_has(item, name)))
			return true;
	}
	return false;
}

/* Refuses ROW, a user's, if it speaks of what no form has. */
static void
vet_row(const struct forms *forms, const struct data_row *row)
{
	struct slice names = row->field[OF], name;

	if (!has_name(forms, row->field, SLICE("")))
		data_refuse(row, row->field[TABLE], "no form has this table");
	while (slice_cut(&names, ',', &name))
		if (!has_name(forms, row->field, name))
			data_refuse(row, name, "the table has no such item, "
			    "group or column");
}

struct layouts *
layouts_load(const struct forms *forms)
{
	const struct data_table *table = data_table(DATA_FORM_LAYOUTS);
	struct layouts          *layouts = memory_get(sizeof(*layouts));

	*layouts = (struct layouts){ .forms = forms, .lines = table->rows,
	    .line = memory_resize(NULL, table->rows + 1,
	    sizeof(struct layout_line)) };
	for (size_t i = 0; i < table->rows; i++) {
		const struct data_row *row = &table->row[i];

		if (row->own)
			vet_row(forms, row);
		layouts->line[i] = (struct layout_line){
		    (enum layout_part)data_choice(row, WHAT, part_name,
		    LAYOUT_PARTS), row->field[FORM], row->field[TABLE],
		    row->field[OF], row->field[TEXT] };
	}
	return layouts;
}

void
layouts_free(struct layouts *layouts)
{
	free(layouts->line);
	free(layouts);
}

const struct layout_line *
layout_line(const struct layouts *layouts, struct slice form,
    struct slice table, enum layout_part part, struct slice of)
{
	for (size_t i = 0; i < layouts->lines; i++) {
		const struct layout_line *line = &layouts->line[i];

		if (line->part == part &&
		    (of.n == 0 || slice_eq(line->of, of)) &&
		    (table.n == 0 || slice_eq(line->table, table)) &&
		    forms_is_like(layouts->forms, form, line->form))
			return line;
	}
	return NULL;
}

struct slice
layout_text(const struct layouts *layouts, struct slice form,
    struct slice table, enum layout_part part, struct slice of)
{
	const struct layout_line *line = layout_line(layouts, form, table,
	    part, of);

	return line != NULL ? line->text : SLICE("");
}

bool
layout_line_has(const struct layout_line *line, struct slice name)
{
	struct slice list = line->of, one;

	while (slice_cut(&list, ',', &one))
		if (slice_eq(one, name))
			return true;
	return false;
}
