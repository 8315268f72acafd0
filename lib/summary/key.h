/* What groups can go by, by name. */
#ifndef SUMMARY_KEY_H
#define SUMMARY_KEY_H

#include <stdbool.h>

#include "record/reader.h"

enum { KEYS_MAX = 32 };

enum key_origin {
	KEY_FACT,		/* a field of the fact */
	KEY_OFFICE,		/* the key of the document's office */
};

struct key {
	const char     *name;
	enum key_origin origin;
	int             field;
	bool            is_of_document;	/* one for all of its facts */
};

/* What the facts of a document share, besides their fields.  Slices of the
 * document. */
struct provenance {
	struct slice office;	/* its key */
};

/* NULL when there is none of this name. */
const struct key *key_find(struct slice name);

/* Reads what DOCUMENT says of itself. */
void provenance_read(struct provenance *provenance,
    const struct document *document);

/* What the fact about the report called ITEM of DOCUMENT says; FALLBACK where it
 * has none.  These facts come before all figures. */
struct slice provenance_told(const struct document *document,
    const char *item, struct slice fallback);

/* What KEY is for the fact RECORD. */
static inline struct slice
key_value(const struct key *key, const struct record *record,
    const struct provenance *provenance)
{
	return key->origin == KEY_FACT ? record->field[key->field] :
	    provenance->office;
}

#endif
