#include "entry_page.h"

#include "base/digits.h"
#include "markup.h"
#include "names.h"
#include "record/amount.h"
#include "repair/repair_words.h"
#include "rule_note.h"
#include "sum_page.h"
#include "words.h"

enum { SETS_TOLD = 4, FINDINGS_TOLD = 5 };

static const struct material *
material_of(const struct entry_page *page)
{
	return page->drawing->material;
}

static struct slice
form_of_page(const struct entry_page *page)
{
	return page->drawing->figures->head[FACT_FORM];
}

long long
entry_year(const struct entry_page *page)
{
	unsigned long long year = 0;

	digits_read(page->drawing->figures->head[FACT_YEAR], 9999, &year);
	return (long long)year;
}

void
entry_where_part(const struct entry_page *page, struct slice where,
    struct slice *item, struct slice *col)
{
	const struct forms *forms = material_of(page)->forms;

	*item = *col = SLICE("");
	cells_next(&where, item, col);
	if (col->n > 0)
		return;
	for (size_t i = 0; i < forms->columns; i++)
		if (slice_eq(forms->column[i].code, *item)) {
			*col = *item;
			*item = SLICE("");
			return;
		}
}

/* What FINDING says, in the words of pages or else those of check. */
static void
add_finding_line(const struct entry_page *page, const struct slice *finding,
    struct buffer *out)
{
	struct slice  words = finding_words(finding[FINDING_RULE],
	    finding[FINDING_WHERE], material_of(page)->language);
	struct buffer row = { NULL, 0, 0 }, col = { NULL, 0, 0 };
	struct buffer last = { NULL, 0, 0 };
	struct slice  item = { "", 0 }, column = { "", 0 };

	/* names of rows and columns are a form's */
	if (words.n == 0 || form_of_page(page).n == 0) {
		markup_text(out, finding[FINDING_MESSAGE]);
		return;
	}
	entry_where_part(page, finding[FINDING_WHERE], &item, &column);
	if (item.n > 0)
		item_name_add(&row, material_of(page), form_of_page(page),
		    item);
	if (column.n > 0)
		column_name_add(&col, material_of(page), form_of_page(page),
		    column);
	markup_number(&last, entry_year(page) - 1);
	{
		struct place_value value[] = {
			{ "row", buffer_slice(&row) },
			{ "col", buffer_slice(&col) },
			{ "left", finding[FINDING_LEFT] },
			{ "right", finding[FINDING_RIGHT] },
			{ "last", buffer_slice(&last) },
			{ "year", finding[FINDING_YEAR] },
		};
		phrase_fill(out, words, value,
		    sizeof(value) / sizeof(value[0]));
	}
	buffer_free(&row);
	buffer_free(&col);
	buffer_free(&last);
}

/* The cell of FIELD, of pinpoint, by its name. */
static void
add_changed_cell(const struct entry_page *page, const struct slice *field,
    struct buffer *out)
{
	if (!slice_eq(field[REPAIR_REPORT],
	    page->drawing->figures->document->name)) {
		struct buffer      last = { NULL, 0, 0 };
		struct place_value value;

		markup_number(&last, entry_year(page) - 1);
		value = (struct place_value){ "last", buffer_slice(&last) };
		phrase_add(out, material_of(page)->language,
		    "mend.last-report", &value, 1);
		buffer_free(&last);
	}
	cell_name_add(out, material_of(page), form_of_page(page),
	    field[REPAIR_ITEM], field[REPAIR_COL]);
}

/* The head of an entry of a cell whose findings other entries tell. */
static void
add_cell_line(const struct entry_page *page, const struct slice *field,
    struct buffer *out)
{
	struct buffer      cell = { NULL, 0, 0 }, figure = { NULL, 0, 0 };
	struct place_value value[2];

	add_changed_cell(page, field, &cell);
	markup_text(&figure, field[REPAIR_VALUE]);
	value[0] = (struct place_value){ "cell", buffer_slice(&cell) };
	value[1] = (struct place_value){ "value", buffer_slice(&figure) };
	phrase_add(out, material_of(page)->language, "head.cell", value, 2);
	buffer_free(&cell);
	buffer_free(&figure);
}

void
entry_head_add(const struct entry_page *page, const struct fault_entry *entry,
    struct buffer *out)
{
	if (entry->is_move)
		markup_text(out, entry->repair->field[REPAIR_MESSAGE]);
	else if (entry->findings > 0)
		add_finding_line(page, entry->finding->field, out);
	else
		add_cell_line(page, entry->repair->field, out);
}

/* What a cell says and what it should say: 51 -> 15. */
static void
add_change(const struct entry_page *page, const struct slice *field,
    bool tells_slip)
{
	struct buffer *out = page->drawing->out;

	add_changed_cell(page, field, out);
	buffer_string(out, " <span class=\"fr\">");
	if (field[REPAIR_VALUE].n > 0)
		markup_text(out, field[REPAIR_VALUE]);
	else
		word_add(out, material_of(page)->language, "blank");
	buffer_string(out, "</span>");
	if (field[REPAIR_REPAIRED].n > 0) {
		buffer_string(out, " → <b class=\"to\">");
		markup_text(out, field[REPAIR_REPAIRED]);
		buffer_string(out, "</b>");
	}
	if (tells_slip) {
		struct buffer      slip = { NULL, 0, 0 };
		struct place_value value;

		markup_text(&slip, repair_words(field[REPAIR_SLIP],
		    material_of(page)->language));
		value = (struct place_value){ "slip", buffer_slice(&slip) };
		phrase_add(out, material_of(page)->language, "bar.slip",
		    &value, 1);
		buffer_free(&slip);
	}
}

static void
add_key(const struct entry_page *page, const char *key)
{
	struct buffer *out = page->drawing->out;

	buffer_string(out, "<span class=\"k\">");
	word_add(out, material_of(page)->language, key);
	buffer_string(out, "</span> ");
}

/* Whether FIELD changes no cell but a table: the entry's head says of it all. */
static bool
is_of_table(const struct slice *field)
{
	return slice_is(field[REPAIR_COL], "*");
}

/* One line for each cell of the only set. */
static void
add_repair_of_cells(const struct entry_page *page, const struct fault_entry *entry)
{
	struct buffer *out = page->drawing->out;
	size_t         told = 0;

	for (const struct told *t = entry->repair; t != NULL &&
	    told < SETS_TOLD; t = t->next, told++) {
		if (is_of_table(t->field))
			continue;
		buffer_string(out, "<p class=\"fix\">");
		add_key(page, entry->is_likely ? "mend.likely" :
		    "mend.perhaps");
		add_change(page, t->field, true);
		buffer_string(out, "</p>\n");
	}
}

/* A point for each of several sets, all as likely. */
static void
add_choice(const struct entry_page *page, const struct fault_entry *entry)
{
	struct buffer *out = page->drawing->out;
	size_t         sets = 0;
	struct slice   set = { "", 0 };

	buffer_string(out, "<p class=\"fix\">");
	add_key(page, "mend.unsure");
	word_add(out, material_of(page)->language, "mend.choose");
	buffer_string(out, "</p><ul class=\"alts\">");
	for (const struct told *t = entry->repair; t != NULL; t = t->next) {
		bool is_next = !slice_eq(t->field[REPAIR_SET], set);

		sets += is_next;
		set = t->field[REPAIR_SET];
		if (sets > SETS_TOLD)
			break;
		if (is_next)
			buffer_string(out, sets > 1 ? "</li><li>" : "<li>");
		else
			word_add(out, material_of(page)->language,
			    "separator");
		add_change(page, t->field, false);
	}
	buffer_string(out, "</li>");
	if (entry->sets > SETS_TOLD) {
		buffer_string(out, "<li class=\"more\">");
		phrase_count(out, material_of(page)->language, "mend.more",
		    (long long)(entry->sets - SETS_TOLD));
		buffer_string(out, "</li>");
	}
	buffer_string(out, "</ul>\n");
}

static void
add_note(const struct entry_page *page, struct slice rule, enum rule_note note,
    const char *key)
{
	struct slice text = rule_note(rule, note, material_of(page)->language);

	if (text.n == 0 || slice_eq(text, report_word(
	    material_of(page)->language, "lawful.none")))
		return;
	buffer_string(page->drawing->out, "<p class=\"how\">");
	add_key(page, key);
	markup_text(page->drawing->out, text);
	buffer_string(page->drawing->out, "</p>\n");
}

/* What the blank of ENTRY would have to be for its sums to hold, if for all of them
 * the same. */
static bool
blank_wanted(const struct fault_entry *entry, long long *wanted)
{
	for (const struct told *t = entry->finding; t != NULL; t = t->next) {
		long long left, right;

		if (!amount_parse(t->field[FINDING_LEFT], &left) ||
		    !amount_parse(t->field[FINDING_RIGHT], &right) ||
		    (t != entry->finding && right - left != *wanted))
			return false;
		*wanted = right - left;
	}
	return *wanted > 0;
}

static void
add_blank(const struct entry_page *page, const struct fault_entry *entry)
{
	struct buffer      *out = page->drawing->out;
	const struct slice *field = figure_fields(page->drawing->figures,
	    entry->blank);
	long long           wanted = 0;
	char                text[AMOUNT_BYTES_MAX];

	buffer_string(out, "<p class=\"fix\">");
	add_key(page, "mend.perhaps");
	cell_name_add(out, material_of(page), form_of_page(page),
	    field[FACT_ITEM], field[FACT_COL]);
	buffer_string(out, " <span class=\"fr\">");
	word_add(out, material_of(page)->language, "blank");
	buffer_string(out, "</span>");
	if (blank_wanted(entry, &wanted)) {
		buffer_string(out, " → <b class=\"to\">");
		buffer_add(out, (struct slice){ text,
		    amount_format(text, 0, wanted) });
		buffer_string(out, "</b>");
	}
	buffer_string(out, "</p>\n");
}

void
entry_mending_add(const struct entry_page *page,
    const struct fault_entry *entry)
{
	struct slice rule;

	if (entry->kind == ENTRY_CHOICE)
		add_choice(page, entry);
	else if (entry->kind == ENTRY_CELL)
		add_repair_of_cells(page, entry);
	else if (entry->blank != FIGURE_NONE)
		add_blank(page, entry);
	if (entry->findings == 0)
		return;
	rule = entry->finding->field[FINDING_RULE];
	if (!entry->is_likely)
		add_note(page, rule, NOTE_MEND, "mend.how");
	add_note(page, rule, NOTE_LAWFUL, "lawful");
}

void
entry_others_add(const struct entry_page *page, const struct fault_entry *entry)
{
	struct buffer      list = { NULL, 0, 0 }, count = { NULL, 0, 0 };
	struct place_value value[2];
	size_t             told = 0;
	bool               is_one_fault = entry->repair != NULL ||
	    entry->blank != FIGURE_NONE;

	if (entry->findings < 2)
		return;
	for (const struct told *t = entry->finding->next; t != NULL &&
	    told < FINDINGS_TOLD; t = t->next, told++) {
		if (told > 0)
			buffer_string(&list, "; ");
		add_finding_line(page, t->field, &list);
	}
	if (told < entry->findings - 1)
		buffer_string(&list, " …");
	markup_number(&count, (long long)entry->findings - is_one_fault);
	value[0] = (struct place_value){ "n", buffer_slice(&count) };
	value[1] = (struct place_value){ "list", buffer_slice(&list) };
	buffer_string(page->drawing->out, "<p class=\"ex\">");
	phrase_add(page->drawing->out, material_of(page)->language,
	    is_one_fault ? "also" : "more-like-it", value, 2);
	buffer_string(page->drawing->out, "</p>\n");
	buffer_free(&list);
	buffer_free(&count);
}

size_t
entry_quoted_figure(const struct entry_page *page,
    const struct fault_entry *entry)
{
	const struct figures *figures = page->drawing->figures;
	struct slice          cells, item, col;

	for (const struct told *t = entry->repair; t != NULL; t = t->next) {
		size_t i = figures_find(figures, t->field[REPAIR_ITEM],
		    t->field[REPAIR_COL]);

		if (i != FIGURE_NONE && slice_eq(t->field[REPAIR_REPORT],
		    figures->document->name))
			return i;
	}
	if (entry->blank != FIGURE_NONE || entry->findings == 0)
		return entry->blank;
	cells = entry->finding->field[FINDING_CELLS];
	while (cells_next(&cells, &item, &col)) {
		size_t i = figures_find(figures, item, col);

		if (i != FIGURE_NONE && figure_fields(figures, i)[FACT_LOC].n > 0)
			return i;
	}
	return FIGURE_NONE;
}

/* The row of the table that the fact FIELD stands in, as it stood. */
static void
add_row_text(const struct entry_page *page, const struct slice *field)
{
	const struct figures   *figures = page->drawing->figures;
	const struct form_item *item = form_item(material_of(page)->forms,
	    form_of_page(page), field[FACT_ITEM]);
	struct buffer          *out = page->drawing->out;

	if (item == NULL)
		return;
	item_name_add(out, material_of(page), form_of_page(page), item->code);
	for (int c = 0; c < item->cols; c++) {
		size_t i = figures_find(figures, item->code, item->col[c]);

		buffer_string(out, " │ ");
		if (i != FIGURE_NONE)
			markup_text(out, figure_fields(figures, i)[FACT_RAW]);
	}
}

void
entry_quote_add(const struct entry_page *page, size_t i)
{
	const struct slice *field = figure_fields(page->drawing->figures, i);

	if (slice_is(field[FACT_SOURCE], "table"))
		add_row_text(page, field);
	else
		markup_text(page->drawing->out, field[FACT_RAW]);
}

/* The place of the figure number I, and what stands there. */
static void
add_quoted(const struct entry_page *page, size_t i)
{
	struct buffer      *out = page->drawing->out;
	const struct slice *field = figure_fields(page->drawing->figures, i);

	buffer_string(out, "<p class=\"src\">");
	add_key(page, "source");
	place_add(out, material_of(page), field[FACT_LOC]);
	if (slice_is(field[FACT_SOURCE], "table") || field[FACT_RAW].n > 0) {
		buffer_string(out, " <q>");
		entry_quote_add(page, i);
		buffer_string(out, "</q>");
	}
	buffer_string(out, "</p>\n");
}

size_t
entry_paired_figure(const struct entry_page *page, const struct fault_entry *entry,
    size_t quoted)
{
	const struct figures *figures = page->drawing->figures;
	struct slice          cells, item, col;

	if (entry->findings == 0)
		return FIGURE_NONE;
	cells = entry->finding->field[FINDING_CELLS];
	while (cells_next(&cells, &item, &col)) {
		size_t              i = figures_find(figures, item, col);
		const struct slice *field = i != FIGURE_NONE ?
		    figure_fields(figures, i) : NULL;

		if (field != NULL && field[FACT_LOC].n > 0 &&
		    !slice_is(field[FACT_SOURCE], "structure") &&
		    !slice_eq(field[FACT_SOURCE],
		    figure_fields(figures, quoted)[FACT_SOURCE]))
			return i;
	}
	return FIGURE_NONE;
}

static void
add_source(const struct entry_page *page, const struct fault_entry *entry)
{
	size_t i = entry_quoted_figure(page, entry), other;

	if (i == FIGURE_NONE)
		return;
	add_quoted(page, i);
	other = entry_paired_figure(page, entry, i);
	if (other != FIGURE_NONE)
		add_quoted(page, other);
}

void
entry_rules_add(const struct entry_page *page, const struct fault_entry *entry)
{
	struct buffer *out = page->drawing->out;

	if (entry->findings == 0 && entry->change == CHANGE_UNKNOWN)
		return;
	buffer_string(out, "<p class=\"meta\">");
	if (entry->change != CHANGE_UNKNOWN) {
		markup_add(out, "<span class=\"ch\">", NULL);
		word_add(out, material_of(page)->language,
		    change_word[entry->change]);
		buffer_string(out, "</span> ");
	}
	buffer_string(out, "<code>");
	for (const struct told *t = entry->finding; t != NULL; t = t->next) {
		const struct told *same = entry->finding;

		while (!slice_eq(same->field[FINDING_RULE],
		    t->field[FINDING_RULE]))
			same = same->next;
		if (same != t)
			continue;
		buffer_string(out, t != entry->finding ? " " : "");
		markup_text(out, t->field[FINDING_RULE]);
	}
	buffer_string(out, "</code></p>");
}

static void
add_title(const struct entry_page *page, const struct fault_entry *entry,
    size_t number)
{
	struct buffer *out = page->drawing->out;
	const char    *level = rule_level_name[entry->level];
	char           key[32] = "level.";

	markup_add(out, "<li class=\"en ", level, "\" id=\"d", NULL);
	markup_number(out, page->drawing->document);
	buffer_string(out, "-");
	markup_number(out, (long long)number);
	markup_add(out, "\"><h4><b class=\"bd ", level, "\" title=\"", NULL);
	memcpy(key + 6, level, strlen(level) + 1);
	word_add(out, material_of(page)->language, key);
	buffer_string(out, "\">");
	memcpy(key, "mark.", 5);
	memcpy(key + 5, level, strlen(level) + 1);
	word_add(out, material_of(page)->language, key);
	buffer_string(out, "</b><span class=\"no\">");
	circled_add(out, number);
	buffer_string(out, "</span>");
	entry_head_add(page, entry, out);
	buffer_string(out, "</h4>\n");
}

void
entry_add(const struct entry_page *page, const struct fault_entry *entry,
    size_t number)
{
	struct sum_page sum = { material_of(page), form_of_page(page),
	    entry_year(page) };

	add_title(page, entry, number);
	if (entry->findings > 0 && !entry->is_move &&
	    sides_find(page->sides, &material_of(page)->rules,
	    page->drawing->figures, entry->finding->field))
		sum_page_add(&sum, page->sides, page->drawing->out);
	entry_mending_add(page, entry);
	entry_others_add(page, entry);
	add_source(page, entry);
	entry_rules_add(page, entry);
	buffer_string(page->drawing->out, "</li>\n");
}
