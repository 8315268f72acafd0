#include "letter_row.h"

#include "markup.h"
#include "names.h"
#include "plain_text.h"
#include "sum_page.h"
#include "words.h"

/* Behind a field and behind a row: plain text has neither. */
#define FIELD_END '\x1F'
#define ROW_END   '\x1E'

/* The row in the making, and what it is made of. */
struct letter_row {
	struct entry_page         page;		/* draws into MARKUP */
	struct form_drawing       drawing;
	const struct fault_entry *entry;
	struct buffer             markup;
	bool                      has_sides;
	struct buffer            *out;
};

static const struct material *
material_of(const struct letter_row *row)
{
	return row->drawing.material;
}

static struct slice
form_of(const struct letter_row *row)
{
	return row->drawing.figures->head[FACT_FORM];
}

/* Adds what has been drawn, as lines. */
static void
take_markup(struct letter_row *row)
{
	size_t begin = row->out->n;

	if (begin > 0 && row->out->p[begin - 1] != FIELD_END)
		buffer_string(row->out, "\n");
	begin = row->out->n;
	plain_markup_add(row->out, buffer_slice(&row->markup));
	if (row->out->n == begin && begin > 0 &&
	    row->out->p[begin - 1] == '\n')
		row->out->n--;
	row->markup.n = 0;
}

static void
end_field(struct letter_row *row)
{
	buffer_add(row->out, (struct slice){ (const char[]){ FIELD_END }, 1 });
}

/* The cell that the entry is about: that to be changed; the figure that a sum is
 * held against; else the first of its finding.  False: it is about none. */
static bool
cell_of(struct letter_row *row, struct slice *item, struct slice *col)
{
	const struct fault_entry *entry = row->entry;
	const struct sides       *sides = row->page.sides;
	struct slice              cells;
	int                       side = row->has_sides ? sides_stated(sides) :
	    -1;

	if (entry->repair != NULL) {
		*item = entry->repair->field[REPAIR_ITEM];
		*col = entry->repair->field[REPAIR_COL];
		return true;
	}
	if (side >= 0) {
		const struct side_term *term = &sides->term[side == 0 ? 0 :
		    sides->left];

		*item = term->item;
		*col = term->col;
		return true;
	}
	cells = entry->finding->field[FINDING_CELLS];
	return cells_next(&cells, item, col) &&
	    !slice_starts(*item, SLICE("structure."));
}

/* The heading over the table that ITEM is in. */
static void
add_table_title(struct letter_row *row, struct slice item)
{
	const struct form_item *found = form_item(material_of(row)->forms,
	    form_of(row), item);
	struct slice            title;

	if (found == NULL)
		return;
	title = layout_text(material_of(row)->layouts, form_of(row),
	    found->table, LAYOUT_TITLE, SLICE(""));
	if (title.n == 0)
		return;
	markup_text(&row->markup, title);
	take_markup(row);
}

/* The cells that are to be changed, if not for sure. */
static void
add_repaired_cells(struct letter_row *row)
{
	enum { CELLS_TOLD = 4 };
	int told = 0;

	for (const struct told *t = row->entry->repair; t != NULL; t = t->next) {
		if (told++ > 0)
			word_add(&row->markup, material_of(row)->language,
			    "separator");
		if (told > CELLS_TOLD) {
			buffer_string(&row->markup, "…");
			return;
		}
		cell_name_add(&row->markup, material_of(row), form_of(row),
		    t->field[REPAIR_ITEM], t->field[REPAIR_COL]);
	}
}

static void
add_place(struct letter_row *row)
{
	struct slice item, col;
	size_t       quoted = entry_quoted_figure(&row->page, row->entry);

	if (cell_of(row, &item, &col)) {
		add_table_title(row, item);
		if (row->entry->repair != NULL)
			add_repaired_cells(row);
		else
			cell_name_add(&row->markup, material_of(row),
			    form_of(row), item, col);
		/* what has no name but its code nobody finds by it */
		if (slice_find(buffer_slice(&row->markup), item) != NULL)
			row->markup.n = 0;
		take_markup(row);
	}
	if (quoted != FIGURE_NONE)
		place_add(&row->markup, material_of(row), figure_fields(
		    row->drawing.figures, quoted)[FACT_LOC]);
	else if (row->entry->findings > 0)
		place_add(&row->markup, material_of(row),
		    row->entry->finding->field[FINDING_LOC]);
	take_markup(row);
	if (row->out->p[row->out->n - 1] != FIELD_END)
		return;
	word_add(&row->markup, material_of(row)->language, "letter.whole");
	take_markup(row);
}

static void
add_value(struct letter_row *row)
{
	struct slice item, col;
	size_t       i;

	if (row->entry->kind == ENTRY_CHOICE || !cell_of(row, &item, &col))
		return;
	i = figures_find(row->drawing.figures, item, col);
	if (row->entry->kind == ENTRY_CELL)
		markup_text(&row->markup,
		    row->entry->repair->field[REPAIR_VALUE]);
	else if (i != FIGURE_NONE)
		markup_text(&row->markup, figure_fields(row->drawing.figures,
		    i)[FACT_VALUE]);
	take_markup(row);
}

/* What it should say, only where that is beyond doubt; else to look. */
static void
add_wanted(struct letter_row *row)
{
	const struct fault_entry *entry = row->entry;

	if (entry->kind == ENTRY_CELL && entry->is_likely &&
	    entry->repair->field[REPAIR_REPAIRED].n > 0) {
		markup_text(&row->markup,
		    entry->repair->field[REPAIR_REPAIRED]);
		word_add(&row->markup, material_of(row)->language,
		    "letter.likely");
	} else
		word_add(&row->markup, material_of(row)->language,
		    entry->level >= LEVEL_SUSPECT ? "letter.verify" :
		    "letter.register");
	take_markup(row);
}

/* The row or sentence of figure I as it stands in the report. */
static void
add_quote(struct letter_row *row, size_t i)
{
	const struct slice *field = figure_fields(row->drawing.figures, i);

	if (!slice_is(field[FACT_SOURCE], "table") && field[FACT_RAW].n == 0)
		return;
	word_add(&row->markup, material_of(row)->language, "letter.quote");
	entry_quote_add(&row->page, i);
	take_markup(row);
}

/* The figure that the entry is quoted by, and what the report says of it elsewhere. */
static void
add_quotes(struct letter_row *row)
{
	size_t i = entry_quoted_figure(&row->page, row->entry), other;

	if (i == FIGURE_NONE)
		return;
	add_quote(row, i);
	other = entry_paired_figure(&row->page, row->entry, i);
	if (other != FIGURE_NONE)
		add_quote(row, other);
}

static void
add_why(struct letter_row *row)
{
	struct sum_page sum = { material_of(row), form_of(row),
	    entry_year(&row->page) };

	entry_head_add(&row->page, row->entry, &row->markup);
	take_markup(row);
	if (row->has_sides) {
		sum_line_add(&sum, row->page.sides, &row->markup);
		take_markup(row);
	}
	entry_mending_add(&row->page, row->entry);
	take_markup(row);
	entry_others_add(&row->page, row->entry);
	take_markup(row);
	add_quotes(row);
	entry_rules_add(&row->page, row->entry);
	take_markup(row);
}

void
letter_row_add(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out)
{
	struct letter_row row = { .page = *page, .drawing = *page->drawing,
	    .entry = entry, .out = out };

	row.page.drawing = &row.drawing;
	row.drawing.out = &row.markup;
	row.has_sides = entry->findings > 0 && !entry->is_move &&
	    sides_find(page->sides, &material_of(&row)->rules,
	    row.drawing.figures, entry->finding->field);
	markup_number(out, entry->level);
	end_field(&row);
	add_place(&row);
	end_field(&row);
	add_value(&row);
	end_field(&row);
	add_wanted(&row);
	end_field(&row);
	add_why(&row);
	buffer_add(out, (struct slice){ (const char[]){ ROW_END }, 1 });
	buffer_free(&row.markup);
}

bool
letter_row_next(struct slice *rows, struct slice field[LETTER_FIELDS])
{
	if (rows->n == 0)
		return false;
	for (int i = 0; i < LETTER_FIELDS; i++) {
		const char *end = memchr(rows->p, i < LETTER_FIELDS - 1 ?
		    FIELD_END : ROW_END, rows->n);

		field[i] = (struct slice){ rows->p, (size_t)(end - rows->p) };
		*rows = slice_from(*rows, field[i].n + 1);
	}
	return true;
}
