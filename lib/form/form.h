/* The disclosure forms as data: which tables a form has, which items a table
 * has, which columns an item has, and under what names they are met.
 * forms.tsv, columns.tsv, spellings.tsv and table-words.tsv of lib/data, a
 * user's own laid over them (nianbao-forms(5)). */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"

enum {
	FORMS_KNOWN_MAX = 64,
	FORM_ITEMS_MAX = 256,	/* of a table */
	FORM_COLS_MAX = 8,	/* of an item */
};

#define NO_FORM ((size_t)-1)

struct form {
	struct slice name;	/* "2021" */
	size_t       like;	/* number of the one it is derived from, or
				 * NO_FORM */
};

/* An item of a form: a row of its table, or, in a table whose header runs over
 * the columns (reviews), one of its columns. */
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
	/* Names as numbers, so that they compare fast. */
	size_t       of_form;		/* number of its form */
	/* The number of the first item that has ... */
	size_t       first_of_variant;	/* this form and variant, */
	size_t       first_of_table;	/* this form and table, */
	size_t       same;		/* this form and code */
	bool         shared;		/* an unlike form has this code too */
};

/* A line of columns.tsv, spellings.tsv or table-words.tsv. */
struct form_label {
	struct slice code;	/* of the column or item; "head", "unit" */
	struct slice text;
	/* The form it is met on, with those that are like it; empty: on any.
	 * The header of a table so gives the form away. */
	struct slice form;
};

struct forms {
	struct form       *form;	/* a derived one behind its ancestor */
	struct form_item  *item;
	struct form_label *column;	/* names of columns */
	struct form_label *spelling;	/* names of items besides their own */
	struct form_label *word;	/* words of tables that are neither */
	size_t             forms, items, columns, spellings, words;
	struct map         by_code;	/* numbers of items, by form and code */
};

/* The forms of the suite's data (data/data.h).  A malformed line, and a line of
 * a user's that can never apply, end the process with 2 and file, line and
 * column.  To be given to forms_free. */
struct forms *forms_load(void);
void          forms_free(struct forms *forms);

/* Whether FORM is ANCESTOR or derived from it (`2026 like 2021' in forms.tsv),
 * over any number of steps: then whatever the data say of ANCESTOR (spellings,
 * columns, rules) holds for FORM, save what they say of FORM itself.  An
 * unknown form is like itself alone. */
bool forms_is_like(const struct forms *forms, struct slice form,
    struct slice ancestor);

/* The number of the form NAME, or NO_FORM. */
size_t form_number(const struct forms *forms, struct slice name);

/* The item CODE of FORM, or NULL. */
const struct form_item *form_item(const struct forms *forms,
    struct slice form, struct slice code);

/* Whether ITEM has the column COL. */
bool form_item_has(const struct form_item *item, struct slice col);

/* Whether PART is a part of ITEM that only another variant of the form has: where that is
 * used ITEM prints no figures. */
bool form_item_is_parted(const struct form_item *item,
    const struct form_item *part);

/* The name a column has on the form: 自然人 for natural; CODE itself where
 * it has none. */
struct slice form_column_label(const struct forms *forms, struct slice form,
    struct slice code);

#endif
