/* The suite's data: the files of lib/data, built in, and a user's overlay.
 *
 * An overlay is a folder with files of the same names, each with the same
 * header line.  Its lines are laid over the lines built in (nianbao-data(5)):
 *
 *	a line whose key columns are those of a line built in takes its place;
 *	`off', a TAB and the key columns of a line built in remove it;
 *	any other line is new.  It stands behind the line before it in the
 *	overlay; the first ones at the end, or, in files of which the first
 *	line that fits wins, at the beginning.
 *
 * What an overlay does not name keeps the lines built in. */
#ifndef DATA_DATA_H
#define DATA_DATA_H

#include "row.h"

enum data_file {
	DATA_BREADCRUMBS,	/* where on the site a page stands */
	DATA_CAVEATS,		/* what is to be known of figures of a series */
	DATA_CHAR_CLASSES,	/* where lines of a PDF are joined */
	DATA_CHARACTERS,	/* what characters are folded to */
	DATA_COLUMNS,		/* names of the forms' columns */
	DATA_CONVERTED_WORDS,	/* words that traditional mirrors exchanged */
	DATA_CROSSWALK,		/* which cells of the forms mean the same */
	DATA_DECISIONS,		/* which figure a sentence states */
	DATA_ENUMERATORS,	/* numbers before headings and items */
	DATA_FAULT_WEIGHTS,	/* how much hangs on what is found */
	DATA_FIGURE_WORDS,	/* words and marks of figures */
	DATA_FINDING_WORDS,	/* what a page says of findings */
	DATA_FORM_LAYOUTS,	/* how forms draw their tables */
	DATA_FORMS,		/* the forms: tables, items, columns */
	DATA_GENRES,		/* kinds of documents, by their titles */
	DATA_HEADINGS,		/* headings of sections */
	DATA_LABEL_WORDS,	/* words of labels */
	DATA_LEXICON,		/* the words of sentences */
	DATA_LIST_NUMERALS,	/* numbers of the items of lists */
	DATA_MANIFEST_COLUMNS,	/* names of columns in lists of files */
	DATA_MEASURE_NAMES,	/* what messages call the figures of sentences */
	DATA_MEASURES,		/* the figures that sentences are read for */
	DATA_NUMERALS,		/* characters of Chinese numerals */
	DATA_OFFICE_FRAMES,	/* what stands around an office's name */
	DATA_OFFICE_NAMES,	/* names of offices, and what each is now */
	DATA_OFFICE_RENAMINGS,	/* what tells that an office was renamed */
	DATA_OFFICES,		/* words in the names of offices */
	DATA_PAGE_FIELDS,	/* what a page says about its report */
	DATA_PAGE_LINES,	/* lines of the page around a report */
	DATA_PLACE_SUFFIXES,	/* ends of the names of places */
	DATA_PLACES,		/* provinces, cities, counties: a user's only */
	DATA_REPAIR_WORDS,	/* what pinpoint says in */
	DATA_REPORT_WORDS,	/* what a page says around them */
	DATA_REUSE_WORDS,	/* what reuse says of text that reports share */
	DATA_ROSTER_WORDS,	/* what lists of offices call their columns */
	DATA_RULE_EXAMPLES,	/* reports that keep a rule, or break it */
	DATA_RULE_NOTES,	/* titles of rules, how to mend, what is lawful */
	DATA_RULE_WORDS,	/* words that make a figure a rough one ... */
	DATA_RULES,		/* what must hold in a report */
	DATA_SECTION_WORDS,	/* words of headings, titles, periods */
	DATA_SENTENCE_MARKS,	/* marks that sentences are cut by */
	DATA_SERIES,		/* what can be followed over the forms */
	DATA_SPELLINGS,		/* other spellings of items */
	DATA_STRUCTURE_FACTS,	/* what rules may name of a report itself */
	DATA_STRUCTURE_WORDS,	/* words that show what a report speaks of */
	DATA_TABLE_WORDS,	/* words of tables besides items and columns */
	DATA_TOWNS,		/* townships and streets: a user's only */
	DATA_UNITS,		/* what figures count */
	DATA_FILES
};

/* Reads every table, that of the overlay in DIRECTORY laid over it; to be called
 * once, before the first data_table.  Ends the process with 2, and file, line
 * and column, where a file is malformed or a line would do nothing whatever its
 * words are: it takes the place of a line of its own file, or says nothing in a
 * column that must be filled.  So do a folder that cannot be read and a file in
 * it that is named *.tsv and is none of the suite's.  What a line's words must be
 * is known to those who read them: userdata/userdata.h. */
void data_overlay(const char *directory);

/* The lines of FILE, the overlay's laid over those built in, in their order;
 * of a gazetteer the overlay's alone (place/gazetteer.h searches the others).
 * Read once; they live as long as the process.  An overlay's file that is
 * malformed ends the process with 2 and file, line and column. */
const struct data_table *data_table(enum data_file file);

/* The folder given to data_overlay; NULL: none. */
const char *data_folder(void);

/* The lines of the user's file PATH alone, under a header line as FILE has. */
struct data_table data_read(const char *path, enum data_file file);

#endif
