#include "names.h"

#include "base/digits.h"
#include "base/utf8.h"
#include "markup.h"
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

bool
has_paragraphs(struct slice document)
{
	static const char *const ends[] = { ".docx", ".doc", ".wps", ".rtf",
		".odt" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct slice end = slice_of(ends[i]);

		if (document.n >= end.n && slice_is_nocase(
		    slice_from(document, document.n - end.n), end))
			return true;
	}
	return false;
}

/* Takes MARK and the number behind it off LOC, and adds them in the words of
 * KEY. */
static void
take_part(struct buffer *out, const struct material *material,
    struct slice *loc, char mark, const char *key)
{
	unsigned long long number;
	size_t             digits;

	if (loc->n < 2 || loc->p[0] != mark)
		return;
	digits = digits_at(slice_from(*loc, 1), &number);
	if (digits == 0)
		return;
	phrase_count(out, material->language, key, (long long)number);
	*loc = slice_from(*loc, 1 + digits);
}

void
place_add(struct buffer *out, const struct material *material,
    struct slice document, struct slice loc)
{
	struct slice ocr = SLICE("/ocr"), sums = SLICE("/sums");

	take_part(out, material, &loc, 'P', "place.page");
	take_part(out, material, &loc, 'L', has_paragraphs(document) ?
	    "place.paragraph" : "place.line");
	if (slice_starts(loc, ocr)) {
		word_add(out, material->language, "place.ocr");
		loc = slice_from(loc, ocr.n);
	}
	if (slice_starts(loc, sums)) {
		word_add(out, material->language, "place.sums");
		loc = slice_from(loc, sums.n);
	}
	markup_text(out, loc);
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
