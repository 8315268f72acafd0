/* Series in place of items: a census of what reports say of them, and what is to be
 * known of its groups. */
#ifndef SERIES_FOLLOW_H
#define SERIES_FOLLOW_H

#include "notes.h"
#include "rule/rule.h"
#include "summary/census.h"

struct following {		/* all zero: not yet begun */
	struct census       *census;
	struct forms        *forms;
	struct crosswalk    *crosswalk;
	struct series_reader reader;
	struct series_notes  notes;
	struct noting        noting;
	struct remark       *remark;	/* that there are, each once */
	size_t               remarks, remark_room;
	struct map           map;	/* from what they say */
	struct arena         text;
	struct choice        sources;	/* those asked for, of facts */
	enum rule_language   language;
};

/* Makes CENSUS one of series: whose notes go with its facts. */
void follow_note(struct following *following, struct census *census);

/* Asks CENSUS, whose options are set, for groups by series and year too.  Returns
 * NULL, or the reason against it.  follow_note comes first. */
const char *follow_begin(struct following *following, struct census *census);

/* Takes in the facts of DOCUMENT.  A document_fn. */
void follow_document(void *following, const struct document *document);

/* Writes the names of the fields that follow_write_key, or _notes, writes. */
void follow_header_key(const struct following *following, struct writer *w);
void follow_header_notes(struct writer *w);

/* Whether a figure counts in the group whose key is KEY. */
bool follow_counts(const struct following *following, struct slice key);

/* Writes the fields of the group whose key is KEY: the series also by its label, and
 * its unit; behind the statistics what is to be known of it. */
void follow_write_key(const struct following *following, struct slice key,
    struct writer *w);
void follow_write_notes(const struct following *following, struct slice key,
    struct writer *w);

void follow_end(struct following *following);

#endif
