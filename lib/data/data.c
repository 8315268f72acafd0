#include "data.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "base/tsv.h"
#include "overlay.h"

extern const struct slice
    data_breadcrumbs,
    data_caveats,
    data_char_classes,
    data_characters,
    data_columns,
    data_converted_words,
    data_crosswalk,
    data_decisions,
    data_enumerators,
    data_fault_weights,
    data_figure_words,
    data_finding_words,
    data_form_layouts,
    data_forms,
    data_genres,
    data_headings,
    data_label_words,
    data_lexicon,
    data_list_numerals,
    data_manifest_columns,
    data_measure_names,
    data_measures,
    data_numerals,
    data_office_frames,
    data_office_names,
    data_office_renamings,
    data_offices,
    data_page_fields,
    data_page_lines,
    data_place_suffixes,
    data_repair_words,
    data_report_words,
    data_reuse_words,
    data_roster_words,
    data_rule_examples,
    data_rule_notes,
    data_rule_words,
    data_rules,
    data_section_words,
    data_sentence_marks,
    data_series,
    data_spellings,
    data_structure_facts,
    data_structure_words,
    data_table_words,
    data_units;

/* The header lines of lists that lie in the programs which search them, not in
 * all that have data. */
static const struct slice
    header_of_places = { "code\tname\tfrom\tto\talias\n", 24 },
    header_of_towns = { "name\tcode\tfrom\tto\n", 18 };

/* A bit for each of the first, or of some, columns of a file. */
enum {
	A = 1, B = 2, C = 4, D = 8, E = 16,
};

static const struct data_kind kinds[DATA_FILES] = {
	[DATA_BREADCRUMBS] = { "breadcrumbs.tsv",
	    &data_breadcrumbs, A | B, A | B, 0 },
	[DATA_CAVEATS] = { "caveats.tsv",
	    &data_caveats, A, A | B | C, 0 },
	[DATA_CHAR_CLASSES] = { "char-classes.tsv",
	    &data_char_classes, A, A | B, DATA_CLOSED },
	[DATA_CHARACTERS] = { "characters.tsv",
	    &data_characters, A, A | B, 0 },
	[DATA_COLUMNS] = { "columns.tsv",
	    &data_columns, A | B | C, A | B, 0 },
	[DATA_CONVERTED_WORDS] = { "converted-words.tsv",
	    &data_converted_words, A, A | B, 0 },
	[DATA_CROSSWALK] = { "crosswalk.tsv",
	    &data_crosswalk, A | B | C | D, A | B | C | D | E, 0 },
	[DATA_DECISIONS] = { "decisions.tsv",
	    &data_decisions, A | B | C | E, A | B | C, 0 },
	[DATA_ENUMERATORS] = { "enumerators.tsv",
	    &data_enumerators, B, A | B, 0 },
	[DATA_FAULT_WEIGHTS] = { "fault-weights.tsv",
	    &data_fault_weights, A | B, A | B | C | D, DATA_FIRST },
	[DATA_FIGURE_WORDS] = { "figure-words.tsv",
	    &data_figure_words, A | B, A | B, 0 },
	[DATA_FINDING_WORDS] = { "finding-words.tsv",
	    &data_finding_words, A | B, A | B | C, DATA_FIRST },
	[DATA_FORM_LAYOUTS] = { "form-layouts.tsv",
	    &data_form_layouts, A | B | C | D, A | B | C | E, DATA_FIRST },
	[DATA_FORMS] = { "forms.tsv",
	    &data_forms, A | B | D, A | B, DATA_DERIVES },
	[DATA_GENRES] = { "genres.tsv",
	    &data_genres, A | B | E, A | B | E, 0 },
	[DATA_HEADINGS] = { "headings.tsv",
	    &data_headings, A | B, A | B, DATA_FIRST },
	[DATA_LABEL_WORDS] = { "label-words.tsv",
	    &data_label_words, A | B, A | B, 0 },
	[DATA_LEXICON] = { "lexicon.tsv",
	    &data_lexicon, A | B | C, A | B | C, 0 },
	[DATA_LIST_NUMERALS] = { "list-numerals.tsv",
	    &data_list_numerals, A, A | B | C, 0 },
	[DATA_MANIFEST_COLUMNS] = { "manifest-columns.tsv",
	    &data_manifest_columns, A, A | B, 0 },
	[DATA_MEASURE_NAMES] = { "measure-names.tsv",
	    &data_measure_names, A, A | B, 0 },
	[DATA_MEASURES] = { "measures.tsv",
	    &data_measures, A, A | B | C, 0 },
	[DATA_NUMERALS] = { "numerals.tsv",
	    &data_numerals, A, A | B, 0 },
	[DATA_OFFICE_FRAMES] = { "office-frames.tsv",
	    &data_office_frames, A | C | D | E, A | B | C, DATA_FIRST },
	[DATA_OFFICE_NAMES] = { "office-names.tsv",
	    &data_office_names, A | B, A | B, 0 },
	[DATA_OFFICE_RENAMINGS] = { "office-renamings.tsv",
	    &data_office_renamings, B, A | B, 0 },
	[DATA_OFFICES] = { "offices.tsv",
	    &data_offices, A | B, A | B, 0 },
	[DATA_PAGE_FIELDS] = { "page-fields.tsv",
	    &data_page_fields, A | B, A | B, 0 },
	[DATA_PAGE_LINES] = { "page-lines.tsv",
	    &data_page_lines, A | B, A | B, DATA_FIRST },
	[DATA_PLACE_SUFFIXES] = { "place-suffixes.tsv",
	    &data_place_suffixes, A | B, A | B, 0 },
	/* Of these only a user's lines are here, see place/own_divisions.c. */
	[DATA_PLACES] = { "places.tsv",
	    &header_of_places, 0, A | B, 0 },
	[DATA_REPAIR_WORDS] = { "repair-words.tsv",
	    &data_repair_words, A, A | B | C, 0 },
	[DATA_REPORT_WORDS] = { "report-words.tsv",
	    &data_report_words, A, A | B | C, DATA_CLOSED },
	[DATA_REUSE_WORDS] = { "reuse-words.tsv",
	    &data_reuse_words, A, A | B | C, 0 },
	[DATA_ROSTER_WORDS] = { "roster-words.tsv",
	    &data_roster_words, A | B, A | B, 0 },
	[DATA_RULE_EXAMPLES] = { "rule-examples.tsv",
	    &data_rule_examples, 0, A | B | C, 0 },
	[DATA_RULE_NOTES] = { "rule-notes.tsv",
	    &data_rule_notes, A, A | B | C, 0 },
	[DATA_RULE_WORDS] = { "rule-words.tsv",
	    &data_rule_words, A | B, A | B, 0 },
	/* A rule takes the place of others by form, see rule/rule.h. */
	[DATA_RULES] = { "rules.tsv",
	    &data_rules, 0, 0, 0 },
	[DATA_SECTION_WORDS] = { "section-words.tsv",
	    &data_section_words, A | B, A | B, 0 },
	[DATA_SENTENCE_MARKS] = { "sentence-marks.tsv",
	    &data_sentence_marks, A, A | B, DATA_CLOSED | DATA_WHOLE },
	[DATA_SERIES] = { "series.tsv",
	    &data_series, A, A | B | C | D, 0 },
	[DATA_SPELLINGS] = { "spellings.tsv",
	    &data_spellings, A | B | C, A | B, 0 },
	[DATA_STRUCTURE_FACTS] = { "structure-facts.tsv",
	    &data_structure_facts, A | B, A | B, DATA_CLOSED },
	[DATA_STRUCTURE_WORDS] = { "structure-words.tsv",
	    &data_structure_words, A, A | B, 0 },
	[DATA_TABLE_WORDS] = { "table-words.tsv",
	    &data_table_words, A | B | C, A | B, 0 },
	[DATA_TOWNS] = { "towns.tsv",
	    &header_of_towns, 0, A | B, 0 },
	[DATA_UNITS] = { "units.tsv",
	    &data_units, A, A | B | C, 0 },
};

static const char *overlay;

void
data_overlay(const char *directory)
{
	if (overlay != NULL) {
		warn_at(directory, "a second folder of data");
		exit(CLI_TROUBLE);
	}
	overlay_check(directory, kinds, DATA_FILES);
	overlay = directory;
	for (int i = 0; i < DATA_FILES; i++)
		data_table((enum data_file)i);
}

/* How many lines TEXT has, its header among them. */
static size_t
count_lines(struct slice text)
{
	size_t n = 0;

	for (const char *lf; (lf = memchr(text.p, '\n', text.n)) != NULL; n++)
		text = slice_from(text, (size_t)(lf + 1 - text.p));
	return n;
}

/* How many fields a row of TEXT has, or should have. */
static int
count_columns(struct slice text)
{
	struct slice name[DATA_FIELDS_MAX];
	struct tsv   tsv = { .rest = text };
	int          columns = tsv_next(&tsv, name, DATA_FIELDS_MAX);

	return columns > DATA_FIELDS_LEAST ? columns : DATA_FIELDS_LEAST;
}

/* Rows have no more fields than their file has columns, and are not moved as their table
 * grows: with ten each they were a fifth of the memory that tabulate takes for a report. */
static void
read_built_in(struct data_table *table, const struct data_kind *kind)
{
	struct tsv    tsv = tsv_open(*kind->built_in);
	size_t        lines = 1 + count_lines(*kind->built_in);
	int           columns = count_columns(*kind->built_in), fields = 1;
	struct slice *field = memory_resize(NULL, lines * (size_t)columns,
	    sizeof(*field));

	table->row = memory_resize(NULL, lines, sizeof(*table->row));
	for (; fields > 0; field += columns) {
		struct data_row *row = &table->row[table->rows];

		fields = tsv_next(&tsv, field, columns);
		*row = (struct data_row){ field, kind->name, tsv.line, fields,
		    false };
		table->rows += fields > 0;
	}
}

const struct data_table *
data_table(enum data_file file)
{
	static struct data_table loaded[DATA_FILES];
	struct data_table       *table = &loaded[file];

	if (table->row != NULL)
		return table;
	read_built_in(table, &kinds[file]);
	if (overlay != NULL)
		overlay_lay(table, &kinds[file], overlay);
	return table;
}

const char *
data_folder(void)
{
	return overlay;
}

struct data_table
data_read(const char *path, enum data_file file)
{
	struct data_kind  kind = kinds[file];
	struct data_table table = { NULL, 0 };

	kind.key = 0;
	overlay_read(&table, &kind, tsv_file(path), path);
	return table;
}
