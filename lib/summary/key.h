/* What groups can go by, by name. */
#ifndef SUMMARY_KEY_H
#define SUMMARY_KEY_H

#include <stdbool.h>

#include "provenance.h"

enum { KEYS_MAX = 32 };

enum key_origin {
	KEY_FACT,		/* a field of the fact, by its number */
	KEY_DOCUMENT,		/* of the record of its document */
	KEY_OFFICE,		/* the key of the document's office */
	KEY_CODE,		/* what the code of its division tells */
};

struct key {
	const char     *name;
	enum key_origin origin;
	int             field;
	bool            is_of_document;	/* one for all of its facts */
};

/* NULL when there is none of this name. */
const struct key *key_find(struct slice name);

/* Says which there are: a reason against any other. */
const char *key_names(void);

/* Cuts the next field off KEY, fields joined by tabs. */
void key_cut(struct slice *key, struct slice *field);

/* The same of a field that is a NUMBER, MOST at most.  False where it is none. */
bool key_cut_number(struct slice *key, unsigned long long most,
    unsigned long long *number);

/* What KEY, no field of facts, is for all facts of a document. */
struct slice key_of_document(const struct key *key,
    const struct provenance *provenance);

/* What KEY is for the fact RECORD. */
static inline struct slice
key_value(const struct key *key, const struct record *record,
    const struct provenance *provenance)
{
	return key->origin == KEY_FACT ? record->field[key->field] :
	    key_of_document(key, provenance);
}

#endif
