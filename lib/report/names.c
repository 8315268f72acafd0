#include "names.h"

#include "base/utf8.h"
#include "markup.h"
#include "place.h"
#include "rule/label.h"
#include "words.h"

void
item_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item)
{
	struct slice  brief = layout_text(material->layouts, form, SLICE(""),
	    LAYOUT_SHORT, item);
	struct buffer label = { NULL, 0, 0 };

	if (brief.n == 0) {
		label_add(material->forms, form, item, SLICE(""), &label);
		brief = buffer_slice(&label);
	}
	markup_text(out, brief);
	buffer_free(&label);
}

/* The label of ITEM on FORM, if no other item there has it; else empty. */
static struct slice
own_label(const struct forms *forms, struct slice form, struct slice item)
{
	const struct form_item *found = form_item(forms, form, item);

	for (size_t i = 0; found != NULL && i < forms->items; i++)
		if (slice_eq(forms->item[i].form, form) &&
		    slice_eq(forms->item[i].label, found->label) &&
		    !slice_eq(forms->item[i].code, item))
			return SLICE("");
	return found != NULL ? found->label : SLICE("");
}

void
term_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item)
{
	struct slice label = own_label(material->forms, form, item);

	if (label.n == 0 || layout_line(material->layouts, form, SLICE(""),
	    LAYOUT_SHORT, item) != NULL)
		item_name_add(out, material, form, item);
	else
		markup_text(out, label);
}

void
column_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice col)
{
	if (!slice_is(col, "count"))
		markup_text(out, form_column_label(material->forms, form, col));
}

void
cell_name_add(struct buffer *out, const struct material *material,
    struct slice form, struct slice item, struct slice col)
{
	struct buffer      row = { NULL, 0, 0 }, column = { NULL, 0, 0 };
	struct place_value value[2];

	item_name_add(&row, material, form, item);
	column_name_add(&column, material, form, col);
	value[0] = (struct place_value){ "row", buffer_slice(&row) };
	value[1] = (struct place_value){ "col", buffer_slice(&column) };
	phrase_add(out, material->language, "quoted-cell", value, 2);
	buffer_free(&row);
	buffer_free(&column);
}

void
place_add(struct buffer *out, const struct material *material,
    struct slice loc)
{
	struct buffer text = { NULL, 0, 0 };

	place_text(&text, material->language, loc);
	markup_text(out, buffer_slice(&text));
	buffer_free(&text);
}

void
circled_add(struct buffer *out, size_t number)
{
	char     bytes[UTF8_BYTES_MAX];
	uint32_t c = 0;

	/* Unicode has them in three runs. */
	if (number >= 1 && number <= 20)
		c = 0x2460 + (uint32_t)number - 1;
	else if (number > 20 && number <= 35)
		c = 0x3251 + (uint32_t)number - 21;
	else if (number > 35 && number <= 50)
		c = 0x32B1 + (uint32_t)number - 36;
	if (c > 0) {
		buffer_add(out, (struct slice){ bytes, utf8_encode(bytes, c) });
		return;
	}
	buffer_string(out, "(");
	markup_number(out, (long long)number);
	buffer_string(out, ")");
}
