/* Every name of the forms in one dictionary: what a cell's text may stand
 * for.  Texts are compared as keys (label.h). */
#ifndef FORM_VOCABULARY_H
#define FORM_VOCABULARY_H

#include "form.h"

enum term_kind { TERM_ITEM, TERM_COLUMN, TERM_WORD };

struct term {
	enum term_kind kind;
	unsigned       index;	/* of forms->item, ->column or ->word */
};

/* A name and all that it may stand for. */
struct name {
	struct slice  key;
	struct term  *term;
	size_t        terms;
	bool          unit;	/* a unit of count or money: 条 */
};

struct vocabulary;

/* The dictionary of FORMS, which must outlive it. */
struct vocabulary *vocabulary_new(const struct forms *forms);
void               vocabulary_free(struct vocabulary *vocabulary);

/* What TEXT, as it stands in a cell, is the name of; NULL: nothing known.
 * A name with digits is also sought with 0 for each of them. */
const struct name *vocabulary_find(struct vocabulary *vocabulary,
    struct slice text);

/* The word of a table's head that TEXT begins with; empty if there is none. */
struct slice vocabulary_head_prefix(const struct vocabulary *vocabulary,
    struct slice text);

/* The key of the official label of item number INDEX. */
struct slice vocabulary_item_key(const struct vocabulary *vocabulary,
    size_t index);

#endif
