/* The disclosure forms as data: which tables a form has, which items a table
 * has, which columns an item has, and under what names they are met.
 * forms.tsv, columns.tsv, spellings.tsv and table-words.tsv of lib/data, a
 * user's own laid over them (nianbao-forms(5)). */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

enum { FORM_COLS_MAX = 8, FORM_ITEMS_MAX = 256 };	/* of a table */

/* An item of a form: a row of its table, or, in a table whose head runs over
 * the columns (reviews), one of its leaves. */
struct form_item {
	struct slice form;		/* "2021" */
	struct slice variant;		/* "national", "hubei" ... */
	struct slice table;		/* "requests" */
	struct slice code;		/* "requests.results.open" */
	struct slice parent;		/* code of the group it stands in */
	struct slice label;		/* as the form prints it */
	struct slice col[FORM_COLS_MAX];
	struct slice unit[FORM_COLS_MAX];	/* empty: not fixed */
	int          cols;
	bool         heading;		/* prints no figures of its own */
	/* Names as numbers, so that they compare fast: each is the number of
	 * the first item that has ... */
	size_t       first_of_form;	/* this form, */
	size_t       first_of_variant;	/* this form and variant, */
	size_t       first_of_table;	/* this form and table, */
	size_t       same;		/* this form and code */
	bool         shared;		/* another form has this code too */
};

/* A spelling of a column's head. */
struct form_column {
	struct slice code, label;
	struct slice form;	/* the form it gives away, or empty */
};

/* Another spelling of an item's label. */
struct form_spelling {
	struct slice code, label;
	struct slice form;	/* the only one it is met on, or empty */
};

/* A word of the tables that is neither an item nor a column. */
struct form_word {
	struct slice kind;	/* "head", "unit" */
	struct slice word;
	struct slice form;	/* the form it gives away, or empty */
};

struct forms {
	struct form_item     *item;
	struct form_column   *column;
	struct form_spelling *spelling;
	struct form_word     *word;
	size_t                items, columns, spellings, words;
};

/* The forms of the suite's data (data/data.h).  A malformed line ends the
 * process with a message.  To be given to forms_free. */
struct forms *forms_load(void);
void          forms_free(struct forms *forms);

/* The item CODE of FORM, or NULL. */
const struct form_item *form_item(const struct forms *forms,
    struct slice form, struct slice code);

/* The name a column has on the form: 自然人 for natural; CODE itself where
 * it has none. */
struct slice form_column_label(const struct forms *forms, struct slice form,
    struct slice code);

#endif
