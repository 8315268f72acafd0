/* Facts in, a document at a time; groups out: who is counted, and once.
 *
 *	census_add_keys(&census, SLICE("year,item"));	what is asked for
 *	...
 *	census_begin(&census);
 *	documents_each(&fact_schema, files, n, census_document, &census);
 *	census_settle(&census);
 *	... census.groups.place[i] ...
 */
#ifndef SUMMARY_CENSUS_H
#define SUMMARY_CENSUS_H

#include "base/buffer.h"
#include "base/seen.h"
#include "record/writer.h"
#include "rule/names.h"
#include "choice.h"
#include "group.h"
#include "key.h"
#include "office.h"
#include "report_set.h"
#include "statistic.h"

/* Who notes something of facts that he reads: a number for each, which goes with it
 * and is told once it counts. */
struct noting {
	/* The number for RECORD, 0: there is nothing to note. */
	unsigned (*note)(void *context, const struct record *record);
	/* A fact with this note counts, in the group whose key is KEY. */
	void     (*noted)(void *context, struct slice key, unsigned note);
	/* The order of two notes, as of strcmp, whatever came first. */
	int      (*order)(void *context, unsigned a, unsigned b);
	/* For parts of a census: how many notes there are; note number NOTE as
	 * fields; the number of the note that FIELDS are, 0: they are none; the same
	 * of what counts in a group already. */
	unsigned (*notes)(void *context);
	void     (*write)(void *context, unsigned note, struct writer *w);
	unsigned (*read)(void *context, struct slice fields);
	void     (*write_group)(void *context, struct slice key,
		     struct writer *w);
	bool     (*read_group)(void *context, struct slice key,
		     struct slice fields);
	void      *context;
};

/* Who takes what reports say in place of the groups, a report, or its copies, at a
 * time. */
struct report_sink {
	statement_fn *statement;
	/* All is said: DOC is the preferred copy, GROUP that of its first fact. */
	void        (*report)(void *context, struct slice doc, size_t group);
	void         *context;
};

#define NO_GROUP ((size_t)-1)

struct census {			/* all zero: nothing is asked for yet */
	const struct key    *key[KEYS_MAX];
	int                  keys;
	struct statistic_asked statistic[STATISTICS_MAX];
	int                  statistics;
	struct choice        items, columns, sources;
	struct choice        above[RATES_MAX], below[RATES_MAX];
	bool                 all_copies, all_children;	/* count too */
	bool                 is_sorted;	/* reports of an office stand together */
	bool                 is_part;	/* of a census: nothing is settled */
	bool                 is_merged;	/* from parts: documents are known */
	const struct documents_file *file;	/* of documents, or NULL */
	left_out_fn         *left_out;	/* NULL: nobody is told */
	void                *left_out_context;

	const struct noting *noting;	/* NULL: nobody notes anything */
	const struct report_sink   *sink;	/* NULL: the groups */

	struct groups        groups;	/* what it comes to */
	struct offices       offices;	/* those that groups tell apart */
	struct report_sets   sets;

	struct provenance    provenance;	/* of the document at hand */
	struct slice         value[KEYS_MAX];	/* of its keys, and its facts' */
	struct statement    *statement;	/* its */
	size_t               statements, statement_room;
	struct digest        last_office;	/* if sorted */
	struct seen          seen;
	struct names         names;	/* of cells */
	struct told_cell    *told;	/* by number of the cell */
	size_t               tolds, told_room;
	unsigned             documents;
	struct buffer        scope[2];	/* of the last two reports asked for */
	unsigned             scopes;
};

/* Asks for groups by the keys, or for the statistics, that the comma-separated
 * LIST names.  NULL, or the reason against one. */
const char *census_add_keys(struct census *census, struct slice list);
const char *census_add_statistics(struct census *census, struct slice list);

/* Asks for the rate of what item globs A choose to what B choose, of the
 * comma-separated "A/B". */
const char *census_add_rate(struct census *census, struct slice rate);

/* Makes ready what was asked for; the reason against it, or NULL.  To be called
 * once, before the first document. */
const char *census_begin(struct census *census);

/* Whether groups go by what ORIGIN's FIELD says. */
bool census_goes_by(const struct census *census, enum key_origin origin,
    int field);

/* A statement's cell, of the name number NAME of .names, which the report has told of
 * TIMES times before; and back. */
size_t census_cell(size_t name, size_t times);
unsigned census_cell_name(size_t cell);
unsigned census_cell_times(size_t cell);

/* Whether RECORD, a fact, is asked for. */
bool census_wants(struct census *census, const struct record *record);

/* Takes in the facts of DOCUMENT that are asked for.  A document_fn. */
void census_document(void *census, const struct document *document);

/* All have come: the groups have what they are to have, in order, and know how they
 * stand to each other. */
void census_settle(struct census *census);

void census_free(struct census *census);

#endif
