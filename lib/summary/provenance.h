/* What the facts of a document share: whose report it is, of which place, of when.
 * Told by its facts about itself, and where these lack it by the record of the
 * document. */
#ifndef SUMMARY_PROVENANCE_H
#define SUMMARY_PROVENANCE_H

#include <stdbool.h>

#include "place/division.h"
#include "record/reader.h"
#include "documents_file.h"

/* What the code of a division tells. */
enum division_part {
	DIVISION_CODE, DIVISION_IS, DIVISION_OF_PROVINCE, DIVISION_OF_CITY,
	DIVISION_OF_COUNTY,
	DIVISION_PARTS
};

struct provenance {		/* slices of the document, or of itself */
	struct slice office;		/* its key */
	struct slice genre;
	struct division place;		/* code 0: not known */
	struct slice division[DIVISION_PARTS];	/* likewise empty */
	unsigned     date;		/* as 20240312: of its publication, or
					 * of its signature; 0: not known */
	struct slice document[DOCUMENTS_FIELDS];
	char         above[2][DIVISION_DIGITS];	/* codes */
};

/* Reads what DOCUMENT, facts, says of itself, and what FILE, if any, says of it: a
 * document that it lacks is reported. */
void provenance_read(struct provenance *provenance,
    const struct document *document, const struct documents_file *file);

/* Whether the report is that of the government of REGION, whose offices it speaks
 * for; ORG is who it names. */
bool provenance_governs(const struct provenance *provenance,
    struct slice region, struct slice org);

#endif
