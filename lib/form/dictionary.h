/* Every name of the forms in one dictionary: what a cell's text may stand
 * for.  Texts are compared as keys (label.h). */
#ifndef FORM_DICTIONARY_H
#define FORM_DICTIONARY_H

#include "form.h"

enum term_kind { TERM_ITEM, TERM_COLUMN, TERM_WORD };

struct term {
	enum term_kind kind;
	unsigned       index;	/* of forms->item, ->column or ->word */
};

/* A name and all that it may stand for. */
struct known_name {
	struct slice  key;
	struct term  *term;
	size_t        terms;
	bool          unit;	/* a unit of count or money: 条 */
	bool          other_year;	/* a column that no form has: 上年 */
};

struct dictionary;

/* The dictionary of FORMS, which must outlive it. */
struct dictionary *dictionary_new(const struct forms *forms);
void               dictionary_free(struct dictionary *dictionary);

/* What TEXT, as it stands in a cell, is the name of; NULL: nothing known.
 * A name with digits is also sought with 0 for each of them. */
const struct known_name *dictionary_find(struct dictionary *dictionary,
    struct slice text);

/* Whether NAME, which may be NULL, may stand for something of KIND. */
bool known_name_is(const struct known_name *name, enum term_kind kind);

/* The word of a table's header that TEXT begins with; empty if there is none. */
struct slice dictionary_head_prefix(const struct dictionary *dictionary,
    struct slice text);

/* How many bytes of TEXT, which goes on behind it, the longest name takes up that
 * TEXT begins with: white space and punctuation between its characters, an
 * explanation in brackets behind it.  0: none; else *NAME is it.  Enumerators
 * are no part of it; a year stands for 0000 in names that begin with one. */
size_t dictionary_prefix(struct dictionary *dictionary, struct slice text,
    const struct known_name **name);

/* The key of the official label of item number INDEX. */
struct slice dictionary_item_key(const struct dictionary *dictionary,
    size_t index);

#endif
