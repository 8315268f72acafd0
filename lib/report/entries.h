/* The entries of a document: what is wrong, once each.  A wrong cell is one entry,
 * with all findings that it explains, and so is a mistake that moved many; what
 * nothing explains is one for each rule, of sentences one for each figure. */
#ifndef REPORT_ENTRIES_H
#define REPORT_ENTRIES_H

#include "base/arena.h"
#include "figures.h"
#include "material.h"

/* A record of check or pinpoint, and what is next to it. */
struct told {
	const struct slice *field;
	struct told        *next;
};

enum entry_kind {
	ENTRY_FINDING,		/* of findings that no change explains */
	ENTRY_CELL,		/* cells that every explanation changes so */
	ENTRY_CHOICE,		/* one of several sets of cells */
};

/* What has become of an entry since the last round. */
enum change { CHANGE_UNKNOWN, CHANGE_NEW, CHANGE_LEFT, CHANGES };

/* Their names in report-words.tsv. */
extern const char *const change_word[CHANGES];

struct fault_entry {
	enum entry_kind  kind;
	enum rule_level  level;
	enum change      change;	/* left: what it is of was there */
	long long        weight;	/* in hundredths */
	bool             is_likely;	/* beyond doubt, says pinpoint */
	bool             is_move;	/* more than figures that were mistyped */
	bool             is_dropped;	/* check found nothing of it */
	struct told     *finding, **last_finding;
	size_t           findings;
	struct told     *repair, **last_repair;	/* the cells, set by set */
	size_t           sets;		/* of an ENTRY_CHOICE */
	size_t           blank;		/* of an ENTRY_FINDING: the figure whose
					 * blank breaks its sums; FIGURE_NONE */
};

struct entries {		/* all zero: none */
	struct arena  arena;
	struct fault_entry *entry;	/* what matters most first */
	size_t        n, room;
};

/* Finds the entries of the document that FIGURES are of and marks its cells.  They
 * live until the next one's. */
void entries_find(struct entries *entries, const struct material *material,
    struct figures *figures);

/* Whether the comma-separated CELLS of a finding have ITEM@COL. */
bool cells_have(struct slice cells, struct slice item, struct slice col);

/* Cuts the next cell off CELLS into *ITEM and *COL; false behind the last. */
bool cells_next(struct slice *cells, struct slice *item, struct slice *col);

void entries_free(struct entries *entries);

#endif
