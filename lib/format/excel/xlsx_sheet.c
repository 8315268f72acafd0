#include "xlsx.h"

#include <limits.h>

#include "base/digits.h"

enum name { ROW = 1, CELL, VALUE, FORMULA, TEXT, MERGE, SKIPPED };

static const struct xml_name names[] = {
	{ "s:row", ROW }, { "s:c", CELL }, { "s:v", VALUE },
	{ "s:f", FORMULA }, { "s:t", TEXT }, { "s:mergeCell", MERGE },
	{ "s:rPh", SKIPPED }, { "s:extLst", SKIPPED },
	{ "s:headerFooter", SKIPPED }, { "c:Fallback", SKIPPED },
	{ NULL, 0 },
};

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_BOOLEAN, TYPE_TEXT };

struct reader {
	struct worksheet     *sheet;
	struct xlsx_book *book;
	unsigned          row, col;
	enum cell_type    type;		/* of the open cell */
	size_t            style;
	struct paragraph  value, formula, shown;
	bool              in_cell, has_formula;
	struct paragraph *into;		/* where text goes, or NULL */
};

/* "AB12": returns the bytes read, 0 where it is none. */
static size_t
address(struct slice text, unsigned *row, unsigned *col)
{
	size_t i = 0, letters;

	*row = *col = 0;
	for (; i < text.n && i < 4 && (text.p[i] | 32) >= 'a' &&
	    (text.p[i] | 32) <= 'z'; i++)
		*col = *col * 26 + (unsigned)((text.p[i] | 32) - 'a') + 1;
	letters = i;
	for (; i < text.n && i < letters + 8 && is_digit(text.p[i]); i++)
		*row = *row * 10 + (unsigned)(text.p[i] - '0');
	return letters > 0 && i > letters ? i : 0;
}

static enum cell_type
type_named(struct slice name)
{
	static const struct {
		const char    *name;
		enum cell_type type;
	} types[] = {
		{ "s", TYPE_SHARED }, { "b", TYPE_BOOLEAN },
		{ "str", TYPE_TEXT }, { "inlineStr", TYPE_TEXT },
		{ "e", TYPE_TEXT }, { "d", TYPE_TEXT },
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (slice_is(name, types[i].name))
			return types[i].type;
	return TYPE_NUMBER;
}

static void
open_cell(struct xml *xml, struct reader *reader)
{
	unsigned row, col;
	long     style = xml_number(xml, "s", 0);

	reader->col++;
	if (address(xml_attribute(xml, "r"), &row, &col) > 0) {
		reader->row = row;
		reader->col = col;
	}
	reader->type = type_named(xml_attribute(xml, "t"));
	reader->style = style < 0 ? 0 : (size_t)style;
	reader->in_cell = true;
	reader->has_formula = false;
	paragraph_clear(&reader->value);
	paragraph_clear(&reader->formula);
}

static void
show_shared(struct reader *reader, struct slice number)
{
	const struct xlsx_strings *strings = &reader->book->strings;
	unsigned long long         n;

	if (digits_read(number, ULLONG_MAX, &n) && n < strings->n)
		paragraph_add(&reader->shown, strings->string[n]);
}

static struct xlsx_style
style_of(const struct reader *reader)
{
	const struct xlsx_styles *styles = &reader->book->styles;

	return reader->style < styles->n ? styles->style[reader->style]
	    : (struct xlsx_style){ .ruled = false };
}

/* A formula that was never calculated has no value; it shows itself, since a
 * blank would say something else. */
static void
close_cell(struct reader *reader)
{
	struct slice value = paragraph_text(&reader->value);

	reader->in_cell = false;
	paragraph_clear(&reader->shown);
	if (value.n == 0 && reader->has_formula &&
	    reader->type != TYPE_TEXT) {
		paragraph_add(&reader->shown, SLICE("="));
		paragraph_add(&reader->shown,
		    paragraph_text(&reader->formula));
	} else if (reader->type == TYPE_SHARED) {
		show_shared(reader, value);
	} else if (reader->type == TYPE_BOOLEAN) {
		paragraph_add(&reader->shown, slice_is(value, "1")
		    ? SLICE("TRUE") : SLICE("FALSE"));
	} else if (reader->type == TYPE_TEXT) {
		xlsx_text_add(&reader->shown, value);
	} else if (value.n > 0)
		cell_number_add(&reader->shown, value,
		    style_of(reader).format, reader->book->since_1904);
	worksheet_add(reader->sheet, &(struct worksheet_cell){
		.row = reader->row, .col = reader->col,
		.ruled = style_of(reader).ruled,
		.text = paragraph_text(&reader->shown),
	});
}

/* "A1:C3" */
static void
merge(struct xml *xml, struct reader *reader)
{
	struct slice       text = xml_attribute(xml, "ref");
	struct worksheet_merge m;
	size_t             n = address(text, &m.row, &m.col);

	if (n == 0 || n >= text.n || text.p[n] != ':' ||
	    address(slice_from(text, n + 1), &m.last_row, &m.last_col) == 0)
		return;
	worksheet_merge(reader->sheet, &m);
}

static bool
start(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	switch (id) {
	case SKIPPED: return false;
	case ROW:
		reader->row = (unsigned)xml_number(xml, "r",
		    (long)reader->row + 1);
		reader->col = 0;
		break;
	case CELL: open_cell(xml, reader); break;
	case VALUE:
	case TEXT:
		if (reader->in_cell)
			reader->into = &reader->value;
		break;
	case FORMULA:
		reader->has_formula = true;
		reader->into = &reader->formula;
		break;
	case MERGE: merge(xml, reader); break;
	}
	if (reader->sheet->failed != NULL)
		xml_stop(xml, reader->sheet->failed);
	return true;
}

static void
end(struct xml *xml, int id)
{
	struct reader *reader = xml_context(xml);

	reader->into = NULL;
	if (id == CELL)
		close_cell(reader);
}

static void
text(struct xml *xml, struct slice text)
{
	struct reader *reader = xml_context(xml);

	if (reader->into != NULL)
		paragraph_add(reader->into, text);
}

const char *
xlsx_sheet_read(struct worksheet *sheet, struct xlsx_book *book,
    struct slice part)
{
	static const struct xml_events events = { names, start, end, text };
	struct reader reader = { .sheet = sheet, .book = book };
	const char   *failed = package_parse(&book->package, part, &events,
	    &reader);

	paragraph_free(&reader.value);
	paragraph_free(&reader.formula);
	paragraph_free(&reader.shown);
	return failed;
}
