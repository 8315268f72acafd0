#include "data.h"

#include "base/memory.h"
#include "base/tsv.h"
#include "overlay.h"

extern const struct slice
    data_characters,
    data_columns,
    data_concepts,
    data_converted_words,
    data_enumerators,
    data_figure_words,
    data_forms,
    data_genres,
    data_groups,
    data_headings,
    data_label_words,
    data_manifest_columns,
    data_measure_names,
    data_measures,
    data_numerals,
    data_offices,
    data_page_fields,
    data_page_lines,
    data_patterns,
    data_place_suffixes,
    data_rule_words,
    data_rules,
    data_section_words,
    data_sentence_marks,
    data_spellings,
    data_structure_facts,
    data_table_words,
    data_units;

#define KEY(column) (1u << (column))

static const struct data_kind kinds[DATA_FILES] = {
	[DATA_CHARACTERS] = { "characters.tsv", &data_characters,
	    KEY(0), 0 },
	[DATA_COLUMNS] = { "columns.tsv", &data_columns,
	    KEY(0) | KEY(1) | KEY(2), 0 },
	[DATA_CONCEPTS] = { "concepts.tsv", &data_concepts,
	    KEY(0) | KEY(1) | KEY(2), 0 },
	[DATA_CONVERTED_WORDS] = { "converted-words.tsv",
	    &data_converted_words, KEY(0), 0 },
	[DATA_ENUMERATORS] = { "enumerators.tsv", &data_enumerators,
	    KEY(1), 0 },
	[DATA_FIGURE_WORDS] = { "figure-words.tsv", &data_figure_words,
	    KEY(0) | KEY(1), 0 },
	[DATA_FORMS] = { "forms.tsv", &data_forms,
	    KEY(0) | KEY(1) | KEY(3), DATA_DERIVES },
	[DATA_GENRES] = { "genres.tsv", &data_genres, KEY(0) | KEY(1), DATA_FIRST },
	[DATA_GROUPS] = { "groups.tsv", &data_groups, KEY(0), 0 },
	[DATA_HEADINGS] = { "headings.tsv", &data_headings,
	    KEY(0) | KEY(1), DATA_FIRST },
	[DATA_LABEL_WORDS] = { "label-words.tsv", &data_label_words,
	    KEY(0) | KEY(1), 0 },
	[DATA_MANIFEST_COLUMNS] = { "manifest-columns.tsv",
	    &data_manifest_columns, KEY(0), 0 },
	[DATA_MEASURE_NAMES] = { "measure-names.tsv", &data_measure_names,
	    KEY(0), 0 },
	[DATA_MEASURES] = { "measures.tsv", &data_measures, KEY(0), 0 },
	[DATA_NUMERALS] = { "numerals.tsv", &data_numerals, KEY(0), 0 },
	[DATA_OFFICES] = { "offices.tsv", &data_offices,
	    KEY(0) | KEY(1), 0 },
	[DATA_PAGE_FIELDS] = { "page-fields.tsv", &data_page_fields,
	    KEY(0) | KEY(1), 0 },
	[DATA_PAGE_LINES] = { "page-lines.tsv", &data_page_lines,
	    KEY(0) | KEY(1), DATA_FIRST },
	[DATA_PATTERNS] = { "patterns.tsv", &data_patterns,
	    KEY(0) | KEY(1) | KEY(2) | KEY(4), 0 },
	[DATA_PLACE_SUFFIXES] = { "place-suffixes.tsv", &data_place_suffixes,
	    KEY(0) | KEY(1), 0 },
	[DATA_RULE_WORDS] = { "rule-words.tsv", &data_rule_words,
	    KEY(0) | KEY(1), 0 },
	/* A rule takes the place of others by form, see rule/rule.h. */
	[DATA_RULES] = { "rules.tsv", &data_rules, 0, 0 },
	[DATA_SECTION_WORDS] = { "section-words.tsv", &data_section_words,
	    KEY(0) | KEY(1), 0 },
	[DATA_SENTENCE_MARKS] = { "sentence-marks.tsv", &data_sentence_marks,
	    KEY(0), false },
	[DATA_SPELLINGS] = { "spellings.tsv", &data_spellings,
	    KEY(0) | KEY(1) | KEY(2), 0 },
	[DATA_STRUCTURE_FACTS] = { "structure-facts.tsv",
	    &data_structure_facts, KEY(0) | KEY(1), 0 },
	[DATA_TABLE_WORDS] = { "table-words.tsv", &data_table_words,
	    KEY(0) | KEY(1) | KEY(2), 0 },
	[DATA_UNITS] = { "units.tsv", &data_units, KEY(0), 0 },
};

static const char *overlay;

void
data_overlay(const char *directory)
{
	overlay_check(directory, kinds, DATA_FILES);
	overlay = directory;
}

static void
read_built_in(struct data_table *table, const struct data_kind *kind)
{
	struct tsv      tsv = tsv_open(*kind->built_in);
	struct data_row row = { .file = kind->name };
	size_t          room = 0;

	while ((row.fields = tsv_next(&tsv, row.field, DATA_FIELDS_MAX)) > 0) {
		row.line = tsv.line;
		table->row = memory_room(table->row, &room, table->rows,
		    sizeof(*table->row));
		table->row[table->rows++] = row;
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

void
data_load(void)
{
	for (int i = 0; i < DATA_FILES; i++)
		data_table((enum data_file)i);
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
