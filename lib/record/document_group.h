/* Documents that stand together, as they lie in the reader's buffer.  Of their records
 * the first GROUP_CUT_MAX stay as the reader cut them; of one more no more is kept than
 * where it is, 16 bytes instead of 216, and it is cut again when its document's turn
 * comes: check took 110 MiB for 1,190 documents of one office, now 42. */
#ifndef RECORD_DOCUMENT_GROUP_H
#define RECORD_DOCUMENT_GROUP_H

#include <stdbool.h>

#include "base/buffer.h"
#include "record.h"

enum { GROUP_CUT_MAX = 8192 };	/* records */

struct spot {			/* of a record */
	unsigned           at, n;	/* its bytes, from the group's first on */
	unsigned long long line;
};

struct held {			/* a document of the group */
	struct slice name;	/* another than its records have; or p NULL */
	bool         is_cut;
	size_t       first;	/* of its records: in record, or in spot */
	size_t       records;
};

struct document_group {			/* but for .fields all zero: empty */
	int             fields;	/* of a record */
	struct held    *held;
	size_t          documents, held_room;
	struct spot    *spot;
	size_t          spots, spot_room;
	struct buffer   key;
	const char     *text;	/* its first byte, while it is somebody's turn */
	struct record  *record;	/* the reader's */
	struct record  *again;	/* those of the document at its turn */
	size_t          again_room;
	struct document document;
};

/* Adds DOCUMENT, whose name may be another than its records have, and then is the
 * caller's; FROM is the number of its first record among the reader's, TEXT where the
 * group's bytes lie.  The first one's KEY is the group's.  Returns whether its records
 * must stay. */
bool document_group_add(struct document_group *group,
    const struct document *document, struct slice key, size_t from,
    const char *text);

/* What its documents are together by; empty for one that is alone. */
struct slice document_group_key(const struct document_group *group);

/* From now on documents may be asked for; TEXT is where the group's bytes lie, RECORD
 * the reader's records. */
void document_group_begin(struct document_group *group, const char *text,
    struct record *record);

/* Document I, valid until another one is asked for: its fields are as long as the group
 * is. */
const struct document *document_group_document(struct document_group *group, size_t i);

/* The same with its first record alone. */
const struct document *document_group_head(struct document_group *group, size_t i);

void document_group_empty(struct document_group *group);
void document_group_free(struct document_group *group);

/* Gives all records of DOCUMENT its name. */
void document_name_all(const struct document *document);

#endif
