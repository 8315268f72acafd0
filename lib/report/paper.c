#include "paper.h"

#include <stdlib.h>

#include "base/memory.h"
#include "document_link.h"
#include "form_table.h"
#include "markup.h"
#include "names.h"
#include "record/amount.h"
#include "weight.h"
#include "words.h"

/* Where the requests of a year are counted, form by form. */
static const struct { const char *item, *col; } requests_cells[] = {
	{ "requests.new", "total" }, { "requests.received", "count" },
	{ "requests.received", "year" }, { "prose.requests.received", "count" },
};

static struct slice
raw_of(const struct figures *figures, const char *item)
{
	size_t i = figures_find(figures, slice_of(item), SLICE("count"));

	return i == FIGURE_NONE ? SLICE("") :
	    figure_fields(figures, i)[FACT_RAW];
}

static long long
requests_of(const struct figures *figures)
{
	for (size_t k = 0; k < sizeof(requests_cells) /
	    sizeof(requests_cells[0]); k++) {
		size_t i = figures_find(figures,
		    slice_of(requests_cells[k].item),
		    slice_of(requests_cells[k].col));
		long long value;

		if (i != FIGURE_NONE && amount_parse(figure_fields(figures,
		    i)[FACT_VALUE], &value))
			return value / AMOUNT_ONE;
	}
	return -1;
}

/* Whether ENTRIES say that RULE found something. */
static bool
has_rule(const struct entries *entries, const char *rule)
{
	for (size_t i = 0; i < entries->n; i++)
		if (entries->entry[i].findings > 0 && slice_is(
		    entries->entry[i].finding->field[FINDING_RULE], rule))
			return true;
	return false;
}

/* What the roster calls the office of DOCUMENT; empty where it does not. */
static struct slice
name_on_roster(const struct record_file *names, struct slice document)
{
	size_t               n = 0;
	const struct slice **record = names->n == 0 ? NULL :
	    record_file_of(names, document, &n);

	return n > 0 ? record[0][NAME_ORG] : SLICE("");
}

static void
note_document(struct paper *paper, const struct form_drawing *drawing,
    struct arena *arena)
{
	const struct figures *figures = drawing->figures;
	struct slice          office = raw_of(figures, "structure.office");
	struct slice          genre = raw_of(figures, "structure.genre");

	paper->name = arena_copy(arena, figures->document->name);
	paper->org = arena_copy(arena, figures->head[FACT_ORG]);
	paper->region = arena_copy(arena, figures->head[FACT_REGION]);
	paper->year = arena_copy(arena, figures->head[FACT_YEAR]);
	paper->office = office.n > 0 ? arena_copy(arena, office) : paper->org;
	paper->listed = name_on_roster(&drawing->material->names,
	    figures->document->name);
	paper->number = drawing->document;
	paper->requests = requests_of(figures);
	paper->is_report = genre.n == 0 || slice_is(genre, "report");
	paper->is_read = figures_have_values(figures);
}

static void
note_entries(struct paper *paper, const struct entry_page *page,
    const struct entries *entries)
{
	paper->is_expected = !has_rule(entries, "R-YEAR");
	for (size_t i = 0; i < entries->n; i++) {
		const struct fault_entry *entry = &entries->entry[i];

		paper->entries[entry->level]++;
		paper->changes[entry->change]++;
		paper->weight += entry->weight;
		if (entry->findings == 0)
			continue;
		*MEMORY_APPEND(paper->broken, paper->broken_rules,
		    paper->broken_room) = (struct broken_rule){
		    entry->finding->field[FINDING_RULE], entry->level };
	}
	if (entries->n > 0)
		entry_head_add(page, &entries->entry[0], &paper->head);
}

/* A pair of a list of what identifies the document. */
static void
open_pair(const struct form_drawing *drawing, const char *key)
{
	buffer_string(drawing->out, "<div><dt>");
	word_add(drawing->out, drawing->material->language, key);
	buffer_string(drawing->out, "</dt><dd>");
}

static void
close_pair(const struct form_drawing *drawing)
{
	buffer_string(drawing->out, "</dd></div>");
}

static void
add_form(const struct form_drawing *drawing)
{
	struct slice       form = drawing->figures->head[FACT_FORM];
	struct place_value value = { "form", form };

	if (form.n == 0)
		return;
	open_pair(drawing, "form");
	phrase_add(drawing->out, drawing->material->language, "form-of",
	    &value, 1);
	close_pair(drawing);
}

static struct slice
cells_of(const struct figures *figures, const char *col)
{
	size_t i = figures_find(figures, SLICE("structure.cells"),
	    slice_of(col));

	return i == FIGURE_NONE ? SLICE("") :
	    figure_fields(figures, i)[FACT_VALUE];
}

static void
add_cells(const struct form_drawing *drawing)
{
	struct place_value value[] = {
		{ "found", cells_of(drawing->figures, "found") },
		{ "expected", cells_of(drawing->figures, "expected") },
	};

	if (value[1].markup.n == 0)
		return;
	open_pair(drawing, "cells");
	phrase_add(drawing->out, drawing->material->language, "cells-of",
	    value, 2);
	close_pair(drawing);
}

/* The document by its name, as a link if it has an address. */
static void
add_file(const struct form_drawing *drawing, const struct slice *record)
{
	struct buffer *out = drawing->out, address = { NULL, 0, 0 };
	struct slice   name = drawing->figures->document->name;

	document_address_add(&address, name, record);
	open_pair(drawing, "file");
	if (address.n > 0) {
		buffer_string(out, "<a rel=\"noreferrer\" href=\"");
		markup_text(out, buffer_slice(&address));
		buffer_string(out, "\">");
	}
	markup_text(out, name);
	buffer_string(out, address.n > 0 ? "</a>" : "");
	close_pair(drawing);
	buffer_free(&address);
}

/* What else RECORD tells of the document. */
static void
add_record(const struct form_drawing *drawing, const struct slice *record)
{
	static const struct { enum documents_field field; const char *key; }
	told[] = {
		{ DOCUMENTS_TYPE, "document.type" },
		{ DOCUMENTS_PUBLISHED, "document.published" },
		{ DOCUMENTS_SHA256, "document.sha256" },
	};

	for (size_t i = 0; record != NULL &&
	    i < sizeof(told) / sizeof(told[0]); i++) {
		if (record[told[i].field].n == 0)
			continue;
		open_pair(drawing, told[i].key);
		markup_text(drawing->out, record[told[i].field]);
		close_pair(drawing);
	}
}

static void
add_identity(const struct form_drawing *drawing)
{
	struct buffer      *out = drawing->out;
	const struct slice *record = document_record_of(drawing->material,
	    drawing->figures->document->name);

	buffer_string(out, "<dl class=\"id\">");
	open_pair(drawing, "year");
	markup_text(out, drawing->figures->head[FACT_YEAR]);
	close_pair(drawing);
	add_form(drawing);
	add_cells(drawing);
	add_file(drawing, record);
	add_record(drawing, record);
	buffer_string(out, "</dl>\n");
}

void
level_counts_add(struct buffer *out, const struct material *material,
    const size_t entries[RULE_LEVELS])
{
	bool is_begun = false;

	for (int level = 0; level <= LEVEL_NOTE; level++) {
		char               key[32] = "level.";
		struct buffer      word = { NULL, 0, 0 }, n = { NULL, 0, 0 };
		struct place_value value[2];

		if (entries[level] == 0)
			continue;
		strcpy(key + 6, rule_level_name[level]);
		word_add(&word, material->language, key);
		markup_number(&n, (long long)entries[level]);
		value[0] = (struct place_value){ "level", buffer_slice(&word) };
		value[1] = (struct place_value){ "n", buffer_slice(&n) };
		if (is_begun)
			word_add(out, material->language, "separator");
		phrase_add(out, material->language, "summary.one", value, 2);
		is_begun = true;
		buffer_free(&word);
		buffer_free(&n);
	}
}

void
change_counts_add(struct buffer *out, const struct material *material,
    const size_t changes[CHANGES], size_t mended, size_t waived)
{
	const struct { size_t n; const char *key; } count[] = {
		{ changes[CHANGE_NEW], "changes.new" },
		{ changes[CHANGE_LEFT], "changes.left" },
		{ mended, "changes.mended" }, { waived, "changes.waived" },
	};
	bool is_begun = false;

	if (last_round_was(&material->round))
		word_add(out, material->language, "changes");
	for (size_t i = 0; i < sizeof(count) / sizeof(count[0]); i++) {
		bool is_zero_told = last_round_was(&material->round) && i < 3;

		if (count[i].n == 0 && !is_zero_told)
			continue;
		if (is_begun)
			word_add(out, material->language, "separator");
		phrase_count(out, material->language, count[i].key,
		    (long long)count[i].n);
		is_begun = true;
	}
}

void
level_summary_add(const struct form_drawing *drawing,
    const size_t entries[RULE_LEVELS], bool is_read)
{
	struct buffer      counts = { NULL, 0, 0 };
	struct place_value value;

	level_counts_add(&counts, drawing->material, entries);
	value = (struct place_value){ "counts", buffer_slice(&counts) };
	buffer_string(drawing->out, "<p class=\"sum\">");
	if (!is_read)
		word_add(drawing->out, drawing->material->language,
		    "summary.unread");
	else if (counts.n == 0)
		word_add(drawing->out, drawing->material->language,
		    "summary.none");
	else
		phrase_add(drawing->out, drawing->material->language,
		    entries[LEVEL_ERROR] + entries[LEVEL_DUTY] +
		    entries[LEVEL_SUSPECT] > 0 ? "summary" :
		    "summary.notes", &value, 1);
	buffer_string(drawing->out, "</p>\n");
	buffer_free(&counts);
}

/* A sample of a mark, and what it means. */
static void
add_sample(const struct form_drawing *drawing, const char *class,
    const char *sample, const char *key)
{
	struct buffer *out = drawing->out;

	markup_add(out, "<span class=\"g ", class, "\">", NULL);
	if (sample != NULL)
		buffer_string(out, sample);
	else
		word_add(out, drawing->material->language, "blank");
	buffer_string(out, "</span>");
	word_add(out, drawing->material->language, key);
	buffer_string(out, " ");
}

/* Where what stands behind a figure is shown. */
static void
add_bar(const struct form_drawing *drawing)
{
	struct buffer *out = drawing->out;

	buffer_string(out, "<p class=\"bar\" aria-live=\"polite\"><b>");
	word_add(out, drawing->material->language, "bar");
	buffer_string(out, "</b><output>");
	word_add(out, drawing->material->language, "bar.hint");
	buffer_string(out, "</output></p>");
}

static void
add_legend(const struct form_drawing *drawing)
{
	struct buffer *out = drawing->out;

	buffer_string(out, "<p class=\"lg\" aria-label=\"");
	word_add(out, drawing->material->language, "legend");
	buffer_string(out, "\">");
	add_sample(drawing, "bad", "12", "key.bad");
	add_sample(drawing, "may", "12", "key.may");
	add_sample(drawing, "in", "12", "key.in");
	add_sample(drawing, "blank", NULL, "key.blank");
	word_add(out, drawing->material->language, "key.entry");
	buffer_string(out, "</p>\n");
}

static void
add_text_head(const struct form_drawing *drawing)
{
	static const char *const keys[] = { "text.measure", "text.figure",
		"source", "text.words" };

	buffer_string(drawing->out, "<details class=\"form\"><summary>");
	word_add(drawing->out, drawing->material->language, "text-figures");
	buffer_string(drawing->out, "</summary><div class=\"sc\"><table "
	    "class=\"pr\"><thead><tr>");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		buffer_string(drawing->out, "<th scope=\"col\">");
		word_add(drawing->out, drawing->material->language, keys[i]);
		buffer_string(drawing->out, "</th>");
	}
	buffer_string(drawing->out, "</tr></thead><tbody>\n");
}

static void
add_text_figure(const struct form_drawing *drawing, size_t i)
{
	struct buffer      *out = drawing->out;
	const struct slice *field = figure_fields(drawing->figures, i);

	buffer_string(out, "<tr><th scope=\"row\">");
	item_name_add(out, drawing->material, field[FACT_FORM],
	    field[FACT_ITEM]);
	if (!slice_is(field[FACT_COL], "count")) {
		buffer_string(out, " ");
		markup_text(out, field[FACT_COL]);
	}
	buffer_string(out, "</th>");
	figure_cell_add(drawing, i, FIGURE_NONE, 1);
	buffer_string(out, "<td class=\"l\">");
	place_add(out, drawing->material, field[FACT_LOC]);
	buffer_string(out, "</td><td class=\"l\"><q>");
	markup_text(out, field[FACT_RAW]);
	buffer_string(out, "</q></td></tr>\n");
}

/* The figures that the text states, with its words. */
static void
add_text_figures(const struct form_drawing *drawing)
{
	bool is_begun = false;

	for (size_t i = 0; i < drawing->figures->document->records; i++) {
		if (!slice_is(figure_fields(drawing->figures, i)[FACT_SOURCE],
		    "prose"))
			continue;
		if (!is_begun)
			add_text_head(drawing);
		is_begun = true;
		add_text_figure(drawing, i);
	}
	if (is_begun)
		buffer_string(drawing->out,
		    "</tbody></table></div></details>\n");
}

/* The entries beside the tables that they are of. */
static void
add_columns(const struct entry_page *page, const struct entries *entries)
{
	struct buffer *out = page->drawing->out;

	buffer_string(out, "<div class=\"cols\"><ol class=\"es\">\n");
	for (size_t i = 0; i < entries->n; i++)
		entry_add(page, &entries->entry[i], i + 1);
	buffer_string(out, "</ol><div class=\"right\">");
	add_bar(page->drawing);
	if (figures_have_marks(page->drawing->figures)) {
		add_legend(page->drawing);
		form_tables_draw(page->drawing);
		add_text_figures(page->drawing);
	} else
		form_tables_list(page->drawing);
	buffer_string(out, "</div></div>\n");
}

/* Counts what counts for nothing: what was mended since the last round, what is let
 * be. */
static void
count_told(struct paper *paper, const struct material *material)
{
	size_t               n;
	const struct slice **finding = record_file_of(&material->findings,
	    paper->name, &n);

	for (size_t i = 0; i < n; i++)
		paper->waived += is_waived(finding[i]);
	if (last_round_was(&material->round) && paper->is_read)
		paper->mended = last_round_count(&material->round,
		    paper->region, paper->org, paper->year,
		    &paper->first_mended);
}

/* Calls TOLD for each of these. */
static void
each_told(const struct paper *paper, const struct entry_page *page,
    told_row_fn *told, void *context, struct buffer *out)
{
	const struct material *material = page->drawing->material;
	size_t                 n;
	const struct slice   **finding = record_file_of(&material->findings,
	    paper->name, &n);

	for (size_t i = 0; i < n; i++)
		if (is_waived(finding[i]))
			told(context, page, finding[i], "change.waived", out);
	for (size_t i = 0; i < paper->mended; i++)
		told(context, page, last_round_mended(&material->round,
		    paper->first_mended + i), "change.mended", out);
}

/* A point of the list of those of which the word *CONTEXT tells. */
static void
add_told(void *context, const struct entry_page *page,
    const struct slice *finding, const char *change, struct buffer *out)
{
	(void)page;
	if (strcmp(*(const char **)context, change) != 0)
		return;
	buffer_string(out, "<li>");
	markup_text(out, finding[FINDING_MESSAGE]);
	buffer_string(out, " <code>");
	markup_text(out, finding[FINDING_RULE]);
	buffer_string(out, "</code></li>\n");
}

/* The N findings of which the word CHANGE tells, folded under the phrase KEY. */
static void
add_folded(const struct entry_page *page, const struct paper *paper, size_t n,
    const char *change, const char *key)
{
	struct buffer *out = page->drawing->out;

	if (n == 0)
		return;
	buffer_string(out, "<details class=\"told\"><summary>");
	phrase_count(out, page->drawing->material->language, key, (long long)n);
	buffer_string(out, "</summary><ul>\n");
	each_told(paper, page, add_told, &change, out);
	buffer_string(out, "</ul></details>\n");
}

static void
add_section(const struct entry_page *page, const struct paper *paper,
    const struct entries *entries)
{
	const struct form_drawing *drawing = page->drawing;
	struct buffer        *out = drawing->out;
	struct place_value    year = { "year", paper->year };

	buffer_string(out, "<section class=\"paper\" id=\"d");
	markup_number(out, drawing->document);
	buffer_string(out, "\"><h3>");
	phrase_add(out, drawing->material->language, "year-heading", &year,
	    1);
	buffer_string(out, "</h3>\n");
	add_identity(drawing);
	level_summary_add(drawing, paper->entries, paper->is_read);
	add_folded(page, paper, paper->waived, "change.waived",
	    "waived.list");
	add_folded(page, paper, paper->mended, "change.mended",
	    "mended.list");
	if (entries->n > 0 && paper->is_expected)
		add_columns(page, entries);
	else if (paper->is_read) {
		add_bar(drawing);
		form_tables_list(drawing);
	}
	buffer_string(out, "</section>\n");
}

/* Keeps what ROWS make of ENTRIES. */
static struct kept_section
keep_rows(const struct finding_rows *rows, const struct paper *paper,
    const struct entry_page *page, const struct entries *entries,
    struct section_store *store)
{
	static struct buffer text;

	text.n = 0;
	for (size_t i = 0; i < entries->n; i++)
		rows->row(rows->context, page, &entries->entry[i], &text);
	each_told(paper, page, rows->told, rows->context, &text);
	return section_keep(store, buffer_slice(&text));
}

void
paper_make(struct paper *paper, struct form_drawing *drawing,
    struct figures *figures, struct arena *arena, struct section_store *store,
    letter_row_fn *letter, const struct finding_rows *rows,
    struct fault_list *faults)
{
	static struct entries entries;
	static struct sides   sides;
	struct entry_page     page = { drawing, &sides };
	struct buffer        *section = drawing->out;

	*paper = (struct paper){ .number = drawing->document };
	entries_find(&entries, drawing->material, figures);
	note_document(paper, drawing, arena);
	note_entries(paper, &page, &entries);
	if (faults != NULL)
		fault_list_add(faults, &entries, drawing->material,
		    figures->document->name);
	if (!paper->is_report)
		return;
	for (size_t i = 0; letter != NULL && i < entries.n; i++)
		letter(&page, &entries.entry[i], &paper->rows);
	count_told(paper, drawing->material);
	if (rows->row != NULL)
		paper->table = keep_rows(rows, paper, &page, &entries, store);
	drawing->out = section;
	section->n = 0;
	add_section(&page, paper, &entries);
	paper->section = section_keep(store, buffer_slice(section));
}

void
paper_free(struct paper *paper)
{
	buffer_free(&paper->head);
	buffer_free(&paper->rows);
	free(paper->broken);
}
