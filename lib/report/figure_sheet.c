#include "figure_sheet.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "names.h"
#include "plain_text.h"
#include "record/state.h"
#include "words.h"

enum figure_column {
	COLUMN_OFFICE, COLUMN_REGION, COLUMN_YEAR, COLUMN_TABLE, COLUMN_ROW,
	COLUMN_COLUMN, COLUMN_VALUE, COLUMN_UNIT, COLUMN_STATE,
	COLUMN_PLACE, COLUMN_TEXT, COLUMN_FILE,
	FIGURE_COLUMNS
};

/* The words of a state, see nianbao-records(5); of a plain number none. */
static const char *const state_words[STATES] = {
	[STATE_APPROX] = "bar.state.approx",
	[STATE_BLANK] = "bar.state.blank", [STATE_NA] = "bar.state.na",
	[STATE_UNREADABLE] = "bar.state.unreadable",
	[STATE_ABSENT] = "bar.state.absent",
};

static const struct sheet_colour state_colours[] = {
	{ "bar.state.unreadable", TINT_ERROR }, { "bar.state.blank", TINT_DUTY },
	{ "bar.state.absent", TINT_DUTY }, { "bar.state.approx", TINT_SUSPECT },
	{ NULL, TINT_NOTE },
};

static const struct sheet_column columns[FIGURE_COLUMNS] = {
	[COLUMN_OFFICE] = { "column.unit", 24, LOOK_TEXT, NULL },
	[COLUMN_REGION] = { "column.region", 14, LOOK_TEXT, NULL },
	[COLUMN_YEAR] = { "year", 7, LOOK_NUMBER, NULL },
	[COLUMN_TABLE] = { "column.table", 24, LOOK_TEXT, NULL },
	[COLUMN_ROW] = { "column.row", 36, LOOK_TEXT, NULL },
	[COLUMN_COLUMN] = { "column.column", 16, LOOK_TEXT, NULL },
	[COLUMN_VALUE] = { "text.figure", 10, LOOK_NUMBER, NULL },
	[COLUMN_UNIT] = { "figure.unit", 7, LOOK_TEXT, NULL },
	[COLUMN_STATE] = { "column.state", 16, LOOK_TEXT, state_colours },
	[COLUMN_PLACE] = { "letter.place", 14, LOOK_TEXT, NULL },
	[COLUMN_TEXT] = { "source", 32, LOOK_TEXT, NULL },
	[COLUMN_FILE] = { "file", 40, LOOK_TEXT, NULL },
};

static const struct sheet_shape shape = {
	.word = "sheet.figures", .column = columns, .columns = FIGURE_COLUMNS,
	.fixed = 1,
};

void
figure_sheet_begin(struct figure_sheet *sheet, struct spreadsheet *book,
    const struct material *material)
{
	*sheet = (struct figure_sheet){ .material = material };
	sheet_begin(&sheet->sheet, book, &shape);
}

/* What MARKUP says, kept. */
static struct slice
keep_plain(struct figure_sheet *sheet, struct slice markup)
{
	struct buffer plain = { NULL, 0, 0 };
	struct slice  kept;

	plain_markup_add(&plain, markup);
	kept = arena_copy(&sheet->names, buffer_slice(&plain));
	buffer_free(&plain);
	return kept;
}

/* The title of the table that ITEM of FORM stands in; of sentences: the text. */
static struct slice
table_title(const struct figure_sheet *sheet, struct slice form,
    struct slice item)
{
	const struct form_item *found = form_item(sheet->material->forms, form,
	    item);

	if (found == NULL)
		return report_word(sheet->material->language, "figure.text");
	return layout_text(sheet->material->layouts, form, found->table,
	    LAYOUT_TITLE, SLICE(""));
}

static unsigned long long
words_hash(struct slice form, struct slice item)
{
	return hash_on(hash_of(form), item);
}

struct item_words
figure_sheet_words(struct figure_sheet *sheet, struct slice form,
    struct slice item)
{
	struct buffer      row = { NULL, 0, 0 };
	struct item_words *words;
	size_t             probe = 0, i;

	if (sheet->words > 0 && slice_eq(sheet->word[sheet->last].item, item) &&
	    slice_eq(sheet->word[sheet->last].form, form))
		return sheet->word[sheet->last];
	while ((i = map_next(&sheet->map, words_hash(form, item), &probe)) !=
	    MAP_NONE)
		if (slice_eq(sheet->word[i].form, form) &&
		    slice_eq(sheet->word[i].item, item)) {
			sheet->last = i;
			return sheet->word[i];
		}
	map_add(&sheet->map, words_hash(form, item), sheet->words);
	words = MEMORY_APPEND(sheet->word, sheet->words, sheet->word_room);
	item_name_add(&row, sheet->material, form, item);
	*words = (struct item_words){ arena_copy(&sheet->names, form),
	    arena_copy(&sheet->names, item),
	    table_title(sheet, form, item),
	    keep_plain(sheet, buffer_slice(&row)) };
	buffer_free(&row);
	return *words;
}

/* Most cells have a figure and no more: the file is as large as what is told. */
static void
add_row(struct figure_sheet *sheet, const struct slice *field)
{
	struct sheet            *out = &sheet->sheet;
	struct item_words        words = figure_sheet_words(sheet,
	    field[FACT_FORM], field[FACT_ITEM]);
	enum fact_state          state = fact_state_of(field[FACT_STATE]);
	struct buffer            text = { NULL, 0, 0 };

	sheet_row(out);
	sheet_put_field(out, COLUMN_OFFICE, field[FACT_ORG]);
	sheet_put_field(out, COLUMN_REGION, field[FACT_REGION]);
	sheet_put_value(out, COLUMN_YEAR, field[FACT_YEAR]);
	sheet_put_field(out, COLUMN_TABLE, words.table);
	if (!sheet_put_again(out, COLUMN_ROW, words.row)) {
		sheet_put_text(out, COLUMN_ROW, words.row);
		sheet_note(out, COLUMN_ROW, words.row);
	}
	if (!slice_is(field[FACT_COL], "count"))
		sheet_put_field(out, COLUMN_COLUMN, form_column_label(
		    sheet->material->forms, field[FACT_FORM], field[FACT_COL]));
	sheet_put_value(out, COLUMN_VALUE, field[FACT_VALUE]);
	sheet_put_field(out, COLUMN_UNIT, field[FACT_UNIT]);
	if (state < STATES && state_words[state] != NULL)
		sheet_put_word(out, COLUMN_STATE, state_words[state]);
	if (!sheet_put_again(out, COLUMN_PLACE, field[FACT_LOC])) {
		place_add(&text, sheet->material, field[FACT_LOC]);
		sheet_put_markup(out, COLUMN_PLACE, buffer_slice(&text));
		sheet_note(out, COLUMN_PLACE, field[FACT_LOC]);
	}
	if (!slice_eq(field[FACT_RAW], field[FACT_VALUE]))
		sheet_put_field(out, COLUMN_TEXT, field[FACT_RAW]);
	sheet_put_field(out, COLUMN_FILE, field[FACT_DOC]);
	buffer_free(&text);
}

void
figure_sheet_add(struct figure_sheet *sheet, const struct figures *figures)
{
	size_t records = figures->document->records;

	if (records > sheet->room) {
		sheet->room = records;
		sheet->place = memory_resize(sheet->place, sheet->room,
		    sizeof(*sheet->place));
	}
	for (size_t i = 0; i < records; i++) {
		const struct slice *field = figure_fields(figures, i);

		sheet->place[i].part = 0;
		if (slice_is(field[FACT_SOURCE], "structure"))
			continue;
		add_row(sheet, field);
		sheet->place[i] = sheet_place(&sheet->sheet);
	}
}

void
figure_sheet_address(const struct figure_sheet *sheet, size_t i,
    struct buffer *out)
{
	if (sheet->place[i].part > 0)
		sheet_address(&sheet->sheet, sheet->place[i], out);
}

void
figure_sheet_free(struct figure_sheet *sheet)
{
	free(sheet->place);
	free(sheet->word);
	map_free(&sheet->map);
	arena_free(&sheet->names);
}
