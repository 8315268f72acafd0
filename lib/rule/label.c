#include "label.h"

#include "data/data.h"

/* Whether LABEL is that of a whole part of the form (三、本年度办理结果),
 * which goes without saying. */
static bool
is_whole_part(struct slice label)
{
	const char *comma = slice_find(label, SLICE("、"));

	return comma != NULL && comma - label.p <= 6;
}

/* Whether NAME, structure.section.CODE, is that of the section that ITEM,
 * structure.KIND.CODE, is about. */
static bool
is_of_section(struct slice name, struct slice item)
{
	struct slice section = SLICE("structure.section.");

	return slice_starts(name, section) &&
	    slice_starts(item, SLICE("structure.")) &&
	    slice_ends(item, slice_from(name, section.n - 1));
}

/* Our name for a figure in sentences or a section, which no form prints. */
static void
add_measure(struct slice item, struct buffer *out)
{
	const struct data_table *names = data_table(DATA_MEASURE_NAMES);

	struct slice             said = item;

	for (size_t i = 0; i < names->rows; i++) {
		const struct slice *name = names->row[i].field;

		if (is_of_section(name[0], item))
			said = name[1];
		if (!slice_eq(name[0], item))
			continue;
		said = name[1];
		break;
	}
	buffer_add(out, said);
}

static void
add_item_label(const struct forms *forms, struct slice form, struct slice item,
    struct buffer *out)
{
	const struct form_item *found = form_item(forms, form, item);
	const struct form_item *parent = found != NULL && found->parent.n > 0 ?
	    form_item(forms, form, found->parent) : NULL;

	if (found == NULL) {
		add_measure(item, out);
		return;
	}
	if (parent != NULL && parent->heading &&
	    !is_whole_part(parent->label)) {
		buffer_add(out, parent->label);
		buffer_string(out, "·");
	}
	buffer_add(out, found->label);
}

void
label_add(const struct forms *forms, struct slice form, struct slice item,
    struct slice col, struct buffer *out)
{
	if (item.n > 0)
		add_item_label(forms, form, item, out);
	if (col.n == 0 || (item.n > 0 && slice_is(col, "count")))
		return;
	if (item.n > 0)
		buffer_string(out, "·");
	buffer_add(out, form_column_label(forms, form, col));
}
